//! Drafts that people already have.

mod goi_word;
mod word;
