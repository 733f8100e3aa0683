//! What rules know beside the document: word lists now, other facts when a rule asks for them.

use crate::check::{self, Kho, Luoi, TuDien};
use crate::diag::{Diagnostic, Files, Sink, code};
use crate::load;
use crate::project::Project;

/// Reads the word lists of a project.
pub fn kho(project: &Project, files: &mut Files, sink: &mut Sink) -> Kho {
    let tables = load::kiem_tra::bang_tu(project, files, sink);
    let (tu_dien, unknown) = TuDien::new(tables, check::code);
    for name in unknown {
        let message = format!("data/kiem_tra: không có quy tắc “{name}”");
        sink.push(Diagnostic::new(&code::KHONG_CO, message).advice("xem tên các quy tắc bằng vanthu explain"));
    }
    Kho {
        tu_dien,
        phap_luat: later(project, load::du_kien::phap_luat),
        ky_niem: later(project, load::du_kien::ky_niem),
        tinh_thanh: later(project, load::du_kien::tinh_thanh),
        the_thuc: later(project, load::kiem_tra::the_thuc),
    }
}

/// Reads when first asked. A file that cannot be read is a finding of the campaigns that use it, and silent here.
fn later<T: 'static>(project: &Project, read: fn(&Project, &mut Files, &mut Sink) -> Option<T>) -> Luoi<T> {
    let project = project.clone();
    Luoi::new(Box::new(move || read(&project, &mut Files::default(), &mut Sink::default())))
}
