//! Names of movements and campaigns, as they were given.

use super::DIEU_12;
use crate::check::dau_cau::la_van;
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::ban_thao::LoaiTu;
use crate::model::ban_thao::chu::thanh_cu;
use crate::model::{BanThao, Chu, Doan};
use std::borrow::Cow;
use std::ops::Range;

static CODE: Code = Code::canh_bao("ten-phong-trao").theo(DIEU_12);

/// A quoted name that is nearly one of the known ones.
pub static TEN_PHONG_TRAO: Rule = Rule {
    code: &CODE,
    ho: Ho::ChinhTa,
    vi_sao: "Tên phong trào, cuộc vận động trong ngoặc kép viết đúng từng chữ như văn bản phát động; tên đã đổi thì theo tên mới.",
    vi_du: &[
        ViDu::noi_dung(
            "Phong trào “Cán bộ, công chức, viên chức thi đua thực hiện tốt văn hóa công sở”.",
            "Phong trào “Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở”.",
        ),
        ViDu::noi_dung(
            "Thực hiện tốt “Học tập và làm theo tấm gương đạo đức Hồ Chí Minh”.",
            "Thực hiện tốt “Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh”.",
        ),
    ],
    kiem: Kiem::BanThao(ten_phong_trao),
};

fn ten_phong_trao(ban: &BanThao, soi: &mut Soi<'_>) {
    for doan in ban.doan.iter().filter(|doan| la_van(doan)) {
        for inside in quoted(doan) {
            look(ban, doan, inside, soi);
        }
    }
}

/// What stands in quotation marks, without them.
fn quoted(doan: &Doan) -> Vec<Range<usize>> {
    let text = doan.chu.text.as_str();
    if !text.contains(['“', '"']) {
        return Vec::new();
    }
    let mut all = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match (c, open) {
            ('“', _) => open = Some((at + c.len_utf8(), '”')),
            ('"', None) => open = Some((at + 1, '"')),
            (close, Some((start, want))) if close == want => {
                all.push(start..at);
                open = None;
            }
            _ => {}
        }
    }
    all
}

/// The known names, read once for all documents.
#[derive(Debug)]
pub struct TenPhongTrao {
    ten: Vec<Ten>,
    /// Old names: the new one, and since when the old one is wrong.
    cu: Vec<(Vec<String>, String, i32)>,
}

/// A name.
#[derive(Debug)]
struct Ten {
    text: String,
    words: Vec<String>,
    plain: Vec<String>,
}

impl TenPhongTrao {
    /// Reads the lines of the list: a name, or "tên cũ => tên mới @ 2016".
    fn new(lines: &[String]) -> TenPhongTrao {
        let old = |line: &String| {
            let (old, rest) = line.split_once(" => ")?;
            let (new, year) = rest.split_once(" @ ")?;
            Some((words(old), new.to_owned(), year.trim().parse::<i32>().ok()?))
        };
        let names = lines.iter().filter(|line| !line.contains(" => "));
        TenPhongTrao {
            ten: names.map(|line| Ten { text: line.clone(), words: words(line), plain: plain(line) }).collect(),
            cu: lines.iter().filter_map(old).collect(),
        }
    }
}

/// The words of a name, in lower case and one way of placing tone marks; marks are none.
fn words(name: &str) -> Vec<String> {
    let chu = Chu::new(name);
    let word = |n: usize| chu.tu.get(n).is_some_and(|tu| tu.loai != LoaiTu::Dau);
    (0..chu.tu.len()).filter(|n| word(*n)).map(|n| thanh_cu(chu.nho(n)).into_owned()).collect()
}

/// A name but for case, tone placement and the kind of its dashes and spaces.
fn plain(name: &str) -> Vec<String> {
    let chu = Chu::new(name.to_lowercase().replace(['–', '—'], "-"));
    (0..chu.tu.len()).map(|n| thanh_cu(chu.nho(n)).into_owned()).collect()
}

