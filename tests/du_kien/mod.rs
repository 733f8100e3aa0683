//! Facts that compute themselves, from the shipped data: what a document would say.

mod am_lich;
mod giai_doan;
mod ky_niem;
mod ngay_nghi;
mod phap_luat;
mod tep;
mod tinh_thanh;

use chrono::NaiveDate;
use vanthu::diag::{Files, Sink};
use vanthu::project::Project;

/// Reads shipped data.
fn nap<T>(doc: impl Fn(&Project, &mut Files, &mut Sink) -> Option<T>) -> T {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    doc(&Project::here(), &mut files, &mut sink).unwrap_or_else(|| panic!("{:?}", sink.into_sorted()))
}

fn ngay(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").expect("a day")
}
