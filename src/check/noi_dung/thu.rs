//! For tests: a plain text as a draft, a paragraph a line, and the words that a rule finds in it.

use crate::check::{Context, Kho, Luoi, TuDien};
use crate::diag::{Files, Place, Severity, Sink};
use crate::load;
use crate::model::ban_thao::{Chu, ViTri};
use crate::model::numbering::is_roman;
use crate::model::{BanThao, BlockKind, Doan, Nguon, O, Reference};
use crate::project::Project;
use std::sync::Arc;

/// The words that a rule finds, in order.
pub fn tim(rule: &str, text: &str) -> Vec<String> {
    all(text).into_iter().filter(|found| found.rule == rule).map(|found| found.words).collect()
}

/// A finding.
pub struct Thay {
    pub rule: &'static str,
    pub severity: Severity,
    pub line: usize,
    pub words: String,
}

/// Everything found.
pub fn all(text: &str) -> Vec<Thay> {
    let project = Project::here();
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let reference = Reference::load(&project, &mut files, &mut sink).expect("shipped data");
    let tables = load::kiem_tra::bang_tu(&project, &mut files, &mut sink);
    fn none<T: 'static>() -> Luoi<T> {
        Luoi::new(Box::new(|| None))
    }
    let tu_dien = TuDien::new(&tables, crate::check::code).0;
    let kho = Kho { tu_dien, phap_luat: none(), ky_niem: none(), tinh_thanh: none(), the_thuc: none() };
    let ban = read(text, &reference, &mut files);
    let context =
        Context { files: &files, nam: None, in_duoc: None, reference: &reference, kho: &kho, nguon: Nguon::Chu };
    crate::check::ban_thao(&ban, &context, &mut sink);
    let seen = |d: crate::diag::Diagnostic| {
        let words = d.place.as_ref().map(|p| files.slice(p).to_owned()).unwrap_or_default();
        let line = d.place.and_then(|p| text.get(..p.span.start)).map_or(0, |front| front.matches('\n').count() + 1);
        Thay { rule: d.code.name, severity: d.severity, line, words }
    };
    sink.into_sorted().into_iter().map(seen).collect()
}

/// A line a paragraph. "KẾ HOẠCH" and the other names of types in capitals are the type, "Nơi nhận:" and what follows the
/// recipients; `**` around a line makes it a title.
fn read(text: &str, reference: &Reference, files: &mut Files) -> BanThao {
    let file = files.add("thu.txt", text.to_owned());
    let (mut doan, mut offset, mut noi_nhan, mut loai_van_ban) = (Vec::new(), 0, false, None);
    for line in text.split('\n') {
        let start = offset;
        offset += line.len() + 1;
        if line.trim().is_empty() {
            continue;
        }
        noi_nhan |= line.starts_with("Nơi nhận:");
        let cap = line.chars().take_while(|c| *c == '#').count();
        let bare = line.trim_start_matches(['#', ' ', '*']).trim_end_matches(['*', ' ']);
        let bold = line.contains("**");
        let found = reference.loai.tim(&bare.to_lowercase()).filter(|_| crate::model::ban_thao::chu::hoa_het(bare));
        let (so, loai, words) = if noi_nhan { (String::new(), BlockKind::Doan, bare) } else { number(bare) };
        let o = match found {
            Some(kind) if loai_van_ban.is_none() => {
                loai_van_ban = Some(Arc::clone(kind));
                O::TenLoai
            }
            _ if noi_nhan => O::NoiNhan,
            _ if doan.last().is_some_and(|d: &Doan| d.o == O::TenLoai) => O::TrichYeu,
            _ => O::NoiDung,
        };
        let upper = crate::model::ban_thao::chu::hoa_het(words);
        let tieu_de =
            o == O::NoiDung && !so.is_empty() && loai != BlockKind::Gach && (loai == BlockKind::Muc || bold || upper);
        let place = Place { file, span: start..start + line.len() };
        let at = line.find(words).unwrap_or(0);
        let vi_tri = ViTri::Nguyen(vec![(0, start + at)]);
        let cap = u8::try_from(cap).unwrap_or(0);
        doan.push(Doan {
            o,
            loai,
            so,
            tieu_de,
            cap,
            kem: 0,
            chu: Arc::new(Chu::new(words)),
            place,
            vi_tri,
            dang: None,
        });
    }
    let place = Place { file, span: 0..0 };
    BanThao {
        nguon: Nguon::Chu,
        doan,
        loai: loai_van_ban,
        so: None,
        ky_hieu: None,
        ngay: None,
        co_quan: None,
        place,
        trang: None,
    }
}

fn number(line: &str) -> (String, BlockKind, &str) {
    let plain = (String::new(), BlockKind::Doan, line);
    if let Some(rest) = line.strip_prefix("Điều ") {
        let digits = rest.chars().take_while(char::is_ascii_digit).count();
        let (so, rest) = rest.split_at(digits);
        return (so.to_owned(), BlockKind::Dieu, rest.trim_start_matches(['.', ':', ' ']));
    }
    let Some((first, rest)) = line.split_once(' ') else { return plain };
    let bare = first.trim_end_matches(['.', ')', '/']);
    let marked = bare.len() < first.len();
    let kind = match bare {
        "-" | "+" | "•" => return (bare.to_owned(), BlockKind::Gach, rest),
        _ if marked && is_roman(bare) => BlockKind::Muc,
        "A" | "B" if marked => BlockKind::Phan,
        _ if marked && !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit() || b == b'.') => BlockKind::Khoan,
        _ if marked && bare.chars().count() == 1 && bare.chars().all(char::is_lowercase) => BlockKind::Diem,
        _ => return plain,
    };
    (bare.to_owned(), kind, rest)
}
