//! A table to a list: the first row with something in it names the columns, each row below is one recipient.

use super::{Bang, Hang, MAX_DONG, O, ten_cot};
use crate::diag::words::shorten;
use crate::diag::{Diagnostic, FileId, Files, Located, Place, Sink, code};
use crate::load::bytes;
use crate::load::text::{self, FaultKind};
use crate::model::danh_sach::{Cot, DanhSach, Dong, ma_cot};
use std::borrow::Cow;
use std::collections::HashMap;

/// A cell with more characters is a text pasted into the wrong place; Excel allows 32,767.
const MAX_CHU: usize = 5000;

/// What Excel writes into a cell whose formula fails, and some programs translate not.
#[rustfmt::skip]
const LOI_CONG_THUC: [&str; 11] = [
    "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#DATA!", "#GETTING_DATA",
];

/// Reads a table. `sink` gets what makes it useless; what is wrong with single rows is in the list.
pub(super) fn danh_sach(bang: Bang, tep: &Located<String>, files: &Files, sink: &mut Sink) -> Option<DanhSach> {
    let file = bang.file;
    let mut hang = bang.hang.into_iter();
    let Some(dau) = hang.next() else {
        let finding =
            Diagnostic::new(&code::THIEU, format!("danh sách “{}” không có ô nào có chữ", shorten(&tep.value)));
        sink.push(finding.at(tep.place.clone()).advice("kiểm tra lại tên tệp; tên các cột phải ở dòng đầu của bảng"));
        return None;
    };
    let place = Place { file, span: dau.span.clone() };
    let hang: Vec<Hang> = hang.collect();
    let mut found = Vec::new();
    tieu_de(&dau, &hang, file, files, &mut found);
    if !found.is_empty() {
        found.into_iter().for_each(|finding| sink.push(finding));
        return None;
    }
    if hang.is_empty() {
        let finding = Diagnostic::new(&code::THIEU, "bảng chỉ có dòng tên cột, không có dòng nào bên dưới").at(place);
        sink.push(finding.advice("ghi mỗi nơi nhận một dòng dưới dòng tên cột"));
        return None;
    }
    if hang.len() > MAX_DONG {
        sink.push(super::qua_lon(&format!("hơn {MAX_DONG} dòng"), place));
        return None;
    }
    let named: Vec<usize> = (0..dau.o.len()).filter(|i| !dau.o[*i].chu.is_empty()).collect();
    let cot = named.iter().map(|i| Cot {
        ma: ma_cot(&dau.o[*i].chu),
        ten: dau.o[*i].chu.clone(),
        place: Place { file, span: dau.o[*i].span.clone() },
    });
    let mut list = DanhSach { cot: cot.collect(), dong: Vec::with_capacity(hang.len()), hong: Vec::new(), place };
    let width = named.last().map_or(0, |last| last + 1);
    for mut row in hang {
        row_faults(&mut row, width, file, files);
        if row.loi.is_empty() {
            list.dong.push(dong(row, &named, file));
        } else {
            list.hong.append(&mut row.loi);
        }
    }
    Some(list)
}

fn dong(mut row: Hang, named: &[usize], file: FileId) -> Dong {
    let end = row.span.end;
    let cell = |i: &usize| {
        let (chu, span) = match row.o.get_mut(*i) {
            Some(o) => (std::mem::take(&mut o.chu), o.span.clone()),
            None => (String::new(), end..end),
        };
        Located::new(chu, Place { file, span })
    };
    Dong { so: row.so, o: named.iter().map(cell).collect(), place: Place { file, span: row.span } }
}

