//! Two columns side by side: the letterhead, and Nơi nhận beside the signer. Word makes them with a table, which a PDF
//! no longer has.

use super::dong::Dong;

/// A column's line stands so near its middle or its left edge, points.
const LECH: f64 = 9.0;

/// A column goes on over a gap so high, points: room for a signature.
const HO: f64 = 130.0;

/// What a line of a page is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vung {
    /// Running text.
    Than,
    /// A pair of columns: which pair, and 0 for the left one, 1 for the right one.
    Cot(usize, usize),
    /// A row of a table with more columns: row, cell.
    Hang(usize, usize),
}

/// The places of lines side by side, from a baseline that has two.
struct Cap {
    /// The gap between the columns that no line crosses.
    ho: (f64, f64),
    cot: [Vec<usize>; 2],
}

/// Tells the columns of a page; `lines` from the top down.
pub fn vung(lines: &[Dong]) -> Vec<Vung> {
    let mut out = vec![Vung::Than; lines.len()];
    let (mut pairs, mut rows) = (0, 0);
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.tren_dong > 2) {
        out[at] = Vung::Hang(rows, line.thu);
        rows += usize::from(line.thu + 1 == line.tren_dong);
    }
    let mut at = 0;
    while at < lines.len() {
        let line = &lines[at];
        let beside = lines.get(at + 1).is_some_and(|next| out[at + 1] == Vung::Than && canh_nhau_ca_hai(line, next));
        if out[at] != Vung::Than || !beside {
            at += 1;
            continue;
        }
        let pair = cap(lines, at, &out);
        for (side, members) in pair.cot.iter().enumerate() {
            members.iter().for_each(|member| out[*member] = Vung::Cot(pairs, side));
        }
        pairs += 1;
        at += 1;
    }
    out
}

/// Whether two lines stand side by side at nearly one height, the first one left.
fn canh_nhau(a: &Dong, b: &Dong) -> bool {
    let height = a.co.max(b.co);
    (a.y - b.y).abs() < height * 0.8 && b.x0 - a.x1 > height
}

fn canh_nhau_ca_hai(a: &Dong, b: &Dong) -> bool {
    canh_nhau(a, b) || canh_nhau(b, a)
}

fn cap(lines: &[Dong], seed: usize, taken: &[Vung]) -> Cap {
    let (a, b) = (&lines[seed], &lines[seed + 1]);
    let (left, right) = if a.x0 < b.x0 { (seed, seed + 1) } else { (seed + 1, seed) };
    let mut pair = Cap { ho: (lines[left].x1, lines[right].x0), cot: [vec![left], vec![right]] };
    // What stands above the first baseline with two, then what stands below, until a line goes across.
    for at in (0..seed).rev() {
        if taken[at] != Vung::Than || !pair.nhan(lines, at) {
            break;
        }
    }
    for (at, vung) in taken.iter().enumerate().skip(seed + 2) {
        if *vung != Vung::Than || !pair.nhan(lines, at) {
            break;
        }
    }
    pair.cot.iter_mut().for_each(|members| members.sort_unstable());
    pair
}

impl Cap {
    /// Takes a line in if it continues one of the columns.
    fn nhan(&mut self, lines: &[Dong], at: usize) -> bool {
        let line = &lines[at];
        if line.text.starts_with("Kính gửi") {
            return false;
        }
        let side = match () {
            () if line.x1 <= self.ho.1 - line.co * 0.5 && line.x0 < self.ho.0 => 0,
            () if line.x0 >= self.ho.0 + line.co * 0.5 && line.x1 > self.ho.1 => 1,
            () => return false,
        };
        let near = |other: &usize| {
            let other = &lines[*other];
            let aligned = (line.giua() - other.giua()).abs() < LECH || (line.x0 - other.x0).abs() < LECH / 3.0;
            aligned && (line.y - other.y).abs() < HO
        };
        // A line under the right column that has nothing at its left may be a title in the middle of the page.
        let around = &lines[at.saturating_sub(3)..lines.len().min(at + 4)];
        let beside = around.iter().any(|other| canh_nhau_ca_hai(line, other));
        if !self.cot[side].iter().rev().take(40).any(near) && !beside {
            return false;
        }
        self.ho = match side {
            0 => (self.ho.0.max(line.x1), self.ho.1),
            _ => (self.ho.0, self.ho.1.min(line.x0)),
        };
        self.cot[side].push(at);
        true
    }
}
