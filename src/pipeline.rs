//! The whole way from a campaign file to documents on disk. Every front end calls this; the steps know only their
//! inputs and never call one another.

use crate::check;
use crate::diag::{Diagnostic, Files, Sink};
use crate::load::{self, Reference};
use crate::merge::Templates;
use crate::model::VanBan;
use crate::project::Project;
use crate::resolve::Resolver;
use crate::typeset::{self, Base, Format, PhongChu};
use crate::write::Folder;
use std::path::{Path, PathBuf};

/// What is built once and serves every campaign of a project.
pub struct Pipeline {
    pub(crate) project: Project,
    pub(crate) reference: Reference,
    pub(crate) templates: Templates,
    pub(crate) base: Base,
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
        let mut shared = Vec::new();
        for path in typeset::shared(&project) {
            let file = load::keep(&path, project.read(&path), &mut files, &mut sink);
            shared.push((path, file.map(|f| files.text(f).to_owned()).unwrap_or_default()));
        }
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
        let draft = load::campaign(&self.project, &self.reference, campaign, &mut files, &mut sink);
        if let Some(draft) = draft {
            ids = draft.van_ban.iter().map(|d| d.id.value.clone()).collect();
            let resolver = Resolver::new(&draft, &self.reference, &files, &mut sink);
            check::bo(&resolver.bo, &mut sink);
            let sound = !sink.has_errors();
            for (index, dau) in resolver.bo.dau.iter().enumerate() {
                if !task.only.is_empty() && !task.only.contains(&dau.id.value) {
                    continue;
                }
                let mut found = Sink::default();
                if let Some(van_ban) = resolver.van_ban(crate::resolve::Viec { index, dong: None }, &mut found) {
                    let in_duoc = |c| self.base.phong_chu.covers(c);
                    let context = check::Context { files: &files, nam: resolver.bo.nam, in_duoc: &in_duoc };
                    check::van_ban(&van_ban, &context, &mut found);
                    if sound
                        && !found.has_errors()
                        && let Some((output, formats)) = &task.output
                    {
                        let printed = self.print(&van_ban, &resolver.bo.ten_tep, output, formats, &mut found, progress);
                        printed.unwrap_or_else(|finding| found.push(finding));
                    }
                }
                sink.append(found);
            }
        }
        Outcome { files, findings: sink.into_sorted(), ids }
    }

    /// Merges, lays out and writes one document. Its Typst source is written first, so that it is there to look at when
    /// a template of the user's own cannot be laid out.
    fn print(
        &self,
        van_ban: &VanBan,
        campaign: &str,
        output: &Path,
        formats: &[Format],
        sink: &mut Sink,
        progress: &mut dyn FnMut(&Written),
    ) -> Result<(), Diagnostic> {
        let id = &van_ban.dau.id.value;
        let folder = Folder::open(output, campaign)?;
        let source = self.typst(van_ban)?;
        self.file(&folder, id, &source, van_ban, formats, sink, progress)?;
        for (index, kem) in van_ban.kem_theo.iter().enumerate().filter(|(_, kem)| kem.tep_rieng) {
            // An id has no hyphen, so no other document has this name.
            let name = format!("{id}-kem-theo-{}", index + 1);
            let source = self.templates.typst_kem_theo(van_ban, kem, &self.base.phong_chu.ho)?;
            self.file(&folder, &name, &source, van_ban, formats, sink, progress)?;
        }
        Ok(())
    }

    /// Lays out and writes one file in all its formats.
    #[expect(clippy::too_many_arguments, reason = "the one place where everything of a file comes together")]
    fn file(
        &self,
        folder: &Folder,
        name: &str,
        source: &str,
        van_ban: &VanBan,
        formats: &[Format],
        sink: &mut Sink,
        progress: &mut dyn FnMut(&Written),
    ) -> Result<(), Diagnostic> {
        if formats.contains(&Format::Typ) {
            progress(&Written { path: folder.write(&format!("{name}.typ"), source.as_bytes())?, pages: 0 });
        }
        let Some(pages) = typeset::compile(&self.base, source, name, sink) else { return Ok(()) };
        if name == van_ban.dau.id.value {
            check::trang(van_ban, &typeset::trang(&pages), sink);
        }
        for format in formats.iter().filter(|f| **f != Format::Typ) {
            for (file, bytes) in typeset::export(&pages, name, &van_ban.dau, *format)? {
                progress(&Written { path: folder.write(&file, &bytes)?, pages: pages.pages().len() });
            }
        }
        Ok(())
    }

    /// The Typst source of a document.
    pub fn typst(&self, van_ban: &VanBan) -> Result<String, Diagnostic> {
        self.templates.typst(van_ban, &self.base.phong_chu.ho)
    }
}
