//! The same words twice in a document.

use super::noi_dung::than::trong_bang;
use super::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::{Code, Severity};
use crate::model::ban_thao::LoaiTu;
use crate::model::{BanThao, BlockKind, Doan, O};
use std::cell::LazyCell;
use std::collections::HashMap;
use std::ops::Range;

static CODE: Code = Code::canh_bao("trung-lap");

/// Twenty syllables and more that stand in two places, or a sentence right behind itself.
pub static TRUNG_LAP: Rule = Rule {
    code: &CODE,
    ho: Ho::NoiDung,
    vi_sao: "Cả một câu chép hai lần là dấu vết cắt dán: giữ ở một chỗ, chỗ kia viện dẫn.",
    vi_du: &[ViDu::noi_dung(
        "Tổ chức đăng ký thi đua tại các đơn vị. Tổ chức đăng ký thi đua tại các đơn vị.",
        "Tổ chức đăng ký thi đua tại các đơn vị. Tổ chức bình xét thi đua tại các khoa, phòng.",
    )],
    kiem: Kiem::BanThao(trung_lap),
};

/// So many syllables in a row are no accident.
const CUA_SO: usize = 20;
/// A slip within a passage that was copied: so many syllables may differ.
const LECH: usize = 3;
/// A sentence shorter than this may stand twice in a row by right.
const CAU: usize = 6;

/// A syllable with its place.
#[derive(Clone, Copy)]
struct Am {
    hash: u64,
    doan: usize,
    tu: usize,
}

fn trung_lap(ban: &BanThao, soi: &mut Soi<'_>) {
    let body: Vec<&Doan> = ban
        .doan
        .iter()
        .filter(|d| d.kem == 0 && matches!(d.o, O::NoiDung | O::CanCu) && !d.tieu_de && !trong_bang(d))
        .collect();
    let twice: Vec<bool> = body.iter().map(|doan| lien_tiep(doan, soi)).collect();
    let am = syllables(&body);
    if am.len() < 2 * CUA_SO {
        return;
    }
    let known = LazyCell::new(|| subject(ban));
    let mut first: HashMap<u64, usize, std::hash::BuildHasherDefault<Plain>> = HashMap::default();
    first.reserve(am.len());
    // Behind the last passage that was looked at, so that each is told once.
    let mut behind = 0;
    for (at, window) in windows(&am) {
        let Some(earlier) = first.get(&window).copied() else {
            first.insert(window, at);
            continue;
        };
        if at < behind || earlier + CUA_SO > at || !same(&am, earlier, at) {
            continue;
        }
        let (from, length) = (at, grow(&am, earlier, at));
        behind = from + length;
        let own = count_own(&am, &body, from, length, &known);
        // A sentence right behind itself was told above.
        let of = |at: usize| am.get(at).map(|a| a.doan);
        let behind_itself = of(earlier) == of(from) && of(from).and_then(|d| twice.get(d)).copied().unwrap_or(false);
        if own < CUA_SO || behind_itself {
            continue;
        }
        report(ban, &body, &am, earlier..earlier + length, from..from + length, own, soi);
    }
}

/// The syllables of the body. What is quoted, and the names of documents that are cited, stand in many places by right:
/// each counts as one syllable that is like no other.
fn syllables(body: &[&Doan]) -> Vec<Am> {
    let mut all = Vec::new();
    let mut unlike = 0u64;
    for (index, doan) in body.iter().enumerate() {
        let chu = &doan.chu;
        let (mut quoted, mut cited) = (false, false);
        for (n, tu) in chu.tu.iter().enumerate() {
            let word = chu.nho(n);
            let before = quoted || cited;
            if tu.loai == LoaiTu::Dau {
                match word {
                    "“" => quoted = true,
                    "”" => quoted = false,
                    ";" | "." => cited = false,
                    _ => {}
                }
            } else {
                // "số 52/KH-UBND ngày … về …"
                cited |= word == "số"
                    && chu.tu.get(n + 1).is_some_and(|t| t.loai == LoaiTu::So)
                    && matches!(chu.viet(n + 2), "/" | "-");
            }
            let skipped = quoted || cited;
            if skipped && !before {
                unlike += 1;
                all.push(Am { hash: unlike.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1, doan: index, tu: n });
            } else if !skipped && tu.loai != LoaiTu::Dau {
                all.push(Am { hash: tu.bam, doan: index, tu: n });
            }
        }
    }
    all
}

