//! Whatever the bytes: no panic, every finding inside the text, not a word of English. A campaign that is sound is cut,
//! pasted and mistyped at random, which goes deeper than noise does; noise is tried too.

use super::assert_sound;
use crate::support::project::open;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use vanthu::diag::{Severity, human};
use vanthu::pipeline::{Task, Watch};
use vanthu::typeset::Format;

/// A campaign that uses all there is.
const SOUND: &str = include_str!("fixtures/tron_ven.yaml");

/// What hands and clipboards bring in.
const BITS: [&str; 56] = [
    ": ",
    ":",
    " #",
    "# ",
    "- ",
    "-",
    "\n",
    "\n\n",
    "  ",
    "    ",
    "\t",
    "\u{a0}",
    "|",
    ">",
    "| ",
    "\"",
    "'",
    "“",
    "[",
    "]",
    "{",
    "}",
    ",",
    "&a ",
    "*a",
    "!b ",
    "@",
    "%",
    "`",
    "? ",
    "---\n",
    "...\n",
    "\\",
    "\\u0007",
    "{{",
    "}}",
    "{{ nam }}",
    "{{ nan }}",
    "{{ bien.so_dot / 0 }}",
    "{% for i in range(end=9) %}",
    "{% endfor %}",
    "{% if nam %}",
    "{% endif %}",
    "{#",
    "#}",
    "**",
    "*",
    "|---|",
    "| a | b |",
    "☐",
    "e\u{302}\u{323}",
    "\u{feff}",
    "\0",
    "Vieät Nam",
    "ViÖt",
    "\r\n",
];

/// One edit: where in the text (in thousandths), how much, and what is done there.
#[derive(Debug, Clone)]
enum Edit {
    Delete(usize, usize),
    Double(usize, usize),
    Move(usize, usize, usize),
    Insert(usize, &'static str),
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = 0..1000_usize;
    prop_oneof![
        (at.clone(), 1..80_usize).prop_map(|(at, n)| Edit::Delete(at, n)),
        (at.clone(), 1..120_usize).prop_map(|(at, n)| Edit::Double(at, n)),
        (at.clone(), 1..80_usize, at.clone()).prop_map(|(from, n, to)| Edit::Move(from, n, to)),
        (at, proptest::sample::select(&BITS[..])).prop_map(|(at, bit)| Edit::Insert(at, bit)),
    ]
}

fn apply(mut text: Vec<char>, edits: &[Edit]) -> String {
    for edit in edits {
        let at = |thousandths: usize| thousandths * text.len() / 1000;
        let part = |from: usize, n: usize| from..(from + n).min(text.len());
        match edit {
            Edit::Delete(from, n) => drop(text.drain(part(at(*from), *n))),
            Edit::Double(from, n) => {
                let range = part(at(*from), *n);
                let copy = text[range.clone()].to_vec();
                text.splice(range.start..range.start, copy);
            }
            Edit::Move(from, n, to) => {
                let (range, to) = (part(at(*from), *n), at(*to));
                let copy = text[range.clone()].to_vec();
                text.drain(range);
                let to = to.min(text.len());
                text.splice(to..to, copy);
            }
            Edit::Insert(to, bit) => {
                let to = at(*to);
                text.splice(to..to, bit.chars());
            }
        }
    }
    text.into_iter().collect()
}

/// Checks each input; with `print`, one without an error must also become a document without one.
fn check_all(inputs: impl Strategy<Value = Vec<u8>>, print: bool) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::create_dir_all(folder.path().join("data/co_quan")).expect("a data folder");
    let agency = super::fixture("tep/so_van_hoa.yaml");
    std::fs::write(folder.path().join("data/co_quan/so_van_hoa.yaml"), agency).expect("a written agency");
    let path = folder.path().join("chien_dich.yaml");
    let pipeline = open(&path);
    let config = Config { failure_persistence: None, ..Config::default() };
    let outcome = TestRunner::new(config).run(&inputs, |bytes| {
        std::fs::write(&path, &bytes).expect("a written campaign");
        let outcome = pipeline.run(&path, &Task::default(), &Watch::default());
        for finding in &outcome.findings {
            assert_sound(finding, &outcome.files);
            human::render(&outcome.files, finding, false);
        }
        if print && outcome.findings.iter().all(|d| d.severity != Severity::Loi) {
            let output = folder.path().join("output");
            let task = Task { output: Some((output, vec![Format::Pdf])), ..Task::default() };
            let printed = pipeline.run(&path, &task, &Watch::default());
            let words: Vec<_> = printed.findings.iter().map(|d| human::render(&printed.files, d, false)).collect();
            prop_assert!(printed.findings.iter().all(|d| d.severity != Severity::Loi), "{}", words.join("\n"));
        }
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}

#[test]
fn a_campaign_edited_at_random() {
    let edits = proptest::collection::vec(edit(), 1..6);
    check_all(edits.prop_map(|edits| apply(SOUND.chars().collect(), &edits).into_bytes()), true);
}

#[test]
fn bits_of_yaml_in_any_order() {
    let bits = proptest::collection::vec(proptest::sample::select(&BITS[..]), 0..30);
    check_all(bits.prop_map(|bits| bits.concat().into_bytes()), false);
}

#[test]
fn any_bytes() {
    check_all(proptest::collection::vec(any::<u8>(), 0..200), false);
}

#[test]
fn any_text_as_subject_and_body() {
    let text = "[ -~àệđ\n{}%*|#☐“”\"'\\\\:-]{0,60}";
    check_all((text, text).prop_map(|(subject, body)| {
        let body: String = body.lines().map(|line| format!("      {line}\n")).collect();
        let head = "chien_dich: Thử\nnam: 2026\nco_quan: syt_thai_binh\nvan_ban:\n  ke_hoach:\n    loai: kế hoạch\n";
        format!("{head}    trich_yeu: {subject}\n    noi_nhan: [UBND]\n    nguoi_ky: tran_quang_hai\n    noi_dung: |\n{body}")
            .into_bytes()
    }), true);
}

#[test]
fn the_campaign_edited_above_is_sound() {
    let project = crate::support::project::TestProject::new()
        .file("data/co_quan/so_van_hoa.yaml", super::fixture("tep/so_van_hoa.yaml"))
        .file("chien_dich.yaml", SOUND);
    let rendered = project.render("chien_dich.yaml");
    assert_eq!(rendered.messages(), "");
    assert_eq!(rendered.files.len(), 7);
}
