//! For tests: what rules find in a plain text, read as anybody's draft is.

use crate::ban_thao;
use crate::check::{Context, Kho, Luoi, TuDien};
use crate::diag::{Files, Sink};
use crate::load;
use crate::model::{Nguon, Reference};
use crate::project::Project;
use std::borrow::Cow;
use std::sync::LazyLock;

/// The words that a rule finds, in order.
pub fn tim(rule: &str, text: &str) -> Vec<String> {
    all(text).into_iter().filter(|found| found.rule == rule).map(|found| found.words).collect()
}

/// A finding.
pub struct Thay {
    pub rule: &'static str,
    pub words: String,
}

/// Read once for all tests.
static KHO: LazyLock<(Reference, Kho)> = LazyLock::new(|| {
    let project = Project::here();
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let reference = Reference::load(&project, &mut files, &mut sink).expect("shipped data");
    let tables = load::kiem_tra::bang_tu(&project, &mut files, &mut sink);
    fn none<T: 'static>() -> Luoi<T> {
        Luoi::new(Box::new(|| None))
    }
    let tu_dien = TuDien::new(tables, crate::check::code).0;
    (reference, Kho { tu_dien, phap_luat: none(), ky_niem: none(), tinh_thanh: none(), the_thuc: none() })
});

/// Everything found.
pub fn all(text: &str) -> Vec<Thay> {
    let (reference, kho) = &*KHO;
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let bytes = Ok(Cow::Borrowed(text.as_bytes()));
    let Some(ban) = ban_thao::doc("thu.md", bytes, reference, &mut files, &mut sink) else { return Vec::new() };
    let context = Context { files: &files, nam: None, in_duoc: None, reference, kho, nguon: Nguon::Chu };
    crate::check::ban_thao(&ban, &context, &mut sink);
    let seen = |d: crate::diag::Diagnostic| {
        let words = d.place.as_ref().map(|p| files.slice(p).to_owned()).unwrap_or_default();
        Thay { rule: d.code.name, words }
    };
    sink.into_sorted().into_iter().map(seen).collect()
}
