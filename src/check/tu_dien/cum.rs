//! A phrase of a list: what of it is judged, and the capitals it has when it is right.

use crate::model::Chu;

/// How a piece is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hoa {
    /// "nhân"; also a mark or a number.
    Nho,
    /// "Nhân", "Y".
    Dau,
    /// "COVID".
    Het,
}

impl Hoa {
    fn of(chu: &Chu, n: usize) -> Hoa {
        match (chu.hoa_dau(n), chu.hoa_het(n) && chu.viet(n).chars().count() > 1) {
            (_, true) => Hoa::Het,
            (true, _) => Hoa::Dau,
            _ => Hoa::Nho,
        }
    }
}

/// A right writing, capital by capital.
#[derive(Debug)]
pub struct Dang(Box<[Hoa]>);

impl Dang {
    /// The capitals of a phrase.
    pub fn new(chu: &Chu) -> Dang {
        Dang((0..chu.tu.len()).map(|n| Hoa::of(chu, n)).collect())
    }

    /// Whether the pieces from `first` on have these capitals; at the beginning of a sentence the first letter may be a
    /// capital as well.
    pub fn khop(&self, chu: &Chu, first: usize, begins: bool) -> bool {
        self.0.iter().enumerate().all(|(n, right)| {
            let written = Hoa::of(chu, first + n);
            written == *right || (n == 0 && begins && written == Hoa::Dau)
        })
    }
}

/// The pieces from `first` on as they are written, with the capitals of a form.
pub fn cach_viet(chu: &Chu, first: usize, form: &Dang, begins: bool) -> String {
    let mut text = String::new();
    let mut end = chu.tu.get(first).map_or(0, |tu| tu.dau);
    for (n, right) in form.0.iter().enumerate() {
        let Some(tu) = chu.tu.get(first + n) else { break };
        text.push_str(chu.text.get(end..tu.dau).unwrap_or_default());
        end = tu.cuoi;
        let small = chu.nho(first + n);
        match right {
            Hoa::Het => text.push_str(&small.to_uppercase()),
            Hoa::Nho if n > 0 || !begins => text.push_str(small),
            _ => {
                let mut letters = small.chars();
                text.extend(letters.next().into_iter().flat_map(char::to_uppercase));
                text.push_str(letters.as_str());
            }
        }
    }
    text
}

/// What must stand before, what is judged, what must stand behind: "(của) Nhà nước", "thứ Hai (hằng tuần)".
pub fn tach(phrase: &str) -> (&str, &str, &str) {
    let phrase = phrase.trim();
    let (before, rest) = match phrase.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((before, rest)) => (before, rest.trim_start()),
        None => ("", phrase),
    };
    match rest.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        Some((core, behind)) => (before, core.trim_end(), behind),
        None => (before, rest, ""),
    }
}
