//! The ledger `src/check/README.md` against the clauses of the decree, the tests and the rules: a line that names what is not
//! there, or a clause without a line, fails.

use std::collections::BTreeMap;
use std::path::Path;
use vanthu::{check, diag::code};

/// The clauses, transcribed from Điều 8 and Phụ lục I, II and III: what they begin with, and the rest. `.1`, `.2` are paragraphs of a point.
#[rustfmt::skip]
const DIEU_KHOAN: [(&str, &str); 11] = [
    (
        "D8.",
        "2a, 2b, 2c, 2d, 2đ, 2e, 2g, 2h, 2i",
    ),
    (
        "I.I.",
        "1, 2, 3, 4, 5, 6, 7",
    ),
    (
        "I.II.",
        "1a, 1b, 1c, 2a.1, 2a.2, 2b.1, 2b.2, 2b.3, 2c, 3a.1, 3a.2, 3b.1, 3b.2, 3c, 3d, 4a.1, 4a.2, 4a.3, 4b, \
         4c, 5a, 5b.1, 5b.2, 6a.1, 6a.2, 6b, 6c, 6d, 6đ.1, 6đ.2, 6đ.3, 6đ.4, 6đ.5, 6e, 6g, 7a, 7b.1, 7b.2, \
         7b.3, 7b.4, 7b.5, 7c.1, 7c.2, 7c.3, 7c.4, 7c.5, 7d, 7đ.1, 7đ.2, 7đ.3, 8a, 8b, 8c, 9a, 9b.1, 9b.2, \
         9c, 9d.1, 9d.2",
    ),
    (
        "I.III.",
        "1a.1, 1a.2, 1b, 1c.1, 1c.2, 1d, 1đ, 1e, 2a, 2b.1, 2b.2, 2c, 3, 4",
    ),
    (
        "I.IV.",
        "1, 2, 3, 4, 5a, 5b, 6, 7a, 7b, 7c, 8, 9a, 9b, 10a, 10b, 11, 12, 13, 14",
    ),
    (
        "I.V.",
        "1, 2, 3, 4, 5a, 5b, 6, 6a, 6b, 7, 8a, 8b, 9, 10, 11, 12, 13, 14, chú thích 1",
    ),
    (
        "II.I.",
        "1, 2a, 2b, 2c, 2d, 3a, 3b, 3c",
    ),
    (
        "II.II.",
        "1a, 1b, 1c, 1d, 1đ, 1e, 1g, 2a, 2b, 2c, 2d, 3.1, 3.2, 3.3, 3.4, 3.5, 3.6, 3.7",
    ),
    (
        "PL2.",
        "I, II.1, II.2, III.1, III.2, IV.1, IV.2, V.1, V.2, V.3, V.4, V.5, V.6, V.7, V.8, V.9, V.10",
    ),
    (
        "PL3.I.",
        "1, 2",
    ),
    (
        "PL3.II.",
        "1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 1.10, 2.1, 2.2, 3.1, 3.2",
    ),
];

const TRANG_THAI: [&str; 4] = ["layout", "check", "user", "no"];

/// One line of the ledger.
struct Muc {
    dieu_khoan: String,
    trang_thai: String,
    /// Tests and rules, between backticks, and the reason.
    cho: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The rows of the tables below headings of clauses.
fn ledger() -> Vec<Muc> {
    let text = std::fs::read_to_string(root().join("src/check/README.md")).expect("the ledger");
    let (_, tables) = text.split_once("\n## ").expect("tables");
    let rows = tables.lines().filter(|l| l.starts_with('|') && !l.starts_with("|---") && !l.starts_with("| clause"));
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [dieu_khoan, _, trang_thai, cho] = cells.as_slice() else { panic!("four cells expected: {row}") };
        Muc { dieu_khoan: (*dieu_khoan).to_owned(), trang_thai: (*trang_thai).to_owned(), cho: (*cho).to_owned() }
    })
    .collect()
}

/// What stands between backticks and names a test or a rule.
fn names(cho: &str) -> (Vec<&str>, Vec<&str>) {
    let quoted = cho.split('`').skip(1).step_by(2);
    let known = quoted.filter(|name| name.starts_with("tests/") || is_rule(name) || name.contains('-'));
    known.partition(|name| name.starts_with("tests/"))
}

fn is_rule(name: &str) -> bool {
    check::RULES.iter().any(|r| r.code.name == name) || code::ALL.iter().any(|c| c.name == name)
}

/// Whether `tests/x.rs::f` is a test.
fn is_test(name: &str) -> bool {
    let Some((path, function)) = name.split_once("::") else { return false };
    let text = std::fs::read_to_string(root().join(path)).unwrap_or_default();
    let Some(at) = text.find(&format!("\nfn {function}()")) else { return false };
    // The attributes stand right above, after the blank line before the item.
    text[..at].rsplit("\n\n").next().is_some_and(|above| above.contains("#[test]"))
}

