//! A sheet of an XLSX workbook: its cells as a person sees them, and a text of the sheet for messages, whose lines have
//! the numbers of Excel's rows.

use super::chu::tidy;
use super::giai_nen::{self, Goi};
use super::hien::KieuSo;
use super::ngay::KieuNgay;
use super::{Bang, Hang, MAX_COT, MAX_DONG, MAX_O, O, QUA_DONG, QUA_O, mot_dong, ten_cot};
use crate::diag::words::shorten;
use crate::diag::{Diagnostic, Files, Located, Place, Sink, code, nearest};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use std::collections::HashSet;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use unicode_normalization::UnicodeNormalization;

/// What parts two cells in the text of a sheet.
const SEPARATOR: &str = " | ";

/// The most text of a sheet, in bytes.
const MAX_TEXT: usize = 64 << 20;

/// The most cells that merged ranges are looked up for.
const MAX_GOP: usize = 1_000_000;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// A sheet as read.
struct Trang {
    ten: String,
    /// Filled cells by row, then column.
    o: Vec<OTrang>,
    /// The last row of a merged range that begins in the first filled row and goes on below it, from 0.
    gop_dau: Option<u32>,
}

/// A filled cell; row and column from 0.
struct OTrang {
    hang: u32,
    cot: u32,
    chu: String,
    loi: Option<Sai>,
}

/// What can be wrong with a value.
#[derive(Clone, Copy)]
enum Sai {
    /// A cell of dates with a number that is none.
    Ngay,
    /// A formula without a value: the program that wrote the file left the computing to Excel.
    CongThuc,
}

impl Sai {
    fn finding(self, place: Place) -> Diagnostic {
        match self {
            Sai::Ngay => Diagnostic::new(&code::SAI_NGAY, "ô định dạng ngày tháng nhưng giá trị không phải là ngày")
                .advice("sửa ô này trong Excel, hoặc đổi định dạng ô thành General"),
            Sai::CongThuc => Diagnostic::new(&code::SAI_GIA_TRI, "ô có công thức nhưng tệp chưa lưu kết quả")
                .advice("mở tệp bằng Excel rồi lưu lại, để Excel tính các công thức"),
        }
        .at(place)
    }
}

/// Why no sheet could be read.
enum Loi {
    Hong,
    QuaLon(String),
    /// The named sheet is not there; the names that are.
    KhongCo(Vec<String>),
    /// No cell has anything in it.
    Rong,
}

impl From<XlsxError> for Loi {
    fn from(_: XlsxError) -> Self {
        Loi::Hong
    }
}

/// Reads the sheet `trang` of a workbook, or the first visible one with something in it, and keeps its text.
pub(super) fn bang(
    name: &str,
    bytes: Vec<u8>,
    tep: &Located<String>,
    trang: Option<&Located<String>>,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<Bang> {
    let read = match giai_nen::xem(&bytes) {
        Goi::Khac(what, advice) => {
            let finding = Diagnostic::new(&code::SAI_KIEU, format!("{name} là {what}, không phải bảng đọc được"));
            sink.push(finding.at(tep.place.clone()).advice(advice));
            return None;
        }
        Goi::Hong => Err(Loi::Hong),
        Goi::QuaLon => Err(Loi::QuaLon("bảng tính mở ra quá lớn".to_owned())),
        // A file can be wrong in more ways than a reader foresees.
        Goi::BangTinh { gop } => catch_unwind(AssertUnwindSafe(|| doc(&bytes, trang, gop))).unwrap_or(Err(Loi::Hong)),
    };
    match read {
        Ok(found) => build(name, found, files, sink),
        Err(error) => {
            sink.push(refused(name, error, tep, trang));
            None
        }
    }
}

fn refused(name: &str, error: Loi, tep: &Located<String>, trang: Option<&Located<String>>) -> Diagnostic {
    let at_trang = trang.map_or(&tep.place, |trang| &trang.place).clone();
    match error {
        Loi::QuaLon(what) => super::qua_lon(&what, tep.place.clone()),
        Loi::Hong => Diagnostic::new(&code::SAI_KIEU, format!("bảng tính {name} bị hỏng, không đọc được"))
            .at(tep.place.clone())
            .advice("mở tệp bằng Excel, để Excel sửa, rồi Lưu thành một tệp .xlsx mới"),
        Loi::Rong if trang.is_some() => {
            let ten = trang.map(|trang| shorten(&trang.value)).unwrap_or_default();
            Diagnostic::new(&code::THIEU, format!("trang “{ten}” của {name} không có ô nào có chữ"))
                .at(at_trang)
                .advice("ghi tên trang có danh sách")
        }
        Loi::Rong => Diagnostic::new(&code::THIEU, format!("bảng tính {name} không có ô nào có chữ"))
            .at(at_trang)
            .advice("kiểm tra lại tên tệp; trang đang ẩn chỉ được đọc khi ghi tên trang"),
        Loi::KhongCo(names) => {
            let ten = trang.map(|trang| trang.value.clone()).unwrap_or_default();
            let finding = Diagnostic::new(&code::KHONG_CO, format!("{name} không có trang “{}”", shorten(&ten)));
            let list: Vec<String> = names.iter().take(8).map(|name| format!("“{}”", shorten(name))).collect();
            let finding = finding.at(at_trang).advice(format!("tệp có các trang {}", list.join(", ")));
            match nearest(&ten, names.iter().map(String::as_str)) {
                Some(near) => finding.label(format!("có phải là “{near}”?")),
                None => finding,
            }
        }
    }
}

fn doc(bytes: &[u8], trang: Option<&Located<String>>, gop: bool) -> Result<Trang, Loi> {
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes))?;
    let sheets: Vec<_> =
        book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).cloned().collect();
    let names = match trang {
        None => sheets.iter().filter(|s| s.visible == SheetVisible::Visible).map(|s| s.name.clone()).collect(),
        Some(trang) => {
            let same = |name: &str| name.trim().nfc().eq(trang.value.trim().nfc());
            match sheets.iter().find(|sheet| same(&sheet.name)) {
                Some(sheet) => vec![sheet.name.clone()],
                None => return Err(Loi::KhongCo(sheets.into_iter().map(|sheet| sheet.name).collect())),
            }
        }
    };
    for ten in names {
        let mut o = cells(&mut book, &ten)?;
        let Some(first) = o.first().map(|o| o.hang) else { continue };
        let merged = if gop { book.merge_cells_by_sheet_name(&ten)? } else { Vec::new() };
        let below = |m: &&calamine::Dimensions| m.start.0 <= first && m.end.0 > first;
        let gop_dau = merged.iter().filter(below).map(|m| m.end.0).max();
        fill(&mut o, &merged);
        return Ok(Trang { ten, o, gop_dau });
    }
    Err(Loi::Rong)
}

