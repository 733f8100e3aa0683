//! `cargo bench`: what vanthu costs beside the Typst it stands on, as ratios taken in one run.
//!
//! Cold: whole processes, one document from YAML to a PDF on disk, against a process that only builds the same base and
//! compiles and exports the same source. Warm: in process, the two in turn. Memory: a process that makes 20,000
//! documents. Plain `Instant` and medians: the figures asked for are ratios and totals, which a benchmark harness for
//! functions does not give.

#![allow(clippy::print_stdout, reason = "the figures are what it is for")]

#[path = "dai.rs"]
mod dai;
#[path = "kiem_tra.rs"]
mod kiem_tra;
#[path = "lo.rs"]
mod lo;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use vanthu::check::{self, Kho, Luoi, TuDien};
use vanthu::diag::{Files, Sink};
use vanthu::load::{self, Reference};
use vanthu::merge::Templates;
use vanthu::model::{DauVanBan, Nguon, VanBan};
use vanthu::project::Project;
use vanthu::resolve::{Resolver, Viec};
use vanthu::typeset::{self, Base, Format, PhongChu};

/// As in the command.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The document measured: a kế hoạch of the corpus.
const CAMPAIGN: &str = "data/chien_dich/thi_dua_dac_biet_dong_nai_2020.yaml";

fn main() {
    let args: Vec<String> = std::env::args().collect();
    match args.get(1).map(String::as_str) {
        Some("--bare") => bare_process(Path::new(&args[2]), Path::new(&args[3])),
        Some("--many") => many_process(args[2].parse().expect("a number")),
        Some("--many-letters") => lo::many_process(args[2].parse().expect("a number")),
        Some("--check") => kiem_tra::report(&Bench::new()),
        Some("--letters") => lo::report(&Bench::new()),
        Some("--parts") => Bench::new().parts(),
        Some("--long") => Bench::new().long(),
        _ => report(),
    }
}

/// Variants of the document, each with a number of its own: Typst remembers what it has laid out, and a batch never lays
/// the same page out twice.
const VARIANTS: usize = 64;

/// Everything built once, as `Pipeline` does, with its parts at hand.
struct Bench {
    folder: tempfile::TempDir,
    project: Project,
    reference: Reference,
    templates: Templates,
    kho: Kho,
    base: Base,
}

impl Bench {
    fn new() -> Bench {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir_all(folder.path().join("data")).expect("a folder");
        let text = std::fs::read_to_string(root.join(CAMPAIGN)).expect("a campaign");
        assert!(text.contains("so: 2652"));
        for i in 0..VARIANTS {
            let text = text.replace("so: 2652", &format!("so: {}", 2652 + i));
            std::fs::write(folder.path().join(format!("{i}.yaml")), text).expect("a campaign");
        }
        let project = Project::of(&folder.path().join("0.yaml"));
        let reference = Reference::load(&project, &mut Files::default(), &mut Sink::default()).expect("shipped data");
        let templates = Templates::load(&project).expect("shipped templates");
        Bench { folder, base: base(&project), kho: kho(&project), project, reference, templates }
    }

    fn campaign(&self, variant: usize) -> PathBuf {
        self.folder.path().join(format!("{}.yaml", variant % VARIANTS))
    }

    /// YAML to a document.
    fn van_ban(&self, variant: usize, check: bool) -> VanBan {
        self.read(&self.campaign(variant), check)
    }

    fn read(&self, campaign: &Path, check: bool) -> VanBan {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let draft = load::campaign(&self.project, &self.reference, campaign, &mut files, &mut sink);
        let draft = draft.expect("a draft");
        let resolver = Resolver::new(&draft, &self.reference, &files, &mut sink);
        let van_ban = resolver.van_ban(Viec { index: 0, dong: None }, &mut sink).expect("a document");
        if check {
            let in_duoc = |c| self.base.phong_chu.covers(c);
            let context = self.context(&files, resolver.bo.nam, &in_duoc);
            check::bo(&resolver.bo, &mut sink);
            check::van_ban(&van_ban, &context, &check::Nho::default(), &mut sink);
        }
        assert!(!sink.has_errors(), "{:?}", sink.into_sorted());
        van_ban
    }

