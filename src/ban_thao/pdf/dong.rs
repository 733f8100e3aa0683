//! Letters to lines: what stands on one baseline, parted where a gap is too wide for a space.

use super::chu::{ChuIn, PhongIn, TrangIn};
use crate::load::legacy::{self, Legacy};
use crate::model::ban_thao::dang::PhongCu;
use unicode_normalization::UnicodeNormalization;

/// A gap wider than this, in sizes of the letters, parts columns; justified lines have none so wide.
const HO_COT: f64 = 1.9;

/// A gap wider than this is a space that the file does not write.
const HO_TU: f64 = 0.17;

/// A stretch of words on one baseline.
#[derive(Debug, Clone, Default)]
pub struct Dong {
    /// Its words.
    pub text: String,
    /// Left end, points from the left edge.
    pub x0: f64,
    /// Right end.
    pub x1: f64,
    /// Baseline, from the upper edge.
    pub y: f64,
    /// Size of most letters.
    pub co: f64,
    /// Font of most letters.
    pub phong: usize,
    /// Whether all letters are bold, italic; `None` where a font does not say.
    pub dam: Option<bool>,
    pub nghieng: Option<bool>,
    /// Which stretch of its baseline it is.
    pub thu: usize,
    /// How many stretches its baseline has.
    pub tren_dong: usize,
}

impl Dong {
    /// Its middle.
    pub fn giua(&self) -> f64 {
        f64::midpoint(self.x0, self.x1)
    }
}

/// The lines of a page from the top down, each baseline from left to right.
pub fn dong(trang: &TrangIn, phong: &[PhongIn]) -> Vec<Dong> {
    let mut letters: Vec<&ChuIn> = trang.chu.iter().filter(|c| !c.chu.is_empty()).collect();
    letters.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut out = Vec::new();
    let mut rest = letters.as_slice();
    while let Some(first) = rest.first() {
        // A raised figure belongs to the line that it is raised over: its baseline is less than half a letter away.
        let (mut end, mut last) = (1, *first);
        while let Some(next) = rest.get(end) {
            if next.y - last.y > 0.22 * last.co.max(next.co) || next.y - first.y > 0.5 * first.co.max(next.co) {
                break;
            }
            last = *next;
            end += 1;
        }
        let mut line = rest[..end].to_vec();
        line.sort_by(|a, b| a.x.total_cmp(&b.x));
        let parts = cho_trong(cat(&line, phong));
        let count = parts.len();
        out.extend(parts.into_iter().enumerate().map(|(thu, part)| Dong { thu, tren_dong: count, ..part }));
        rest = &rest[end..];
    }
    out
}

/// Joins what only a slot to be filled in by hand parts: "Số:      /SYT-VP", "ngày      tháng 4"; and "Kính gửi:" with
/// the name that stands at a tab behind it.
fn cho_trong(parts: Vec<Dong>) -> Vec<Dong> {
    let mut out: Vec<Dong> = Vec::new();
    for part in parts {
        let Some(last) = out.last_mut() else {
            out.push(part);
            continue;
        };
        let ends = |words: &[&str]| words.iter().any(|word| last.text.ends_with(word));
        let begins = |words: &[&str]| words.iter().any(|word| part.text.starts_with(word));
        let slot = ends(&["Số:", "Số", "số:", "số"]) && begins(&["/"])
            || ends(&["ngày", "Ngày"]) && begins(&["tháng"])
            || ends(&["tháng"]) && begins(&["năm"]);
        let kinh_gui = ends(&["Kính gửi:", "Kính gửi"]);
        if !slot && !kinh_gui {
            out.push(part);
            continue;
        }
        last.text.push_str(if slot { "  " } else { " " });
        last.text.push_str(&part.text);
        last.x1 = part.x1;
    }
    out
}

/// Cuts a baseline where its columns part.
fn cat(line: &[&ChuIn], phong: &[PhongIn]) -> Vec<Dong> {
    let (mut out, mut part): (Vec<Dong>, Vec<&ChuIn>) = (Vec::new(), Vec::new());
    let mut end = f64::NEG_INFINITY;
    for letter in line {
        let blank = trang(letter);
        if blank {
            // In a line that is squeezed, a space is narrower than what would be taken for one.
            if !part.is_empty() {
                part.push(letter);
            }
            continue;
        }
        let short = part.len() <= 8 && dau_muc(&part);
        if letter.x - end > HO_COT * letter.co && !short {
            out.extend(ghep(&part, phong));
            part.clear();
        }
        // The same letter drawn twice is how some programs make it bold.
        let twice = part
            .iter()
            .rfind(|c| !trang(c))
            .is_some_and(|last| last.chu == letter.chu && letter.x - last.x < 0.15 * letter.co);
        if !twice {
            part.push(letter);
        }
        end = end.max(letter.x + letter.rong);
    }
    out.extend(ghep(&part, phong));
    out
}

