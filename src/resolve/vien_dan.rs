//! Citations by key: `{{ vien_dan.nd_152_2025 }}`, or a bare key in `can_cu`.
//!
//! A value is one private-use character, so it passes through every text as a word; what it stands for is written when
//! the text is whole: "Khi viện dẫn lần đầu … phải ghi đầy đủ tên loại, số, ký hiệu của văn bản, thời gian ban hành văn bản,
//! tên cơ quan, tổ chức ban hành văn bản và trích yếu nội dung văn bản (đối với Luật và Pháp lệnh chỉ ghi tên loại và tên
//! của Luật, Pháp lệnh), trong các lần viện dẫn tiếp theo, chỉ ghi tên loại và số, ký hiệu của văn bản đó" (Phụ lục I, phần
//! I, mục II, khoản 6 điểm b).

use super::output::escape_for_body;
use super::ten_van_ban::{day_du, ten_va_so};
use crate::diag::words::shorten;
use crate::diag::{Diagnostic, Place, Sink, code, nearest};
use crate::model::draft::Text;
use crate::model::du_kien::{DanhMucPhapLuat, HieuLuc, VanBanPhapLuat};
use crate::model::lich::viet_so;
use crate::model::{DauVanBan, NgayVanBan};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

/// First of the characters that stand for cited documents. The cleaning of input refuses private-use characters.
const FIRST: u32 = 0xE000;

/// How many there are.
const MANY: usize = 6400;

/// What can be cited: the instruments of the data first, then the documents of the campaign.
#[derive(Debug, Default)]
pub struct DanhMuc {
    phap_luat: Option<Arc<DanhMucPhapLuat>>,
    van_ban: Vec<CuaBo>,
}

/// A document of the same campaign, with its forms.
#[derive(Debug)]
struct CuaBo {
    id: String,
    day_du: String,
    ngan: String,
    ngay: NgayVanBan,
    /// Whether it is many documents with heads of their own.
    nhieu: bool,
}

/// How a citation is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cach {
    /// Not yet: the text is used in others.
    ChuaIn,
    /// By kind and symbol, wherever it stands: titles, lists of recipients.
    Ngan,
    /// As a legal basis: complete.
    CanCu,
    /// Complete the first time, short from then on.
    NoiDung,
}

/// Writes the citations of one document, in the order they are read.
#[derive(Debug, Clone)]
pub struct NguoiVienDan {
    danh_muc: Arc<DanhMuc>,
    cach: Cach,
    /// Date and own id of the document.
    cua: Option<(NgayVanBan, String)>,
    da_neu: Arc<Mutex<BTreeSet<usize>>>,
}

impl DanhMuc {
    /// What can be cited before the heads are known.
    pub fn new(phap_luat: Option<Arc<DanhMucPhapLuat>>) -> DanhMuc {
        DanhMuc { phap_luat, van_ban: Vec::new() }
    }

    /// The same with the documents of the campaign; `by_row` says which of them are many, with heads of their own.
    pub fn with_heads(&self, bo: &[DauVanBan], by_row: &[bool]) -> DanhMuc {
        let van_ban = bo.iter().enumerate().map(|(index, dau)| CuaBo {
            id: dau.id.value.clone(),
            day_du: day_du(dau),
            ngan: ten_va_so(dau),
            ngay: dau.ngay.value,
            nhieu: by_row.get(index).copied().unwrap_or(false),
        });
        DanhMuc { phap_luat: self.phap_luat.clone(), van_ban: van_ban.collect() }
    }

    fn laws(&self) -> usize {
        self.phap_luat.as_ref().map_or(0, |danh_muc| danh_muc.iter().count())
    }

    /// Every key with the character that stands for it; a document of the campaign goes before an instrument of its name.
    pub fn values(&self) -> Vec<(String, tera::Value)> {
        let mark = |index: usize| tera::Value::from(mark(index).to_string());
        let own = self.van_ban.iter().enumerate().map(|(i, v)| (v.id.clone(), mark(self.laws() + i)));
        let mut values: Vec<(String, tera::Value)> = own.collect();
        let laws = self.phap_luat.iter().flat_map(|danh_muc| danh_muc.iter()).enumerate();
        let laws = laws.filter(|(_, law)| self.van_ban.iter().all(|v| v.id != law.ma));
        values.extend(laws.map(|(i, law)| (law.ma.clone(), mark(i))));
        values
    }

    /// The character of a key.
    fn tim(&self, key: &str) -> Option<char> {
        let own = self.van_ban.iter().position(|v| v.id == key).map(|i| self.laws() + i);
        own.or_else(|| self.phap_luat.as_ref()?.iter().position(|law| law.ma == key)).map(mark)
    }

    fn keys(&self) -> impl Iterator<Item = &str> {
        let laws = self.phap_luat.iter().flat_map(|danh_muc| danh_muc.iter());
        self.van_ban.iter().map(|v| v.id.as_str()).chain(laws.map(|law| law.ma.as_str()))
    }
}