/// Windows of syllables with their hashes, rolled.
fn windows(am: &[Am]) -> impl Iterator<Item = (usize, u64)> + '_ {
    const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
    let top = (0..CUA_SO).fold(1u64, |p, _| p.wrapping_mul(BASE));
    let mut rolling = 0u64;
    am.iter().enumerate().filter_map(move |(i, a)| {
        rolling = rolling.wrapping_mul(BASE).wrapping_add(a.hash);
        if let Some(old) = i.checked_sub(CUA_SO).and_then(|o| am.get(o)) {
            rolling = rolling.wrapping_sub(old.hash.wrapping_mul(top));
        }
        (i + 1 >= CUA_SO).then(|| (i + 1 - CUA_SO, rolling))
    })
}

fn same(am: &[Am], a: usize, b: usize) -> bool {
    (0..CUA_SO).all(|i| am.get(a + i).map(|x| x.hash) == am.get(b + i).map(|x| x.hash))
}

/// How far a passage goes on alike; over a slip of a few syllables when it goes on for long behind it.
fn grow(am: &[Am], a: usize, b: usize) -> usize {
    let at = |i: usize| am.get(i).map(|x| x.hash);
    let mut length = CUA_SO;
    loop {
        while b + length < am.len() && a + length < b && at(a + length) == at(b + length) {
            length += 1;
        }
        let goes_on = |skip: usize| {
            (0..8).all(|i| {
                a + length + skip + i < b
                    && at(a + length + skip + i).is_some()
                    && at(a + length + skip + i) == at(b + length + skip + i)
            })
        };
        match (1..=LECH).find(|skip| goes_on(*skip)) {
            Some(skip) => length += skip,
            None => return length,
        }
    }
}

/// Runs of three syllables of the subject and the title: a document says its own name.
fn subject(ban: &BanThao) -> Vec<u64> {
    let mut all = Vec::new();
    for doan in ban.o(O::TrichYeu) {
        let words: Vec<u64> = (0..doan.chu.tu.len())
            .filter(|n| doan.chu.tu.get(*n).is_some_and(|t| t.loai != LoaiTu::Dau))
            .map(|n| doan.chu.bam(n))
            .collect();
        all.extend(words.windows(3).map(triple));
    }
    all.sort_unstable();
    all
}

fn triple(three: &[u64]) -> u64 {
    three.iter().fold(7, |h: u64, w| h.rotate_left(9) ^ w)
}

/// Syllables of a passage that are not the subject's, names of agencies or lists of them.
fn count_own(am: &[Am], body: &[&Doan], from: usize, length: usize, known: &[u64]) -> usize {
    let passage = am.get(from..from + length).unwrap_or_default();
    let mut own = vec![true; passage.len()];
    let hashes: Vec<u64> = passage.iter().map(|a| a.hash).collect();
    for (i, three) in hashes.windows(3).enumerate() {
        if known.binary_search(&triple(three)).is_ok() {
            own.iter_mut().skip(i).take(3).for_each(|flag| *flag = false);
        }
    }
    // Names are written with capitals: "Sở Y tế, Sở Tài chính, Sở Nội vụ".
    let capital = |a: &Am| body.get(a.doan).is_some_and(|d| d.chu.hoa_dau(a.tu));
    let capitals = passage.iter().filter(|a| capital(a)).count();
    let left = own.iter().filter(|flag| **flag).count();
    if capitals * 4 > passage.len() { 0 } else { left }
}

/// Where a whole sentence begins in both places and is all within the passage: how far from its first syllable.
fn sentence(am: &[Am], body: &[&Doan], a: &Range<usize>, b: usize) -> Option<usize> {
    let doan = |x: &Am| body.get(x.doan).copied();
    let begins = |i: usize| am.get(i).is_some_and(|x| doan(x).is_some_and(|d| d.chu.dau_cau(x.tu)));
    let ends = |i: usize| {
        let stop =
            |x: &Am| doan(x).is_some_and(|d| x.tu + 1 >= d.chu.tu.len() || matches!(d.chu.viet(x.tu + 1), "." | ";"));
        am.get(i).is_some_and(stop)
    };
    (0..a.len()).find(|i| {
        let from = a.start + i;
        begins(from) && begins(b + i) && (from + CUA_SO - 1..a.end).any(ends)
    })
}

