//! What a user would see: text and positions read back from the PDF, messages, files on disk. One folder a topic, one
//! binary for all, because each would link Typst anew.

mod an_toan;
mod ca_kho;
mod cli;
mod corpus;
mod du_kien;
mod input;
mod ky;
mod pdf;
mod renew;
mod sao;
mod so_cai;
mod support;
mod the_thuc;
mod trang_mau;