fn look(ban: &BanThao, doan: &Doan, inside: Range<usize>, soi: &mut Soi<'_>) {
    let text = doan.chu.text.get(inside.clone()).unwrap_or_default();
    let (name, _) = without_period(text);
    let written = words(name);
    if written.len() < 3 || written.len() > 40 {
        return;
    }
    let tu_dien = &soi.ctx.kho.tu_dien;
    let known = tu_dien.phong_trao.get_or_init(|| TenPhongTrao::new(tu_dien.biet(&CODE)));
    if let Some((_, new, since)) = known.cu.iter().find(|(old, _, _)| *old == written) {
        if ban.nam().is_none_or(|year| year >= *since) {
            report(doan, inside.start..inside.start + name.len(), soi, new);
        }
        return;
    }
    let plain = plain(name);
    if known.ten.iter().any(|known| known.plain == plain) {
        return;
    }
    let mut best: Option<(usize, &Ten)> = None;
    for ten in &known.ten {
        // So many words at least must be added or taken out.
        let least = written.len().abs_diff(ten.words.len());
        if best.is_none_or(|(far, _)| least < far) {
            let far = distance(&written, &ten.words);
            if best.is_none_or(|(least, _)| far < least) {
                best = Some((far, ten));
            }
        }
    }
    let Some((far, Ten { text: right, words: official, .. })) = best else { return };
    let size = official.len();
    if local(name, &written, official) || (far == 0 && marks(name) >= marks(right)) {
        return;
    }
    // The same words in another order, a comma gone, a word or two too many or too few.
    let near = match far {
        0 => true,
        1 => size >= 5,
        2 => size >= 9,
        _ => false,
    };
    let sorted = |words: &[String]| {
        let mut words = words.to_vec();
        words.sort_unstable();
        words
    };
    if near || sorted(&written) == sorted(official) {
        report(doan, inside.start..inside.start + name.len(), soi, right);
    }
}

/// How many marks a name has.
fn marks(name: &str) -> usize {
    name.chars().filter(|c| matches!(c, ',' | ';' | '-' | '–' | '—')).count()
}

/// Whether it is the movement of one place or body: it names that, or says "toàn huyện" where the other says "toàn tỉnh".
fn local(name: &str, written: &[String], official: &[String]) -> bool {
    let chu = Chu::new(name);
    let own = |n: usize| {
        let word = chu.viet(n);
        word.chars().next().is_some_and(char::is_uppercase) && !official.iter().any(|w| **w == *thanh_cu(chu.nho(n)))
    };
    let place = |word: &String| {
        matches!(
            word.as_str(),
            "tỉnh"
                | "huyện"
                | "xã"
                | "phường"
                | "thành"
                | "phố"
                | "ngành"
                | "quận"
                | "thị"
                | "cả"
                | "nước"
                | "toàn"
                | "dân"
                | "trường"
                | "đơn"
                | "vị"
                | "cơ"
                | "quan"
        )
    };
    let differs = |a: &[String], b: &[String]| a.iter().any(|word| !b.contains(word) && !place(word));
    (0..chu.tu.len()).any(|n| own(n) && own(n + 1))
        || (written.len() <= official.len()
            && !differs(written, official)
            && !differs(official, written)
            && written != official
            && {
                let mut both = (written.to_vec(), official.to_vec());
                both.0.sort_unstable();
                both.1.sort_unstable();
                both.0 != both.1
            })
}

fn report(doan: &Doan, range: Range<usize>, soi: &mut Soi<'_>, right: &str) {
    let written = doan.chu.text.get(range.clone()).unwrap_or_default();
    let message = format!("tên “{}” chưa đúng", Cow::from(written));
    let finding = soi.tai(&CODE, doan, range, message).advice(format!("tên đúng: “{right}”"));
    soi.push(finding);
}

/// The name without the period of years that people put inside the marks: "… giai đoạn 2019 - 2025".
fn without_period(text: &str) -> (&str, bool) {
    let small = text.to_lowercase();
    let cut = [" giai đoạn", ", giai đoạn", " năm 20"].iter().filter_map(|word| small.find(word)).min();
    match cut.and_then(|at| text.get(..at)) {
        // "… nhà dột nát trong năm 2025".
        Some(head) => (head.trim_end_matches(" trong").trim_end_matches([' ', ',']), true),
        None => (text.trim(), false),
    }
}

/// How many words must be added, taken out or changed.
fn distance(a: &[String], b: &[String]) -> usize {
    if a.len().abs_diff(b.len()) > 3 {
        return usize::MAX;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        // What stood before and above, before it is written over.
        let mut corner = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let up = row[j + 1];
            row[j + 1] = (corner + usize::from(x != y)).min(up + 1).min(row[j] + 1);
            corner = up;
        }
    }
    row.last().copied().unwrap_or(usize::MAX)
}
