//! The measures of `data/the_thuc.yaml` that placing needs, in points.

use crate::diag::{Files, Sink};
use crate::load::reference;
use crate::project::Project;
use serde::Deserialize;

/// Points in one millimetre.
pub const PT_MM: f64 = 72.0 / 25.4;

/// The page of the decree and where a copy stands on it, in points. Names are those of the file.
#[derive(Debug, Deserialize)]
pub struct Thuoc {
    #[serde(deserialize_with = "pt")]
    pub giay_rong: f64,
    #[serde(deserialize_with = "pt")]
    pub giay_cao: f64,
    #[serde(deserialize_with = "pt")]
    pub le_tren: f64,
    #[serde(deserialize_with = "pt")]
    pub le_duoi: f64,
    #[serde(deserialize_with = "pt")]
    pub ban_sao_tren: f64,
    #[serde(deserialize_with = "pt")]
    pub chu_ky_so_tren: f64,
    #[serde(deserialize_with = "pt")]
    pub mep_quet: f64,
}

impl Thuoc {
    /// Reads the file of a project.
    pub fn doc(project: &Project, files: &mut Files, sink: &mut Sink) -> Option<Thuoc> {
        reference::parse(project, "data/the_thuc.yaml", files, sink)
    }
}

#[derive(Deserialize)]
struct SoDo {
    gia_tri: f64,
    don_vi: String,
}

fn pt<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    let so_do = SoDo::deserialize(deserializer)?;
    match so_do.don_vi.as_str() {
        "mm" => Ok(so_do.gia_tri * PT_MM),
        "pt" => Ok(so_do.gia_tri),
        other => Err(serde::de::Error::custom(other)),
    }
}