impl NguoiVienDan {
    /// For texts that are used in others.
    pub fn new(danh_muc: Arc<DanhMuc>) -> NguoiVienDan {
        NguoiVienDan { danh_muc, cach: Cach::ChuaIn, cua: None, da_neu: Arc::default() }
    }

    /// For a document of a date, none of whose citations has been written.
    pub fn of(danh_muc: Arc<DanhMuc>, dau: &DauVanBan) -> NguoiVienDan {
        let cua = Some((dau.ngay.value, dau.id.value.clone()));
        NguoiVienDan { danh_muc, cach: Cach::Ngan, cua, da_neu: Arc::default() }
    }

    /// The same document, another form.
    #[must_use]
    pub fn cach(&self, cach: Cach) -> NguoiVienDan {
        NguoiVienDan { cach, ..self.clone() }
    }

    /// A document of its own, in which nothing has been cited yet.
    #[must_use]
    pub fn tu_dau(&self) -> NguoiVienDan {
        NguoiVienDan { da_neu: Arc::default(), ..self.clone() }
    }

    /// An item of `can_cu` that is a bare key: the legal basis it stands for. `None` for words, and for a key that is not
    /// known, which is reported.
    pub fn can_cu(&self, typed: &Text, sink: &mut Sink) -> Option<Text> {
        if !is_key(&typed.value) {
            return None;
        }
        let Some(mark) = self.danh_muc.tim(&typed.value) else {
            sink.push(unknown(typed, &self.danh_muc));
            return Some(Text::new("…".to_owned(), typed.place.clone()));
        };
        let again = index(mark).is_some_and(|at| self.da_neu.lock().is_ok_and(|seen| seen.contains(&at)));
        if again {
            let finding = Diagnostic::new(&code::VIEN_DAN, format!("căn cứ “{}” ghi hai lần", typed.value));
            sink.push(finding.at(typed.place.clone()).advice("bỏ một mục"));
        }
        let words = self.cach(Cach::CanCu).viet(&mark.to_string(), false, &typed.place, sink);
        Some(Text::new(format!("Căn cứ {words}"), typed.place.clone()))
    }

    /// Writes out the citations of a text; `escaped` for the grammar of bodies.
    pub fn viet(&self, text: &str, escaped: bool, place: &Place, sink: &mut Sink) -> String {
        if self.cach == Cach::ChuaIn || !text.contains(is_mark) {
            return text.to_owned();
        }
        let mut out = Vec::with_capacity(text.len() * 2);
        for c in text.chars() {
            let Some(index) = index(c) else {
                out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                continue;
            };
            let words = self.mot(index, place, sink);
            if escaped {
                // Writing to memory does not fail.
                let _ = escape_for_body(&words, &mut out);
            } else {
                out.extend_from_slice(words.as_bytes());
            }
        }
        String::from_utf8(out).unwrap_or_default()
    }

    fn mot(&self, index: usize, place: &Place, sink: &mut Sink) -> String {
        let first = match self.cach {
            Cach::Ngan | Cach::ChuaIn => false,
            // What cannot be locked was left by a thread that failed; the form is then the complete one.
            Cach::CanCu | Cach::NoiDung => self.da_neu.lock().is_ok_and(|mut seen| seen.insert(index)),
        };
        let complete = first || self.cach == Cach::CanCu;
        if let Some(own) = index.checked_sub(self.danh_muc.laws()).and_then(|i| self.danh_muc.van_ban.get(i)) {
            self.cua_bo(own, place, sink);
            return if complete { own.day_du.clone() } else { own.ngan.clone() };
        }
        let Some(law) = self.danh_muc.phap_luat.as_ref().and_then(|danh_muc| danh_muc.iter().nth(index)) else {
            return String::new();
        };
        self.hieu_luc(law, place, sink);
        if complete && law.ngay_ban_hanh.is_none() && !law.la_luat() {
            let message = format!("{} chưa rõ ngày ban hành, để trống trong câu viện dẫn", law.lan_sau());
            let finding = Diagnostic::new(&code::HIEU_LUC_CHUA_RO, message).at(place.clone());
            sink.push(finding.advice("tra ngày ban hành rồi gõ thẳng cả câu viện dẫn"));
        }
        match self.cach {
            Cach::CanCu => law.can_cu().trim_start_matches("Căn cứ ").to_owned(),
            _ if complete => law.lan_dau(),
            _ => law.lan_sau(),
        }
    }

    /// A document of the campaign cannot rest on itself, on a later one, or on one of many.
    fn cua_bo(&self, own: &CuaBo, place: &Place, sink: &mut Sink) {
        let Some((ngay, id)) = &self.cua else { return };
        let (message, advice) = if own.id == *id {
            ("văn bản viện dẫn chính nó".to_owned(), "viết Kế hoạch này, Quyết định này, hoặc bỏ mục này")
        } else if own.nhieu {
            let message = format!("“{}” là nhiều văn bản, mỗi dòng một số, ngày hoặc trích yếu riêng", own.id);
            (message, "viện dẫn một văn bản chung, hoặc gõ thẳng câu viện dẫn")
        } else if self.cach == Cach::CanCu && ngay.surely_before(&own.ngay) {
            let message = format!("căn cứ đề ngày {}, sau ngày của văn bản này", own.ngay.viet_so());
            (message, "sửa ngày của một trong hai văn bản, hoặc bỏ căn cứ này")
        } else {
            return;
        };
        let finding = Diagnostic::new(&code::VIEN_DAN, message).at(place.clone());
        sink.push(finding.label(format!("văn bản ngày {}", ngay.viet_so())).advice(advice));
    }

