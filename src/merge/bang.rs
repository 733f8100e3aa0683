//! Columns of a table: how wide each is and where its words stand.

use crate::model::noi_dung::plain_text;
use crate::model::{Block, CanCot, Inline};

/// Characters of text that a line across the page holds, at most, upright and on its side. An estimate is enough: it only
/// decides whether a table is as wide as its words or as the page.
const LINE: [usize; 2] = [80, 125];

/// Room that the sides of a cell take, in characters.
const SIDES: usize = 3;

/// A row with more text than this for the width of its columns may go on on the next page: whole, it might be higher than
/// the page.
const LONG_ROW: usize = 1500;

/// The widths and alignments of the columns, two Typst arrays. Words that fit beside one another keep their width; else the
/// table takes the whole line and a column gets the more of it the more it holds, but never less than its longest word.
pub fn columns(block: &Block, ngang: bool) -> String {
    let count = block.can_cot.len();
    // The head may wrap, so only its longest word and half of its length count.
    let longest = |cell: fn(&str) -> usize, head: fn(&str) -> usize| {
        let column = |i: usize| {
            let cells = block.rows.iter().enumerate().filter_map(move |(n, row)| Some((n, row.get(i)?)));
            cells.map(|(n, c)| if n == 0 { head(&plain_text(c)) } else { cell(&plain_text(c)) }).max().unwrap_or(0)
        };
        (0..count).map(column).collect::<Vec<_>>()
    };
    let fits = longest(length, length).iter().map(|n| n + SIDES).sum::<usize>() <= LINE[usize::from(ngang)];
    // The square root: twice the text takes half more width and half more height.
    let half = |text: &str| (12 * length(text)).isqrt().min(length(text)).max(word(text));
    let wanted = longest(half, |text| word(text).max(length(text) / 2));
    let widths = shares(&longest(word, word), &wanted, LINE[usize::from(ngang)]);
    let widths = widths.iter().map(|width| if fits { "auto, ".to_owned() } else { format!("{width}fr, ") });
    let sides = block.can_cot.iter().map(|can| match can {
        CanCot::Trai => "left, ",
        CanCot::Giua => "center, ",
        CanCot::Phai => "right, ",
    });
    format!("({}), ({})", widths.collect::<String>(), sides.collect::<String>())
}

/// The line cut into columns, in tenths of a character: each has room for its longest word, and what is left goes to them by
/// what they want beyond that.
fn shares(words: &[usize], wanted: &[usize], line: usize) -> Vec<usize> {
    let least: usize = words.iter().map(|word| word + SIDES).sum();
    let more: usize = words.iter().zip(wanted).map(|(word, wanted)| wanted.saturating_sub(*word)).sum();
    let left = line.saturating_sub(least).min(more);
    let share =
        |(word, wanted): (&usize, &usize)| 10 * (word + SIDES) + 10 * wanted.saturating_sub(*word) * left / more.max(1);
    words.iter().zip(wanted).map(share).collect()
}

fn length(text: &str) -> usize {
    text.chars().count()
}

fn word(text: &str) -> usize {
    text.split_whitespace().map(length).max().unwrap_or(0)
}

/// Whether a row may be torn at the end of a page.
pub fn may_break(row: &[Vec<Inline>]) -> bool {
    let longest = row.iter().map(|cell| plain_text(cell).len()).max().unwrap_or(0);
    longest * row.len() > LONG_ROW
}
