//! `vanthu renew`: next year's campaign from this year's. What is computed moves by itself (`nam`, `so`, `ngay`); what is
//! literal and looks like last year is listed with a proposal and left as it is.

pub mod code;
mod edit;
mod facts;
mod flat;
mod list;
mod people;
mod raw;
mod scan;
mod walk;

use crate::diag::{self, Diagnostic, FileId, Files, Located, Place, Sink};
use crate::load::yaml::{self, Document, Node, Style};
use crate::load::{Reference, bytes, keep, text};
use crate::project::Project;
use crate::write;
use facts::Facts;
use flat::Flat;
use scan::{Scanner, Years};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// More places than anyone looks through.
const MAX_VIEC: usize = 500;

/// More files of bodies than any campaign has.
const MAX_TEP: usize = 200;

/// Next year's campaign, not yet written.
#[derive(Debug)]
pub struct Renewed {
    /// Where it goes.
    pub ten_tep: PathBuf,
    /// Its text as it is saved, with the line ends of the old one.
    pub text: String,
    /// The same among the files, for places.
    pub file: FileId,
    /// What a person has to look at, by place: the sentence says what stands there, the advice what to write.
    pub viec: Vec<Diagnostic>,
    /// What moved by itself, in words: "nam: 2017 → 2018".
    pub doi: Vec<String>,
}

/// Makes the campaign of the year `nam` from an older one. `output` is where it will go, beside the old one under the new
/// year's name if not said. `None` when it cannot be made; `sink` has the reason.
pub fn renew(
    project: &Project,
    reference: &Reference,
    campaign: &Path,
    nam: i32,
    output: Option<&Path>,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<Renewed> {
    let name = campaign.display().to_string();
    let saved = bytes::read(campaign);
    let raw = saved.as_ref().ok().and_then(|bytes| String::from_utf8(bytes.to_vec()).ok());
    let file = keep(&name, saved, files, sink)?;
    let raw = raw?;
    // A file that YAML reads only in part would be made new in part.
    let old = yaml::parse(file, files.text(file), sink).filter(|_| !sink.has_errors())?;
    let key = year_key(&old.root, files, file).map_err(|finding| sink.push(finding)).ok()?;
    let years = years(key, nam).map_err(|finding| sink.push(finding)).ok()?;
    let edits = edit::plan(&old, files.text(file), key, nam);
    let text = raw::apply(&raw, files.text(file), &edits.changes);
    let ten_tep = output.map_or_else(|| beside(campaign, years), Path::to_owned);
    let new_file = files.add(ten_tep.display().to_string(), text::clean(text.as_bytes()).text);
    let new = yaml::parse(new_file, files.text(new_file), &mut Sink::default());
    let Some(new) = new.filter(|new| edits.made(&old, new, key)) else {
        sink.push(
            Diagnostic::new(&diag::code::CU_PHAP_YAML, "không bỏ được so, ngay mà giữ nguyên phần còn lại của tệp này")
                .at(Place { file, span: edits.first().map_or(0..0, |at| at..at + 1) })
                .advice("viết mỗi khóa so, ngay trên một dòng riêng dạng so: 13 rồi chạy lại"),
        );
        return None;
    };
    let facts = Facts::load(project, files, sink)?;
    let folder = |path: &Path| std::path::absolute(path).ok().and_then(|path| path.parent().map(Path::to_owned));
    let elsewhere = folder(&ten_tep) != folder(campaign);
    let mut list = Worklist { project, reference, campaign, elsewhere, scanner: Scanner::new(&facts, years) };
    list.campaign(&new, new_file, files);
    let Scanner { found: mut viec, moved, .. } = list.scanner;
    viec.sort_by_key(|d| d.place.as_ref().map(|p| (p.file, p.span.start, p.span.end)));
    if viec.len() >= MAX_VIEC {
        viec.push(
            Diagnostic::new(&code::CHUA_XEM, format!("còn nữa: mới kể {MAX_VIEC} chỗ đầu"))
                .advice("sửa xong rồi tìm tiếp năm cũ trong tệp"),
        );
    }
    let mut doi = edits.doi;
    if moved.uses_of_year > 0 {
        doi.push(format!("{{{{ nam }}}} ở {} chỗ: in {nam}", moved.uses_of_year));
    }
    doi.extend(moved.others);
    Some(Renewed { ten_tep, text, file: new_file, viec, doi })
}

impl Renewed {
    /// Writes the campaign. A file that is there already is not written over.
    pub fn write(&self) -> Result<(), Diagnostic> {
        if self.ten_tep.symlink_metadata().is_ok() {
            return Err(Diagnostic::new(&diag::code::GHI, format!("đã có tệp {}", self.ten_tep.display()))
                .advice("đổi tên tệp ấy, hoặc chọn tên khác bằng -o"));
        }
        let folder = self.ten_tep.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = folder
            && folder.metadata().is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound)
        {
            return Err(Diagnostic::new(&diag::code::GHI, format!("chưa có thư mục {}", folder.display()))
                .advice("tạo thư mục ấy rồi chạy lại, hoặc chọn thư mục khác bằng -o"));
        }
        write::whole(&self.ten_tep, self.text.as_bytes())
    }
}

