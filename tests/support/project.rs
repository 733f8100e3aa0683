//! A project in a temporary folder, rendered in process.

use std::path::{Path, PathBuf};
use vanthu::check;
use vanthu::diag::human;
use vanthu::pipeline::{Outcome, Pipeline, Task, Watch, Written};
use vanthu::project::Project;
use vanthu::typeset::Format;

/// A throw-away project. Its campaign uses the shipped agencies unless it brings its own.
pub struct TestProject {
    folder: tempfile::TempDir,
}

/// What came of a campaign.
pub struct Rendered {
    /// Findings and the texts they point into, without what a văn thư would say of any draft's words: that has tests of
    /// its own, `kiem_tra`.
    pub outcome: Outcome,
    /// The files written, with the folder's name cut off: `chien_dich/ke_hoach.pdf`.
    pub files: Vec<String>,
    contents: Vec<Vec<u8>>,
    folder: PathBuf,
}

impl TestProject {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::create_dir_all(folder.path().join("data")).expect("a data folder");
        TestProject { folder }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Adds a file by its path in the project.
    pub fn file(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, bytes).expect("a written file");
        self
    }

    /// Renders `campaign`, a path in the project, to PDF.
    pub fn render(&self, campaign: &str) -> Rendered {
        self.run(campaign, &[Format::Pdf])
    }

    pub fn run(&self, campaign: &str, formats: &[Format]) -> Rendered {
        let output = self.folder.path().join("output");
        let path = self.folder.path().join(campaign);
        let pipeline = open(&path);
        let task = Task { output: Some((output.clone(), formats.to_vec())), ..Task::default() };
        let mut outcome = pipeline.run(&path, &task, &Watch::default());
        outcome.findings.retain(|finding| !check::of_any_draft(finding.code));
        let name = |written: &Written| {
            written.path.strip_prefix(&output).expect("inside the output folder").display().to_string()
        };
        let files: Vec<String> = outcome.written.iter().map(name).collect();
        let contents = files.iter().map(|f| std::fs::read(output.join(f)).expect("a written file")).collect();
        Rendered { outcome, files, contents, folder: self.folder.path().to_owned() }
    }
}

/// The pipeline of the project a campaign lies in.
pub fn open(campaign: &Path) -> Pipeline {
    Pipeline::open(Project::of(campaign), None).unwrap_or_else(|o| panic!("project does not open: {:?}", o.findings))
}

impl Rendered {
    /// The messages as a user reads them, with the temporary folder's path cut out.
    pub fn messages(&self) -> String {
        let shown = self.outcome.findings.iter().map(|d| human::render(&self.outcome.files, d, false));
        shown.collect::<Vec<_>>().join("\n\n").replace(&format!("{}/", self.folder.display()), "")
    }

    /// The bytes of a written file.
    pub fn bytes(&self, name: &str) -> &[u8] {
        let at = self.files.iter().position(|f| f == name);
        &self.contents[at.unwrap_or_else(|| panic!("{name} was not written\n{}", self.messages()))]
    }

    /// The only PDF, read back.
    pub fn pdf(&self) -> super::pdf::Pdf {
        let [name] = self.files.as_slice() else { panic!("one file expected: {:?}\n{}", self.files, self.messages()) };
        super::pdf::Pdf::read(self.bytes(name))
    }
}

/// A campaign of one kế hoạch for quick tests; `fields` are lines of the document, indented by the caller's `body`.
pub fn ke_hoach(fields: &str) -> String {
    let mut text = String::from("chien_dich: Thử\nnam: 2026\nco_quan: syt_thai_binh\nvan_ban:\n  ke_hoach:\n");
    for line in fields.lines() {
        text.push_str("    ");
        text.push_str(line);
        text.push('\n');
    }
    text
}

/// A project that holds every example of the gallery with its agencies, and the examples' names.
pub fn gallery() -> (TestProject, Vec<String>) {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let list = |folder: &str| {
        let entries = std::fs::read_dir(data.join(folder)).expect("a folder of examples");
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
        paths.sort();
        paths
    };
    let mut project = TestProject::new();
    for agency in list("mau_du_an").iter().filter(|path| !path.ends_with("chien_dich.yaml")) {
        let name = agency.file_name().expect("a name").to_string_lossy();
        project = project.file(&format!("data/co_quan/{name}"), std::fs::read(agency).expect("an agency"));
    }
    let mut names = Vec::new();
    for example in list("mau") {
        let name = example.file_stem().expect("a name").to_string_lossy().into_owned();
        project = project.file(&format!("data/chien_dich/{name}.yaml"), std::fs::read(&example).expect("an example"));
        names.push(name);
    }
    (project, names)
}
