//! A mail merge: 1,000 letters from a CSV of 1,000 rows, beside bare Typst over the same sources, beside processes of the
//! `typst` command, by one worker and by all, and again with nothing changed.

use super::{Bench, median, pairs, peak_mb, rate, seconds};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use vanthu::check;
use vanthu::diag::{Files, Sink};
use vanthu::load;
use vanthu::pipeline::{Pipeline, Task, Watch};
use vanthu::project::Project;
use vanthu::resolve::{Resolver, Viec};
use vanthu::typeset::{self, Format};

const ROWS: usize = 1_000;

/// Letters a side makes before it is the other's turn.
const TURN: usize = 25;

const CAMPAIGN: &str = "\
chien_dich: Thư mời
nam: 2026
co_quan: syt_thai_binh
danh_sach:
  don_vi: {tep: don_vi.csv, khoa: ma}
van_ban:
  thu_moi:
    loai: công văn
    so: 152
    ngay: 05/3/2026
    don_vi_soan_thao: VP
    theo_danh_sach: don_vi
    trich_yeu: mời dự Hội nghị tổng kết phong trào thi đua năm 2025
    kinh_gui: \"{{ dong.ten_don_vi }}\"
    noi_dung: |
      Thực hiện Kế hoạch công tác năm {{ nam }}, {{ co_quan.ten_goi }} tổ chức Hội nghị tổng kết phong trào thi đua năm 2025 và
      phát động phong trào thi đua năm {{ nam }}, trân trọng kính mời {{ dong.nguoi_nhan }}, {{ dong.chuc_vu }}
      {{ dong.ten_don_vi }}, đến dự:

      1. Thời gian: 8 giờ 00, thứ Sáu, ngày 20 tháng 3 năm {{ nam }}.

      2. Địa điểm: Hội trường tầng 2, Sở Y tế.

      3. Thành phần: lãnh đạo Sở; trưởng các phòng chuyên môn; thủ trưởng, người phụ trách công tác thi đua, khen thưởng của
      các đơn vị trực thuộc.

      Đề nghị {{ dong.ten_don_vi }} gửi danh sách đại biểu về Văn phòng Sở trước ngày 15 tháng 3 năm {{ nam }} và chuẩn bị ý
      kiến tham luận theo nội dung đã phân công. Sự có mặt của {{ dong.nguoi_nhan }} góp phần vào thành công của Hội nghị.

      Trân trọng kính mời.
    noi_nhan: [Như trên, Lãnh đạo Sở, Các phòng chuyên môn]
    nguoi_ky: tran_quang_hai
";

/// A project with a list of so many rows.
pub fn project(rows: usize) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir_all(folder.path().join("data")).expect("a folder");
    let mut csv = String::from("Mã;Tên đơn vị;Người nhận;Chức vụ\r\n");
    for i in 0..rows {
        let _ = write!(csv, "dv_{i:05};Trung tâm Y tế khu vực {i};Ông Nguyễn Văn {i};Giám đốc\r\n");
    }
    std::fs::write(folder.path().join("don_vi.csv"), csv).expect("a list");
    let campaign = folder.path().join("thu_moi.yaml");
    std::fs::write(&campaign, CAMPAIGN).expect("a campaign");
    (folder, campaign)
}

fn run(pipeline: &Pipeline, campaign: &Path, output: &Path, jobs: usize) -> usize {
    let task = Task { output: Some((output.to_owned(), vec![Format::Pdf])), jobs, ..Task::default() };
    let outcome = pipeline.run(campaign, &task, &Watch::default());
    assert!(outcome.findings.is_empty(), "{:?}", outcome.findings);
    outcome.written.iter().filter(|file| !file.unchanged).count()
}

/// The child of the memory measurement.
pub fn many_process(rows: usize) {
    let (folder, campaign) = project(rows);
    let pipeline = open(&campaign);
    let mut made = 0;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let elapsed = seconds(|| made = run(&pipeline, &campaign, &folder.path().join("output"), cores));
    println!("{made} letters: peak {:.1} MB, {:.0}/s", peak_mb(), rate(made, Duration::from_secs_f64(elapsed)));
}

fn open(campaign: &Path) -> Pipeline {
    Pipeline::open(Project::of(campaign), None).unwrap_or_else(|o| panic!("{:?}", o.findings))
}

