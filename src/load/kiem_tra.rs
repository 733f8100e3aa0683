//! The word lists of rules, `data/kiem_tra/*.yaml`: a project's own files come beside the program's.

use super::reference::parse;
use crate::diag::{Files, Sink};
use crate::model::{BangTu, TheThuc};
use crate::project::Project;

/// Every list, in the order of the files' names.
pub fn bang_tu(project: &Project, files: &mut Files, sink: &mut Sink) -> Vec<BangTu> {
    let names = project.list("data/kiem_tra").into_iter().filter(|name| name.ends_with(".yaml"));
    names.filter_map(|name| parse(project, &format!("data/kiem_tra/{name}"), files, sink)).collect()
}

/// Sizes, margins, gaps of Phụ lục I.
pub fn the_thuc(project: &Project, files: &mut Files, sink: &mut Sink) -> Option<TheThuc> {
    parse(project, "data/the_thuc.yaml", files, sink)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_measures_are_read_with_their_spans() {
        let mut sink = Sink::default();
        let the_thuc = the_thuc(&Project::here(), &mut Files::default(), &mut sink);
        assert!(sink.is_empty(), "{:?}", sink.into_sorted());
        let the_thuc = the_thuc.expect("shipped data");
        assert_eq!(the_thuc.khoang("le_trai"), Some((30.0, 35.0)));
        assert_eq!(the_thuc.khoang("co_dau.quoc_hieu"), Some((12.0, 13.0)));
        assert_eq!(the_thuc.khoang("co_noi_nhan_muc"), Some((11.0, 11.0)));
        assert_eq!(the_thuc.chon("thut_dau_dong"), [10.0, 12.7]);
        assert_eq!(the_thuc.chu("tieu_ngu"), Some("Độc lập - Tự do - Hạnh phúc"));
    }
}
