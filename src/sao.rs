//! `vanthu sao`: SAO Y and SAO LỤC of a PDF that already exists (Điều 25; Phụ lục I, phần II). The way of a copy, as
//! `pipeline` is the way of a campaign: read the request and the original, lay out what is added, put it on, write.

mod chong;
mod chu_ky_so;
mod goc;
mod muc_in;
mod thuoc;
mod trang;
mod yeu_cau;

pub use yeu_cau::{DONG_LENH, YeuCau};

use crate::diag::{Diagnostic, Files, Sink, code};
use crate::model::{BanSao, DangSao};
use crate::pipeline::{Pipeline, Written};
use crate::{typeset, write};
use chong::Khoi;
use goc::Goc;
use std::path::{Path, PathBuf};
use thuoc::Thuoc;
use trang::Trang;

/// What came of a request.
#[derive(Debug)]
pub struct KetQua {
    /// The texts that the findings point into.
    pub files: Files,
    /// Everything found.
    pub findings: Vec<Diagnostic>,
    /// The copy, if it was made.
    pub written: Option<Written>,
}

/// Makes the copy that is asked for. All mistakes of the request and of the original are found in one run; nothing is
/// written when there is one.
pub fn sao(pipeline: &Pipeline, yeu_cau: &YeuCau) -> KetQua {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let ban_sao = yeu_cau.doc(pipeline, &mut files, &mut sink);
    let goc = Goc::doc(&yeu_cau.tep).map_err(|finding| sink.push(finding)).ok();
    let thuoc = Thuoc::doc(&pipeline.project, &mut files, &mut sink);
    let mut written = None;
    if let (Some(ban_sao), Some(goc), Some(thuoc)) = (ban_sao, goc, thuoc)
        && !sink.has_errors()
    {
        let ra = yeu_cau.ra.clone().unwrap_or_else(|| ten_ra(&yeu_cau.tep, &ban_sao));
        match lam(pipeline, &ban_sao, goc, &thuoc, &yeu_cau.tep, &ra, &mut sink) {
            Ok(pages) => written = pages.map(|pages| Written { path: ra, pages, row: false, unchanged: false }),
            Err(finding) => sink.push(finding),
        }
    }
    KetQua { files, findings: sink.into_sorted(), written }
}

/// `output/<original>_sao_y.pdf`: beside what `render` writes, so that the folder of received papers stays as it is.
fn ten_ra(goc: &Path, ban_sao: &BanSao) -> PathBuf {
    let mut ten = goc.file_stem().unwrap_or_default().to_owned();
    ten.push(format!("_{}", ban_sao.hinh_thuc.ma()));
    if matches!(ban_sao.dang, DangSao::DienTu { .. }) {
        ten.push("_dien_tu");
    }
    ten.push(".pdf");
    Path::new("output").join(ten)
}

/// Lays out, puts on, writes. Gives the number of pages; `None` when the layout failed, which has been reported.
fn lam(
    pipeline: &Pipeline,
    ban_sao: &BanSao,
    mut goc: Goc,
    thuoc: &Thuoc,
    tep: &Path,
    ra: &Path,
    sink: &mut Sink,
) -> Result<Option<usize>, Diagnostic> {
    khac_tep_goc(tep, ra)?;
    let (dau, cuoi) = goc.trang().ok_or_else(|| goc::hong(tep))?;
    let dien_tu = matches!(ban_sao.dang, DangSao::DienTu { .. });
    let cho = if dien_tu { Cho::Trang(dau, thuoc.chu_ky_so_tren) } else { cho_giay(&goc, cuoi, thuoc, tep)? };
    let rong = match &cho {
        Cho::Trang(trang, _) | Cho::NeuDu(trang, _) => trang.rong,
        Cho::TrangMoi => thuoc.giay_rong,
    };
    let Some(mut khoi) = khoi(pipeline, ban_sao, rong, sink)? else { return Ok(None) };
    if chu_ky_so::go_bo(&mut goc.pdf) {
        sink.push(mat_chu_ky_so(tep, dien_tu));
    }
    let dat = match cho {
        Cho::Trang(trang, tren) => chong::dan(&mut goc.pdf, &khoi, &trang, tren),
        Cho::NeuDu(trang, tren) if tren + khoi.cao <= trang.cao - thuoc.le_duoi => {
            chong::dan(&mut goc.pdf, &khoi, &trang, tren)
        }
        Cho::NeuDu(..) | Cho::TrangMoi => {
            if (khoi.rong - thuoc.giay_rong).abs() > 0.01 {
                let Some(a4) = self::khoi(pipeline, ban_sao, thuoc.giay_rong, sink)? else { return Ok(None) };
                khoi = a4;
            }
            let tren = thuoc.le_tren - thuoc.ban_sao_tren;
            if tren + khoi.cao > thuoc.giay_cao - thuoc.le_duoi {
                return Err(Diagnostic::new(&code::SAI_GIA_TRI, "phần bản sao dài quá một trang giấy A4")
                    .advice("bớt --noi-nhan: gộp các nơi nhận thành nhóm, ví dụ “Các đơn vị trực thuộc”"));
            }
            chong::them_trang(&mut goc.pdf, &khoi, (thuoc.giay_rong, thuoc.giay_cao), tren)
        }
    };
    dat.ok_or_else(|| goc::hong(tep))?;
    let bytes = goc.xuat().ok_or_else(|| goc::hong(tep))?;
    if let Some(folder) = ra.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(|error| write::explain(folder, &error))?;
    }
    write::whole(ra, &bytes)?;
    Ok(Some(goc.so_trang()))
}

