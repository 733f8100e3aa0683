//! Certain fixes put back into the files they are about, in memory: who calls writes them.

use super::Outcome;
use crate::diag::{Diagnostic, FileId, Fix, Sink, code, fix};
use crate::load::text;
use crate::load::yaml::{self, Document, Kind, Node};
use crate::project::{Project, Thay};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file that changes.
pub struct TepSua {
    /// As the user knows it.
    pub name: String,
    /// Its text before.
    pub before: String,
    /// Its text after.
    pub after: String,
    /// Its bytes after.
    pub bytes: Vec<u8>,
    /// How many places were mended.
    pub so_cho: usize,
    /// What it has been on the way, and what was put in to leave that.
    da_qua: Vec<(String, Vec<Doi>)>,
}

/// Words, and what they were changed into.
type Doi = (String, String);

/// What changes.
#[derive(Default)]
pub struct Sua {
    /// The files, by their real paths.
    pub tep: BTreeMap<PathBuf, TepSua>,
    /// Changes that another rule takes back, by file: where two rules disagree neither is certain.
    trai_nhau: BTreeMap<PathBuf, Vec<Doi>>,
    /// Files that have certain fixes and cannot be mended here, with the reason.
    pub khong_duoc: BTreeMap<String, Diagnostic>,
}

impl Sua {
    /// Puts in what was found in a run of `input`; whether that changed anything, so that there may be more to find.
    pub fn vong(&mut self, project: &Project, input: &Path, outcome: &Outcome) -> bool {
        let mut changed = false;
        let files: Vec<FileId> = outcome.files.texts().map(|(file, ..)| file).collect();
        for file in files {
            let fixes = fix::chosen(&outcome.findings, file);
            if fixes.is_empty() {
                continue;
            }
            match self.one(project, input, outcome, file, &fixes) {
                Ok(done) => changed |= done,
                Err(finding) => {
                    self.khong_duoc.insert(outcome.files.name(file).to_owned(), finding);
                }
            }
        }
        changed
    }

    /// How many places are mended, in how many files.
    pub fn dem(&self) -> (usize, usize) {
        let all = self.tep.values().filter(|tep| tep.before != tep.after);
        all.fold((0, 0), |(places, files), tep| (places + tep.so_cho, files + 1))
    }

    /// The files as they would be.
    pub fn thay(&self) -> Thay {
        Arc::new(self.tep.iter().map(|(path, tep)| (path.clone(), tep.bytes.clone())).collect())
    }

    fn one(
        &mut self,
        project: &Project,
        input: &Path,
        outcome: &Outcome,
        file: FileId,
        fixes: &[&Fix],
    ) -> Result<bool, Diagnostic> {
        let (name, text) = (outcome.files.name(file), outcome.files.text(file));
        if !is_text(Path::new(name)) {
            return Err(refuse(
                name,
                "không phải tệp chữ",
                "mở tệp bằng chương trình của nó rồi sửa theo từng chỗ đã nêu",
            ));
        }
        let (path, bytes) = self.find(project, input, name, text).ok_or_else(|| {
            refuse(
                name,
                "tệp này đi kèm chương trình, nằm ngoài dự án, hoặc lưu theo bảng mã khác",
                "chép câu chữ vào tệp của dự án, lưu với mã hóa UTF-8",
            )
        })?;
        let change = |fix: &Fix| (outcome.files.slice(&fix.place).to_owned(), fix.text.clone());
        let undone = self.trai_nhau.entry(path.clone()).or_default();
        let fixes: Vec<&Fix> = fixes.iter().copied().filter(|fix| !undone.contains(&change(fix))).collect();
        let sound = sound(file, text, &bytes, name.ends_with("ml"), &fixes);
        let after = fix::into_bytes(&bytes, text, &sound).filter(|after| *after != bytes);
        let Some(after) = after else { return Ok(false) };
        let shown = text::clean(&after).text;
        let tep = self.tep.entry(path.clone()).or_insert_with(|| TepSua {
            name: name.to_owned(),
            before: text.to_owned(),
            after: String::new(),
            bytes: Vec::new(),
            so_cho: 0,
            da_qua: Vec::new(),
        });
        tep.da_qua.push((text.to_owned(), sound.iter().map(|fix| change(fix)).collect()));
        if let Some(back) = tep.da_qua.iter().position(|(before, _)| *before == shown) {
            // It is what it has been before: begin anew without the changes that lead there.
            undone.extend(tep.da_qua.drain(back..).flat_map(|(_, changes)| changes));
            self.tep.remove(&path);
            return Ok(true);
        }
        (tep.after, tep.bytes) = (shown, after);
        tep.so_cho += sound.len();
        Ok(true)
    }

    /// The file on the disk that a text was read from: files of the project are named by their path from its root, others as
    /// the user typed them. Only one that still says the same, and lies in the project.
    fn find(&self, project: &Project, input: &Path, name: &str, text: &str) -> Option<(PathBuf, Vec<u8>)> {
        let typed = PathBuf::from(name);
        let own = project.at(name);
        let of_project = name.starts_with("data/") && typed != input;
        for path in if of_project { [own, typed] } else { [typed, own] } {
            let Ok(real) = path.canonicalize() else { continue };
            let bytes = match self.tep.get(&real) {
                Some(tep) => tep.bytes.clone(),
                None => std::fs::read(&real).unwrap_or_default(),
            };
            let inside = path == input || project.contain(&path).is_some();
            if inside && text::clean(&bytes).text == text {
                return Some((real, bytes));
            }
        }
        None
    }
}

