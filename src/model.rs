//! What the steps hand to one another: the draft as typed, the agency, the document, its body tree. Nothing here reads
//! files, renders templates or prints.

pub mod ban_sao;
pub mod ban_thao;
pub mod bang_tu;
pub mod cau_hinh;
pub mod chuc_vu;
pub mod co_quan;
pub mod danh_sach;
pub mod draft;
pub mod du_kien;
pub mod kem_theo;
pub mod lich;
pub mod loai_van_ban;
pub mod ngay;
pub mod nguoi_ky;
pub mod noi_dung;
pub mod numbering;
pub mod reference;
pub mod so_ky_hieu;
pub mod the_thuc;
pub mod trang;
pub mod truong;
pub mod tu_khoa;
pub mod van_ban;

pub use ban_sao::{BanSao, BanSaoGiay, DangSao, DanhMucSao, HinhThucSao, ThoiGianKy};
pub use ban_thao::{BanThao, Chu, Doan, Nguon, O};
pub use bang_tu::BangTu;
pub use cau_hinh::{CauHinh, Muc};
pub use chuc_vu::DanhMucChucVu;
pub use co_quan::{CheDo, CoQuan, Nguoi};
pub use danh_sach::{Cot, DanhSach, Dong};
pub use kem_theo::{KemTheo, LoaiKem};
pub use loai_van_ban::{BoCuc, Can, DanhMucLoai, LoaiVanBan};
pub use ngay::NgayVanBan;
pub use nguoi_ky::{KhoiKy, QuyenHan};
pub use noi_dung::{Block, BlockKind, CanCot, Inline, NoiDung};
pub use reference::Reference;
pub use so_ky_hieu::SoVanBan;
pub use the_thuc::TheThuc;
pub use truong::{CacTruong, Truong};
pub use tu_khoa::TuKhoa;
pub use van_ban::{BoVanBan, CoChu, Dang, Dau, DauVanBan, VanBan};
