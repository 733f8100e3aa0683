//! `vanthu sao`

use super::args::SaoArgs;
use super::{End, count, has_errors, say, show, warn};
use vanthu::pipeline::Pipeline;
use vanthu::project::Project;
use vanthu::sao::{self, DONG_LENH, YeuCau};

/// Makes one copy of a PDF.
pub fn run(args: &SaoArgs) -> End {
    let pipeline = match Pipeline::open(Project::here(), args.font_dir.as_deref()) {
        Ok(pipeline) => pipeline,
        Err(outcome) => {
            show(&outcome.files, &outcome.findings);
            return End::InputWrong;
        }
    };
    let ket_qua = sao::sao(&pipeline, &yeu_cau(args));
    show(&ket_qua.files, &ket_qua.findings);
    if let Some(written) = &ket_qua.written {
        say(format!("đã ghi {} ({} trang)", written.path.display(), written.pages));
    }
    let found = count(&ket_qua.findings);
    if !found.is_empty() {
        warn(format!("{}: {found}", args.tep.display()));
    }
    let typed =
        |d: &vanthu::diag::Diagnostic| d.place.as_ref().is_some_and(|p| ket_qua.files.name(p.file) == DONG_LENH);
    match (has_errors(&ket_qua.findings), ket_qua.findings.iter().any(typed)) {
        (false, _) => End::Done,
        (true, true) => End::UsageWrong,
        (true, false) => End::InputWrong,
    }
}

fn yeu_cau(args: &SaoArgs) -> YeuCau {
    YeuCau {
        tep: args.tep.clone(),
        hinh_thuc: args.hinh_thuc.clone(),
        co_quan: args.co_quan.clone(),
        nguoi_ky: args.nguoi_ky.clone(),
        quyen_han: args.quyen_han.clone(),
        so: args.so.clone(),
        ngay: args.ngay.clone(),
        noi_nhan: args.noi_nhan.clone(),
        luu: args.luu.clone(),
        dien_tu: args.dien_tu,
        thoi_gian_ky: args.thoi_gian_ky.clone(),
        ten_co_quan: args.ten_co_quan.clone(),
        ra: args.ra.clone(),
    }
}