/// Whether the letters so far are the number or dash of a list: what follows stands at a tab.
fn dau_muc(part: &[&ChuIn]) -> bool {
    let text: String = part.iter().map(|letter| letter.chu.as_str()).collect();
    let text = text.trim();
    matches!(text, "-" | "+" | "•" | "–" | "*")
        || text.ends_with(['.', ')'])
            && text.chars().count() <= 5
            && text.chars().next().is_some_and(char::is_alphanumeric)
}

/// Whether a letter is a space.
fn trang(letter: &ChuIn) -> bool {
    letter.chu.chars().all(char::is_whitespace)
}

fn ghep(part: &[&ChuIn], phong: &[PhongIn]) -> Option<Dong> {
    let first = part.first()?;
    let mut text = String::new();
    let mut end = first.x;
    let mut sizes: Vec<(i64, usize)> = Vec::new();
    let mut fonts: Vec<(usize, usize)> = Vec::new();
    let (mut dam, mut nghieng) = (Some(true), Some(true));
    let all = |sum: &mut Option<bool>, is: Option<bool>| match (*sum, is) {
        (Some(false), _) | (_, Some(false)) => *sum = Some(false),
        (_, None) => *sum = None,
        _ => {}
    };
    for letter in part {
        if trang(letter) {
            text.push(' ');
            continue;
        }
        if letter.x - end > HO_TU * letter.co && !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&letter.chu);
        end = end.max(letter.x + letter.rong);
        if letter.chu.chars().any(char::is_alphanumeric) {
            #[expect(clippy::cast_possible_truncation, reason = "sizes of letters on a page")]
            dem(&mut sizes, (letter.co * 10.0).round() as i64);
            dem(&mut fonts, letter.phong);
            let font = phong.get(letter.phong);
            all(&mut dam, font.and_then(|font| font.dam));
            all(&mut nghieng, font.and_then(|font| font.nghieng));
        }
    }
    let letters = !fonts.is_empty();
    #[expect(clippy::cast_precision_loss, reason = "as above")]
    let co = nhieu(&sizes).map_or(first.co, |tenths| tenths as f64 / 10.0);
    let font = nhieu(&fonts).unwrap_or(first.phong);
    let old = phong.get(font).and_then(|font| font.ten.as_deref()).and_then(PhongCu::cua);
    let text = match old {
        Some(PhongCu::Tcvn3) => legacy::decode(Legacy::Tcvn3, &text),
        Some(PhongCu::Tcvn3Hoa) => legacy::decode(Legacy::Tcvn3, &text).to_uppercase(),
        Some(PhongCu::Vni) => legacy::decode(Legacy::Vni, &text),
        None => text,
    };
    let clean = |c: char| match c {
        c if c.is_control() || c.is_whitespace() => ' ',
        c if matches!(u32::from(c), 0xe000..=0xf8ff | 0xf0000..) => '•',
        c => c,
    };
    let text: String = text.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{feff}')).map(clean).nfc().collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let known = |is: Option<bool>| is.filter(|_| letters);
    (!text.is_empty()).then(|| Dong {
        text,
        x0: first.x,
        x1: end,
        y: first.y,
        co,
        phong: font,
        dam: known(dam),
        nghieng: known(nghieng),
        ..Dong::default()
    })
}

/// Counts a look; more of them in one line than this are not told apart.
fn dem<T: PartialEq>(all: &mut Vec<(T, usize)>, look: T) {
    let room = all.len() < 50;
    match all.iter_mut().find(|(other, _)| *other == look) {
        Some((_, count)) => *count += 1,
        None if room => all.push((look, 1)),
        None => {}
    }
}

/// The look of most letters.
fn nhieu<T: Copy>(all: &[(T, usize)]) -> Option<T> {
    all.iter().rev().max_by_key(|(_, count)| *count).map(|(look, _)| *look)
}
