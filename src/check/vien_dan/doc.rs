//! Citations in running text: kind, "số", symbol, date, agency, subject.

#[cfg(test)]
mod thu;

use super::co_quan::{self, Sau};
use super::ky_hieu::KyHieu;
use super::loai::Loai;
use crate::check::thoi_gian::ngay::Ngay;
use crate::model::ban_thao::LoaiTu;
use crate::model::{BanThao, Chu, Doan, O};

/// Where the agency stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChoCoQuan {
    /// Nowhere.
    Khong,
    /// Behind the date, where it belongs.
    Dung,
    /// Before the symbol: "Nghị quyết của HĐND tỉnh số 144/NQ-HĐND".
    Truoc,
    /// It is the subject of the sentence: "Chính phủ đã ban hành Nghị định số …".
    ChuNgu,
}

/// One citation, by pieces of its paragraph.
#[derive(Debug)]
pub struct VienDan<'a> {
    /// Its paragraph.
    pub doan: &'a Doan,
    /// First piece: of the kind.
    pub dau: usize,
    /// Its kind.
    pub loai: &'static Loai,
    /// Last piece of the kind.
    pub loai_cuoi: usize,
    /// Whether the kind is abbreviated: "NĐ 30/2020/NĐ-CP".
    pub viet_tat: bool,
    /// Whether "số" stands before the symbol.
    pub co_so: bool,
    /// The symbol.
    pub ky_hieu: KyHieu<'a>,
    /// Whether a date, or a blank slot for it, is there.
    pub co_ngay: bool,
    /// The date.
    pub ngay: Option<Ngay>,
    /// The agency, first and last piece.
    pub co_quan: Option<(usize, usize)>,
    /// Where it stands.
    pub cho_co_quan: ChoCoQuan,
    /// The first piece of the subject.
    pub trich_yeu: Option<usize>,
    /// Behind the last piece of the head: symbol, date, agency.
    pub het: usize,
    /// Whether it stands within the subject of another citation.
    pub trong: bool,
    /// Whether it stands within quotation marks or parentheses.
    pub ngoac: bool,
}

impl<'a> VienDan<'a> {
    /// The paragraph's words.
    pub fn chu(&self) -> &'a Chu {
        &self.doan.chu
    }

    /// The agency as written.
    pub fn ten_co_quan(&self) -> Option<&'a str> {
        let (first, last) = self.co_quan?;
        self.chu().text.get(self.chu().khoang(first, last))
    }

    /// "Nghị định số 30/2020/NĐ-CP".
    pub fn ten(&self) -> String {
        format!("{} số {}", self.loai.ten, self.ky_hieu.chuan())
    }

    /// Whether it is the document itself.
    pub fn la_chinh_no(&self, ban: &BanThao) -> bool {
        let own = |part: &Option<String>| part.clone().unwrap_or_default().to_uppercase();
        let zero = |so: &str| so.trim_start_matches('0').to_owned();
        self.ky_hieu.nhom.join("-").to_uppercase() == own(&ban.ky_hieu)
            && (self.ky_hieu.so.is_empty() || zero(self.ky_hieu.so) == zero(&own(&ban.so)))
    }
}

/// Every citation of a draft, in reading order.
pub fn tat_ca(ban: &BanThao) -> Vec<VienDan<'_>> {
    let mut all = Vec::new();
    for doan in ban.doan.iter().filter(|doan| matches!(doan.o, O::TrichYeu | O::CanCu | O::NoiDung | O::PhuLuc)) {
        cua_doan(doan, &mut all);
    }
    all
}

/// The citations of a paragraph.
pub fn cua_doan<'a>(doan: &'a Doan, all: &mut Vec<VienDan<'a>>) {
    let chu: &Chu = &doan.chu;
    let first = all.len();
    let mut n = 0;
    let mut ngoac = Ngoac::default();
    while n < chu.tu.len() {
        ngoac.qua(chu, n);
        match tai(doan, n) {
            Some(found) => {
                let (from, to) = (n + 1, found.het.max(n + 1));
                all.push(VienDan { ngoac: ngoac.trong(), ..found });
                (from..to).for_each(|at| ngoac.qua(chu, at));
                n = to;
            }
            None => n += 1,
        }
    }
    if let Some(own) = all.get_mut(first..) {
        nested(own);
    }
}

