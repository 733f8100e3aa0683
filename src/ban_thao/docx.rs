//! Word's .docx: words as a person sees them, with their look.
//!
//! On `zip` and `quick-xml`, which are in the tree for workbooks, rather than on a reader of .docx, because none of those
//! looked at in 11/2026 could be used: `docx-rs` 0.4.22 is a writer first, whose reader panics on files that LibreOffice
//! and others write (widths with a unit, empty level texts: bounds and `unwrap`); `docx-rust` 0.1.11 refuses a file for one
//! unknown value in a picture; `rdocx` 0.16 needs a newer compiler than ours and brings fonts, HTML and PDF;
//! `ooxmlsdk` 0.14 is the schema in 130,000 lines, without styles laid over one another and without automatic numbers. All
//! read by recursion, and the last two steps, which layout rules and numbering rules live on, would be ours in any case.

mod dang;
mod danh_so;
mod dong;
mod goi;
mod kieu;
mod phan;
mod than;
mod ve;
mod xml;

use super::Tho;
use crate::diag::{Diagnostic, FileId, Files, Place, Sink, code, fold};
use crate::model::ban_thao::dang::{DangTrang, SoTrang};
use danh_so::DanhSo;
use dong::{DongNhap, Dung, Nhom};
use goi::{Goi, Loi};
use kieu::BangKieu;
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use than::{Doan, Than};
use xml::{Nut, Xml};

/// The largest file that is read, in bytes: pictures count.
pub const MAX_BYTES: usize = 64 << 20;

/// Word's own distance of tab stops, points.
const TAB: f64 = 36.0;

/// Reads a .docx and keeps its text in `files` under its name, one paragraph a line. `None` when it cannot be read; why
/// is in `sink`.
pub fn doc(name: &str, bytes: &[u8], files: &mut Files, sink: &mut Sink) -> Option<(FileId, Tho)> {
    let read = if bytes.len() > MAX_BYTES {
        Err(Loi::QuaLon)
    } else if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        Err(old(bytes))
    } else {
        // A file can be wrong in more ways than a reader foresees.
        catch_unwind(AssertUnwindSafe(|| mo(bytes))).unwrap_or(Err(Loi::Hong))
    };
    match read {
        Ok(mut tai_lieu) => {
            let (dong, text) = tai_lieu.dong();
            let file = files.add(name, text);
            let dong = dong.into_iter().map(|line| line.vao(file)).collect();
            Some((file, Tho { dong, trang: tai_lieu.trang }))
        }
        Err(error) => {
            let file = files.add(name, String::new());
            sink.push(refused(name, error).at(Place { file, span: 0..0 }));
            None
        }
    }
}

/// What a file of Word's older format is, or one behind a password.
fn old(bytes: &[u8]) -> Loi {
    let wide: Vec<u8> = "EncryptedPackage".bytes().flat_map(|b| [b, 0]).collect();
    if bytes.windows(wide.len()).any(|part| part == wide) {
        return Loi::Khac("tệp có mật khẩu", "mở bằng Word, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ tài liệu) rồi lưu lại");
    }
    Loi::Khac("tệp Word đời cũ (.doc)", "mở bằng Word, chọn Lưu thành (Save As), kiểu Tài liệu Word (.docx)")
}

fn refused(name: &str, error: Loi) -> Diagnostic {
    match error {
        Loi::Hong => Diagnostic::new(&code::SAI_KIEU, format!("tệp {name} bị hỏng hoặc không phải tệp Word"))
            .advice("mở tệp bằng Word, để Word sửa, rồi lưu thành một tệp .docx mới"),
        Loi::QuaLon => Diagnostic::new(&code::QUA_LON, format!("tệp {name} mở ra quá lớn"))
            .advice("bỏ bớt hình ảnh, tách phụ lục thành tệp riêng, hoặc chép nội dung sang một tệp mới"),
        Loi::Khac(what, advice) => {
            Diagnostic::new(&code::SAI_KIEU, format!("{name} là {what}, không phải tệp .docx")).advice(advice)
        }
    }
}

/// A document as read.
struct TaiLieu {
    than: Than,
    trang: Option<DangTrang>,
    chu_thich: Vec<Doan>,
    dau_trang: Vec<Doan>,
    tab: f64,
}

