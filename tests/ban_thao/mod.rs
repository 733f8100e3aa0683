//! Drafts that people already have.

mod goi_word;
mod sinh;
mod word;
