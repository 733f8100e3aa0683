//! The examples of rules as tests: each is put into a draft that is sound without it.

use super::{Context, Kho, Luoi, Nen, RULES, TuDien, ViDu};
use crate::diag::{Files, Sink};
use crate::load;
use crate::model::{BanThao, O, Reference};
use crate::project::Project;
use std::sync::LazyLock;

/// Names of the rules that find something when a component has these lines.
pub fn found(o: O, lines: &str) -> Vec<&'static str> {
    found_in(o, lines, |_| {})
}

/// The shipped data, read once for all examples.
static DATA: LazyLock<(Reference, Kho)> = LazyLock::new(|| {
    let project = Project::here();
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let reference = Reference::load(&project, &mut files, &mut sink).expect("shipped data");
    let tables = load::kiem_tra::bang_tu(&project, &mut files, &mut sink);
    let (tu_dien, unknown) = TuDien::new(tables, super::code);
    assert!(unknown.is_empty(), "lists without a rule: {unknown:?}");
    assert!(sink.is_empty(), "{:?}", sink.into_sorted());
    fn read<T: 'static>(read: fn(&Project, &mut Files, &mut Sink) -> Option<T>) -> Luoi<T> {
        Luoi::new(Box::new(move || read(&Project::here(), &mut Files::default(), &mut Sink::default())))
    }
    let kho = Kho {
        tu_dien,
        phap_luat: read(load::du_kien::phap_luat),
        ky_niem: read(load::du_kien::ky_niem),
        tinh_thanh: read(load::du_kien::tinh_thanh),
        the_thuc: read(load::kiem_tra::the_thuc),
    };
    (reference, kho)
});

/// The same in a draft that is changed before it is checked.
pub fn found_in(o: O, lines: &str, change: impl FnOnce(&mut BanThao)) -> Vec<&'static str> {
    found_of(Nen::KeHoach, &[o], lines, change)
}

/// The same of several components in another draft.
fn found_of(nen: Nen, o: &[O], lines: &str, change: impl FnOnce(&mut BanThao)) -> Vec<&'static str> {
    let (reference, kho) = &*DATA;
    let mut files = Files::default();
    let mut ban_thao = super::nen(reference, nen, o, lines, &mut files);
    change(&mut ban_thao);
    let context = Context { files: &files, nam: None, in_duoc: None, reference, kho, nguon: ban_thao.nguon };
    let mut sink = Sink::default();
    super::ban_thao(&ban_thao, &context, &mut sink);
    sink.into_sorted().into_iter().map(|finding| finding.code.name).collect()
}

#[test]
fn the_grounds_are_sound() {
    for nen in [Nen::KeHoach, Nen::ToanThan, Nen::CongVan, Nen::QuyetDinh] {
        assert_eq!(found_of(nen, &[], "", |_| {}), [""; 0], "{nen:?}");
    }
}

/// Those of looks run in `trinh_bay/vi_du.rs`, those of campaigns in `tests/kiem_tra/vi_du.rs`. Every rule has one, of
/// some kind: `every_rule_is_explained_and_named_once`.
#[test]
fn every_example_is_caught_and_its_mending_is_not() {
    let mut wrong = Vec::new();
    for rule in RULES {
        for example in rule.vi_du {
            let ViDu::BanThao { nen, o, sai, dung } = example else { continue };
            let before = found_of(*nen, o, sai, |_| {});
            if !before.contains(&rule.code.name) {
                wrong.push(format!("{} không bắt, chỉ {before:?}: {sai}", rule.code.name));
            }
            let after = found_of(*nen, o, dung, |_| {});
            if !after.is_empty() {
                wrong.push(format!("{}: câu đúng bị bắt {after:?}: {dung}", rule.code.name));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
