//! A table to a list: the first row with something in it names the columns, each row below is one recipient.

use super::{Bang, Hang, MAX_DONG, O, QUA_DONG, ten_cot};
use crate::diag::words::shorten;
use crate::diag::{Diagnostic, FileId, Files, Located, Place, Sink, code};
use crate::load::bytes;
use crate::load::text::{self, FaultKind};
use crate::model::danh_sach::{Cot, DanhSach, Dong, ma_cot};
use std::borrow::Cow;
use std::collections::HashMap;

/// A cell with more characters is a text pasted into the wrong place; Excel allows 32,767.
const MAX_CHU: usize = 5000;

/// What Excel writes into a cell whose formula fails.
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
        sink.push(super::qua_lon(QUA_DONG, place));
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
        row_faults(&mut row, width, bang.csv, file, files);
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
    // A question ("Đã nhận?") stands among letters that an old encoding has no room for.
    let no_marks = !filled.iter().any(|o| o.chu.contains(has_mark));
    let mut seen: HashMap<String, &O> = HashMap::new();
    for o in filled {
        let ma = ma_cot(&o.chu);
        let ten = shorten(&o.chu);
        if ma.is_empty() {
            let finding =
                Diagnostic::new(&code::SAI_GIA_TRI, format!("tên cột “{ten}” không có chữ cái hay chữ số nào"));
            found.push(finding.at(at(o)).advice("đặt tên cột bằng chữ, ví dụ Tên đơn vị"));
        } else if let Some(finding) = cell_fault(o).or_else(|| no_marks.then(|| chu_mat(&o.chu)).flatten()) {
            found.push(finding.at(at(o)));
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
    let next_wider = hang.first().is_some_and(|row| row.o.iter().skip(width).any(|o| !o.chu.is_empty()));
    if filled.len() == 1 && next_wider {
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
fn row_faults(row: &mut Hang, width: usize, csv: bool, file: FileId, files: &Files) {
    let mut loi = std::mem::take(&mut row.loi);
    loi.extend(text_faults(row, file, files));
    loi.extend(row.o.iter().filter_map(|o| Some(cell_fault(o)?.at(Place { file, span: o.span.clone() }))));
    if let Some((index, o)) = row.o.iter().enumerate().skip(width).find(|(_, o)| !o.chu.is_empty()) {
        let (cot, last) = (ten_cot(index), ten_cot(width.saturating_sub(1)));
        let message = format!("ô “{}” ở cột {cot}, mà tên cột chỉ có đến cột {last}", shorten(&o.chu));
        let finding = Diagnostic::new(&code::SAI_GIA_TRI, message).at(Place { file, span: o.span.clone() });
        let finding = if csv {
            finding.advice("câu có dấu phân cách ở trong thì đặt cả ô trong ngoặc kép")
        } else {
            finding
        };
        loi.push(finding.advice("xóa ô thừa, hoặc đặt tên cho cột ấy ở dòng đầu"));
    }
    for finding in &mut loi {
        finding.message = format!("dòng {}: {}", row.so, finding.message);
    }
    row.loi = loi;
}

fn cell_fault(o: &O) -> Option<Diagnostic> {
    let wrong = |message: String, advice: &str| Some(Diagnostic::new(&code::SAI_GIA_TRI, message).advice(advice));
    if o.chu.starts_with('#') && LOI_CONG_THUC.contains(&o.chu.as_str()) {
        return wrong(format!("ô có lỗi công thức {}", o.chu), "sửa công thức trong Excel, hoặc gõ thẳng giá trị");
    }
    if o.chu.len() > 2 && o.chu.bytes().all(|b| b == b'#') {
        let advice = "kéo rộng cột trong Excel rồi lưu lại thành CSV, hoặc lưu thành .xlsx";
        return wrong("ô chỉ có dấu #, vì cột hẹp quá khi lưu".to_owned(), advice);
    }
    let length = if o.chu.len() > MAX_CHU { o.chu.chars().count() } else { 0 };
    if length > MAX_CHU {
        let message = format!("ô có {length} chữ cái, quá {MAX_CHU}");
        return wrong(message, "rút gọn ô này; có thể cả đoạn văn đã dán nhầm vào đây");
    }
    mat_dau(&o.chu).then(|| chu_mat(&o.chu)).flatten()
}

/// Whether a program put "?" for letters its encoding lacks: "Ngu?n", "S? Y t?". A question has one, at its end.
fn mat_dau(chu: &str) -> bool {
    if !chu.contains('?') || chu.contains("//") || chu.contains("www") || chu.contains(has_mark) {
        return false;
    }
    let letters: Vec<char> = chu.chars().collect();
    let lost = |w: &&[char]| w[0].is_alphabetic() && w[1] == '?';
    let inside = letters.windows(3).any(|w| lost(&w) && w[2].is_alphabetic());
    inside || letters.windows(2).filter(lost).count() > 1
}

/// The letters that only Unicode has whole: ạ, ế, ữ.
fn has_mark(c: char) -> bool {
    ('\u{1ea0}'..='\u{1ef9}').contains(&c)
}

fn chu_mat(chu: &str) -> Option<Diagnostic> {
    let finding = Diagnostic::new(&code::MA_KY_TU, format!("ô “{}” có dấu ? ở chỗ của chữ", shorten(chu)));
    let advice = "mở bảng gốc bằng Excel rồi Lưu thành (Save As) kiểu CSV UTF-8, hoặc .xlsx";
    chu.contains('?').then(|| finding.label("chữ có dấu đã mất khi lưu").advice(advice))
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