    /// What rules may ask.
    fn context<'a>(
        &'a self,
        files: &'a Files,
        nam: i32,
        in_duoc: &'a (dyn Fn(char) -> bool + Sync),
    ) -> check::Context<'a> {
        let (reference, kho) = (&self.reference, &self.kho);
        check::Context { files, nam: Some(nam), in_duoc: Some(in_duoc), reference, kho, nguon: Nguon::ChienDich }
    }

    /// Where the time of one document goes, in microseconds.
    fn parts(&self) {
        let time = |run: &mut dyn FnMut()| median((0..200).map(|_| seconds(&mut *run) * 1e6).collect());
        let campaign = self.campaign(0);
        let van_ban = self.van_ban(0, false);
        let sources: Vec<String> = (0..VARIANTS).map(|i| self.source(&self.van_ban(i, false))).collect();
        let bytes = std::fs::read(&campaign).expect("the campaign");
        let clean = time(&mut || drop(load::text::clean(&bytes)));
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let reference = &self.reference;
        let read =
            |files: &mut Files, sink: &mut Sink| load::campaign(&self.project, reference, &campaign, files, sink);
        let load = time(&mut || drop(read(&mut Files::default(), &mut Sink::default())));
        let draft = read(&mut files, &mut sink).expect("a draft");
        let resolve = time(&mut || {
            let resolver = Resolver::new(&draft, &self.reference, &files, &mut Sink::default());
            drop(resolver.van_ban(Viec { index: 0, dong: None }, &mut Sink::default()));
        });
        let merge = time(&mut || drop(self.source(&van_ban)));
        let mut next = sources.iter().cycle();
        let mut compile = || next.next().and_then(|s| typeset::compile(&self.base, s, "x", 1, &mut Sink::default()));
        let pages = compile().expect("pages");
        let compile = time(&mut || drop(compile()));
        let export = time(&mut || drop(typeset::export(&pages, "x", &van_ban.dau, Format::Pdf)));
        println!(
            "parts in µs: load {load:.0} (of it cleaning {clean:.0}), resolve {resolve:.0}, merge {merge:.0}, compile \
             {compile:.0}, PDF {export:.0}"
        );
    }

    fn source(&self, van_ban: &VanBan) -> String {
        self.templates.typst(van_ban, &self.base.phong_chu.ho).expect("a source")
    }

    fn full(&self, variant: usize, check: bool) -> usize {
        self.make(&self.campaign(variant), check)
    }

    /// The whole way of a campaign of one document; the bytes of its PDF.
    fn make(&self, campaign: &Path, check: bool) -> usize {
        let van_ban = self.read(campaign, check);
        let source = self.source(&van_ban);
        let mut sink = Sink::default();
        let pages = typeset::compile(&self.base, &source, "x", 1, &mut sink).expect("pages");
        if check {
            let (files, in_duoc) = (Files::default(), |c| self.base.phong_chu.covers(c));
            check::trang(&van_ban, &typeset::trang(&pages), &self.context(&files, 2020, &in_duoc), &mut sink);
        }
        typeset::export(&pages, "x", &van_ban.dau, Format::Pdf).expect("a PDF")[0].1.len()
    }

    /// Where the time of a long document goes, step by step, in milliseconds.
    fn split(&self, name: &str, campaigns: &[PathBuf]) {
        let mut times: [Vec<f64>; 4] = Default::default();
        for campaign in campaigns {
            let (mut van_ban, mut source, mut pages) = (None, String::new(), None);
            times[0].push(seconds(|| van_ban = Some(self.read(campaign, false))));
            let van_ban = van_ban.expect("a document");
            times[1].push(seconds(|| source = self.source(&van_ban)));
            let mut sink = Sink::default();
            times[2].push(seconds(|| pages = typeset::compile(&self.base, &source, "x", 1, &mut sink)));
            let pages = pages.expect("pages");
            times[3].push(seconds(|| drop(typeset::export(&pages, "x", &van_ban.dau, Format::Pdf))));
        }
        let [read, merge, compile, pdf] = times.map(|t| median(t) * 1e3);
        println!("{name} in ms: read {read:.0}, merge {merge:.0}, compile {compile:.0}, PDF {pdf:.0}");
    }

    /// Long documents beside the plan, warm, as ratios of one run: a quy chế by the page, a table by the cell.
    #[allow(clippy::cast_precision_loss, reason = "counts far below 2^52")]
    fn long(&self) {
        const ROUNDS: usize = 6;
        let pages = |campaign: &Path| {
            let source = self.source(&self.read(campaign, false));
            typeset::compile(&self.base, &source, "x", 1, &mut Sink::default()).expect("pages").pages().len()
        };
        let write = |name: &str, text: &dyn Fn(usize) -> String| -> Vec<PathBuf> {
            let paths = (0..ROUNDS + 2).map(|i| self.folder.path().join(format!("{name}{i}.yaml")));
            let written = paths.enumerate().map(|(i, path)| {
                std::fs::write(&path, text(i)).expect("a campaign");
                path
            });
            written.collect()
        };
        let (quy_che, bang) = (write("quy_che", &dai::quy_che), write("bang", &dai::bang));
        let (plan_pages, long_pages) = (pages(&self.campaign(0)) as f64, pages(&quy_che[0]) as f64);
        let plan = |round: usize| {
            // As many plans as make up a little time, so that one hiccup does not decide the ratio.
            for i in 0..8 {
                self.full(round * 8 + i, true);
            }
        };
        for (name, paths) in [("quy chế", &quy_che), ("table", &bang)] {
            self.split(name, paths);
        }
        let (long, plans, ratio) = pairs(
            ROUNDS,
            |i| {
                self.make(&quy_che[i], true);
            },
            plan,
        );
        println!(
            "quy chế of {long_pages} pages: {long:.0} ms, {:.2} ms a page; a page of the plan {:.2} ms; ratio {:.2} \
             (goal ≤ 1.5)",
            long / long_pages,
            plans / 8.0 / plan_pages,
            ratio * 8.0 * plan_pages / long_pages
        );
        let cells = (dai::COT * (dai::HANG + 1)) as f64;
        let (table, plans, _) = pairs(
            ROUNDS,
            |i| {
                self.make(&bang[i], true);
            },
            plan,
        );
        println!(
            "table of {} × {}: {table:.0} ms, {:.3} ms a cell (goal ≤ 0.15); {:.4} of a plan a cell",
            dai::COT,
            dai::HANG,
            table / cells,
            table / cells / (plans / 8.0)
        );
    }

    fn bare(&self, source: &str, dau: &DauVanBan) -> usize {
        let pages = typeset::compile(&self.base, source, "x", 1, &mut Sink::default()).expect("pages");
        typeset::export(&pages, "x", dau, Format::Pdf).expect("a PDF")[0].1.len()
    }
}

