//! Variables and heads: what is known of every document before any body is read.
//!
//! A head whose parts are wrong is still made, with "…" where a part is missing: its body then gets looked at in the same
//! run. Nothing of a campaign with an error is printed, so no placeholder ever reaches paper.

use super::Known;
use super::scope::Scope;
use super::template::Renderer;
use super::vien_dan::Cach;
use crate::diag::words::shorten;
use crate::diag::{Diagnostic, Files, Located, Sink, UNREAD, code, nearest};
use crate::model::draft::{CampaignDraft, DocumentDraft, Gia, Text};
use crate::model::ngay::NgayError;
use crate::model::{BoVanBan, CoQuan, DanhMucLoai, DauVanBan, LoaiVanBan, NgayVanBan, SoVanBan};
use std::sync::Arc;

/// What stands in for a part that is wrong.
const UNKNOWN: &str = "…";

/// What heads are made with.
pub struct Maker<'a> {
    pub draft: &'a CampaignDraft,
    pub renderer: &'a Renderer,
    pub files: &'a Files,
    pub types: &'a DanhMucLoai,
}

impl<'a> Maker<'a> {
    pub fn new(draft: &'a CampaignDraft, loai: &'a DanhMucLoai, renderer: &'a Renderer, files: &'a Files) -> Self {
        Maker { draft, renderer, files, types: loai }
    }

    /// Computes the shared phrases and `bien` from top to bottom; each variable may use those above it.
    pub fn variables(&self, scope: &mut Scope, sink: &mut Sink) {
        if let Some(co_quan) = self.draft.co_quan.as_ref().and_then(|ma| self.draft.agencies.get(&ma.value)) {
            scope.set_agency(co_quan);
        }
        let phrases = self.draft.cau_chu.iter().map(|item| ("cau_chu", item));
        for (family, (name, gia)) in phrases.chain(self.draft.bien.iter().map(|item| ("bien", item))) {
            scope.begin_variable(family, &name.value);
            let value = match gia {
                Gia::Text(text) if text.value == UNREAD => None,
                Gia::Text(text) => self.renderer.line(text, scope, self.files, sink).map(|v| self.value(text, v.value)),
                Gia::List(items) => {
                    let values: Vec<_> = items.iter().map(|t| self.renderer.line(t, scope, self.files, sink)).collect();
                    let values: Option<Vec<tera::Value>> =
                        values.into_iter().map(|v| v.map(|v| tera::Value::from(v.value))).collect();
                    values.map(tera::Value::from)
                }
            };
            scope.add_variable(family, &name.value, value);
        }
    }

    /// `so_dot: 4` is a number that can be counted with; `"4"` and `04` are words.
    fn value(&self, text: &Text, rendered: String) -> tera::Value {
        let plain = self.files.slice(&text.place) == rendered;
        match rendered.parse::<i64>() {
            Ok(number) if plain && number.to_string() == rendered => tera::Value::from(number),
            _ => tera::Value::from(rendered),
        }
    }

    /// Makes every head, in the order of the file; beside each, which of its parts are real.
    pub fn heads(&self, scope: &Scope, sink: &mut Sink) -> (BoVanBan, Vec<Known>) {
        let nam = self.draft.nam.as_ref().map_or(0, |n| n.value);
        let mut bo = BoVanBan { ten_tep: self.draft.ten_tep.clone(), nam, dau: Vec::new() };
        let mut known = Vec::new();
        for document in &self.draft.van_ban {
            let (dau, real) = match self.draft.list_of(document) {
                // What differs from row to row is open here; it is looked at with each row.
                Some(list) => {
                    let mut scope = scope.clone();
                    scope.set_row(&list.danh_sach, None);
                    self.head(document, &scope, &mut Sink::default())
                }
                None => self.head(document, scope, sink),
            };
            bo.dau.push(dau);
            known.push(real);
        }
        if self.draft.nam.is_none() {
            // The year is missing and reported; without it no date can be in the wrong year.
            bo.nam = bo.dau.iter().map(|dau| dau.ngay.value.nam).max().unwrap_or(0);
            bo.dau.iter_mut().filter(|dau| dau.ngay.value.nam == 0).for_each(|dau| dau.ngay.value.nam = bo.nam);
        }
        (bo, known)
    }

