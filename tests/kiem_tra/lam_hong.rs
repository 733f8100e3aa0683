//! Damaged input: real drafts and campaigns, cut, doubled, spliced, with bytes changed. Nothing may panic or hang.
//!
//! A short run is part of every test; a long one is asked for: `VANTHU_LAM_HONG_GIAY=3600 cargo test --release -- --ignored
//! damaged_input_for_as_long_as_asked --nocapture`.

use std::io::{Cursor, Read as _, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};
use vanthu::pipeline::{KiemBanThao, Pipeline, Task, Watch, Xet};
use vanthu::project::Project;

/// Pieces that mean something to a reader, put where they do not belong.
const PIECES: [&str; 40] = [
    "Kính gửi:",
    "Nơi nhận:",
    "- Lưu: VT.",
    "./.",
    "Số: ",
    "/KH-SYT",
    "ngày 31 tháng 02 năm ",
    "“",
    "”",
    "(",
    ")",
    "**",
    "# ",
    "Điều 1.",
    "Chương I",
    "đ)",
    "1. ",
    "- ",
    "\n\n",
    "\n",
    "\u{a0}",
    "\u{301}",
    "\u{f0b7}",
    "\u{feff}",
    "\u{e000}",
    "{{ ",
    " }}",
    "{% for d in ds %}",
    "{% include \"x.md\" %}",
    "<!-- bo-qua viet-tat-la: lý do -->",
    "# bo-qua x",
    "KT. GIÁM ĐỐC",
    "V/v ",
    "| a | b |\n|---|---|\n",
    "&amp;",
    "<w:p>",
    "</w:t>",
    "99999999999999999999",
    "…",
    "\t",
];

/// Numbers without a clock: the same seed damages the same way.
struct So(u64);

impl So {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % below.max(1) as u64).expect("below a usize")
    }
}

/// Damages bytes in one to six ways.
fn damaged(mut bytes: Vec<u8>, other: &[u8], so: &mut So) -> Vec<u8> {
    for _ in 0..=so.next(6) {
        let at = so.next(bytes.len() + 1);
        let end = (at + so.next(80)).min(bytes.len());
        match so.next(8) {
            0 => drop(bytes.drain(at..end)),
            1 => {
                let part = bytes[at..end].to_vec();
                let times = 1 + so.next(40);
                (0..times).for_each(|_| drop(bytes.splice(at..at, part.iter().copied())));
            }
            2 if at < bytes.len() => bytes[at] = u8::try_from(so.next(256)).expect("a byte"),
            3 => {
                let from = so.next(other.len() + 1);
                let part = other[from..(from + so.next(400)).min(other.len())].to_vec();
                drop(bytes.splice(at..end, part));
            }
            4 => bytes.truncate(at),
            _ => drop(bytes.splice(at..at, PIECES[so.next(PIECES.len())].bytes())),
        }
        bytes.truncate(200_000);
    }
    bytes
}

/// A Word file with one of its parts damaged, or its own bytes.
fn damaged_docx(bytes: &[u8], other: &[u8], so: &mut So) -> Vec<u8> {
    if so.next(5) == 0 {
        return damaged(bytes.to_vec(), other, so);
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a sound seed");
    let chosen = so.next(archive.len());
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let name = part.name().expect("a sound name").into_owned();
        let mut text = Vec::new();
        part.read_to_end(&mut text).expect("a sound part");
        if index == chosen || name == "word/document.xml" {
            text = damaged(text, other, so);
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).expect("room");
        out.write_all(&text).expect("room");
    }
    out.finish().expect("a file").into_inner()
}

fn seeds(folder: &str, ending: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<_> = std::fs::read_dir(folder).expect("seeds").map(|e| e.expect("an entry").path()).collect();
    paths.retain(|path| path.to_string_lossy().ends_with(ending));
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).expect("a seed")).collect()
}

/// A small Word file around the words of a seed.
fn word(text: &str) -> Vec<u8> {
    let escape = |line: &str| line.replace('&', "&amp;").replace('<', "&lt;");
    let lines: String = text
        .lines()
        .map(|line| {
            format!(
                "<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r></w:p>",
                escape(line)
            )
        })
        .collect();
    crate::ban_thao::goi_word::Word::new(&lines).bytes()
}

/// Damages and checks until the time is over or enough is done; how many inputs.
fn run(seed: u64, time: Duration, most: usize) -> usize {
    let start = Instant::now();
    let mut so = So(seed);
    let texts = seeds("tests/corpus/goc", ".txt");
    let words: Vec<Vec<u8>> = texts.iter().map(|text| word(&String::from_utf8_lossy(text))).collect();
    let mut yaml = seeds("data/chien_dich", ".yaml");
    yaml.extend(seeds("data/mau", ".yaml"));
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir_all(folder.path().join("data")).expect("a folder");
    let campaign = folder.path().join("c.yaml");
    let project = Project::of(&campaign);
    let checker = KiemBanThao::open(project.clone()).unwrap_or_else(|o| panic!("{:?}", o.findings));
    let pipeline = Pipeline::open(project, None).unwrap_or_else(|o| panic!("{:?}", o.findings));
    let options = Xet { goi_y: true, ..Xet::default() };
    let mut done = 0;
    while start.elapsed() < time && done < most {
        let kind = so.next(4);
        let from = match kind {
            0 | 1 => &texts,
            2 => &words,
            _ => &yaml,
        };
        let (one, other) = (&from[so.next(from.len())], &from[so.next(from.len())]);
        let input = if kind == 2 { damaged_docx(one, other, &mut so) } else { damaged(one.clone(), other, &mut so) };
        let begin = Instant::now();
        let result = catch_unwind(AssertUnwindSafe(|| match kind {
            0 => drop(checker.run("a.txt", Ok(input.as_slice().into()), &options)),
            1 => drop(checker.run("a.md", Ok(input.as_slice().into()), &options)),
            2 => drop(checker.run("a.docx", Ok(input.as_slice().into()), &options)),
            _ => {
                std::fs::write(&campaign, &input).expect("a written campaign");
                drop(pipeline.run(&campaign, &Task::default(), &Watch::default()));
            }
        }));
        let took = begin.elapsed();
        if result.is_err() || took > Duration::from_secs(10) {
            let kept = std::env::temp_dir().join(format!("vanthu_lam_hong_{seed}_{done}"));
            std::fs::write(&kept, &input).expect("a kept input");
            panic!("input {done} (kind {kind}) of seed {seed} panicked or took {took:?}; kept as {}", kept.display());
        }
        done += 1;
    }
    done
}

#[test]
fn damaged_input_neither_panics_nor_hangs() {
    assert_eq!(run(0x9e37_79b9_7f4a_7c15, Duration::from_secs(300), 300), 300);
}

#[test]
#[ignore = "as long as VANTHU_LAM_HONG_GIAY says; run by hand"]
fn damaged_input_for_as_long_as_asked() {
    let number = |name: &str, or: u64| std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(or);
    let seed = number("VANTHU_LAM_HONG_HAT", 1);
    let done = run(seed, Duration::from_secs(number("VANTHU_LAM_HONG_GIAY", 60)), usize::MAX);
    assert!(done > 0, "seed {seed}");
    std::fs::write(std::env::temp_dir().join(format!("vanthu_lam_hong_{seed}.txt")), format!("{done} inputs"))
        .expect("a note");
}
