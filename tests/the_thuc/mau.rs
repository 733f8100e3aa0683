//! The examples of `data/mau`, one for each type of Điều 7, rendered as in a project that `vanthu new --mau` makes.

use crate::support::pdf::Pdf;
use crate::support::project::{Rendered, TestProject};
use std::path::Path;
use std::sync::OnceLock;

/// An example, rendered with one letterhead and one size.
pub struct Mau {
    /// Stem of its file.
    pub ten: String,
    /// The document with what follows it in the same file.
    pub pdf: Pdf,
}

fn root(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Stems of all examples, in order.
pub fn names() -> Vec<String> {
    let entries = std::fs::read_dir(root("data/mau")).expect("the examples");
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter_map(|name| name.strip_suffix(".yaml").map(str::to_owned))
        .collect();
    names.sort_unstable();
    names
}

/// A project with an example changed by `change`; its campaign is `data/chien_dich/<ten>.yaml`.
pub fn project(ten: &str, change: impl FnOnce(String) -> String) -> TestProject {
    let mut project = TestProject::new().file(&campaign(ten), change(read(&format!("data/mau/{ten}.yaml"))));
    for co_quan in ["so_y_te", "ubnd_tinh_cao_bang"] {
        let text = read(&format!("data/mau_du_an/{co_quan}.yaml"));
        project = project.file(&format!("data/co_quan/{co_quan}.yaml"), text);
    }
    project
}

/// Path of the campaign in the project.
pub fn campaign(ten: &str) -> String {
    format!("data/chien_dich/{ten}.yaml")
}

/// An example with its text changed, and everything that came of it.
pub fn changed(ten: &str, change: impl FnOnce(String) -> String) -> Rendered {
    project(ten, change).render(&campaign(ten))
}

/// An example with lines added to its document: `khan: khẩn`. The document itself, without files that go with it.
pub fn with(ten: &str, fields: &str) -> Pdf {
    let added: String = fields.lines().map(|line| format!("    {line}\n")).collect();
    let rendered = changed(ten, |text| {
        let at = text.find("    loai:").expect("the key loai");
        format!("{}{added}{}", &text[..at], &text[at..])
    });
    let main = rendered.files.iter().find(|f| f.ends_with(".pdf") && !f.contains("-kem-theo-"));
    Pdf::read(rendered.bytes(main.unwrap_or_else(|| panic!("{ten} was not printed\n{}", rendered.messages()))))
}

/// All examples with a letterhead (`12_13`, `13_14`) and a size of the body (13, 14). Each is laid out once for all tests.
pub fn all(dau: &str, co_chu: u8) -> &'static [Mau] {
    static CELLS: [OnceLock<Vec<Mau>>; 4] = [const { OnceLock::new() }; 4];
    let cell = usize::from(dau == "13_14") * 2 + usize::from(co_chu == 14);
    CELLS[cell].get_or_init(|| {
        let render = |ten: String| {
            let pdf = with(&ten, &format!("dau: {dau}\nco_chu: {co_chu}"));
            Mau { ten, pdf }
        };
        names().into_iter().map(render).collect()
    })
}

/// One of them, with letterhead 12_13 and body 14.
pub fn one(ten: &str) -> &'static Pdf {
    &all("12_13", 14).iter().find(|mau| mau.ten == ten).unwrap_or_else(|| panic!("no example {ten}")).pdf
}
