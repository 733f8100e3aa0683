//! The command: what it writes, prints and refuses.

use crate::support::project::TestProject;
use std::path::Path;
use std::process::{Command, Output};

pub(super) fn vanthu(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_vanthu")).current_dir(folder).args(args).output().expect("the command runs")
}

pub(super) fn told(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let code = output.status.code().expect("an exit code");
    format!("mã thoát {code}\n--- ra\n{}--- lỗi\n{}", text(&output.stdout), text(&output.stderr))
}

fn campaign() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/chien_dich/thi_dua_thai_binh_2017.yaml");
    std::fs::read_to_string(path).expect("a campaign")
}

#[test]
fn writes_beside_the_old_one_and_lists() {
    let project = TestProject::new().file("data/chien_dich/thi_dua_2017.yaml", campaign());
    let old = "data/chien_dich/thi_dua_2017.yaml";
    let output = vanthu(project.path(), &["renew", old, "--nam", "2018"]);
    insta::assert_snapshot!(told(&output));
    assert_eq!(std::fs::read_to_string(project.path().join(old)).expect("the old one"), campaign());
    let new = std::fs::read_to_string(project.path().join("data/chien_dich/thi_dua_2018.yaml")).expect("the new one");
    assert_eq!(
        new,
        campaign().replace("nam: 2017\n", "nam: 2018\n").replace("    so: 13\n    ngay: 14/02/2017\n", "    ngay:\n")
    );
    // The second time there is a file that may hold work already done.
    std::fs::write(project.path().join("data/chien_dich/thi_dua_2018.yaml"), "đã sửa").expect("written");
    insta::assert_snapshot!("da_co_tep", told(&vanthu(project.path(), &["renew", old, "--nam", "2018"])));
    let kept = std::fs::read_to_string(project.path().join("data/chien_dich/thi_dua_2018.yaml"));
    assert_eq!(kept.expect("kept"), "đã sửa");
}

#[test]
fn names_of_the_new_file() {
    for (old, args, new) in [
        ("kh_2017.yaml", &[][..], "kh_2018.yaml"),
        ("2017_kh.yaml", &[], "2018_kh.yaml"),
        ("kh.yaml", &[], "kh_2018.yaml"),
        ("kh_2016.yaml", &[], "kh_2016_2018.yaml"),
        ("so12017.yml", &[], "so12017_2018.yml"),
        ("2017_2017.yaml", &[], "2017_2018.yaml"),
        ("kh_2017.yaml", &["-o", "rieng.yaml"], "rieng.yaml"),
    ] {
        let project = TestProject::new().file(old, campaign());
        let output = vanthu(project.path(), &[&["renew", old, "--nam", "2018"], args].concat());
        assert_eq!(output.status.code(), Some(0), "{}", told(&output));
        assert!(project.path().join(new).is_file(), "{old} → {new}: {}", told(&output));
    }
}

#[test]
fn refusals() {
    let project =
        TestProject::new().file("cu.yaml", campaign()).file("hong.yaml", "nam: [2017\n").file("ra", "một tệp");
    let cases: [&[&str]; 8] = [
        &["renew", "cu.yaml"],
        &["renew", "--nam", "2018"],
        &["renew", "cu.yaml", "--nam", "18"],
        &["renew", "cu.yaml", "--nam", "2017"],
        &["renew", "khong_co.yaml", "--nam", "2018"],
        &["renew", "hong.yaml", "--nam", "2018"],
        &["renew", "cu.yaml", "--nam", "2018", "-o", "ra/moi.yaml"],
        &["renew", "cu.yaml", "--nam", "2018", "-o", "khong/co/moi.yaml"],
    ];
    let mut all = String::new();
    for args in cases {
        let output = vanthu(project.path(), args);
        assert!(output.stdout.is_empty(), "{}", told(&output));
        let code = output.status.code().expect("an exit code");
        all.push_str(&format!("$ vanthu {} ({code})\n{}\n", args.join(" "), String::from_utf8_lossy(&output.stderr)));
    }
    insta::assert_snapshot!(all);
    assert!(!project.path().join("cu_2018.yaml").exists());
}

#[test]
fn help_is_vietnamese() {
    let here = tempfile::tempdir().expect("a folder");
    insta::assert_snapshot!(told(&vanthu(here.path(), &["renew", "--help"])));
}
