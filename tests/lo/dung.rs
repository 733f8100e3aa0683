//! Runs that end before their time: killed, told to stop, without room or leave to write.

use super::{MOI, pdfs, project, rows};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

fn vanthu(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vanthu"));
    command.current_dir(folder).args(["render", "moi.yaml"]).args(args);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Every PDF that is there is a whole one.
fn assert_whole(folder: &Path) -> usize {
    let made = pdfs(folder);
    for (name, bytes) in &made {
        assert!(bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF"), "{name}");
        lopdf::Document::load_mem(bytes).expect("a PDF");
    }
    made.len()
}

/// Twenty times at moments spread over the run: no partial PDF, and what was made is not made again.
#[test]
fn a_killed_run_leaves_whole_files_and_goes_on() {
    const ROWS: usize = 400;
    let alone = MOI.split("  cong_van:\n").next().expect("a beginning");
    let project = project(&rows(ROWS)).file("moi.yaml", alone);
    let output = project.path().join("output/moi");
    let mut before = 0;
    for round in 0..20_u64 {
        let mut child = vanthu(project.path(), &["--jobs", "2"]).spawn().expect("a process");
        // Primes, so that the moments fall anywhere in a document.
        std::thread::sleep(Duration::from_millis(53 + round * 17 % 101));
        child.kill().expect("a kill");
        child.wait().expect("an end");
        let now = assert_whole(&output);
        assert!(now >= before);
        before = now;
    }
    let last = vanthu(project.path(), &[]).output().expect("a run");
    assert!(last.status.success(), "{}", String::from_utf8_lossy(&last.stderr));
    assert_eq!(assert_whole(&output), ROWS);
    if before > 0 {
        let said = String::from_utf8_lossy(&last.stdout).into_owned();
        assert!(said.contains("không đổi"), "{said}");
    }
    let again = vanthu(project.path(), &[]).output().expect("a run");
    assert!(String::from_utf8_lossy(&again.stdout).contains(&format!("không đổi {ROWS} tệp")));
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_between_two_documents() {
    let project = project(&rows(2_000));
    let child = vanthu(project.path(), &["--jobs", "2"]).spawn().expect("a process");
    std::thread::sleep(Duration::from_millis(600));
    let signal = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill");
    assert!(signal.success());
    let output = child.wait_with_output().expect("an end");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("đã dừng, còn ") && said.contains("chạy lại lệnh này"), "{said}");
    let made = assert_whole(&project.path().join("output/moi"));
    assert!((1..2_000).contains(&made), "{made}");
}

/// A folder that may not be written to is said once, whatever the number of documents.
#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_said_once() {
    let project = project(&rows(50)).file("output/moi/thu_moi", "một tệp");
    let output = vanthu(project.path(), &["--jobs", "2"]).output().expect("a run");
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!((1..=2).contains(&said.matches("lỗi[khong-ghi-duoc]").count()), "{said}");
    assert!(said.contains("đã có một tệp trùng tên thư mục"), "{said}");
}