/// The filled cells of a sheet, as they are seen.
fn cells(book: &mut Book<'_>, ten: &str) -> Result<Vec<OTrang>, Loi> {
    let mut reader = match book.worksheet_cells_reader(ten) {
        Err(XlsxError::NotAWorksheet(_)) => return Ok(Vec::new()),
        other => other?,
    };
    let codes = reader.styles().iter().map(|s| s.number_format.as_ref().map_or("General", |f| f.format_code.as_str()));
    let kieu: Vec<(KieuSo, KieuNgay)> = codes.map(|code| (KieuSo::new(code), KieuNgay::new(code))).collect();
    let plain = (KieuSo::default(), KieuNgay::new(""));
    let (mut out, mut empty, mut rows, mut size) = (Vec::<OTrang>::new(), HashSet::new(), 0, 0);
    while let Some((cell, style)) = reader.next_cell_with_style_id()? {
        let (hang, cot) = cell.get_position();
        let (chu, loi) = hien(cell.get_value(), kieu.get(style).unwrap_or(&plain));
        if chu.is_empty() {
            empty.extend(matches!(cell.get_value(), DataRef::Empty).then_some((hang, cot)));
            continue;
        }
        rows += usize::from(out.last().is_none_or(|last| last.hang != hang));
        size += chu.len();
        if rows > MAX_DONG + 1 {
            return Err(Loi::QuaLon(format!("trang “{}” có {QUA_DONG}", shorten(ten))));
        }
        if out.len() + empty.len() > MAX_O || size > MAX_TEXT {
            return Err(Loi::QuaLon(format!("trang “{}” có {QUA_O}", shorten(ten))));
        }
        if cot as usize >= MAX_COT {
            let cell = format!("{}{}", ten_cot(cot as usize), hang + 1);
            return Err(Loi::QuaLon(format!("ô {cell} của trang “{}” ở sau cột thứ {MAX_COT}", shorten(ten))));
        }
        out.push(OTrang { hang, cot, chu, loi });
    }
    drop(reader);
    if !empty.is_empty() {
        let mut reader = book.worksheet_cells_reader(ten)?;
        while let Some(cell) = reader.next_formula()? {
            let (hang, cot) = cell.get_position();
            if !cell.get_value().is_empty() && empty.contains(&(hang, cot)) {
                out.push(OTrang {
                    hang,
                    cot,
                    chu: mot_dong(&format!("={}", cell.get_value())),
                    loi: Some(Sai::CongThuc),
                });
            }
        }
    }
    out.sort_by_key(|o| (o.hang, o.cot));
    out.dedup_by_key(|o| (o.hang, o.cot));
    Ok(out)
}