fn report(ban: &BanThao, body: &[&Doan], am: &[Am], a: Range<usize>, b: Range<usize>, own: usize, soi: &mut Soi<'_>) {
    let whole = sentence(am, body, &a, b.start);
    let skip = whole.unwrap_or(0);
    let (a, b) = (a.start + skip..a.end, b.start + skip..b.end);
    let (Some(first), Some(second)) = (am.get(a.start), am.get(b.start)) else { return };
    let (Some(here), Some(there)) = (body.get(first.doan), body.get(second.doan)) else { return };
    let last_in = |range: &Range<usize>, begin: &Am| {
        let same = am.get(range.clone()).unwrap_or_default().iter().take_while(|x| x.doan == begin.doan);
        same.last().map_or(begin.tu, |x| x.tu)
    };
    let (place, _) = there.cho(soi.ctx.files, there.chu.khoang(second.tu, last_in(&b, second)));
    let words = here.chu.khoang(first.tu, last_in(&a, first));
    let mut finding = soi
        .tai(&CODE, here, words, format!("{own} âm tiết lặp nguyên văn ở một chỗ khác"))
        .also(place, "chép lại ở đây")
        .advice("giữ ở một chỗ, chỗ kia bỏ hoặc viết gọn");
    // Texts in Điều say alike things in like words, each for its own case.
    let formal = ban.doan.iter().filter(|d| d.kem == 0 && d.loai == BlockKind::Dieu).count() >= 3;
    if whole.is_none() || formal {
        finding.severity = Severity::GoiY;
    }
    soi.push(finding);
}

/// A sentence right behind itself; whether there is one.
fn lien_tiep(doan: &Doan, soi: &mut Soi<'_>) -> bool {
    let chu = &doan.chu;
    let mut found = false;
    let mut before: Option<Range<usize>> = None;
    for cau in super::cau::cac_cau(chu) {
        if let Some(b) = &before
            && b.len() == cau.len()
            && cau.len() > CAU
            && b.clone().zip(cau.clone()).all(|(x, y)| chu.nho(x) == chu.nho(y))
        {
            let range = chu.khoang(cau.start, cau.end - 1);
            let (place, _) = doan.cho(soi.ctx.files, chu.khoang(b.start, b.end - 1));
            let finding = soi
                .tai(&CODE, doan, range, "câu này lặp lại câu ngay trước")
                .also(place, "câu trước")
                .advice("bỏ một câu");
            soi.push(finding);
            found = true;
        }
        before = Some(cau);
    }
    found
}

/// A hasher for what is hashed already.
#[derive(Default)]
struct Plain(u64);

impl std::hash::Hasher for Plain {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|b| self.0 = self.0.rotate_left(8) ^ u64::from(*b));
    }

    fn write_u64(&mut self, n: u64) {
        self.0 = n ^ (n >> 32);
    }
}

#[cfg(test)]
mod tests {
    use super::super::noi_dung::thu::tim;

    const CAU: &str = "Việc phát động thi đua phải nhằm giải quyết những việc khó, những bức xúc của đơn vị, địa phương và của người lao động.";

    #[test]
    fn a_sentence_behind_itself_is_told_once() {
        assert_eq!(tim("trung-lap", &format!("{CAU} {CAU}")).len(), 1);
    }

    #[test]
    fn copied_passages_and_what_is_none() {
        let text =
            format!("{CAU} Các đơn vị chủ động.\nMột đoạn khác hẳn ở giữa hai chỗ.\n3. Tổ chức ký kết giao ước. {CAU}");
        let found = tim("trung-lap", &text);
        assert!(found.len() == 1 && found[0].starts_with("Việc phát động"), "{found:?}");
        let title = "KẾ HOẠCH\nPhát động đợt thi đua đặc biệt lập thành tích chào mừng Đại hội Đảng bộ các cấp, tiến tới Đại hội đại biểu toàn quốc của Đảng và kỷ niệm những ngày lễ lớn trong năm";
        let subject = title.lines().nth(1).expect("a subject");
        let text = format!(
            "{title}\nSở Y tế ban hành Kế hoạch {}:\nTrên đây là Kế hoạch {}.",
            subject.replace("Phát", "phát"),
            subject.replace("Phát", "phát")
        );
        assert!(tim("trung-lap", &text).is_empty());
    }
}
