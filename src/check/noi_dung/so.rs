//! The number of a part, read: Roman, Arabic, a letter, "2.1".

use crate::model::numbering::{is_roman, roman};
use crate::model::{BlockKind, Doan};

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dang {
    /// "II"
    LaMa,
    /// "2", and the last part of "1.2".
    ARap,
    /// "b"
    Chu,
    /// "B"
    ChuHoa,
}

/// The letters of Vietnamese in order.
const CHU_CAI: [&str; 29] = [
    "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m", "n", "o", "ô", "ơ", "p", "q", "r", "s",
    "t", "u", "ư", "v", "x", "y",
];

/// Letters that laws leave out when they number điểm.
const BO_QUA: [&str; 6] = ["ă", "â", "ê", "ô", "ơ", "ư"];

/// A number with its level.
#[derive(Debug, Clone)]
pub struct So {
    /// Level, small for large parts.
    pub bac: u8,
    /// How it is written.
    pub dang: Dang,
    /// Its value from 1; of a letter, its place in the alphabet.
    pub gia_tri: u32,
    /// What stands before the last part of "2.1": "2."
    pub cha: String,
}

impl So {
    /// Level of Điều.
    pub const DIEU: u8 = 50;
    /// Level of khoản.
    pub const KHOAN: u8 = 60;

    /// The word for its part.
    pub fn ten(&self) -> &'static str {
        match self.bac {
            0 => "phần",
            10 => "chương",
            5 | 30 => "mục",
            40 => "tiểu mục",
            So::DIEU => "Điều",
            80 => "điểm",
            _ => "khoản",
        }
    }

    /// Whether it is the first of a run.
    pub fn la_dau(&self) -> bool {
        self.gia_tri == 1
    }

    /// Whether it may follow `last`.
    pub fn la_sau(&self, dang: Dang, last: u32) -> bool {
        match self.dang {
            Dang::Chu => self.gia_tri == last + 1 || self.gia_tri == self.can_co(last),
            // "A", "B", "C", "D", and then "Đ" or, as many count, "E".
            Dang::ChuHoa if dang == Dang::ChuHoa => self.gia_tri == self.can_co(last) || (self.gia_tri, last) == (8, 6),
            _ => self.gia_tri == last + 1,
        }
    }

    /// What follows `last` by the decree.
    pub fn can_co(&self, last: u32) -> u32 {
        let mut next = last + 1;
        let skipped = |n: u32| CHU_CAI.get(n as usize - 1).is_some_and(|letter| BO_QUA.contains(letter));
        while matches!(self.dang, Dang::Chu | Dang::ChuHoa) && skipped(next) {
            next += 1;
        }
        next
    }
}

/// A value as it is written.
pub fn viet(dang: Dang, n: u32, cha: &str) -> String {
    let index = n.saturating_sub(1) as usize;
    match dang {
        Dang::LaMa => roman(n as usize),
        Dang::ARap => format!("{cha}{n}"),
        Dang::Chu => CHU_CAI.get(index).copied().unwrap_or("?").to_owned(),
        Dang::ChuHoa => CHU_CAI.get(index).map_or_else(|| "?".to_owned(), |letter| letter.to_uppercase()),
    }
}

/// Reads the number of a paragraph; `next` is the number of the paragraph behind it, `running` tells how far the run at a
/// level is. Dashes and what is no number are none.
pub fn doc(doan: &Doan, next: &str, running: &dyn Fn(u8) -> Option<(Dang, u32)>) -> Option<So> {
    let typed = doan.so.trim();
    if typed.is_empty() || typed.len() > 12 {
        return None;
    }
    let of = |bac, dang, gia_tri| Some(So { bac, dang, gia_tri, cha: String::new() });
    let arabic = || typed.parse::<u32>().ok().filter(|n| (1..=400).contains(n));
    match doan.loai {
        BlockKind::Phan | BlockKind::Chuong => {
            let bac = if doan.loai == BlockKind::Phan { 0 } else { 10 };
            // "A." is larger than "I." and smaller than "Phần I". No document has a hundred parts: "C" is a letter.
            let letter = chu_hoa(typed).filter(|n| {
                bac == 0
                    && (la_ma(typed).is_none_or(|roman| roman == 100)
                        || running(5).is_some_and(|(_, last)| (last + 1..=last + 3).contains(n)))
            });
            match (letter, la_ma(typed), arabic().or_else(|| thu(typed))) {
                (Some(n), ..) => of(5, Dang::ChuHoa, n),
                (_, Some(n), _) => of(bac, Dang::LaMa, n),
                (_, _, Some(n)) => of(bac, Dang::ARap, n),
                _ => None,
            }
        }
        BlockKind::Muc => {
            if let Some(n) = arabic() {
                return of(30, Dang::ARap, n);
            }
            of(30, Dang::LaMa, la_ma(typed)?)
        }
        BlockKind::TieuMuc => of(40, Dang::ARap, arabic()?),
        BlockKind::Dieu => of(So::DIEU, Dang::ARap, arabic()?),
        BlockKind::Khoan if typed.contains('.') => {
            let parts: Vec<&str> = typed.trim_end_matches('.').split('.').collect();
            let (last, front) = parts.split_last()?;
            let gia_tri = last.parse::<u32>().ok().filter(|n| (1..=99).contains(n))?;
            front.iter().all(|p| p.parse::<u32>().is_ok()).then_some(())?;
            let bac = So::KHOAN + u8::try_from(front.len()).ok()?.min(9);
            Some(So { bac, dang: Dang::ARap, gia_tri, cha: format!("{}.", front.join(".")) })
        }
        BlockKind::Khoan => of(So::KHOAN, Dang::ARap, arabic().filter(|n| *n <= 200)?),
        BlockKind::Diem => {
            let n = CHU_CAI.iter().position(|letter| *letter == typed).and_then(|n| u32::try_from(n + 1).ok())?;
            let follows = running(80).is_some_and(|(_, last)| n > last);
            // "i)", "ii)": small Roman numerals under a điểm.
            if !follows && matches!(typed, "i" | "v" | "x") || (typed == "i" && next == "ii") {
                return None;
            }
            of(80, Dang::Chu, n)
        }
        _ => None,
    }
}

/// Value of a Roman numeral.
pub fn la_ma(typed: &str) -> Option<u32> {
    is_roman(typed).then(|| (1..=100).find(|n| roman(*n as usize) == typed)).flatten()
}

/// "Phần thứ nhất".
fn thu(typed: &str) -> Option<u32> {
    const THU: [&str; 10] = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];
    let small = typed.to_lowercase();
    let word = small.strip_prefix("thứ ")?;
    THU.iter().position(|w| *w == word).and_then(|n| u32::try_from(n + 1).ok())
}

/// Place of a capital letter in the alphabet.
fn chu_hoa(typed: &str) -> Option<u32> {
    let small = typed.to_lowercase();
    let capital = typed.chars().count() == 1 && small != typed;
    let at = capital.then(|| CHU_CAI.iter().position(|letter| *letter == small)).flatten()?;
    u32::try_from(at + 1).ok()
}