/// The value of a cell as a person sees it, and what is wrong with it.
fn hien(value: &DataRef<'_>, (so, ngay): &(KieuSo, KieuNgay)) -> (String, Option<Sai>) {
    let number = |value: f64| if value.is_finite() { so.hien(value) } else { "#NUM!".to_owned() };
    let shown = match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) => tidy(text.clone()),
        DataRef::SharedString(text) => tidy((*text).to_owned()),
        #[expect(clippy::cast_precision_loss, reason = "numbers of a sheet have 15 digits")]
        DataRef::Int(value) => number(*value as f64),
        DataRef::Float(value) => number(*value),
        DataRef::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::Error(error) => error.to_string(),
        DataRef::DateTime(when) => match ngay.hien(when) {
            Some(text) => text,
            None => return (KieuSo::default().hien(when.as_f64()), Some(Sai::Ngay)),
        },
        DataRef::DateTimeIso(text) => ngay.hien_iso(text).unwrap_or_else(|| text.clone()),
        DataRef::DurationIso(text) => text.clone(),
    };
    (mot_dong(&shown), None)
}

/// A range merged over rows shows its text once for all of them: each row that is there gets it.
fn fill(o: &mut Vec<OTrang>, merged: &[calamine::Dimensions]) {
    let row = |o: &[OTrang], hang| o.partition_point(|other| other.hang < hang);
    let (mut copies, mut work) = (Vec::new(), 0);
    for m in merged.iter().filter(|m| m.end.0 > m.start.0) {
        let Ok(top) = o.binary_search_by_key(&m.start, |o| (o.hang, o.cot)) else { continue };
        let mut last = m.start.0;
        for below in &o[row(o, m.start.0 + 1)..row(o, m.end.0 + 1)] {
            work += 1;
            if below.hang != last {
                last = below.hang;
                copies.push(OTrang { hang: last, cot: m.start.1, chu: o[top].chu.clone(), loi: o[top].loi });
            }
        }
        if work > MAX_GOP {
            break;
        }
    }
    // Sorting is stable: a cell that has a text of its own comes first and stays.
    o.extend(copies);
    o.sort_by_key(|o| (o.hang, o.cot));
    o.dedup_by_key(|o| (o.hang, o.cot));
}

/// Keeps the text of the sheet, a line for each row from the first one, and the cells with their places in it.
fn build(name: &str, trang: Trang, files: &mut Files, sink: &mut Sink) -> Option<Bang> {
    let (mut text, mut hang) = (String::new(), Vec::<Hang>::new());
    let (mut line, mut bad, mut count) = (0, Vec::new(), 0);
    for row in trang.o.chunk_by(|a, b| a.hang == b.hang) {
        let number = row.first().map_or(0, |o| o.hang);
        text.extend(std::iter::repeat_n('\n', (number - line) as usize));
        line = number;
        let start = text.len();
        let mut cells: Vec<O> = Vec::with_capacity(row.len());
        for o in row {
            while cells.len() <= o.cot as usize {
                text.push_str(if cells.is_empty() { "" } else { SEPARATOR });
                cells.push(O { chu: String::new(), span: text.len()..text.len() });
            }
            text.push_str(&o.chu);
            if let Some(cell) = cells.last_mut() {
                *cell = O { chu: o.chu.clone(), span: cell.span.start..text.len() };
                bad.extend(o.loi.map(|loi| (hang.len(), cell.span.clone(), loi)));
            }
        }
        count += cells.len();
        hang.push(Hang { so: number as usize + 1, span: start..text.len(), o: cells, loi: Vec::new() });
        if count > MAX_O || text.len() > MAX_TEXT {
            break;
        }
    }
    text.push('\n');
    let file = files.add(format!("{name} [{}]", trang.ten), text);
    if count > MAX_O || files.text(file).len() > MAX_TEXT {
        let what = format!("trang “{}” có {QUA_O}", shorten(&trang.ten));
        sink.push(super::qua_lon(&what, Place { file, span: 0..0 }));
        return None;
    }
    for (row, span, sai) in bad {
        hang[row].loi.push(sai.finding(Place { file, span }));
    }
    if let (Some(dau), Some(end)) = (hang.first(), trang.gop_dau) {
        let message = format!("tên cột chiếm các dòng {} đến {} vì có ô gộp", dau.so, end + 1);
        let finding = Diagnostic::new(&code::SAI_KIEU, message).at(Place { file, span: dau.span.clone() });
        sink.push(finding.advice("bỏ gộp ô (Merge & Center), viết tên các cột trên một dòng duy nhất"));
        return None;
    }
    Some(Bang { file, csv: false, hang })
}
