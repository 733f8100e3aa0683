//! Drafts that people already have.

pub mod goi_word;
mod pdf;
mod sinh;
mod soi;
mod trinh_bay;
mod word;