/// What is wrong with the names of the columns.
fn tieu_de(dau: &Hang, hang: &[Hang], file: FileId, files: &Files, found: &mut Vec<Diagnostic>) {
    let at = |o: &O| Place { file, span: o.span.clone() };
    let row = Place { file, span: dau.span.clone() };
    found.extend(dau.loi.iter().cloned());
    found.extend(text_faults(dau, file, files));
    if !found.is_empty() {
        return;
    }
    let filled: Vec<&O> = dau.o.iter().filter(|o| !o.chu.is_empty()).collect();
    let width = dau.o.iter().rposition(|o| !o.chu.is_empty()).map_or(0, |last| last + 1);
    if let Some(finding) = khong_phai_tieu_de(dau, &filled, width, hang) {
        found.push(finding.at(row).advice("để tên các cột ở dòng đầu tiên có chữ; xóa các dòng tựa đề ở trên bảng"));
        return;
    }
    let mut seen: HashMap<String, &O> = HashMap::new();
    for o in filled {
        let ma = ma_cot(&o.chu);
        let ten = shorten(&o.chu);
        if ma.is_empty() {
            let finding =
                Diagnostic::new(&code::SAI_GIA_TRI, format!("tên cột “{ten}” không có chữ cái hay chữ số nào"));
            found.push(finding.at(at(o)).advice("đặt tên cột bằng chữ, ví dụ Tên đơn vị"));
        } else if o.chu.contains('?') || o.chu.contains("##") {
            let finding = Diagnostic::new(&code::MA_KY_TU, format!("tên cột “{ten}” đã hỏng chữ: có dấu ? hoặc #"));
            let advice = "mở bảng gốc bằng Excel rồi Lưu thành (Save As) kiểu CSV UTF-8, hoặc .xlsx";
            found.push(finding.at(at(o)).label("chữ có dấu đã mất khi lưu").advice(advice));
        } else if let Some(first) = seen.get(&ma) {
            let message = format!("hai cột cùng tên: “{}” và “{ten}” đều được gọi là {ma}", shorten(&first.chu));
            let finding = Diagnostic::new(&code::KHOA_LAP, message).at(at(o)).also(at(first), "cột trước");
            found.push(finding.advice("đổi tên một cột để hai tên khác nhau cả khi bỏ dấu"));
        } else {
            seen.insert(ma, o);
        }
    }
    for index in (0..width).filter(|i| dau.o[*i].chu.is_empty()) {
        let below = hang.iter().find_map(|row| row.o.get(index).filter(|o| !o.chu.is_empty()).map(|o| (row, o)));
        if let Some((below, o)) = below {
            let message = format!("cột {} có ô ở dòng {} nhưng không có tên cột", ten_cot(index), below.so);
            let finding = Diagnostic::new(&code::THIEU, message).at(at(o)).also(row.clone(), "dòng tên cột");
            found.push(finding.advice("đặt tên cho cột ở dòng đầu, bỏ gộp ô nếu có; hoặc xóa cột này"));
        }
    }
}

/// Whether the first row is a title above the table or a recipient already.
fn khong_phai_tieu_de(dau: &Hang, filled: &[&O], width: usize, hang: &[Hang]) -> Option<Diagnostic> {
    let finding = |message: String| Some(Diagnostic::new(&code::SAI_KIEU, message));
    let first = filled.first()?;
    let wider = hang.iter().filter(|row| row.o.iter().skip(width).any(|o| !o.chu.is_empty())).count();
    if filled.len() == 1 && wider > 0 {
        let ten = shorten(&first.chu);
        return finding(format!("dòng {} chỉ có một ô “{ten}”, không phải dòng tên cột", dau.so));
    }
    if wider > 1 && wider * 2 > hang.len() {
        let message = format!("dòng {} có {} ô mà hầu hết các dòng dưới có nhiều hơn", dau.so, filled.len());
        return finding(format!("{message}: không phải dòng tên cột"));
    }
    let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let column = dau.o.iter().position(|o| !o.chu.is_empty())?;
    let below = hang.first().and_then(|row| row.o.get(column));
    if number(&first.chu) && below.is_some_and(|o| number(&o.chu)) || filled.iter().any(|o| o.chu.contains('@')) {
        return finding(format!("dòng {} đã là dữ liệu: bảng không có dòng tên cột", dau.so));
    }
    None
}