/// Open quotation marks and parentheses.
#[derive(Default)]
struct Ngoac {
    kep: bool,
    don: bool,
}

impl Ngoac {
    fn qua(&mut self, chu: &Chu, n: usize) {
        match chu.viet(n) {
            "“" => self.kep = true,
            "”" => self.kep = false,
            "\"" => self.kep = !self.kep,
            "(" => self.don = true,
            ")" => self.don = false,
            _ => {}
        }
    }

    fn trong(&self) -> bool {
        self.kep || self.don
    }
}

/// The citation that begins at a piece.
fn tai(doan: &Doan, n: usize) -> Option<VienDan<'_>> {
    let chu: &Chu = &doan.chu;
    if chu.tu.get(n)?.loai != LoaiTu::Chu {
        return None;
    }
    let (loai, loai_cuoi, viet_tat) = match Loai::tai(chu, n) {
        Some((loai, last)) => (loai, last, false),
        None => (Loai::viet_tat_tai(chu, n)?, n, true),
    };
    let (so, truoc) = number_word(chu, loai_cuoi + 1);
    let at = match so {
        Some(at) if chu.viet(at + 1) == ":" => at + 2,
        Some(at) => at + 1,
        None => loai_cuoi + 1,
    };
    let ky_hieu = KyHieu::tai(chu, at).or_else(|| so.and_then(|_| KyHieu::trong(chu, at)))?;
    // "Luật Đầu tư 61/2020/QH14" has its name between; without "số" only the kind itself may stand before the symbol.
    let mut found = VienDan {
        doan,
        dau: n,
        loai,
        loai_cuoi,
        viet_tat,
        co_so: so.is_some(),
        het: ky_hieu.cuoi + 1,
        ky_hieu,
        co_ngay: false,
        ngay: None,
        co_quan: truoc,
        cho_co_quan: if truoc.is_some() { ChoCoQuan::Truoc } else { ChoCoQuan::Khong },
        trich_yeu: None,
        trong: false,
        ngoac: false,
    };
    found.head();
    Some(found)
}

/// "số" behind the kind, and the agency that stands between: "Nghị quyết của HĐND tỉnh số".
fn number_word(chu: &Chu, n: usize) -> (Option<usize>, Option<(usize, usize)>) {
    if chu.nho(n) == "số" {
        return (Some(n), None);
    }
    if chu.nho(n) != "của" {
        return (None, None);
    }
    let (end, _) = co_quan::het(chu, n + 1);
    let digits = chu.tu.get(end + 1).is_some_and(|tu| tu.loai == LoaiTu::So);
    if chu.nho(end) == "số" && digits && end > n + 1 { (Some(end), Some((n + 1, end - 1))) } else { (None, None) }
}

impl VienDan<'_> {
    /// Reads what follows the symbol.
    fn head(&mut self) {
        let chu = self.chu();
        let mut at = self.het;
        if let Some(end) = self.date_at(at) {
            at = end;
        }
        at = self.agency_at(at);
        if !self.co_ngay
            && let Some(end) = self.date_at(at)
        {
            at = end;
        }
        self.het = at;
        if self.trich_yeu.is_none() {
            self.trich_yeu = subject_at(chu, at);
        } else {
            self.trich_yeu = Some(at);
        }
        if self.cho_co_quan == ChoCoQuan::Khong && issued_before(chu, self.dau) {
            self.cho_co_quan = ChoCoQuan::ChuNgu;
        }
    }

    /// A date at a piece, or a slot for one; behind its last piece.
    fn date_at(&mut self, at: usize) -> Option<usize> {
        let chu = self.chu();
        let mut at = at;
        while matches!(chu.nho(at), "," | "ký" | "(") || (chu.nho(at) == "ban" && chu.nho(at + 1) == "hành") {
            at += if chu.nho(at) == "ban" { 2 } else { 1 };
        }
        if chu.nho(at) != "ngày" {
            return None;
        }
        self.co_ngay = true;
        self.ngay = Ngay::tai(chu, at);
        let mut end = self.ngay.map_or(at + 1, |ngay| ngay.cuoi + 1);
        if self.ngay.is_none() {
            // "ngày … tháng … năm 2026", "ngày    /02/2026".
            let slot = |n| {
                matches!(chu.nho(n), "." | "…" | "_" | "/" | "tháng" | "năm")
                    || chu.tu.get(n).is_some_and(|tu| tu.loai == LoaiTu::So)
            };
            while slot(end) && end < at + 30 {
                end += 1;
            }
        }
        if chu.viet(end) == ")" && chu.viet(at.wrapping_sub(1)) == "(" {
            end += 1;
        }
        Some(end)
    }

    /// The agency at a piece; behind its last piece. Sets the subject when it follows.
    fn agency_at(&mut self, at: usize) -> usize {
        let chu = self.chu();
        let start = match chu.nho(at) {
            "của" | "do" => at + 1,
            "," if chu.nho(at + 1) == "của" => at + 2,
            _ => return at,
        };
        let (end, sau) = co_quan::het(chu, start);
        if end == start {
            return at;
        }
        self.co_quan = Some((start, end - 1));
        self.cho_co_quan = ChoCoQuan::Dung;
        if sau == Sau::TrichYeu {
            self.trich_yeu = Some(end);
        }
        end
    }
}

