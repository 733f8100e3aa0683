//! What Tera writes: kept from growing without end, escaped for bodies, and its line markers taken out again.

use super::marked::{LINE, LOOP, MANY};
use crate::diag::Located;
use crate::model::draft::Lines;
use std::io::{self, Write};

/// A rendered body larger than this is a runaway loop.
pub const MAX_BODY: usize = 4 << 20;

/// A rendered text on one line larger than this is no title, name or number.
pub const MAX_LINE: usize = 64 << 10;

/// No list of a campaign is as long as this many turns of its loops.
const MAX_TURNS: usize = 20_000;

/// A buffer that refuses to grow without end, and counts the turns of every loop by their markers.
pub struct Limited {
    bytes: Vec<u8>,
    max: usize,
    turns: Vec<usize>,
    stopped: Option<Option<usize>>,
}

impl Limited {
    /// For a template with so many loops and a result of so many bytes.
    pub fn new(loops: usize, max: usize) -> Limited {
        Limited { bytes: Vec::new(), max, turns: vec![0; loops], stopped: None }
    }

    /// Whether writing was refused, and which loop ran too long if one did.
    pub fn stopped(&self) -> Option<Option<usize>> {
        self.stopped
    }

    /// The text, without the loops' markers.
    pub fn into_text(self) -> String {
        let mut text = String::from_utf8_lossy(&self.bytes).into_owned();
        text.retain(|c| u32::from(c) < LOOP);
        text
    }

    fn count_turns(&mut self, bytes: &[u8]) -> bool {
        // Markers are the only characters that begin with this byte: U+100000 and above.
        for at in bytes.iter().enumerate().filter(|(_, b)| **b == 0xF4).map(|(i, _)| i) {
            let marker = bytes.get(at..at + 4).and_then(|b| std::str::from_utf8(b).ok()).and_then(|s| s.chars().next());
            let Some(index) = marker.and_then(|c| usize::try_from(u32::from(c).checked_sub(LOOP)?).ok()) else {
                continue;
            };
            if let Some(turns) = self.turns.get_mut(index) {
                *turns += 1;
                if *turns > MAX_TURNS {
                    self.stopped = Some(Some(index));
                    return false;
                }
            }
        }
        true
    }
}

impl Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.count_turns(bytes) {
            return Err(io::ErrorKind::QuotaExceeded.into());
        }
        if self.bytes.len() + bytes.len() > self.max {
            let busiest =
                self.turns.iter().enumerate().max_by_key(|(_, turns)| **turns).filter(|(_, turns)| **turns > 1);
            self.stopped = Some(busiest.map(|(index, _)| index));
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Escape for values inside bodies: every ASCII mark gets a backslash, line breaks become spaces. So `*`, `#`, `1.` or
/// `|` in a value are words there, never marks.
pub fn escape_for_body(value: &str, out: &mut dyn Write) -> io::Result<()> {
    for c in value.chars() {
        if c.is_ascii_punctuation() {
            write!(out, "\\{c}")?;
        } else if c == '\n' || c == '\r' {
            out.write_all(b" ")?;
        } else {
            write!(out, "{c}")?;
        }
    }
    Ok(())
}

/// Takes the line markers out again; a line without one belongs to the line before it.
pub fn unmark(rendered: &str, lines: &Lines) -> Lines {
    let number = |c: char| usize::try_from(u32::from(c).checked_sub(LINE)?).ok().filter(|i| *i < MANY);
    let mut current = 0;
    let mut out = Vec::new();
    for line in rendered.lines() {
        if let Some(index) = line.chars().find_map(number).filter(|i| *i < lines.len()) {
            current = index;
        }
        let value: String = line.chars().filter(|c| number(*c).is_none()).collect();
        out.push(Located::new(value, lines[current].place.clone()));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_brings_words_and_no_structure() {
        let mut out = Vec::new();
        escape_for_body("# 1. *a*\n- b | {{ nam }}", &mut out).expect("writes to memory");
        let text = String::from_utf8(out).expect("is text");
        assert_eq!(text, r"\# 1\. \*a\* \- b \| \{\{ nam \}\}");
    }

    #[test]
    fn a_loop_is_stopped_and_named() {
        let mut out = Limited::new(2, MAX_BODY);
        let marker = char::from_u32(LOOP + 1).expect("a character").to_string();
        let written = (0..=MAX_TURNS).take_while(|_| out.write_all(marker.as_bytes()).is_ok()).count();
        assert_eq!((written, out.stopped()), (MAX_TURNS, Some(Some(1))));
    }
}