/// Records in the row what makes it unusable, each message with the row's number.
fn row_faults(row: &mut Hang, width: usize, file: FileId, files: &Files) {
    let mut loi = std::mem::take(&mut row.loi);
    loi.extend(text_faults(row, file, files));
    loi.extend(row.o.iter().filter_map(|o| Some(cell_fault(o)?.at(Place { file, span: o.span.clone() }))));
    if let Some(o) = row.o.iter().skip(width).find(|o| !o.chu.is_empty()) {
        let count = row.o.iter().rposition(|o| !o.chu.is_empty()).map_or(0, |last| last + 1);
        let message = format!("có {count} ô mà bảng chỉ có {width} cột: thừa ô “{}”", shorten(&o.chu));
        let finding = Diagnostic::new(&code::SAI_GIA_TRI, message).at(Place { file, span: o.span.clone() });
        loi.push(
            finding.advice("xóa ô thừa, hoặc đặt tên cho cột ấy; ở CSV, ô có dấu phân cách phải đặt trong ngoặc kép"),
        );
    }
    for finding in &mut loi {
        finding.message = format!("dòng {}: {}", row.so, finding.message);
    }
    row.loi = loi;
}

fn cell_fault(o: &O) -> Option<Diagnostic> {
    let finding = |message: String| Some(Diagnostic::new(&code::SAI_GIA_TRI, message));
    if o.chu.starts_with('#') && LOI_CONG_THUC.contains(&o.chu.as_str()) {
        return Some(
            finding(format!("ô có lỗi công thức {}", o.chu))?
                .advice("sửa công thức trong Excel, hoặc gõ thẳng giá trị"),
        );
    }
    if o.chu.len() > 2 && o.chu.bytes().all(|b| b == b'#') {
        let advice = "kéo rộng cột trong Excel rồi lưu lại thành CSV, hoặc lưu thành .xlsx";
        return Some(finding("ô chỉ có dấu #, vì cột hẹp quá khi lưu".to_owned())?.advice(advice));
    }
    if o.chu.len() > MAX_CHU && o.chars() > MAX_CHU {
        let message = format!("ô có {} chữ cái, quá {MAX_CHU}", o.chars());
        return Some(finding(message)?.advice("rút gọn ô này; có thể cả đoạn văn đã dán nhầm vào đây"));
    }
    let letters: Vec<char> = if o.chu.contains('?') { o.chu.chars().collect() } else { Vec::new() };
    let lost = letters.windows(3).any(|w| w[0].is_alphabetic() && w[1] == '?' && w[2].is_alphabetic());
    if lost && !o.chu.contains("//") && !o.chu.contains("www") {
        let finding = Diagnostic::new(&code::MA_KY_TU, format!("ô “{}” có dấu ? giữa chữ", shorten(&o.chu)));
        let advice = "mở bảng gốc bằng Excel rồi Lưu thành (Save As) kiểu CSV UTF-8, hoặc .xlsx";
        return Some(finding.label("chữ có dấu đã mất khi lưu").advice(advice));
    }
    None
}

impl O {
    fn chars(&self) -> usize {
        self.chu.chars().count()
    }
}

/// Characters of the row that no text may hold: what the cleaning of campaigns says of them.
fn text_faults(row: &Hang, file: FileId, files: &Files) -> Vec<Diagnostic> {
    let whole = Place { file, span: row.span.clone() };
    let written = files.slice(&whole);
    let cleaned = text::clean(written.as_bytes());
    if cleaned.faults.is_empty() {
        return Vec::new();
    }
    let lost = |kind| matches!(kind, FaultKind::NotUtf8(_));
    if let Some(fault) = cleaned.faults.iter().find(|fault| lost(fault.kind)) {
        let finding = Diagnostic::new(&code::MA_KY_TU, "có chữ hỏng: không phải Unicode UTF-8");
        let advice = "gõ lại ô này; nếu nhiều dòng cùng hỏng, lưu lại bảng bằng Excel kiểu CSV UTF-8 hoặc .xlsx";
        return vec![finding.at(whole.part(fault.span.clone())).advice(advice)];
    }
    // The words for a fault belong to the reading of text files; places in the row become places in the file.
    let (mut found, mut alone) = (Sink::default(), Files::default());
    bytes::keep("", Ok(Cow::Owned(written.as_bytes().to_vec())), &mut alone, &mut found);
    let moved = |mut finding: Diagnostic| {
        finding.place = Some(finding.place.map_or(whole.clone(), |place| whole.part(place.span)));
        finding
    };
    found.into_sorted().into_iter().map(moved).collect()
}
