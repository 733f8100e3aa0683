//! `vanthu renew`: what of last year's campaign moves, what is listed, and that nothing else changes.

mod bang;
mod chu;
mod lenh;
mod sua;

use crate::support::project::{TestProject, gallery, open};
use std::path::{Path, PathBuf};
use vanthu::diag::{Files, Sink, human};
use vanthu::load::{self, Reference};
use vanthu::project::Project;
use vanthu::renew::{Renewed, renew};

/// A campaign made new, with the texts that its findings point into.
struct Moi {
    files: Files,
    renewed: Renewed,
    ten_cu: String,
}

/// Renews a campaign of a project; else the messages that say why not.
fn thu(project: &TestProject, campaign: &str, nam: i32) -> Result<Moi, String> {
    of(&project.path().join(campaign), nam).map_err(|why| why.replace(&format!("{}/", project.path().display()), ""))
}

fn of(path: &Path, nam: i32) -> Result<Moi, String> {
    to(path, nam, None)
}

fn to(path: &Path, nam: i32, output: Option<&Path>) -> Result<Moi, String> {
    let project = Project::of(path);
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let reference = Reference::load(&project, &mut files, &mut sink).expect("the program's own data");
    match renew(&project, &reference, path, nam, output, &mut files, &mut sink) {
        Some(renewed) => {
            assert!(sink.is_empty(), "{:?}", sink.into_sorted());
            let ten_cu = path.file_stem().expect("a name").to_string_lossy().into_owned();
            Ok(Moi { files, renewed, ten_cu })
        }
        None => {
            let findings = sink.into_sorted();
            assert!(!findings.is_empty(), "refused without a word");
            Err(findings.iter().map(|d| human::render(&files, d, false)).collect::<Vec<_>>().join("\n\n"))
        }
    }
}

/// Renews a text.
fn text(campaign: &str, nam: i32) -> Moi {
    let project = TestProject::new().file("cu.yaml", campaign);
    thu(&project, "cu.yaml", nam).unwrap_or_else(|why| panic!("{why}\n{campaign}"))
}

impl Moi {
    /// The worklist, an item a line: place, kind, weight, what stands there, what to write.
    fn viec(&self) -> String {
        let line = |d: &vanthu::diag::Diagnostic| {
            let place = d.place.as_ref().expect("a place");
            let (line, column) = self.files.line_column(place);
            let name = Path::new(self.files.name(place.file)).file_stem().expect("a name").to_string_lossy();
            let (code, severity) = (d.code.name, d.severity.ten());
            let mark = d.label.as_ref().map(|label| format!("   ({label})")).unwrap_or_default();
            format!("{name}:{line}:{column} {code} ({severity}): {} → {}{mark}\n", d.message, d.advice.join("; "))
        };
        self.renewed.viec.iter().map(line).collect()
    }

    /// Lines that went and lines that came.
    fn diff(&self, old: &str) -> String {
        let mut out = String::new();
        let mut new = self.renewed.text.lines().peekable();
        for line in old.lines() {
            if new.peek() == Some(&line) {
                new.next();
                continue;
            }
            out.push_str(&format!("- {line}\n"));
            // A line that was changed and not taken out.
            let key = line.split_inclusive(':').next().unwrap_or_default();
            if let Some(changed) = new.next_if(|l| l.starts_with(key)) {
                out.push_str(&format!("+ {changed}\n"));
            }
        }
        new.for_each(|line| out.push_str(&format!("+ {line}\n")));
        out
    }
}

fn shipped() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/chien_dich");
    let entries = std::fs::read_dir(folder).expect("campaigns").map(|e| e.expect("an entry").path());
    let mut paths: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|e| e == "yaml")).collect();
    paths.sort();
    paths
}

/// The year of a campaign, read without the program.
fn year(text: &str) -> i32 {
    let line = text.lines().find_map(|line| line.strip_prefix("nam:")).expect("a year");
    line.split('#').next().unwrap_or_default().trim().parse().expect("a number")
}

