//! Step 1: files to drafts and agencies. YAML text becomes nodes, nodes become values, every mistake is recorded at its
//! place. Nothing is rendered or computed here.

pub mod bang_tinh;
mod blame;
pub mod bo_qua;
mod body;
pub mod bytes;
pub mod campaign;
pub mod cau_hinh;
mod chuc_vu;
pub mod co_quan;
mod danh_sach;
pub mod decode;
pub mod du_kien;
mod ghep;
pub mod kiem_tra;
pub mod legacy;
mod line;
pub mod reference;
pub mod text;
mod trap;
mod truong;
mod van_ban;
pub mod yaml;
mod yaml_error;

pub use crate::model::Reference;
pub use bang_tinh::bang_tinh;
pub use bytes::keep;
pub use campaign::campaign;
pub use co_quan::co_quan;
