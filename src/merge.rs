//! Step 4: a document and its template to Typst source. Every value is escaped on its way in, so that text can never
//! become code; only the body writer makes values that are already safe.

mod ban_sao;
mod bang;
mod body;
mod chu;
mod context;
mod escape;

use crate::diag::{Diagnostic, code};
use crate::model::{KemTheo, VanBan};
use crate::project::Project;
use escape::write_escaped;
use tera::{Context, Tera, Value};

/// Folder of the templates.
pub const FOLDER: &str = "templates";

/// The templates of a project, parsed once.
pub struct Templates {
    tera: Tera,
    sources: Vec<(String, String)>,
}

impl Templates {
    /// Reads all `.typ` templates, the project's own first. `the_thuc.typ` is Typst only and is read by `typeset`.
    pub fn load(project: &Project) -> Result<Templates, Diagnostic> {
        let mut tera = Tera::new();
        tera.autoescape_on([".typ"]);
        tera.set_escape_fn(write_escaped);
        // A template that says `safe` would let text become code.
        tera.register_filter("safe", |_: &str, _: tera::Kwargs, _: &tera::State<'_>| -> tera::TeraResult<Value> {
            Err(tera::Error::message("safe"))
        });
        let mut sources = Vec::new();
        for name in project.list(FOLDER).iter().filter(|n| n.ends_with(".typ") && *n != "the_thuc.typ") {
            let bytes = project.read(&format!("{FOLDER}/{name}")).map_err(|_| template_error(name, None))?;
            sources.push((name.clone(), String::from_utf8_lossy(&bytes).into_owned()));
        }
        let texts = sources.iter().map(|(name, text)| (name.as_str(), text.as_str()));
        tera.add_raw_templates(texts).map_err(|error| of_tera(&error, "thư mục templates/"))?;
        Ok(Templates { tera, sources })
    }

    /// Their texts.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.sources.iter().map(|(_, text)| text.as_str())
    }

    /// The Typst source of a document, with what goes with it in the same file. `phong_chu` are the font families to use,
    /// best first.
    pub fn typst(&self, van_ban: &VanBan, phong_chu: &[String]) -> Result<String, Diagnostic> {
        self.render(&van_ban.dau.loai.mau, &context::van_ban(van_ban, phong_chu))
    }

    /// The Typst source of something that goes with a document as a file of its own.
    pub fn typst_kem_theo(&self, van_ban: &VanBan, kem: &KemTheo, phong_chu: &[String]) -> Result<String, Diagnostic> {
        self.render("tep_kem_theo.typ", &context::kem_theo(van_ban, kem, phong_chu))
    }

    fn render(&self, mau: &str, context: &Context) -> Result<String, Diagnostic> {
        self.tera.render(mau, context).map_err(|error| of_tera(&error, &format!("mẫu {FOLDER}/{mau}")))
    }
}

fn of_tera(error: &tera::Error, fallback: &str) -> Diagnostic {
    use tera::ErrorKind;
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            template_error(report.filename(), Some(report.span().start_line))
        }
        ErrorKind::TemplateNotFound(name) => template_error(name, None),
        ErrorKind::MissingParent { current, .. } => template_error(current, None),
        // The rest has no place: blocks that do not fit together, components.
        _ => Diagnostic::new(&code::MAU, format!("{fallback}: các mẫu không khớp nhau"))
            .advice("mỗi {% block %} của mẫu con phải có trong mẫu cha; so với mẫu đi kèm chương trình"),
    }
}

fn template_error(name: &str, line: Option<usize>) -> Diagnostic {
    let line = line.map(|n| format!(", dòng {n}")).unwrap_or_default();
    Diagnostic::new(&code::MAU, format!("mẫu {FOLDER}/{name}{line} viết sai"))
        .advice("so với mẫu đi kèm chương trình; xóa mẫu riêng để dùng mẫu đi kèm")
}
