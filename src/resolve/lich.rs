//! Days in texts: `{{ van_ban.ke_hoach.ngay | cong_ngay_lam_viec(so=5) | ngay_chu }}`. A day goes in as the format writes one
//! (`14/02/2027`) and comes out as the decree writes one.

use crate::diag::{Diagnostic, Place, code};
use crate::model::NgayVanBan;
use crate::model::lich::{self, LichNghi, NgayAm, am_sang_duong, viet_so};
use chrono::{Datelike as _, Days, Months, NaiveDate};
use std::cell::RefCell;
use std::sync::Arc;
use tera::{Error, Kwargs, State, Tera, TeraResult};

/// Begins the messages of this module, which are Vietnamese already; behind `\n` stands the advice.
const MARK: &str = "vanthu: ";

/// More days or months than any period has.
const MAX: i64 = 40_000;

thread_local! {
    /// Years asked for while one text was rendered; a filter has no place to report to.
    static YEARS: RefCell<Vec<i32>> = const { RefCell::new(Vec::new()) };
}

/// What an error of this module says, and its advice.
pub fn of_days(message: &str) -> Option<(String, String)> {
    let at = message.find(MARK)?;
    let (said, advice) = message[at + MARK.len()..].split_once('\n')?;
    Some((said.to_owned(), advice.lines().next().unwrap_or_default().to_owned()))
}

fn error(said: &str, advice: &str) -> Error {
    Error::message(format!("{MARK}{said}\n{advice}"))
}

/// The filters that need the calendar only.
pub fn register(tera: &mut Tera) {
    tera.register_filter("thu", |text: &str, _: Kwargs, _: &State<'_>| Ok(lich::thu(day(text)?)));
    tera.register_filter("ngay_chu", |text: &str, _: Kwargs, _: &State<'_>| Ok(lich::viet_chu(day(text)?)));
    tera.register_filter("cong_ngay", |text: &str, arguments: Kwargs, _: &State<'_>| {
        let (date, so) = (day(text)?, count(&arguments)?);
        let days = Days::new(so.unsigned_abs());
        let moved = if so < 0 { date.checked_sub_days(days) } else { date.checked_add_days(days) };
        moved.map(viet_so).ok_or_else(no_such_day)
    });
    tera.register_filter("cong_thang", |text: &str, arguments: Kwargs, _: &State<'_>| {
        let (date, so) = (day(text)?, count(&arguments)?);
        let months = Months::new(u32::try_from(so.unsigned_abs()).unwrap_or(u32::MAX));
        let moved = if so < 0 { date.checked_sub_months(months) } else { date.checked_add_months(months) };
        moved.map(viet_so).ok_or_else(no_such_day)
    });
    tera.register_filter("am_lich", |text: &str, _: Kwargs, _: &State<'_>| {
        let am = lich::duong_sang_am(day(text)?).ok_or_else(no_such_day)?;
        let nhuan = if am.nhuan { " nhuận" } else { "" };
        Ok(format!("ngày {} tháng {}{nhuan} năm {}", am.ngay, am.thang, lich::can_chi(am.nam)))
    });
    tera.register_filter("can_chi", |nam: i64, _: Kwargs, _: &State<'_>| {
        i32::try_from(nam).map(lich::can_chi).map_err(|_| no_such_day())
    });
    tera.register_function("duong_lich", |arguments: Kwargs, state: &State<'_>| -> TeraResult<String> {
        let nam = match arguments.get::<i32>("nam")? {
            Some(nam) => nam,
            None => state.get::<i32>("nam")?.unwrap_or_default(),
        };
        let [ngay, thang] = ["ngay", "thang"].map(|key| arguments.get::<u32>(key));
        let (Some(ngay), Some(thang)) = (ngay?, thang?) else {
            return Err(error("duong_lich cần ngày và tháng âm lịch", "viết {{ duong_lich(ngay=15, thang=8) }}"));
        };
        let am = NgayAm { ngay, thang, nhuan: arguments.get::<bool>("nhuan")?.unwrap_or(false), nam };
        am_sang_duong(&am).map(viet_so).ok_or_else(|| {
            error(&format!("không có ngày {ngay} tháng {thang} âm lịch năm {nam}"), "tháng âm lịch có 29 hoặc 30 ngày")
        })
    });
}

