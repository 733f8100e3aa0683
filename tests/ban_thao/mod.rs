//! Drafts that people already have.

mod goi_word;
mod sinh;
mod soi;
mod trinh_bay;
mod word;
