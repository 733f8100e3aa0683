//! The whole way from a campaign file to documents on disk. Every front end calls this; the steps know only their
//! inputs and never call one another.

use crate::check;
use crate::diag::{Diagnostic, Files, Sink};
use crate::load::{self, Reference};
use crate::merge::Templates;
use crate::model::{DauVanBan, VanBan};
use crate::project::Project;
use crate::resolve::Resolver;
use crate::typeset::{self, Base, Format, PhongChu};
use crate::write::Folder;
use std::path::{Path, PathBuf};

/// What is built once and serves every campaign of a project.
pub struct Pipeline {
    project: Project,
    reference: Reference,
    templates: Templates,
    base: Base,
}

/// What to do with a campaign.
#[derive(Debug, Clone, Default)]
pub struct Task {
    /// Only these document ids; empty means all.
    pub only: Vec<String>,
    /// Where and as what to write; `None` only checks.
    pub output: Option<(PathBuf, Vec<Format>)>,
}

/// A file that was written.
#[derive(Debug)]
pub struct Written {
    /// Where.
    pub path: PathBuf,
    /// Pages of its document.
    pub pages: usize,
}

/// What came of a campaign.
#[derive(Debug)]
pub struct Outcome {
    /// The texts that the findings point into.
    pub files: Files,
    /// Everything found, in the order of the files.
    pub findings: Vec<Diagnostic>,
    /// Ids of all documents of the campaign.
    pub ids: Vec<String>,
}

impl Pipeline {
    /// Reads what a project needs. On failure, the texts and findings that say why.
    pub fn open(project: Project, font_dir: Option<&Path>) -> Result<Pipeline, Outcome> {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let reference = Reference::load(&project, &mut files, &mut sink);
        let templates = Templates::load(&project).map_err(|d| sink.push(d)).ok();
        let phong_chu = PhongChu::load(&project, font_dir).map_err(|d| sink.push(d)).ok();
        let shared = ["templates/the_thuc.typ", "data/the_thuc.yaml"].map(|path| {
            let file = load::keep(path, project.read(path), &mut files, &mut sink);
            (path.to_owned(), file.map(|f| files.text(f).to_owned()).unwrap_or_default())
        });
        match (reference, templates, phong_chu) {
            (Some(reference), Some(templates), Some(phong_chu)) if !sink.has_errors() => {
                Ok(Pipeline { project, reference, templates, base: Base::new(phong_chu, shared) })
            }
            _ => Err(Outcome { files, findings: sink.into_sorted(), ids: Vec::new() }),
        }
    }

    /// Runs one campaign. A mistake in the file or in a head stops all of its documents, a mistake in one document only
    /// that one; either way every mistake is found. `progress` hears of each file once it is whole.
    pub fn run(&self, campaign: &Path, task: &Task, progress: &mut dyn FnMut(&Written)) -> Outcome {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let mut ids = Vec::new();
        let draft = load::campaign(&self.project, &self.reference.tu_khoa, campaign, &mut files, &mut sink);
        if let Some(draft) = draft {
            ids = draft.van_ban.iter().map(|d| d.id.value.clone()).collect();
            let resolver = Resolver::new(&draft, &self.reference.loai, &files, &mut sink);
            check::bo(&resolver.bo, &mut sink);
            let sound = !sink.has_errors();
            for (index, dau) in resolver.bo.dau.iter().enumerate() {
                if !task.only.is_empty() && !task.only.contains(&dau.id.value) {
                    continue;
                }
                let mut found = Sink::default();
                if let Some(van_ban) = resolver.van_ban(index, &mut found) {
                    let in_duoc = |c| self.base.phong_chu.covers(c);
                    let context = check::Context { files: &files, nam: resolver.bo.nam, in_duoc: &in_duoc };
                    check::van_ban(&van_ban, &context, &mut found);
                    if sound
                        && !found.has_errors()
                        && let Some((output, formats)) = &task.output
                    {
                        self.print(&van_ban, &resolver.bo.ten_tep, output, formats, &mut found, progress);
                    }
                }
                sink.append(found);
            }
        }
        Outcome { files, findings: sink.into_sorted(), ids }
    }

    /// Merges, lays out and writes one document.
    fn print(
        &self,
        van_ban: &VanBan,
        campaign: &str,
        output: &Path,
        formats: &[Format],
        sink: &mut Sink,
        progress: &mut dyn FnMut(&Written),
    ) {
        let written = self.typst(van_ban).and_then(|source| {
            let Some(pages) = typeset::compile(&self.base, &source, &van_ban.dau.id.value, sink) else { return Ok(()) };
            check::trang(van_ban, &typeset::trang(&pages), sink);
            let folder = Folder::open(output, campaign)?;
            for format in formats {
                for (name, bytes) in outputs(&van_ban.dau, &pages, &source, *format)? {
                    progress(&Written { path: folder.write(&name, &bytes)?, pages: pages.pages().len() });
                }
            }
            Ok(())
        });
        if let Err(finding) = written {
            sink.push(finding);
        }
    }

    /// The Typst source of a document.
    pub fn typst(&self, van_ban: &VanBan) -> Result<String, Diagnostic> {
        self.templates.typst(van_ban, &self.base.phong_chu.ho)
    }
}

/// File names and bytes of a document in one format: `<id>.pdf`; images are numbered by page, `<id>_1.png`.
fn outputs(
    dau: &DauVanBan,
    pages: &typeset::PagedDocument,
    source: &str,
    format: Format,
) -> Result<Vec<(String, Vec<u8>)>, Diagnostic> {
    let (id, ending) = (&dau.id.value, format.extension());
    if format == Format::Typ {
        return Ok(vec![(format!("{id}.{ending}"), source.as_bytes().to_vec())]);
    }
    let files = typeset::export(pages, dau, format)?;
    let single = format == Format::Pdf;
    Ok(files
        .into_iter()
        .enumerate()
        .map(
            |(i, bytes)| {
                if single { (format!("{id}.{ending}"), bytes) } else { (format!("{id}_{}.{ending}", i + 1), bytes) }
            },
        )
        .collect())
}