#[test]
fn thai_binh_2017_becomes_2018() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/chien_dich/thi_dua_thai_binh_2017.yaml");
    let moi = of(&path, 2018).expect("renewed");
    let old = std::fs::read_to_string(&path).expect("the old one");
    assert!(moi.renewed.ten_tep.ends_with("data/chien_dich/thi_dua_thai_binh_2018.yaml"));
    insta::assert_snapshot!(format!("{}\n{}\n\n{}", moi.diff(&old), moi.renewed.doi.join("\n"), moi.viec()));
}

/// The same for 2027: its decrees are gone and so is its province.
#[test]
fn thai_binh_2017_becomes_2027() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/chien_dich/thi_dua_thai_binh_2017.yaml");
    insta::assert_snapshot!(of(&path, 2027).expect("renewed").viec());
}

#[test]
fn sixty_five_years_become_sixty_six() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/chien_dich/thay_thuoc_binh_dinh_2020.yaml");
    let moi = of(&path, 2021).expect("renewed");
    let viec = moi.viec();
    let count = viec.lines().find(|line| line.contains("so-nam-ky-niem")).expect("the count");
    assert!(count.contains("so_nam: 65, số năm kỷ niệm Ngày Thầy thuốc Việt Nam → 66, "), "{count}");
    insta::assert_snapshot!(viec);
}

/// Every campaign of the program: nothing but year, number and date changes, the new one loads, and made new again it
/// changes in its year only.
#[test]
fn campaigns_stay_what_they_are() {
    let (gallery, names) = gallery();
    let mut all = shipped();
    all.extend(names.iter().map(|name| gallery.path().join(format!("data/chien_dich/{name}.yaml"))));
    assert!(all.len() > 20, "{}", all.len());
    for path in all {
        let old = std::fs::read_to_string(&path).expect("a campaign");
        let nam = year(&old) + 1;
        let moi = of(&path, nam).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
        for line in moi.diff(&old).lines() {
            let words = line[1..].trim();
            let key = words.split(':').next().unwrap_or_default();
            assert!(matches!(key, "nam" | "so" | "ngay") || words.starts_with('{'), "{}: {line}", path.display());
        }
        let again = TestProject::new().file("data/chien_dich/moi.yaml", &moi.renewed.text);
        let next = thu(&again, "data/chien_dich/moi.yaml", nam + 1).expect("renewed again");
        let year_only = moi.renewed.text.replacen(&format!("nam: {nam}"), &format!("nam: {}", nam + 1), 1);
        assert_eq!(next.renewed.text, year_only, "{}", path.display());

        let loaded = path.with_file_name(format!("{}_moi.yaml", moi.ten_cu));
        if path.starts_with(gallery.path()) {
            std::fs::write(&loaded, &moi.renewed.text).expect("written");
            assert_eq!(faults(&loaded), faults(&path), "{}", path.display());
        } else {
            // Beside what it reads: lists and parts.
            let mut project = TestProject::new();
            let mut open = vec![path.parent().expect("a folder").to_owned()];
            let root = Path::new(env!("CARGO_MANIFEST_DIR"));
            while let Some(folder) = open.pop() {
                for entry in std::fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()) {
                    if entry.is_dir() {
                        open.push(entry);
                    } else if entry.extension().is_some_and(|e| e != "yaml") {
                        let name = entry.strip_prefix(root).expect("inside").display().to_string();
                        project = project.file(&name, std::fs::read(&entry).expect("a file"));
                    }
                }
            }
            let project = project.file("data/chien_dich/moi.yaml", &moi.renewed.text);
            assert_eq!(faults(&project.path().join("data/chien_dich/moi.yaml")), "", "{}", path.display());
        }
    }
}

