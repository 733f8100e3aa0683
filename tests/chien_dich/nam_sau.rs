//! `thi_dua_2027.yaml` is what `vanthu renew` makes of `thi_dua_2026.yaml`, and what a drafter mended in it.

use super::data;
use std::fmt::Write as _;
use std::process::Command;

/// The lines that differ, in order: `-` as renew wrote them, `+` as they were mended.
fn mended(before: &str, after: &str) -> String {
    let (a, b): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    // Lengths of the longest common runs from each pair of lines on.
    let mut common = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            common[i][j] = if a[i] == b[j] { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, String::new());
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || (i < a.len() && common[i + 1][j] >= common[i][j + 1]) {
            let _ = writeln!(out, "-{}", a[i]);
            i += 1;
        } else {
            let _ = writeln!(out, "+{}", b[j]);
            j += 1;
        }
    }
    out
}

#[test]
fn next_year_is_renewed_and_little_is_mended() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let renewed = folder.path().join("thi_dua_2027.yaml");
    let output = Command::new(env!("CARGO_BIN_EXE_vanthu"))
        .args(["renew", "--nam", "2027"])
        .arg(data("chien_dich/thi_dua_2026.yaml"))
        .arg("-o")
        .arg(&renewed)
        .output()
        .expect("the command runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let before = std::fs::read_to_string(&renewed).expect("next year's campaign");
    let after = std::fs::read_to_string(data("chien_dich/thi_dua_2027.yaml")).expect("the shipped one");
    insta::assert_snapshot!(mended(&before, &after));
}