/// The value of `nam`.
fn year_key<'n>(root: &'n Node, files: &Files, file: FileId) -> Result<&'n Node, Diagnostic> {
    root.entry("nam").filter(|node| !node.is_empty()).ok_or_else(|| {
        let line = files.text(file).lines().next().unwrap_or_default().len();
        Diagnostic::new(&diag::code::THIEU, "chiến dịch thiếu khóa “nam” nên không biết năm cũ là năm nào")
            .at(Place { file, span: 0..line })
            .advice("thêm một dòng dạng nam: 2026")
    })
}

fn years(key: &Node, moi: i32) -> Result<Years, Diagnostic> {
    let text = key.scalar().unwrap_or_default().trim();
    let cu = text.parse::<i32>().ok().filter(|cu| text.len() == 4 && (1945..=9999).contains(cu));
    let wrong = |message: String, advice: String| {
        Err(Diagnostic::new(&diag::code::SAI_GIA_TRI, message).at(key.place.clone()).advice(advice))
    };
    match cu {
        None => wrong(format!("“{}” không phải là năm", diag::words::shorten(text)), "viết nam: 2026".to_owned()),
        Some(cu) if moi <= cu => {
            wrong(format!("năm mới {moi} không sau năm {cu} của chiến dịch này"), format!("ghi --nam {}", cu + 1))
        }
        Some(_) if moi > 9999 => wrong(format!("{moi} không phải là năm"), "ghi --nam 2027".to_owned()),
        Some(cu) => Ok(Years { cu, moi }),
    }
}

/// The old file's name with the new year: in place of the old year, else behind the name.
fn beside(campaign: &Path, years: Years) -> PathBuf {
    let stem = campaign.file_stem().unwrap_or_default().to_string_lossy();
    let (cu, moi) = (years.cu.to_string(), years.moi.to_string());
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let alone = |at: &usize| !digit(stem[..*at].chars().next_back()) && !digit(stem[at + cu.len()..].chars().next());
    let at = stem.match_indices(&cu).map(|(at, _)| at).filter(alone).last();
    let new = match at {
        Some(at) => format!("{}{moi}{}", &stem[..at], &stem[at + cu.len()..]),
        None => format!("{stem}_{moi}"),
    };
    let ending = campaign.extension().map(|e| format!(".{}", e.to_string_lossy())).unwrap_or_default();
    campaign.with_file_name(format!("{new}{ending}"))
}

/// What in the new campaign, and in the files it takes its bodies from, looks like last year.
struct Worklist<'a> {
    project: &'a Project,
    reference: &'a Reference,
    /// Path of the old campaign, beside which the files of bodies lie.
    campaign: &'a Path,
    /// Whether the new campaign goes to another folder.
    elsewhere: bool,
    scanner: Scanner<'a>,
}