fn mo(bytes: &[u8]) -> Result<TaiLieu, Loi> {
    let mut goi = Goi::mo(bytes)?;
    let main = goi.than()?;
    let rels = goi.quan_he(&main)?;
    let folder = main.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let mut part = |kind: &str, usual: &str| -> Result<Option<String>, Loi> {
        let named = rels.iter().find(|r| r.kieu == kind).map(|r| r.dich.clone());
        goi.phan(&named.unwrap_or_else(|| format!("{folder}{usual}")))
    };
    let mut styles = part("styles", "styles.xml")?.map_or(Ok(BangKieu::default()), |text| BangKieu::doc(&text))?;
    if let Some(theme) = part("theme", "theme/theme1.xml")? {
        styles.doc_chu_de(&theme)?;
    }
    let mut numbers = part("numbering", "numbering.xml")?.map_or(Ok(DanhSo::default()), |text| DanhSo::doc(&text))?;
    let tab = part("settings", "settings.xml")?.map_or(Ok(TAB), |text| default_tab(&text))?;
    let notes = [part("footnotes", "footnotes.xml")?, part("endnotes", "endnotes.xml")?];
    let body = part("officedocument", main.strip_prefix(&folder).unwrap_or(&main))?.ok_or(Loi::Hong)?;
    let than = than::doc(&body, &mut styles, &mut numbers)?;
    let mut chu_thich = Vec::new();
    for text in notes.iter().flatten() {
        chu_thich.extend(than::doc(text, &mut styles, &mut numbers)?.doan);
    }
    let (mut dau_trang, mut so_trang) = (Vec::new(), None);
    if let Some(phan) = than.phan.first() {
        let dau = |kind: &str| if phan.rieng_trang_dau { kind == "first" } else { kind == "default" };
        for (o_chan, kind, id) in &phan.dau_chan {
            let named = rels.iter().find(|r| r.ma == *id).map(|r| r.dich.clone());
            let Some(text) = named.map(|named| goi.phan(&named)).transpose()?.flatten() else { continue };
            let read = than::doc(&text, &mut styles, &mut numbers)?;
            if let Some(can) = read.so_trang.filter(|_| kind == "default" || dau(kind)) {
                let known: SoTrang = so_trang.unwrap_or(SoTrang { o_chan: *o_chan, can, trang_dau: false });
                so_trang = Some(SoTrang { trang_dau: known.trang_dau || dau(kind), ..known });
            }
            if !o_chan && dau(kind) {
                dau_trang = read.doan;
            }
        }
    }
    let trang = than.phan.iter().find_map(|phan| phan.trang).map(|trang| DangTrang { so_trang, ..trang });
    Ok(TaiLieu { than, trang, chu_thich, dau_trang, tab })
}

fn default_tab(text: &str) -> Result<f64, Loi> {
    let mut xml = Xml::new(text);
    while let Some(nut) = xml.tiep()? {
        if let Nut::Mo(the) = nut
            && the.w() == "defaultTabStop"
        {
            return Ok(the.val().and_then(|val| xml::do_dai(&val)).unwrap_or(TAB));
        }
    }
    Ok(TAB)
}

impl TaiLieu {
    /// The lines and the text. Notes and headers stand behind the body in the text, so that paragraphs keep their
    /// numbers; in reading order a note follows its paragraph, and a header that is the letterhead comes first.
    fn dong(&mut self) -> (Vec<DongNhap>, String) {
        let mut dung = Dung::new(self.tab);
        let lien: Vec<(bool, bool)> = (0..self.than.doan.len()).map(|at| contextual(&self.than.doan, at)).collect();
        for (at, (doan, lien)) in self.than.doan.iter_mut().zip(lien).enumerate() {
            dung.them(doan, Nhom::Than(at), lien);
        }
        let body = std::mem::take(&mut dung.dong);
        let mut of_note: HashMap<Rc<str>, Vec<usize>> = HashMap::new();
        for doan in &mut self.chu_thich {
            let before = dung.dong.len();
            dung.them(doan, Nhom::ChuThich, (false, false));
            let id = doan.cua_chu_thich.clone().unwrap_or_else(|| "".into());
            of_note.entry(id).or_default().extend(before..dung.dong.len());
        }
        let mut notes: Vec<Option<DongNhap>> = std::mem::take(&mut dung.dong).into_iter().map(Some).collect();
        let quoc_hieu = |doan: &Doan| doan.dong.iter().any(|ve| fold(&ve.text).contains("cong_hoa_xa_hoi_chu_nghia"));
        if self.dau_trang.iter().any(quoc_hieu) {
            self.dau_trang.iter_mut().for_each(|doan| dung.them(doan, Nhom::DauTrang, (false, false)));
        }
        let mut out = std::mem::take(&mut dung.dong);
        let mut body = body.into_iter().peekable();
        while let Some(line) = body.next() {
            let nhom = line.nhom;
            out.push(line);
            let Nhom::Than(at) = nhom else { continue };
            if body.peek().is_none_or(|next| next.nhom != nhom) {
                let mine = self.than.doan[at].chu_thich.iter().filter_map(|id| of_note.remove(id)).flatten();
                out.extend(mine.filter_map(|note| notes[note].take()));
            }
        }
        out.extend(notes.into_iter().flatten());
        (out, dung.text)
    }
}

/// Whether the space before and after a paragraph falls away because its neighbour has the same style.
fn contextual(all: &[Doan], at: usize) -> (bool, bool) {
    let own = &all[at];
    let same = |other: Option<&Doan>| other.is_some_and(|other| other.dang.kieu == own.dang.kieu);
    let on = own.dang.lien == Some(true);
    (on && same(at.checked_sub(1).and_then(|at| all.get(at))), on && same(all.get(at + 1)))
}
