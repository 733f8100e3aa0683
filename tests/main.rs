//! What a user would see: text and positions read back from the PDF, messages, files on disk. One folder a topic, one
//! binary for all, because each would link Typst anew.

mod an_toan;
mod ban_thao;
mod ca_kho;
mod chien_dich;
mod cli;
mod corpus;
mod danh_sach;
mod du_kien;
mod dung_chung;
mod input;
mod kiem_tra;
mod ky;
mod lo;
mod pdf;
mod renew;
mod sao;
mod so_cai;
mod so_lieu;
mod support;
mod the_thuc;
mod trang_mau;
mod vien_dan;
