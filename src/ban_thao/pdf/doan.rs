//! Lines to paragraphs: a line goes on in the next one where it is full and the next one begins at the margin.

use super::chu::PhongIn;
use super::cot::{Vung, vung};
use super::dong::Dong;
use super::{Khoi, PT_MM};
use crate::model::ban_thao::dang::DangDoan;

/// Lines closer than this many sizes are of one paragraph, if nothing else parts them.
const DONG_GAN: f64 = 1.85;

/// The most lines of a page that columns are looked for on.
const MAX_DONG: usize = 2000;

/// A page as its lines.
pub struct Trang {
    /// Width, points.
    pub rong: f64,
    /// Height.
    pub cao: f64,
    /// Lines from the top down.
    pub dong: Vec<Dong>,
}

/// The paragraphs of all pages in reading order.
pub fn doan(pages: Vec<Trang>, phong: &[PhongIn]) -> Vec<Khoi> {
    let mut ra = Ra { phong, khoi: Vec::new(), bang: 0, cuoi: None };
    for Trang { rong, cao, dong: mut lines } in pages {
        lines.retain(|line| !so_trang(line) && !chan_trang(line, cao));
        // A page of so many baselines is no page that people read.
        let vung = if lines.len() > MAX_DONG { vec![Vung::Than; lines.len()] } else { vung(&lines) };
        let body = lines.iter().zip(&vung).filter(|(_, v)| **v == Vung::Than).map(|(line, _)| line);
        let le = le(body, rong).unwrap_or_default();
        let (mut at, mut done) = (0, 0);
        while at < lines.len() {
            match vung[at] {
                Vung::Than => {
                    ra.than(&lines[at], le);
                    at += 1;
                }
                Vung::Hang(..) => {
                    let mut end = at;
                    while let Some(Vung::Hang(row, cell)) = vung.get(end) {
                        let first = match vung[at] {
                            Vung::Hang(first, _) => first,
                            _ => *row,
                        };
                        ra.o(&lines[end], (row - first, *cell), false);
                        end += 1;
                    }
                    ra.bang += 1;
                    at = end;
                }
                Vung::Cot(pair, _) if pair < done => at += 1,
                Vung::Cot(pair, _) => {
                    done = pair + 1;
                    // The left column, then the right one.
                    for side in 0..2 {
                        let mut above: Option<&Dong> = None;
                        for (line, _) in lines.iter().zip(&vung).filter(|(_, v)| **v == Vung::Cot(pair, side)) {
                            let goes_on = above
                                .zip(ra.khoi.last())
                                .is_some_and(|(above, khoi)| tiep_cot(&khoi.text, above, line));
                            ra.o(line, (0, side), goes_on);
                            above = Some(line);
                        }
                    }
                    ra.bang += 1;
                    at += 1;
                }
            }
        }
    }
    ra.khoi
}

/// A page number, alone in its line.
fn so_trang(line: &Dong) -> bool {
    let bare = line.text.trim_matches(['-', ' ']);
    line.tren_dong == 1 && !bare.is_empty() && bare.len() <= 3 && bare.bytes().all(|b| b.is_ascii_digit())
}

/// Margins that an official page may have, mm: left 30 to 35, right 15 to 20, and what people make of it.
const LE_TRAI: std::ops::Range<f64> = 18.0..42.0;
const LE_PHAI: std::ops::Range<f64> = 8.0..27.0;

/// Where running text begins and ends on a page so wide: the outermost end of a line, unless it is no margin; then the
/// outermost that more than one line has.
fn le<'a>(lines: impl Iterator<Item = &'a Dong>, rong: f64) -> Option<(f64, f64)> {
    let (mut left, mut right): (Vec<f64>, Vec<f64>) = lines.map(|line| (line.x0, line.x1)).unzip();
    left.sort_by(f64::total_cmp);
    right.sort_by(|a, b| b.total_cmp(a));
    let end = |ends: &[f64], fits: &dyn Fn(f64) -> bool| {
        let first = ends.first().copied().filter(|end| fits(*end));
        let twice = || ends.windows(2).find(|pair| (pair[0] - pair[1]).abs() < 2.0).map(|pair| pair[0]);
        first.or_else(twice).or_else(|| ends.first().copied())
    };
    let left = end(&left, &|x| LE_TRAI.contains(&(x / PT_MM)));
    left.zip(end(&right, &|x| LE_PHAI.contains(&((rong - x) / PT_MM))))
}