/// The facts behind rules, as `Pipeline` has them.
fn kho(project: &Project) -> Kho {
    fn later<T: 'static>(project: &Project, read: fn(&Project, &mut Files, &mut Sink) -> Option<T>) -> Luoi<T> {
        let project = project.clone();
        Luoi::new(Box::new(move || read(&project, &mut Files::default(), &mut Sink::default())))
    }
    let tables = load::kiem_tra::bang_tu(project, &mut Files::default(), &mut Sink::default());
    Kho {
        tu_dien: TuDien::new(tables, check::code).0,
        phap_luat: later(project, load::du_kien::phap_luat),
        ky_niem: later(project, load::du_kien::ky_niem),
        tinh_thanh: later(project, load::du_kien::tinh_thanh),
        the_thuc: later(project, load::kiem_tra::the_thuc),
    }
}

fn base(project: &Project) -> Base {
    let phong_chu = PhongChu::load(project, None).expect("shipped fonts");
    let shared = typeset::shared(project).into_iter().map(|path| {
        let bytes = project.read(&path).expect("a shipped file");
        (path, String::from_utf8(bytes.into_owned()).expect("text"))
    });
    Base::new(phong_chu, shared)
}

/// The child of the cold comparison: the same base, fonts, source and PDF options, nothing of vanthu's own steps.
fn bare_process(source: &Path, output: &Path) {
    let base = base(&Project::here());
    let source = std::fs::read_to_string(source).expect("a source");
    let pages = typeset::compile(&base, &source, "x", 1, &mut Sink::default()).expect("pages");
    let pdf = typeset::pdf_bytes(&pages, "bare".to_owned(), (2020, 5, 19)).expect("a PDF");
    std::fs::write(output, pdf).expect("a written file");
}

