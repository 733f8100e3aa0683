//! Calendar days in the shipped data: `2025-07-01`.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, de::Error};

/// Reads a day.
pub(crate) fn ngay_iso<'de, D: Deserializer<'de>>(de: D) -> Result<NaiveDate, D::Error> {
    let text = String::deserialize(de)?;
    NaiveDate::parse_from_str(&text, "%Y-%m-%d").map_err(|_| D::Error::custom(format!("no such day: {text}")))
}

/// Reads a day that may be missing; use with `#[serde(default)]`.
pub(crate) fn ngay_iso_co_the<'de, D: Deserializer<'de>>(de: D) -> Result<Option<NaiveDate>, D::Error> {
    ngay_iso(de).map(Some)
}