    fn ngay(&self) -> NgayVanBan {
        self.cua.as_ref().map_or_else(|| NgayVanBan::chi_nam(0), |(ngay, _)| *ngay)
    }

    fn hieu_luc(&self, law: &VanBanPhapLuat, place: &Place, sink: &mut Sink) {
        let ngay = self.ngay();
        let (Some(danh_muc), true) = (&self.danh_muc.phap_luat, ngay.nam > 0) else { return };
        let ten = law.lan_sau();
        let finding = match law.hieu_luc(&ngay) {
            HieuLuc::Con => return,
            HieuLuc::ChuaCo { tu } => {
                let issued = law.ngay_ban_hanh.map(NgayVanBan::from).filter(|issued| ngay.surely_before(issued));
                let (kind, message) = match issued {
                    Some(issued) => (&code::VIEN_DAN, format!("{ten} đến ngày {} mới ban hành", issued.viet_so())),
                    None => (&code::HIEU_LUC_CHUA_RO, format!("{ten} chỉ có hiệu lực từ ngày {}", viet_so(tu))),
                };
                Diagnostic::new(kind, message).advice("xem lại văn bản được viện dẫn, hoặc ngày của văn bản này")
            }
            HieuLuc::CoTheChua { tu } => {
                let message = format!("{ten} có hiệu lực từ ngày {}, mà ngày của văn bản này chưa rõ", viet_so(tu));
                Diagnostic::new(&code::HIEU_LUC_CHUA_RO, message).advice("ghi ngày của văn bản")
            }
            HieuLuc::Het { tu, thay } => {
                let message = format!("{ten} hết hiệu lực từ ngày {}", viet_so(tu));
                let mut finding = Diagnostic::new(&code::HET_HIEU_LUC, message);
                for successor in thay.iter().filter_map(|key| danh_muc.get(key)) {
                    finding = finding.advice(format!("thay bằng {}: {}", successor.ma, successor.lan_dau()));
                }
                finding.advice("nói về việc đã qua thì gõ thẳng tên văn bản, không dùng mã")
            }
            HieuLuc::CoTheHet { tu, .. } if ngay.tron().is_some() => {
                let message = format!("{ten} có văn bản thay thế từ ngày {}, chưa rõ còn hiệu lực không", viet_so(tu));
                Diagnostic::new(&code::HIEU_LUC_CHUA_RO, message).advice("tra văn bản thay thế trước khi viện dẫn")
            }
            HieuLuc::CoTheHet { tu, .. } => {
                let message = format!("{ten} hết hiệu lực từ ngày {}, mà ngày của văn bản này chưa rõ", viet_so(tu));
                Diagnostic::new(&code::HIEU_LUC_CHUA_RO, message)
                    .advice("ghi ngày của văn bản, hoặc tìm văn bản thay thế")
            }
        };
        sink.push(finding.at(place.clone()).label(format!("văn bản ngày {}", ngay.viet_so())));
    }
}

/// Whether a text is written as keys are and not as a person writes.
pub fn is_key(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        && text.starts_with(|c: char| c.is_ascii_lowercase())
}

fn unknown(typed: &Text, danh_muc: &DanhMuc) -> Diagnostic {
    let message = format!("không có văn bản “{}” để viện dẫn", shorten(&typed.value));
    let finding = Diagnostic::new(&code::KHONG_CO, message).at(typed.place.clone());
    let finding = match nearest(&typed.value, danh_muc.keys()) {
        Some(near) => finding.label(format!("có phải là “{near}”?")),
        None => finding,
    };
    finding
        .advice("xem các mã bằng vanthu list phap_luat; văn bản của chiến dịch thì ghi mã của nó")
        .advice("không có mã thì viết cả câu, ví dụ Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư")
}

fn mark(index: usize) -> char {
    let number = u32::try_from(index.min(MANY - 1)).unwrap_or_default();
    char::from_u32(FIRST + number).unwrap_or('…')
}

fn index(c: char) -> Option<usize> {
    usize::try_from(u32::from(c).checked_sub(FIRST)?).ok().filter(|i| *i < MANY)
}

fn is_mark(c: char) -> bool {
    index(c).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_no_words() {
        assert!(is_key("luat_tdkt_2022") && is_key("ke_hoach"));
        assert!(!is_key("Căn cứ Luật Y") && !is_key("căn") && !is_key("2022") && !is_key("theo đề nghị"));
    }
}