    /// Makes one head.
    pub fn head(&self, document: &DocumentDraft, scope: &Scope, sink: &mut Sink) -> (DauVanBan, Known) {
        let loai = document.loai.as_ref().and_then(|typed| self.find_type(typed, sink));
        let ma = document.co_quan.as_ref().or(self.draft.co_quan.as_ref());
        let co_quan = ma.and_then(|ma| self.draft.agencies.get(&ma.value)).cloned();
        let known = Known { loai: loai.is_some(), co_quan: co_quan.is_some() };
        let loai = loai.unwrap_or_else(|| Arc::new(LoaiVanBan::khong_ro(UNKNOWN)));
        let co_quan = co_quan.unwrap_or_else(|| Arc::new(CoQuan::default()));
        let mut scope = scope.clone();
        scope.set_agency(&co_quan);
        scope.vien_dan = scope.vien_dan.cach(Cach::Ngan);
        let text = |t: &Option<Text>, sink: &mut Sink| {
            let computed = t.as_ref().and_then(|t| self.renderer.line(t, &scope, self.files, sink));
            // What was computed to nothing is left open, as if it were not written: the number of a row that has none yet.
            computed.filter(|text| !text.value.is_empty())
        };
        let don_vi = text(&document.don_vi_soan_thao, sink);
        let so = text(&document.so, sink).and_then(|typed| number(typed, sink));
        let nam = self.draft.nam.as_ref().map(|n| n.value);
        let ngay = text(&document.ngay, sink).and_then(|typed| date(typed, nam, sink));
        let ngay = ngay.unwrap_or_else(|| self.only_year(document));
        let dia_danh = text(&document.dia_danh, sink).map_or_else(|| co_quan.dia_danh.clone(), |t| t.value);
        let ky_hieu = match text(&document.ky_hieu, sink) {
            Some(typed) => typed.value,
            None if known.loai && document.ky_hieu.is_none() => {
                symbol(&loai, &co_quan, don_vi.as_ref(), document, sink)
            }
            None => UNKNOWN.to_owned(),
        };
        let trich_yeu = document.trich_yeu.as_ref().map(|t| self.renderer.text(t, &scope, self.files, sink));
        let trich_yeu = trich_yeu.map(|text| text.unwrap_or_else(|rest| rest));
        let trich_yeu_place = document.trich_yeu.as_ref().map_or(&document.id.place, |t| &t.place).clone();
        let dau = DauVanBan {
            id: document.id.clone(),
            loai,
            co_quan,
            so,
            ky_hieu,
            ngay,
            dia_danh,
            trich_yeu: trich_yeu.map(|t| subject(&t.value)).unwrap_or_default(),
            trich_yeu_place,
            trich_sao: document.sao.is_some(),
        };
        (dau, known)
    }

    /// The date of a document that has none, or a wrong one: only the year of the campaign.
    fn only_year(&self, document: &DocumentDraft) -> Located<NgayVanBan> {
        let nam = self.draft.nam.as_ref();
        let place = nam.map_or(&document.id.place, |n| &n.place).clone();
        Located::new(NgayVanBan::chi_nam(nam.map_or(0, |n| n.value)), place)
    }

    fn find_type(&self, typed: &Text, sink: &mut Sink) -> Option<Arc<LoaiVanBan>> {
        let found = self.types.tim(&typed.value);
        if found.is_none() {
            sink.push(unknown_type(typed, self.types));
        }
        found.cloned()
    }
}

/// A type that Điều 7 does not know.
pub fn unknown_type(typed: &Text, types: &DanhMucLoai) -> Diagnostic {
    let known: Vec<&str> = types.iter().map(|l| l.ten.as_str()).collect();
    let finding = Diagnostic::new(&code::KHONG_CO, format!("không có loại văn bản “{}”", shorten(&typed.value)))
        .at(typed.place.clone())
        .advice(format!("các loại của Điều 7: {}", known.join(", ")));
    match nearest(&typed.value, known.iter().copied()) {
        Some(near) => finding.label(format!("có phải là “{near}”?")),
        None => finding,
    }
}