/// Prints the figures.
#[allow(clippy::cast_precision_loss, reason = "counts far below 2^52")]
pub fn report(bench: &Bench) {
    let (folder, campaign) = project(ROWS);
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let draft = load::campaign(&Project::of(&campaign), &bench.reference, &campaign, &mut files, &mut sink);
    let draft = draft.expect("a draft");
    let resolver = Resolver::new(&draft, &bench.reference, &files, &mut sink);
    let viec: Vec<Viec> = resolver.viec();
    let sources: Vec<String> =
        viec.iter().map(|v| bench.source(&resolver.van_ban(*v, &mut sink).expect("one"))).collect();
    assert_eq!(viec.len(), ROWS);
    assert!(sink.is_empty(), "{:?}", sink.into_sorted());
    let dau = resolver.bo.dau[0].clone();

    let nho = check::Nho::default();
    // Each letter is laid out once by either side, the two sides half the list apart.
    let letter = |i: usize, with_check: bool| {
        let mut sink = Sink::default();
        let van_ban = resolver.van_ban(viec[i % ROWS], &mut sink).expect("a document");
        let in_duoc = |c| bench.base.phong_chu.covers(c);
        if with_check {
            let context = bench.context(&files, resolver.bo.nam, &in_duoc);
            check::van_ban(&van_ban, &context, &nho, &mut sink);
        }
        let pages = typeset::compile(&bench.base, &bench.source(&van_ban), "x", 1, &mut sink).expect("pages");
        if with_check {
            let context = bench.context(&files, resolver.bo.nam, &in_duoc);
            check::trang(&van_ban, &typeset::trang(&pages), &context, &mut sink);
        }
        typeset::export(&pages, "x", &van_ban.dau, Format::Pdf).expect("a PDF")[0].1.len()
    };
    for (name, with_check, goal) in [("without check", false, 1.15), ("with check", true, 1.3)] {
        let (ours, bare, ratio) = pairs(
            ROWS / TURN,
            |turn| {
                (0..TURN).for_each(|i| assert!(letter(turn * TURN + i, with_check) > 0));
            },
            |turn| {
                (0..TURN).for_each(|i| assert!(bench.bare(&sources[(turn * TURN + i + ROWS / 2) % ROWS], &dau) > 0));
            },
        );
        let n = TURN as f64;
        println!(
            "letters, {name}: vanthu {:.2} ms, bare Typst {:.2} ms, ratio {ratio:.3} (goal ≤ {goal})",
            ours / n,
            bare / n
        );
    }

    let pipeline = open(&campaign);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let mut outputs = 0;
    let mut whole_run = |jobs: usize| {
        outputs += 1;
        let output = folder.path().join(format!("output{outputs}"));
        let first = seconds(|| assert_eq!(run(&pipeline, &campaign, &output, jobs), ROWS));
        let again = seconds(|| assert_eq!(run(&pipeline, &campaign, &output, jobs), 0));
        (first, again)
    };
    let mut rounds: Vec<[f64; 4]> = Vec::new();
    for _ in 0..3 {
        let (one, one_again) = whole_run(1);
        let (all, all_again) = whole_run(cores);
        rounds.push([one, one_again, all, all_again]);
    }
    let of = |f: &dyn Fn(&[f64; 4]) -> f64| median(rounds.iter().map(f).collect());
    let n = ROWS as f64;
    println!(
        "letters, files and journal written: {:.0}/s by one worker, {:.0}/s by {cores} (goal ≥ 350/s), ratio {:.2} (goal ≥ 1.5)",
        n / of(&|r| r[0]),
        n / of(&|r| r[2]),
        of(&|r| r[0] / r[2])
    );
    println!(
        "nothing changed: {:.0} × faster by one worker, {:.0} × by {cores} (goal ≥ 20); {:.0} ms",
        of(&|r| r[0] / r[1]),
        of(&|r| r[2] / r[3]),
        of(&|r| r[3]) * 1e3
    );
    typst_processes(bench, &sources, of(&|r| r[2]) / n, folder.path());
}

/// `typst compile` over the same sources, one process a letter.
fn typst_processes(bench: &Bench, sources: &[String], ours: f64, folder: &Path) {
    const LETTERS: usize = 40;
    let there = Command::new("typst").arg("--version").stdout(Stdio::null()).status().is_ok_and(|s| s.success());
    if !there {
        println!("typst processes: not measured, no `typst` on the path");
        return;
    }
    let root = folder.join("typst");
    for path in typeset::shared(&bench.project) {
        let to = root.join(&path);
        std::fs::create_dir_all(to.parent().expect("a parent")).expect("a folder");
        std::fs::write(to, bench.project.read(&path).expect("a shipped file")).expect("a file");
    }
    for font in bench.project.list("data/fonts") {
        let bytes = bench.project.read(&format!("data/fonts/{font}")).expect("a font");
        std::fs::create_dir_all(root.join("fonts")).expect("a folder");
        std::fs::write(root.join("fonts").join(font), bytes).expect("a file");
    }
    let main = root.join("thu.typ");
    let times = (0..LETTERS).map(|i| {
        std::fs::write(&main, &sources[i]).expect("a source");
        seconds(|| {
            let mut command = Command::new("typst");
            command.args(["compile", "--ignore-system-fonts", "--pdf-standard", "a-2a", "--font-path"]);
            command.arg(root.join("fonts")).arg("--root").arg(&root).arg(&main).arg(root.join("thu.pdf"));
            assert!(command.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("typst").success());
        })
    });
    let one = median(times.collect());
    println!("typst processes one at a time: {:.1} ms a letter, {:.1} × ours (goal ≥ 7.5)", one * 1e3, one / ours);
}
