//! Checking: the whole process for a draft of three pages; letters of one page by the second, as rows of a mail merge and
//! as drafts of their own, by one worker and by all.

use super::{Bench, lo, median, rate, seconds};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use vanthu::check::{self, Nho};
use vanthu::diag::{Files, Sink};
use vanthu::load;
use vanthu::model::Nguon;
use vanthu::pipeline::{KiemBanThao, Xet};
use vanthu::project::Project;
use vanthu::resolve::{Resolver, Viec};

/// A draft of three pages, from OCR.
const DRAFT: &str = "tests/corpus/goc/000_621f4e363909a774.txt";

/// The letter of the mail merge as somebody would have typed it.
const LETTER: &str = "\
SỞ Y TẾ THÁI BÌNH
VĂN PHÒNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 152/SYT-VP
V/v mời dự Hội nghị tổng kết phong trào thi đua năm 2025
Thái Bình, ngày 05 tháng 3 năm 2026

Kính gửi: Trung tâm Y tế khu vực {i}

Thực hiện Kế hoạch công tác năm 2026, Sở Y tế Thái Bình tổ chức Hội nghị tổng kết phong trào thi đua năm 2025 và phát động \
phong trào thi đua năm 2026, trân trọng kính mời Ông Nguyễn Văn {i}, Giám đốc Trung tâm Y tế khu vực {i}, đến dự:

1. Thời gian: 8 giờ 00, thứ Sáu, ngày 20 tháng 3 năm 2026.

2. Địa điểm: Hội trường tầng 2, Sở Y tế.

3. Thành phần: lãnh đạo Sở; trưởng các phòng chuyên môn; thủ trưởng, người phụ trách công tác thi đua, khen thưởng của các \
đơn vị trực thuộc.

Đề nghị Trung tâm Y tế khu vực {i} gửi danh sách đại biểu về Văn phòng Sở trước ngày 15 tháng 3 năm 2026 và chuẩn bị ý kiến \
tham luận theo nội dung đã phân công. Sự có mặt của Ông Nguyễn Văn {i} góp phần vào thành công của Hội nghị.

Trân trọng kính mời./.

Nơi nhận:
- Như trên;
- Lãnh đạo Sở;
- Các phòng chuyên môn;
- Lưu: VT, VP.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC

Trần Quang Hải
";

const ROWS: usize = 1_000;
const ROUNDS: usize = 5;

/// Prints the figures.
pub fn report(bench: &Bench) {
    process();
    merge(bench);
    drafts();
}

/// `vanthu check` from its start to its end.
fn process() {
    let draft = Path::new(env!("CARGO_MANIFEST_DIR")).join(DRAFT);
    let times = (0..40).map(|_| {
        seconds(|| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_vanthu"));
            command.arg("check").arg(&draft).stdout(Stdio::null()).stderr(Stdio::null());
            // The draft has mistakes, so it ends with 1.
            assert!(command.status().expect("a process").code().is_some_and(|code| code < 2));
        })
    });
    println!("check, whole process, three pages: {:.1} ms (goal ≤ 20)", median(times.collect()) * 1e3);
}

/// Letters of a list: resolved and checked, paragraphs that they share once.
fn merge(bench: &Bench) {
    let (_folder, campaign) = lo::project(ROWS);
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let draft = load::campaign(&Project::of(&campaign), &bench.reference, &campaign, &mut files, &mut sink);
    let draft = draft.expect("a draft");
    let resolver = Resolver::new(&draft, &bench.reference, &files, &mut sink);
    let viec: Vec<Viec> = resolver.viec();
    assert!(sink.is_empty(), "{:?}", sink.into_sorted());
    let in_duoc = |c| bench.base.phong_chu.covers(c);
    let context = check::Context {
        files: &files,
        nam: Some(resolver.bo.nam),
        in_duoc: Some(&in_duoc),
        reference: &bench.reference,
        kho: &bench.kho,
        nguon: Nguon::ChienDich,
    };
    let made: Vec<_> = viec.iter().filter_map(|viec| resolver.van_ban(*viec, &mut Sink::default())).collect();
    measure("letters of a mail merge, checked", |workers| {
        let nho = Nho::default();
        each(workers, |i| {
            let mut sink = Sink::default();
            check::van_ban(&made[i], &context, &nho, &mut sink);
            assert!(!sink.has_errors());
        });
    });
    measure("letters of a mail merge, resolved and checked", |workers| {
        let nho = Nho::default();
        each(workers, |i| {
            let mut sink = Sink::default();
            let van_ban = resolver.van_ban(viec[i], &mut sink).expect("a document");
            check::van_ban(&van_ban, &context, &nho, &mut sink);
            assert!(!sink.has_errors());
        });
    });
}

/// The same letters as drafts, each read from its text.
fn drafts() {
    let kiem = KiemBanThao::open(Project::here()).unwrap_or_else(|o| panic!("{:?}", o.findings));
    let texts: Vec<Vec<u8>> = (0..ROWS).map(|i| LETTER.replace("{i}", &i.to_string()).into_bytes()).collect();
    let options = Xet::default();
    measure("letters as drafts, read and checked", |workers| {
        each(workers, |i| {
            let outcome = kiem.run("thu.txt", Ok((&texts[i]).into()), &options);
            assert!(outcome.findings.len() < 10);
        });
    });
}

fn measure(name: &str, run: impl Fn(usize)) {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let of = |workers: usize| {
        let times = (0..ROUNDS).map(|_| seconds(|| run(workers)));
        rate(ROWS, Duration::from_secs_f64(median(times.collect())))
    };
    println!("{name}: {:.0}/s by one worker, {:.0}/s by {cores} (goal ≥ 5000/s)", of(1), of(cores));
}

/// Does every row, by so many workers.
fn each(workers: usize, row: impl Fn(usize) + Sync) {
    let next = AtomicUsize::new(0);
    let work = || {
        loop {
            let i = next.fetch_add(1, Ordering::Relaxed);
            if i >= ROWS {
                return;
            }
            row(i);
        }
    };
    std::thread::scope(|scope| (0..workers).for_each(|_| drop(scope.spawn(work))));
}
