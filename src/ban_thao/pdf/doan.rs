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

/// The paragraphs of all pages in reading order.
pub fn doan(pages: Vec<Vec<Dong>>, phong: &[PhongIn]) -> Vec<Khoi> {
    let mut ra = Ra { phong, khoi: Vec::new(), bang: 0, cuoi: None };
    for mut lines in pages {
        lines.retain(|line| !so_trang(line));
        // A page of so many baselines is no page that people read.
        let vung = if lines.len() > MAX_DONG { vec![Vung::Than; lines.len()] } else { vung(&lines) };
        let body: Vec<&Dong> = lines.iter().zip(&vung).filter(|(_, v)| **v == Vung::Than).map(|(l, _)| l).collect();
        let le = le(&body);
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

/// Where running text begins and ends on a page: what most lines have.
fn le(lines: &[&Dong]) -> (f64, f64) {
    let most = |values: Vec<f64>, larger: bool| -> f64 {
        let mut best = (0, if larger { f64::NEG_INFINITY } else { f64::INFINITY });
        for value in &values {
            let count = values.iter().filter(|other| (*other - value).abs() < 2.0).count();
            let farther = if larger { *value > best.1 } else { *value < best.1 };
            if count > best.0 || count == best.0 && farther {
                best = (count, *value);
            }
        }
        best.1
    };
    // Enough lines to tell, and few enough to compare each with each.
    let some: Vec<&&Dong> = lines.iter().take(120).collect();
    (most(some.iter().map(|line| line.x0).collect(), false), most(some.iter().map(|line| line.x1).collect(), true))
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
            // A second line shows where the first one was indented from.
            if khoi.dang.thut.is_none()
                && let Some((above, of)) = &self.cuoi
            {
                khoi.dang.thut = Some((above.x0 - of.0) / PT_MM).filter(|mm| (0.0..60.0).contains(mm));
            }
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
    let full = above.x1 > le_above.1 - above.co * 3.0;
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
