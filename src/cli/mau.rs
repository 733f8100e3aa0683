//! The gallery: one example campaign for each type of document, in `data/mau`.

use vanthu::diag::words::fold;
use vanthu::project::Project;

const FOLDER: &str = "data/mau";

/// An example.
pub struct Mau {
    /// Stem of its file, `to_trinh`.
    pub ten: String,
    /// What it is, from the comment at its top.
    pub mo_ta: String,
    /// The campaign.
    pub chu: String,
}

/// All examples, the project's own among them, by name.
pub fn all(project: &Project) -> Vec<Mau> {
    let names = project.list(FOLDER);
    let read = |name: &String| {
        let ten = name.strip_suffix(".yaml")?.to_owned();
        let chu = String::from_utf8(project.read(&format!("{FOLDER}/{name}")).ok()?.into_owned()).ok()?;
        let comments = chu.lines().filter_map(|line| line.strip_prefix("# "));
        let first = comments.filter(|line| !line.starts_with("yaml-language-server")).take(1).collect::<String>();
        let mo_ta = first.split_once(". ").map_or(first.as_str(), |(sentence, _)| sentence);
        Some(Mau { ten, mo_ta: mo_ta.trim_end_matches('.').to_owned(), chu })
    };
    names.iter().filter_map(read).collect()
}

/// The example of a type, by the type's name with or without its marks.
pub fn find<'a>(all: &'a [Mau], loai: &str) -> Option<&'a Mau> {
    let folded = fold(loai);
    all.iter().find(|mau| mau.ten == folded)
}

impl Mau {
    /// Keys of the agencies it needs.
    pub fn co_quan(&self) -> impl Iterator<Item = &str> {
        let values = self.chu.lines().filter_map(|line| line.trim_start().strip_prefix("co_quan:"));
        values.filter_map(|rest| rest.split_whitespace().next())
    }
}