/// The subject that begins at a piece: "về …", "quy định …", not a word that goes on with the sentence.
fn subject_at(chu: &Chu, n: usize) -> Option<usize> {
    let n = if chu.viet(n) == "," && matches!(chu.nho(n + 1), "về" | "quy" | "hướng") { n + 1 } else { n };
    if matches!(chu.viet(n), "“" | "\"" | "(") {
        return Some(n);
    }
    if chu.tu.get(n).is_none_or(|tu| tu.loai != LoaiTu::Chu) || matches!(chu.nho(n), "của" | "số" | "ngày") {
        return None;
    }
    let (end, sau) = co_quan::het(chu, n);
    ((end == n && sau == Sau::TrichYeu) || chu.nho(n) == "về" || is_verb(chu, n)).then_some(n)
}

/// Words that begin subjects and are made of syllables that names have too.
fn is_verb(chu: &Chu, n: usize) -> bool {
    matches!(
        [chu.nho(n), chu.nho(n + 1)],
        ["ban", "hành"] | ["thành", "lập"] | ["quy", "định"] | ["phê", "duyệt"] | ["sửa", "đổi"] | ["hướng", "dẫn"]
    )
}

/// Whether the words before a citation say who issued it: "Chính phủ đã ban hành", "UBND tỉnh có".
fn issued_before(chu: &Chu, n: usize) -> bool {
    let word = |back: usize| n.checked_sub(back).map_or("", |at| chu.nho(at));
    (word(2) == "ban" && word(1) == "hành" && word(3) != "được") || matches!(word(1), "có" | "ký" | "ra")
}

/// Marks citations that stand within the subject of another.
fn nested(all: &mut [VienDan<'_>]) {
    for n in 1..all.len() {
        let (before, rest) = all.split_at_mut(n);
        let (Some(outer), Some(here)) = (before.last(), rest.first_mut()) else { continue };
        let chu = here.chu();
        let previous = here.dau.checked_sub(1).map_or("", |at| chu.nho(at));
        let between = outer.het..here.dau;
        let closed = between.clone().any(|at| ends_clause(chu, at));
        here.trong = match previous {
            _ if closed => false,
            "," | "và" | "hoặc" => {
                outer.trong
                    || (outer.trich_yeu.is_some() && between.clone().any(|at| chu.nho(at) == "luật" && !here.co_ngay))
            }
            _ => outer.trong || outer.trich_yeu.is_some(),
        };
    }
}

/// Whether a subject cannot go on past a piece.
fn ends_clause(chu: &Chu, n: usize) -> bool {
    match chu.viet(n) {
        ";" | ":" | "”" => true,
        "." => chu.tu.get(n).is_some_and(|tu| {
            chu.text.get(tu.cuoi..).is_none_or(|rest| rest.starts_with([' ', '\u{a0}']) || rest.is_empty())
        }),
        "," => co_quan::bat_dau(chu, n + 1) && Loai::tai(chu, n + 1).is_none(),
        _ => false,
    }
}