/// What loading a campaign finds wrong.
fn faults(path: &Path) -> String {
    let project = Project::of(path);
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let reference = Reference::load(&project, &mut files, &mut sink).expect("the program's own data");
    load::campaign(&project, &reference, path, &mut files, &mut sink);
    sink.into_sorted().iter().map(|d| format!("{}\n", d.message)).collect()
}

/// Defaults, lists, shared parts, facts and citations by key move along; what of them cannot is listed.
#[test]
fn a_campaign_that_computes_all() {
    let campaign = "chien_dich: Thi đua\nnam: 2026\nco_quan: syt_thai_binh\n\
        chung: {nguoi_ky: tran_quang_hai, ngay: 14/02/2026, don_vi_soan_thao: TCCB} # chung\n\
        danh_sach:\n  don_vi:\n    khoa: ma\n    cac_dong:\n      - {ma: bv_a, ten: Bệnh viện A, so: 5, ngay: 2026}\n\
        van_ban:\n  ke_hoach:\n    loai: kế hoạch\n    so: 13\n    trich_yeu: \"Thi đua năm {{ nam }}\"\n    noi_nhan: [don_vi]\n    \
        noi_dung: |\n      Chào mừng {{ ky_niem.thay_thuoc_viet_nam.day_du }}, {{ giai_doan.ke_hoach_5_nam.ten }}.\n\n      \
        {% include \"ket.md\" %}\n  quyet_dinh:\n    loai: quyết định\n    trich_yeu: Thử\n    can_cu: [luat_tdkt_2022, ke_hoach]\n    noi_nhan: [A]\n    \
        noi_dung: |\n      Điều 1. Ban hành theo {{ vien_dan.ke_hoach }} và {{ vien_dan.nd_152_2025 }}.\n";
    let project = TestProject::new().file("thi_dua_2026.yaml", campaign).file("ket.md", "Trước ngày 01/12/2026.\n");
    let moi = thu(&project, "thi_dua_2026.yaml", 2027).expect("renewed");
    insta::assert_snapshot!(format!("{}\n{}\n\n{}", moi.renewed.text, moi.renewed.doi.join("\n"), moi.viec()));
    std::fs::write(project.path().join("thi_dua_2027.yaml"), &moi.renewed.text).expect("written");
    assert_eq!(faults(&project.path().join("thi_dua_2027.yaml")), "");
}

/// A file made to cost time is looked through up to a point.
#[test]
fn a_flood_is_cut() {
    let years = "kỷ niệm 65 năm Ngày Thầy thuốc Việt Nam, số 12/KH-BYT ngày 01/01/2026, năm 2026, Luật X năm 2026; "
        .repeat(20_000);
    let documents: String = (0..20_000).map(|n| format!("  a{n}: {{so: {n}, ngay: 1/1/2026}} # {n}\n")).collect();
    let campaign = format!("chien_dich: {years}\nnam: 2026\nvan_ban:\n{documents}");
    let project = TestProject::new().file("cu.yaml", campaign);
    let started = std::time::Instant::now();
    let moi = thu(&project, "cu.yaml", 2027).expect("renewed");
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
    assert_eq!(moi.renewed.viec.len(), 501);
    assert!(!moi.renewed.text.contains("so:") && !moi.renewed.text.contains("ngay:"));
    assert_eq!(moi.renewed.text.matches('#').count(), 20_000);
}

/// What was made new is rendered like any campaign: without number, day and month.
#[test]
fn the_new_campaign_renders() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/chien_dich/thi_dua_thai_binh_2017.yaml");
    let moi = of(&path, 2018).expect("renewed");
    let project = TestProject::new().file("data/chien_dich/moi.yaml", &moi.renewed.text);
    let _ = open(&project.path().join("data/chien_dich/moi.yaml"));
    let rendered = project.render("data/chien_dich/moi.yaml");
    let text = rendered.pdf().text();
    assert!(text.contains("năm 2018") && !text.contains("14 tháng 02"), "{}\n{text}", rendered.messages());
}