/// The filters that need the days off.
pub fn register_working_days(tera: &mut Tera, ngay_nghi: Arc<LichNghi>) {
    let days_off = ngay_nghi.clone();
    tera.register_filter("ngay_lam_viec", move |text: &str, _: Kwargs, _: &State<'_>| -> TeraResult<String> {
        let (date, years) = days_off.ngay_lam_viec_tu(day(text)?);
        YEARS.with_borrow_mut(|known| known.extend(years));
        Ok(viet_so(date))
    });
    tera.register_filter(
        "cong_ngay_lam_viec",
        move |text: &str, arguments: Kwargs, _: &State<'_>| -> TeraResult<String> {
            let (date, so) = (day(text)?, count(&arguments)?);
            let (date, years) = match u16::try_from(so) {
                Ok(so) => ngay_nghi.cong_ngay_lam_viec(date, so),
                Err(_) => back(&ngay_nghi, date, so.unsigned_abs())?,
            };
            YEARS.with_borrow_mut(|known| known.extend(years));
            Ok(viet_so(date))
        },
    );
}

/// So many working days before a day.
fn back(ngay_nghi: &LichNghi, mut date: NaiveDate, so: u64) -> TeraResult<(NaiveDate, Vec<i32>)> {
    let (mut left, mut unknown) = (so, Vec::new());
    while left > 0 {
        date = date.pred_opt().ok_or_else(no_such_day)?;
        let (working, years) = ngay_nghi.ngay_lam_viec_tu(date);
        unknown.extend(years.into_iter().filter(|nam| *nam == date.year()));
        left -= u64::from(working == date);
    }
    unknown.dedup();
    Ok((date, unknown))
}

/// The years that the last text asked for and that are not in the data.
pub fn take_years_without_days_off() -> Vec<i32> {
    YEARS.with_borrow_mut(std::mem::take)
}

/// What to say of such a year.
pub fn year_without_days_off(nam: i32, place: Place) -> Diagnostic {
    Diagnostic::new(&code::CHUA_CO_NGAY_NGHI, format!("chưa có lịch nghỉ năm {nam} của cơ quan có thẩm quyền"))
        .at(place)
        .advice(
            "ngày đã tính chỉ trừ thứ Bảy, Chủ nhật và ngày lễ theo luật; xem lại sau khi có thông báo nghỉ lễ, Tết",
        )
        .advice(format!("có thông báo thì thêm năm {nam} vào data/ngay_nghi.yaml"))
}

fn day(text: &str) -> TeraResult<NaiveDate> {
    let advice = "ngày viết như 14/02/2027 hoặc 2027-02-14";
    match NgayVanBan::parse(text).map(|ngay| ngay.tron()) {
        Ok(Some(date)) if date.year() >= 1900 => Ok(date),
        _ => Err(error(
            &format!("“{}” không phải là một ngày đủ ngày, tháng, năm", crate::diag::words::shorten(text)),
            advice,
        )),
    }
}

fn count(arguments: &Kwargs) -> TeraResult<i64> {
    match arguments.get::<i64>("so")? {
        Some(so) if so.abs() <= MAX => Ok(so),
        Some(so) => Err(error(&format!("không cộng được {so}"), &format!("so nhiều nhất là {MAX}"))),
        None => Err(error("chưa rõ cộng bao nhiêu", "viết như | cong_ngay(so=5); số âm là lùi lại")),
    }
}

fn no_such_day() -> Error {
    error("ngày này ra ngoài lịch", "lịch tính được từ năm 1968 đến năm 2100")
}