#[test]
fn every_line_names_what_exists() {
    let mut wrong = Vec::new();
    for Muc { dieu_khoan, trang_thai, cho } in ledger() {
        let (tests, rules) = names(&cho);
        let unnamed = cho.contains("`tests/sao/` TODO(sao)");
        let sound = match trang_thai.as_str() {
            "layout" => unnamed || !tests.is_empty(),
            "check" => !rules.is_empty(),
            "user" | "no" => !cho.is_empty(),
            _ => false,
        };
        if !sound {
            wrong.push(format!("{dieu_khoan}: “{trang_thai}” with “{cho}”"));
        }
        let lost_tests = tests.iter().filter(|t| !is_test(t) && (!unnamed || **t != "tests/sao/"));
        let lost = lost_tests.chain(rules.iter().filter(|r| !is_rule(r)));
        wrong.extend(lost.map(|name| format!("{dieu_khoan}: no test or rule {name}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[expect(clippy::print_stdout, reason = "the counts are what a reader asks for: cargo test so_cai -- --nocapture")]
fn every_clause_has_one_line() {
    let ledger = ledger();
    let written: Vec<&str> = ledger.iter().map(|m| m.dieu_khoan.as_str()).collect();
    let clauses: Vec<String> = DIEU_KHOAN
        .iter()
        .flat_map(|(first, rest)| rest.split(", ").map(move |clause| format!("{first}{clause}")))
        .collect();
    for clause in &clauses {
        let lines = written.iter().filter(|w| *w == clause).count();
        assert_eq!(lines, 1, "lines for {clause}");
    }
    for line in &written {
        assert!(clauses.iter().any(|c| c == line), "{line} is no clause of the list");
    }
    let mut counts = BTreeMap::new();
    for muc in &ledger {
        assert!(TRANG_THAI.contains(&muc.trang_thai.as_str()), "{}: {}", muc.dieu_khoan, muc.trang_thai);
        *counts.entry(muc.trang_thai.as_str()).or_insert(0) += 1;
    }
    println!("{} clauses: {counts:?}", ledger.len());
}

/// Where the ledger speaks of a rule's clause: "Phụ lục I, phần I, mục II, khoản 3 điểm c" is `I.II.3c`. Of several clauses the
/// first; clauses of no table (Điều 12, Điều 13) have none.
fn dong(clause: &str) -> Option<String> {
    let clause = clause.strip_prefix("NĐ 30/2020/NĐ-CP, ")?.split(';').next()?;
    let after = |word: &str| {
        let (_, rest) = clause.split_once(&format!("{word} "))?;
        rest.split([' ', ',']).next()
    };
    let khoan =
        || format!("{}{}", after("khoản").or(after("STT")).unwrap_or_default(), after("điểm").unwrap_or_default());
    let parts = match after("Phụ lục") {
        Some("I") => vec!["I".to_owned(), after("mục")?.to_owned(), khoan()],
        // Points of Phụ lục II share the line of their khoản.
        Some("II") => {
            ["PL2", after("mục").unwrap_or_default(), after("khoản").unwrap_or_default()].map(str::to_owned).to_vec()
        }
        Some("III") => match after("mẫu") {
            Some(mau) => vec!["PL3.II".to_owned(), mau.to_owned()],
            None => vec!["PL3".to_owned(), after("mục")?.to_owned()],
        },
        None if clause.starts_with("Điều 8 khoản") => vec!["D8".to_owned(), khoan()],
        _ => return None,
    };
    Some(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("."))
}

/// Whether a line is that clause or a part of it: `I.II.6a.1` of `I.II.6a`, `I.II.1b` of `I.II.1`, but not `I.V.14` of `I.V.1`.
fn is_part(line: &str, clause: &str) -> bool {
    let next = line.strip_prefix(clause).map(|rest| rest.chars().next());
    next.is_some_and(|next| next.is_none_or(|c| c == '.' || c.is_lowercase()))
}

#[test]
fn every_rule_stands_on_a_line_of_its_clause() {
    let ledger = ledger();
    let codes = check::RULES.iter().map(|rule| rule.code).chain(code::ALL.iter().copied());
    let mut seen = 0;
    let mut lost = Vec::new();
    for code in codes {
        let Some(clause) = code.clause.and_then(dong) else { continue };
        seen += 1;
        let mut lines = ledger.iter().filter(|muc| is_part(&muc.dieu_khoan, &clause));
        if !lines.any(|muc| names(&muc.cho).1.contains(&code.name)) {
            lost.push(format!("{} is on no line of {clause}", code.name));
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
    assert!(seen > 100, "only {seen} rules with a clause of the tables");
}
