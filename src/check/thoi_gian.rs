//! Dates, periods, anniversaries.

pub mod ngay;