/// Telephone, e-mail and web page of the agency at the foot of the first page (mục III.4): no words of the text.
fn chan_trang(line: &Dong, cao: f64) -> bool {
    const DIA_CHI: [&str; 7] = ["Địa chỉ", "ĐT:", "Điện thoại", "Fax", "Email", "E-mail", "Website"];
    line.y > cao - 35.0 * PT_MM && line.co < 12.6 && DIA_CHI.iter().any(|word| line.text.contains(word))
}

/// Whether a line of a column goes on in the next: an item of Nơi nhận that is longer than its line, the subject of a
/// công văn. `first` is what the line above is part of.
fn tiep_cot(first: &str, above: &Dong, below: &Dong) -> bool {
    let list = |text: &str| text.starts_with(['-', '+', '–']);
    let near = below.y - above.y < below.co * DONG_GAN && (above.co - below.co).abs() < 0.3;
    if near && first.to_lowercase().starts_with("v/v") {
        return !list(&below.text);
    }
    let left = (below.x0 - above.x0).abs() < below.co * 1.2;
    near && left && list(first) && !list(&below.text) && !above.text.ends_with([';', '.', ':'])
}

struct Ra<'a> {
    phong: &'a [PhongIn],
    khoi: Vec<Khoi>,
    bang: usize,
    /// The last line of running text, and the margins of its page.
    cuoi: Option<(Dong, (f64, f64))>,
}

impl Ra<'_> {
    fn than(&mut self, line: &Dong, le: (f64, f64)) {
        let goes_on = self.cuoi.as_ref().is_some_and(|(above, of)| tiep(above, *of, line, le));
        if let (true, Some(khoi)) = (goes_on, self.khoi.last_mut()) {
            noi(khoi, line);
        } else {
            let above = self.cuoi.as_ref().map(|(above, _)| above);
            let cach = above.is_some_and(|above| line.y - above.y > line.co * 2.6);
            self.khoi.push(Khoi { cach, ..khoi(line, self.phong) });
        }
        self.cuoi = Some((line.clone(), le));
    }

    fn o(&mut self, line: &Dong, (row, cell): (usize, usize), goes_on: bool) {
        match self.khoi.last_mut() {
            Some(khoi) if goes_on => noi(khoi, line),
            _ => {
                let mut new = Khoi { o_bang: Some((self.bang, row, cell)), ..khoi(line, self.phong) };
                new.dang.trong_bang = true;
                self.khoi.push(new);
            }
        }
        self.cuoi = None;
    }
}

fn khoi(line: &Dong, phong: &[PhongIn]) -> Khoi {
    let font = phong.get(line.phong).and_then(|font| font.ten.clone());
    let dang = DangDoan {
        phong: font,
        co: Some((line.co * 2.0).round() / 2.0),
        dam: line.dam,
        nghieng: line.nghieng,
        ..DangDoan::default()
    };
    Khoi { text: line.text.clone(), dang, o_bang: None, cach: false }
}

fn noi(khoi: &mut Khoi, line: &Dong) {
    khoi.text.push(' ');
    khoi.text.push_str(&line.text);
    let both = |a: Option<bool>, b: Option<bool>| a.zip(b).map(|(a, b)| a && b);
    khoi.dang.dam = both(khoi.dang.dam, line.dam);
    khoi.dang.nghieng = both(khoi.dang.nghieng, line.nghieng);
}

/// Whether a line of running text goes on in the next one.
fn tiep(above: &Dong, le_above: (f64, f64), below: &Dong, le: (f64, f64)) -> bool {
    let same_page = below.y > above.y;
    let near = !same_page || below.y - above.y < below.co * DONG_GAN;
    // The next word had no room.
    let width = (below.x1 - below.x0) / below.text.chars().count().max(1) as f64;
    let word = below.text.split(' ').next().unwrap_or_default().chars().count() as f64 * width;
    let full = above.x1 + word + 0.2 * above.co > le_above.1 - 0.5 * above.co;
    let at_margin = (below.x0 - le.0).abs() < below.co * 0.4;
    let same = (above.co - below.co).abs() < 0.6;
    // Over a page's end a sentence goes on; a new paragraph would be indented.
    near && full && at_margin && same && !dau_muc(&below.text)
}

/// Whether a line begins with the mark of a part.
fn dau_muc(text: &str) -> bool {
    let Some((first, _)) = text.split_once(' ') else { return false };
    let number = first.trim_end_matches(['.', ')']);
    let marked = first.len() > number.len();
    matches!(first, "-" | "+" | "•")
        || marked
            && number.len() <= 4
            && (number.bytes().all(|b| b.is_ascii_digit())
                || number.chars().count() == 1
                || crate::model::numbering::is_roman(number))
        || matches!(first, "Điều" | "Chương" | "Phần") && text.split(' ').nth(1).is_some_and(|n| n.ends_with('.'))
}
