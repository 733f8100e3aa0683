//! Step 4: a document and its template to Typst source. Every value is escaped on its way in, so that text can never
//! become code; only the body writer makes values that are already safe.

mod ban_sao;
mod body;
mod escape;

use crate::diag::{Diagnostic, code};
use crate::model::VanBan;
use crate::project::Project;
use escape::write_escaped;
use tera::{Context, Tera, Value};

/// Folder of the templates.
pub const FOLDER: &str = "templates";

/// The templates of a project, parsed once.
pub struct Templates {
    tera: Tera,
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
        tera.add_raw_templates(sources).map_err(|error| of_tera(&error, "thư mục templates/"))?;
        Ok(Templates { tera })
    }

    /// The Typst source of a document. `phong_chu` are the font families to use, best first.
    pub fn typst(&self, van_ban: &VanBan, phong_chu: &[String]) -> Result<String, Diagnostic> {
        let mau = &van_ban.dau.loai.mau;
        self.tera
            .render(mau, &context(van_ban, phong_chu))
            .map_err(|error| of_tera(&error, &format!("mẫu {FOLDER}/{mau}")))
    }
}

/// Everything a template may use. Names are those of the campaign.
fn context(van_ban: &VanBan, phong_chu: &[String]) -> Context {
    let dau = &van_ban.dau;
    let mut context = Context::new();
    let trich_yeu = dau.trich_yeu.join(" ");
    let ten_loai = capitalise(&dau.loai.ten);
    context.insert("phong_chu", phong_chu);
    context.insert("tieu_de", &format!("{ten_loai} {trich_yeu}"));
    context.insert("tac_gia", &dau.co_quan.ten_day_du());
    context.insert("mo_ta", &trich_yeu);
    context.insert("dau", van_ban.co_chu_dau.as_str());
    context.insert("co_chu", &van_ban.co_chu.0);
    context.insert("chu_quan", &dau.co_quan.chu_quan);
    context.insert("co_quan", &dau.co_quan.ten);
    context.insert("so", &dau.so.as_ref().map(|s| s.value.as_str()));
    context.insert("ky_hieu", &dau.ky_hieu);
    context.insert("dia_danh", &dau.dia_danh);
    context.insert("ngay", &dau.ngay.value.ngay_in());
    context.insert("thang", &dau.ngay.value.thang_in());
    context.insert("nam", &dau.ngay.value.nam.to_string());
    context.insert("loai", &dau.loai.ten.to_uppercase());
    context.insert("trich_yeu", &dau.trich_yeu);
    context.insert("kinh_gui", &van_ban.dong_kinh_gui());
    context.insert("noi_nhan", &van_ban.dong_noi_nhan());
    context.insert("quyen_han", &van_ban.nguoi_ky.value.quyen_han);
    context.insert("ho_ten", &van_ban.nguoi_ky.value.ho_ten);
    let body = body::write(&van_ban.noi_dung, dau.loai.bo_cuc);
    for (name, part) in [("noi_dung", body.dau), ("doan_ap_cuoi", body.ap_cuoi), ("doan_cuoi", body.cuoi)] {
        context.insert_value(name, Value::safe_string(&part));
    }
    context
}

fn capitalise(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
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