/// Lines of the subject, without the "V/v" that the program prints.
pub fn subject(text: &str) -> Vec<String> {
    let bare = text.strip_prefix("V/v ").unwrap_or(text);
    bare.lines().map(|l| l.trim().to_owned()).filter(|l| !l.is_empty()).collect()
}

pub fn number(typed: Text, sink: &mut Sink) -> Option<Located<SoVanBan>> {
    let so = SoVanBan::parse(&typed.value);
    if so.is_none() {
        let mut finding =
            Diagnostic::new(&code::SAI_GIA_TRI, format!("“{}” không phải là số văn bản", shorten(&typed.value)))
                .at(typed.place.clone())
                .advice("số văn bản chỉ gồm chữ số; ký hiệu để ở khóa ky_hieu; chưa cấp số thì bỏ khóa so");
        let digits: String = typed.value.chars().take_while(char::is_ascii_digit).collect();
        if SoVanBan::parse(&digits).is_some() {
            finding = finding.label(format!("có phải là “{digits}”?"));
        }
        sink.push(finding);
    }
    Some(Located::new(so?, typed.place))
}

pub fn date(typed: Text, nam: Option<i32>, sink: &mut Sink) -> Option<Located<NgayVanBan>> {
    match NgayVanBan::read(&typed) {
        Ok(ngay) => Some(Located::new(ngay, typed.place)),
        Err(mut finding) => {
            let label = match NgayVanBan::parse(&typed.value) {
                Err(NgayError::KhongCo) => days_of_month(&typed.value),
                _ => nearly_a_date(&typed.value, nam).map(|ngay| format!("có phải là “{ngay}”?")),
            };
            if let Some(label) = label {
                finding = finding.label(label);
            }
            sink.push(finding);
            None
        }
    }
}

/// `14.02.2026`, `14/2/26` and, in a campaign of a year, `14/2` are plain to a person.
fn nearly_a_date(typed: &str, nam: Option<i32>) -> Option<String> {
    let parts: Vec<&str> = typed.split(['/', '-', '.']).map(str::trim).collect();
    let ngay = match parts.as_slice() {
        [d, m] => format!("{d}/{m}/{}", nam?),
        [d, m, y] if y.len() == 2 => format!("{d}/{m}/20{y}"),
        [d, m, y] => format!("{d}/{m}/{y}"),
        _ => return None,
    };
    NgayVanBan::parse(&ngay).is_ok().then_some(ngay)
}

/// "tháng 4 có 30 ngày", for a day that the calendar does not have.
fn days_of_month(typed: &str) -> Option<String> {
    let mut parts: Vec<u32> = typed.split(['/', '-']).map(|p| p.trim().parse()).collect::<Result<_, _>>().ok()?;
    if typed.find('-') == Some(4) {
        parts.reverse();
    }
    let [_, thang, nam] = parts.as_slice() else { return None };
    let nam = i32::try_from(*nam).ok()?;
    if !(1..=12).contains(thang) {
        return Some("một năm có 12 tháng".to_owned());
    }
    let last = (28..=31).rev().find(|day| chrono::NaiveDate::from_ymd_opt(nam, *thang, *day).is_some())?;
    Some(format!("tháng {thang} năm {nam} có {last} ngày"))
}

/// The symbol as Phụ lục I, mục II.3b composes it.
fn symbol(
    loai: &LoaiVanBan,
    co_quan: &CoQuan,
    don_vi: Option<&Text>,
    document: &DocumentDraft,
    sink: &mut Sink,
) -> String {
    if !loai.don_vi_trong_ky_hieu {
        return match &loai.viet_tat {
            Some(viet_tat) => format!("{viet_tat}-{}", co_quan.viet_tat),
            None => co_quan.viet_tat.clone(),
        };
    }
    if document.don_vi_soan_thao.is_none() {
        sink.push(
            Diagnostic::new(&code::THIEU, format!("ký hiệu của {} thiếu đơn vị soạn thảo", loai.ten))
                .at(document.id.place.clone())
                .advice("thêm dòng don_vi_soan_thao: VP (chữ viết tắt phòng hoặc lĩnh vực)"),
        );
    }
    format!("{}-{}", co_quan.viet_tat, don_vi.map_or(UNKNOWN, |d| d.value.as_str()))
}