impl Worklist<'_> {
    fn campaign(&mut self, document: &Document, file: FileId, files: &mut Files) {
        let parts = walk::parts(&document.root, &self.reference.tu_khoa);
        let comments: Vec<Range<usize>> = document.comments.iter().map(|c| c.place.span.clone()).collect();
        let mut tep = parts.tep.clone();
        for node in &parts.texts {
            let flat = Flat::new(file, files.text(file), node.place.span.clone(), &comments);
            tep.extend(includes(&flat));
            self.scanner.text(&flat, |finding| quoted(finding, node));
        }
        self.bodies(tep, files);
        self.cells(&parts.o, file, files);
        self.tables(&parts.bang, files);
        self.ids(&parts.ma);
        self.counts(&parts.bien);
        self.people(&parts, files);
    }

    /// Documents named after the year: the name is the PDF's, and others of the set cite it.
    fn ids(&mut self, ma: &[Located<String>]) {
        let (cu, moi) = (self.scanner.years.cu.to_string(), self.scanner.years.moi.to_string());
        for id in ma.iter().filter(|id| id.value.split('_').any(|part| part == cu)) {
            let advice = format!("{}, cả ở những chỗ dùng mã này", id.value.replace(&cu, &moi));
            let finding = Diagnostic::new(&code::NAM_CU, format!("mã văn bản {}", id.value));
            self.scanner.found.push(finding.at(id.place.clone()).advice(advice));
        }
    }

    /// Variables whose value is a count of years commemorated: "so_nam: 65".
    fn counts(&mut self, bien: &[(&str, &Node)]) {
        for (name, node) in bien {
            let Some(n) = node.scalar().and_then(|text| text.trim().parse::<i32>().ok()) else { continue };
            let Some(count) = self.scanner.counts.iter().find(|count| count.bien == *name) else { continue };
            let years = self.scanner.years;
            let event = count.ky_niem.as_ref().and_then(|key| self.scanner.facts.ky_niem.get(key));
            let (of, advice) = match event.and_then(|event| Some((event, event.so_nam(years.moi)?))) {
                Some((event, moi)) => {
                    (format!(" {}", event.ten), format!("{moi}, hoặc \"{{{{ ky_niem.{}.so_nam }}}}\"", event.ma))
                }
                None => (String::new(), years.next(n).to_string()),
            };
            let message = format!("{name}: {n}, số năm kỷ niệm{of}");
            self.scanner.found.push(Diagnostic::new(&code::SO_NAM, message).at(node.place.clone()).advice(advice));
        }
    }

    fn people(&mut self, parts: &walk::Parts<'_>, files: &mut Files) {
        let agencies = people::agencies(self.project, self.reference, parts, files, &mut self.scanner.found);
        let nam = self.scanner.years.moi;
        for (ma, agency) in agencies.values() {
            let old = agency.as_ref().and_then(|agency| people::old_name(ma, agency, self.scanner.facts, nam));
            self.scanner.found.extend(old);
        }
        for named in &parts.nguoi {
            let agency = named.co_quan.as_ref().and_then(|ma| agencies.get(&ma.value)?.1.as_ref());
            self.scanner.found.extend(agency.and_then(|agency| people::person(named, agency, nam)));
        }
    }

    /// A file named after the old year holds last year's words or figures, and nothing else would say so.
    fn named_after_the_year(&mut self, name: &Located<String>, path: &Path) {
        let (cu, moi) = (self.scanner.years.cu.to_string(), self.scanner.years.moi.to_string());
        let mut parts = name.value.split(|c: char| !c.is_ascii_digit());
        if !parts.any(|part| part == cu) {
            return;
        }
        let new = name.value.replace(&cu, &moi);
        let there =
            path.parent().is_some_and(|folder| folder.join(Path::new(&new).file_name().unwrap_or_default()).exists());
        let advice = if there { new } else { format!("{new}, chưa có: chép từ tệp cũ rồi sửa") };
        let finding = Diagnostic::new(&code::NAM_CU, format!("tệp {} của năm cũ", name.value));
        self.scanner.found.push(finding.at(name.place.clone()).advice(advice));
    }

    /// A file beside the old campaign is not beside one in another folder.
    fn left_behind(&mut self, name: &Located<String>) {
        if self.elsewhere {
            let finding = Diagnostic::new(&code::TEP_O_CHO_CU, format!("tệp {} ở cạnh chiến dịch cũ", name.value));
            self.scanner.found.push(finding.at(name.place.clone()).advice("chép sang cạnh chiến dịch mới"));
        }
    }

    fn unread(&mut self, name: &Located<String>) {
        let finding = Diagnostic::new(&code::CHUA_XEM, format!("chưa xem được tệp {}", name.value));
        let advice = "xem tệp có ở đó không, tự xem năm, ngày, tên cơ quan trong tệp";
        self.scanner.found.push(finding.at(name.place.clone()).advice(advice));
    }

    /// Files that bodies are kept in, which the old campaign uses too: beside the campaign, or by their path from the
    /// project's root when that begins with `data/`.
    fn bodies(&mut self, mut tep: Vec<Located<String>>, files: &mut Files) {
        let mut seen: Vec<PathBuf> = Vec::new();
        let mut next = 0;
        while let Some(name) = tep.get(next).filter(|_| next < MAX_TEP).cloned() {
            next += 1;
            let beside = !name.value.starts_with("data/");
            let (path, real) = if beside {
                let path = self.campaign.with_file_name(&name.value);
                let real = self.project.contain(&path);
                (path, real)
            } else {
                (PathBuf::from(&name.value), self.project.own(&name.value))
            };
            if seen.contains(&path) {
                continue;
            }
            self.named_after_the_year(&name, &path);
            if beside {
                self.left_behind(&name);
            }
            let read = real.map_or(Err(std::io::ErrorKind::NotFound.into()), |real| bytes::read(&real));
            let shown = path.display().to_string();
            seen.push(path);
            let Some(file) = keep(&shown, read, files, &mut Sink::default()) else {
                self.unread(&name);
                continue;
            };
            let source = files.text(file);
            let flat = Flat::new(file, source, 0..source.len(), &[]);
            tep.extend(includes(&flat));
            self.scanner.text(&flat, |finding| finding.label("chiến dịch cũ cũng dùng tệp này"));
        }
    }
}

/// `{{ }}` at the beginning of an unquoted value is no text for YAML: the proposal says to quote it.
fn quoted(mut finding: Diagnostic, node: &Node) -> Diagnostic {
    let whole = finding.place.as_ref().is_some_and(|place| place.span.start == node.place.span.start);
    if whole && matches!(node.kind, yaml::Kind::Scalar(_, Style::Plain)) {
        for advice in finding.advice.iter_mut().filter(|advice| advice.contains("{{")) {
            advice.push_str(" (cả câu trong ngoặc kép)");
        }
    }
    finding
}

/// Files that a text includes.
fn includes(flat: &Flat) -> Vec<Located<String>> {
    let name = |words: &str| {
        let rest = words.strip_prefix("{%")?.trim_start_matches('-').trim_start().strip_prefix("include")?;
        let mut quoted = rest.split(['"', '\'']);
        quoted.nth(1).map(str::to_owned)
    };
    let found = flat.holes.iter().filter_map(|(range, words)| Some(Located::new(name(words)?, flat.place(range))));
    found.collect()
}