/// A signed file is an electronic document. Điều 25 khoản 1, 2: it is copied to paper; from file to file only trích sao.
fn mat_chu_ky_so(tep: &Path, dien_tu: bool) -> Diagnostic {
    let message = format!("{} có chữ ký số; bản sao không giữ được chữ ký số", tep.display());
    let mut finding = Diagnostic::new(&code::CHU_KY_SO, message)
        .advice("giữ tệp gốc bên cạnh bản sao để khi cần còn kiểm tra được chữ ký số");
    if dien_tu {
        finding.clause =
            Some("NĐ 30/2020/NĐ-CP, Điều 25 khoản 1 và 2: không có sao y, sao lục từ điện tử sang điện tử");
        finding = finding.advice("văn bản đã ký số thì gửi chính tệp gốc, hoặc sao sang giấy (bỏ --dien-tu)");
    }
    finding
}

/// Where the strip goes; distances in points from the top of the page as shown.
enum Cho {
    /// On this page, so far down.
    Trang(Trang, f64),
    /// On this page if there is room, else on a page of its own.
    NeuDu(Trang, f64),
    /// On a page of its own.
    TrangMoi,
}

/// "Trên cùng một tờ giấy (khổ A4), ngay sau phần cuối cùng của văn bản cần sao" (phần II, mục II.2a). A page narrower
/// than A4 has no room for the two columns.
fn cho_giay(goc: &Goc, cuoi: Trang, thuoc: &Thuoc, tep: &Path) -> Result<Cho, Diagnostic> {
    /// Scanned pages are a millimetre off.
    const GAN_BANG: f64 = 3.0;
    if cuoi.rong < thuoc.giay_rong - GAN_BANG {
        return Ok(Cho::TrangMoi);
    }
    let muc = muc_in::cuoi(goc.bytes.clone(), thuoc).map_err(|muc_in::KhongVe| goc::hong(tep))?;
    let dau_trang = thuoc.le_tren - thuoc.ban_sao_tren;
    Ok(Cho::NeuDu(cuoi, muc.unwrap_or(dau_trang).max(dau_trang)))
}

/// The strip, laid out. `None` when that failed, which has been reported.
fn khoi(pipeline: &Pipeline, ban_sao: &BanSao, rong: f64, sink: &mut Sink) -> Result<Option<Khoi>, Diagnostic> {
    let source = pipeline.templates.ban_sao(ban_sao, rong, &pipeline.base.phong_chu.ho)?;
    let Some(pages) = typeset::compile(&pipeline.base, &source, "bản sao", 1, sink) else { return Ok(None) };
    let khoi = typeset::pdf_trong_suot(&pages).and_then(|bytes| Khoi::doc(&bytes));
    khoi.map(Some).ok_or_else(|| {
        Diagnostic::new(&code::MAU, "không xuất được phần bản sao")
            .advice("xóa mẫu riêng trong templates/ để dùng mẫu đi kèm")
    })
}

/// The original is what the copy is compared with: it is never written over.
fn khac_tep_goc(goc: &Path, ra: &Path) -> Result<(), Diagnostic> {
    let same = match (goc.canonicalize(), ra.canonicalize()) {
        (Ok(goc), Ok(ra)) => goc == ra,
        _ => false,
    };
    if same {
        return Err(Diagnostic::new(&code::GHI, format!("bản sao trùng tên với tệp gốc {}", goc.display()))
            .advice("ghi tên khác sau -o; tệp gốc phải giữ nguyên"));
    }
    Ok(())
}