/// Whether places in what was read are places in the file.
fn is_text(path: &Path) -> bool {
    let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    matches!(ending.as_deref(), Some("yaml" | "yml" | "md" | "txt" | "markdown"))
}

fn refuse(name: &str, why: &str, advice: &str) -> Diagnostic {
    Diagnostic::new(&code::GHI, format!("không tự sửa được {name}: {why}")).advice(advice)
}

/// The fixes after which the file is still read as it was. Words that are right in a sentence may be a sign to YAML.
fn sound<'f>(file: FileId, text: &str, bytes: &[u8], yaml: bool, fixes: &[&'f Fix]) -> Vec<&'f Fix> {
    let Some(before) = parsed(file, text).filter(|_| yaml) else { return fixes.to_vec() };
    let same = |fixes: &[&Fix]| {
        let after = fix::into_bytes(bytes, text, fixes).map(|bytes| text::clean(&bytes).text);
        after.and_then(|after| parsed(file, &after)).is_some_and(|after| like(&before, &after))
    };
    if same(fixes) {
        return fixes.to_vec();
    }
    fixes.iter().copied().filter(|fix| same(&[*fix])).collect()
}

/// The tree of a text, if it is one.
fn parsed(file: FileId, text: &str) -> Option<Document> {
    let mut sink = Sink::default();
    let document = yaml::parse(file, text, &mut sink)?;
    sink.is_empty().then_some(document)
}

/// Whether two files have the same keys and lists and as many comments: only words may differ.
fn like(a: &Document, b: &Document) -> bool {
    a.comments.len() == b.comments.len() && same_shape(&a.root, &b.root)
}

fn same_shape(a: &Node, b: &Node) -> bool {
    match (&a.kind, &b.kind) {
        (Kind::Scalar(_, a), Kind::Scalar(_, b)) => a == b,
        (Kind::Seq(a), Kind::Seq(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_shape(a, b)),
        (Kind::Map(a, _), Kind::Map(b, _)) => {
            let same =
                |((ak, av), (bk, bv)): (&(Node, Node), &(Node, Node))| ak.scalar() == bk.scalar() && same_shape(av, bv);
            a.len() == b.len() && a.iter().zip(b).all(same)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Files, Place};

    /// What rules would say of a file: each pair is what one finds and what it puts there.
    fn found(name: &str, text: &str, pairs: &[(&str, &str)]) -> Outcome {
        let mut files = Files::default();
        let file = files.add(name, text.to_owned());
        let mut findings = Vec::new();
        for (wrong, right) in pairs {
            for (at, _) in text.match_indices(wrong) {
                let place = Place { file, span: at..at + wrong.len() };
                let mut finding = Diagnostic::new(&code::BIEN, "sai").at(place.clone());
                finding.fix = Some(Fix { place, text: (*right).to_owned() });
                findings.push(finding);
            }
        }
        Outcome { files, findings, ..Outcome::default() }
    }

    /// Mends a file until nothing changes.
    fn mended(name: &str, text: &str, pairs: &[(&str, &str)]) -> (String, usize) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        let (mut sua, shown) = (Sua::default(), path.display().to_string());
        for _ in 0..20 {
            let now = sua.tep.values().next().map_or_else(|| text.to_owned(), |tep| tep.after.clone());
            if !sua.vong(&Project::of(&path), &path, &found(&shown, &now, pairs)) {
                return (now, sua.dem().0);
            }
        }
        panic!("it never ends");
    }

    #[test]
    fn what_one_rule_takes_back_from_another_stays_as_it_is() {
        let pairs = [("Hướng", "hướng"), ("hướng", "Hướng"), ("sai", "đúng")];
        assert_eq!(mended("a.txt", "Hướng dẫn sai", &pairs), ("Hướng dẫn đúng".to_owned(), 1));
        assert_eq!(mended("a.txt", "hướng dẫn đúng", &pairs), ("hướng dẫn đúng".to_owned(), 0));
    }

    #[test]
    fn what_is_mended_may_show_more() {
        assert_eq!(mended("a.txt", "một", &[("một", "hai"), ("hai", "ba")]), ("ba".to_owned(), 2));
    }

    /// A sign of YAML among the right words would change what is read.
    #[test]
    fn a_fix_that_yaml_would_read_otherwise_is_left_out() {
        let pairs = [("nhân dân", "Nhân dân"), ("một", "hai: ba"), ("bốn", "năm  # sáu"), ("bảy", "\"tám\"")];
        let text = "a: nhân dân\nb: một\nc: bốn\nd: \"bảy\"\n";
        assert_eq!(mended("a.yaml", text, &pairs), (text.replace("nhân dân", "Nhân dân"), 1));
        assert_eq!(mended("a.txt", "b: một", &pairs), ("b: hai: ba".to_owned(), 1));
    }
}
