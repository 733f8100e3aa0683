//! `vanthu`: campaigns in YAML to official Vietnamese documents laid out as Nghị định 30/2020/NĐ-CP asks.
//!
//! The steps run one way: [`mod@load`] → [`mod@resolve`] → [`mod@check`] → [`mod@merge`] → [`mod@typeset`] → [`mod@write`]. They share only
//! [`model`] and [`diag`]; [`pipeline`] calls them all, [`mod@sao`] does for a copy. Names of things the decree names are the decree's, without
//! diacritics.

pub mod assets;
pub mod ban_thao;
pub mod check;
pub mod diag;
pub mod load;
pub mod merge;
pub mod model;
pub mod pipeline;
pub mod project;
pub mod renew;
pub mod resolve;
pub mod sao;
pub mod typeset;
pub mod write;