/// The child of the memory measurement.
fn many_process(count: usize) {
    let bench = Bench::new();
    let start = Instant::now();
    for i in 1..=count {
        bench.full(i, false);
        if i == count / 20 || i == count {
            println!("{i} documents: peak {:.1} MB, {:.0}/s", peak_mb(), rate(i, start.elapsed()));
        }
    }
}

/// Peak resident memory of this process, in MB; 0 where the system does not tell.
fn peak_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|l| l.starts_with("VmHWM:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kb| kb.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}

#[allow(clippy::cast_precision_loss, reason = "counts far below 2^52")]
fn rate(count: usize, elapsed: Duration) -> f64 {
    count as f64 / elapsed.as_secs_f64()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn seconds(mut run: impl FnMut()) -> f64 {
    let start = Instant::now();
    run();
    start.elapsed().as_secs_f64()
}

/// Runs two things in turn and gives the medians of their milliseconds and of the ratio, pair by pair.
fn pairs(rounds: usize, mut a: impl FnMut(usize), mut b: impl FnMut(usize)) -> (f64, f64, f64) {
    let mut times: Vec<(f64, f64)> = Vec::new();
    for round in 0..rounds + 2 {
        let pair = (seconds(|| a(round)), seconds(|| b(round)));
        if round >= 2 {
            times.push(pair);
        }
    }
    let of = |f: fn(&(f64, f64)) -> f64| median(times.iter().map(f).collect());
    (of(|t| t.0) * 1e3, of(|t| t.1) * 1e3, of(|t| t.0 / t.1))
}

fn report() {
    let bench = Bench::new();
    let documents: Vec<VanBan> = (0..VARIANTS).map(|i| bench.van_ban(i, false)).collect();
    let sources: Vec<String> = documents.iter().map(|v| bench.source(v)).collect();
    let folder = tempfile::tempdir().expect("a folder");
    let typ = folder.path().join("van_ban.typ");
    std::fs::write(&typ, &sources[0]).expect("a source");
    println!("document: {CAMPAIGN}, {} bytes of Typst source", sources[0].len());

    let quiet = |command: &mut Command| {
        let status = command.stdout(Stdio::null()).status().expect("a process");
        assert!(status.success());
    };
    let me = std::env::current_exe().expect("a path");
    let (full, bare, ratio) = pairs(
        30,
        |round| {
            // A folder of its own: what is there already would not be made again.
            let output = folder.path().join(round.to_string());
            quiet(
                Command::new(env!("CARGO_BIN_EXE_vanthu")).arg("render").arg(bench.campaign(0)).arg("-o").arg(output),
            );
        },
        |_| quiet(Command::new(&me).arg("--bare").arg(&typ).arg(folder.path().join("bare.pdf"))),
    );
    println!(
        "cold, whole process: vanthu {full:.1} ms, bare Typst {bare:.1} ms, ratio {ratio:.2} (goal ≤ 30 ms, ≤ 1.3)"
    );

    // The two sides are half the variants apart, so that neither finds the other's pages remembered.
    let bare_once = |round: usize| {
        let i = (round + VARIANTS / 2) % VARIANTS;
        bench.bare(&sources[i], &documents[i].dau);
    };
    for (name, check) in [("without check", false), ("with check", true)] {
        let (full, bare, ratio) = pairs(
            300,
            |round| {
                bench.full(round, check);
            },
            bare_once,
        );
        println!(
            "warm, {name}: vanthu {full:.2} ms, bare Typst {bare:.2} ms, ratio {ratio:.2} (goal without check ≤ 1.15)"
        );
    }
    bench.parts();
    bench.long();
    lo::report(&bench);
    kiem_tra::report(&bench);

    let count = 1000;
    let elapsed = seconds(|| {
        for i in 0..count {
            bench.full(i, true);
        }
    });
    println!("one thread, with check: {:.0} documents/s (goal ≥ 200)", rate(count, Duration::from_secs_f64(elapsed)));
    println!("memory (goal ≤ 80 MB at 20,000 documents):");
    let status = Command::new(&me).args(["--many", "20000"]).status().expect("a process");
    assert!(status.success());
    println!("memory of a mail merge (goal ≤ 128 MB at 20,000 letters, ≤ 1 KB a letter):");
    for letters in ["2000", "20000"] {
        let status = Command::new(&me).args(["--many-letters", letters]).status().expect("a process");
        assert!(status.success());
    }
}
