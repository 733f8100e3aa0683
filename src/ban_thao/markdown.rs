//! The marks of Markdown in a line: what of it is words, and where each of them stands. Lists keep their marks, since
//! they are the document's own; a number is never changed.

use std::ops::Range;

/// Words with their places.
#[derive(Debug, Default)]
pub struct Dong {
    /// The words.
    pub text: String,
    /// Stretches that stand in the file as they are: (in the words, in the file).
    pub vi_tri: Vec<(usize, usize)>,
    /// Whether it is only a part of a line of the file.
    pub mot_phan: bool,
    /// Behind the last byte in the file.
    cuoi: usize,
    /// Whether a letter stands outside of bold.
    co_thuong: bool,
    co_dam: bool,
}

impl Dong {
    /// Adds a stretch of the file.
    pub fn them(&mut self, words: &str, at: usize) {
        if words.is_empty() {
            return;
        }
        if self.cuoi != at || self.vi_tri.is_empty() {
            self.vi_tri.push((self.text.len(), at));
        }
        self.text.push_str(words);
        self.cuoi = at + words.len();
    }

    /// Adds what stands otherwise in the file.
    fn thay(&mut self, words: &str, place: Range<usize>) {
        self.vi_tri.push((self.text.len(), place.start));
        self.text.push_str(words);
        self.cuoi = place.end;
    }

    /// Whether all of its letters are bold.
    pub fn dam(&self) -> bool {
        self.co_dam && !self.co_thuong
    }

    /// From its first byte in the file to its last.
    pub fn place(&self) -> Option<Range<usize>> {
        Some(self.vi_tri.first()?.1..self.cuoi)
    }

    /// Without white space at its ends.
    fn gon(mut self) -> Dong {
        self.text.truncate(self.text.trim_end().len());
        let lead = self.text.len() - self.text.trim_start().len();
        if lead > 0 {
            self.text.drain(..lead);
            let first = self.vi_tri.partition_point(|(words, _)| *words <= lead).saturating_sub(1);
            self.vi_tri.drain(..first);
            for (words, at) in &mut self.vi_tri {
                *at += lead.saturating_sub(*words);
                *words = words.saturating_sub(lead);
            }
        }
        let last = self.vi_tri.last().copied().unwrap_or_default();
        self.cuoi = last.1 + self.text.len().saturating_sub(last.0);
        self
    }
}

/// Whether a text shows that it is Markdown: a heading, bold words, the rule of a table.
pub fn co_dau(text: &str) -> bool {
    text.lines().any(|line| {
        let line = line.trim();
        let heading = line.starts_with('#') && dau_dong(line).0 > 0;
        heading || ke_bang(line) || {
            let mut bold = line.split("**");
            bold.next().is_some() && bold.next().is_some_and(co_chu) && bold.next().is_some()
        }
    })
}

fn co_chu(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// What ends the stretch that begins here and is nothing to read.
pub fn bo_qua(line: &str, first: bool) -> Option<&'static str> {
    match line {
        _ if line.starts_with("<!--") => Some("-->"),
        _ if line.starts_with("```") => Some("```"),
        "---" if first => Some("---"),
        _ => None,
    }
}

/// Heading level of a line, and how many bytes of marks stand before its words.
pub fn dau_dong(line: &str) -> (u8, usize) {
    let quoted = line.len() - line.trim_start_matches(['>', ' ']).len();
    let quoted = if line.starts_with('>') { quoted } else { 0 };
    let rest = line.get(quoted..).unwrap_or_default();
    let level = rest.bytes().take_while(|b| *b == b'#').count();
    let after = rest.get(level..).unwrap_or_default();
    if (1..=6).contains(&level) && after.starts_with([' ', '\t']) {
        let words = after.len() - after.trim_start().len();
        return (u8::try_from(level).unwrap_or(6), quoted + level + words);
    }
    (0, quoted)
}

/// Whether a line is a row of a table.
pub fn hang_bang(line: &str) -> bool {
    line.len() > 1 && line.starts_with('|') && line.get(1..).is_some_and(|rest| rest.contains('|'))
}

/// Whether it is the row of dashes under a table's head.
pub fn ke_bang(line: &str) -> bool {
    hang_bang(line) && line.contains("--") && line.bytes().all(|b| matches!(b, b'|' | b'-' | b':' | b' '))
}

/// The cells of a row, without white space around them.
pub fn o(line: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = line.as_bytes();
    let bars = (0..bytes.len()).filter(|n| bytes[*n] == b'|' && (*n == 0 || bytes[n - 1] != b'\\'));
    let mut bars: Vec<usize> = bars.collect();
    if bars.last().is_some_and(|last| last + 1 < bytes.len()) {
        bars.push(bytes.len());
    }
    let cells: Vec<Range<usize>> = bars.windows(2).map(|pair| pair[0] + 1..pair[1]).collect();
    cells.into_iter().map(|cell| {
        let text = line.get(cell.clone()).unwrap_or_default();
        let start = cell.start + text.len() - text.trim_start().len();
        start..(start + text.trim().len())
    })
}

/// A run of `*` or `_`.
struct Dau {
    /// Which.
    ky_tu: u8,
    /// Its bytes in the line.
    cho: Range<usize>,
    /// How many are not matched yet.
    con: usize,
    mo: bool,
    dong: bool,
    /// By how much bold is deeper behind it.
    dam: i32,
}

/// A piece of a line.
enum Manh {
    Chu(Range<usize>),
    Thay(&'static str, Range<usize>),
    Dau(usize),
    XuongDong,
}

/// The words of a line of Markdown that begins at byte `base` of its file; several where `<br>` breaks it.
pub fn dong(line: &str, base: usize) -> Vec<Dong> {
    let (pieces, mut runs) = cat(line);
    ghep_dau(&mut runs);
    let mut out = vec![Dong::default()];
    let mut depth = 0;
    let unclosed = runs.iter().any(|run| bo(run) && run.dong && !run.mo);
    if unclosed {
        depth = 1;
    }
    for piece in pieces {
        let Some(current) = out.last_mut() else { break };
        match piece {
            Manh::Chu(range) => {
                let words = line.get(range.clone()).unwrap_or_default();
                if co_chu(words) {
                    current.co_dam |= depth > 0;
                    current.co_thuong |= depth <= 0;
                }
                current.them(words, base + range.start);
            }
            Manh::Thay(words, range) => current.thay(words, base + range.start..base + range.end),
            Manh::Dau(index) => {
                let Some(run) = runs.get(index) else { continue };
                depth += run.dam;
                if bo(run) {
                    depth = i32::from(run.mo && !run.dong);
                } else if run.con > 0 {
                    let start = if run.dong { run.cho.end - run.con } else { run.cho.start };
                    current.them(line.get(start..start + run.con).unwrap_or_default(), base + start);
                }
            }
            Manh::XuongDong => out.push(Dong::default()),
        }
    }
    let many = out.len() > 1;
    out.into_iter().map(Dong::gon).map(|dong| Dong { mot_phan: many, ..dong }).collect()
}

/// Bold that is opened on one line and closed on another: a mark all the same.
fn bo(run: &Dau) -> bool {
    run.ky_tu == b'*' && run.con >= 2 && run.cho.len() <= 3 && run.mo != run.dong
}

/// Cuts a line into words and marks.
fn cat(line: &str) -> (Vec<Manh>, Vec<Dau>) {
    let bytes = line.as_bytes();
    let (mut pieces, mut runs, mut at, mut from) = (Vec::new(), Vec::new(), 0, 0);
    // A list mark of Markdown is a dash.
    if bytes.first() == Some(&b'*') && matches!(bytes.get(1), Some(b' ' | b'\t')) {
        pieces.push(Manh::Thay("-", 0..1));
        (at, from) = (1, 1);
    }
    let mut tim = Tim::default();
    while let Some(byte) = bytes.get(at) {
        let found: Option<(usize, Option<Manh>)> = match byte {
            b'\\' => match bytes.get(at + 1) {
                Some(next) if next.is_ascii_punctuation() => Some((at + 1, None)),
                None => Some((at + 1, None)),
                _ => None,
            },
            b'*' | b'_' => {
                let length = bytes[at..].iter().take_while(|b| *b == byte).count();
                let run = dau(line, *byte, at..at + length);
                let kept = length > 3 || !(run.mo || run.dong);
                if kept {
                    at += length;
                    continue;
                }
                runs.push(run);
                Some((at + length, Some(Manh::Dau(runs.len() - 1))))
            }
            b'`' => Some((at + 1, None)),
            b'&' => thuc_the(line, at).map(|(end, words)| (end, Some(Manh::Thay(words, at..end)))),
            b'<' => tim.the(line, at).map(|(end, brk)| (end, brk.then_some(Manh::XuongDong))),
            b'[' | b'!' => tim.lien_ket(line, at).map(|(end, words)| (end, words.map(Manh::Chu))),
            _ => None,
        };
        let Some((end, piece)) = found else {
            at += 1;
            continue;
        };
        if from < at {
            pieces.push(Manh::Chu(from..at));
        }
        pieces.extend(piece);
        // The sign behind a backslash is a word.
        at = if *byte == b'\\' && end < bytes.len() { end + 1 } else { end };
        from = end;
    }
    if from < bytes.len() {
        pieces.push(Manh::Chu(from..bytes.len()));
    }
    (pieces, runs)
}

/// A run of marks and whether it can open and close emphasis: CommonMark's flanking rules.
fn dau(line: &str, ky_tu: u8, cho: Range<usize>) -> Dau {
    let before = line.get(..cho.start).and_then(|s| s.chars().next_back()).unwrap_or(' ');
    let after = line.get(cho.end..).and_then(|s| s.chars().next()).unwrap_or(' ');
    let mark = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let left = !after.is_whitespace() && (!mark(after) || before.is_whitespace() || mark(before));
    let right = !before.is_whitespace() && (!mark(before) || after.is_whitespace() || mark(after));
    let (mo, dong) = match ky_tu {
        b'_' => (left && !before.is_alphanumeric(), right && !after.is_alphanumeric()),
        _ => (left, right),
    };
    Dau { ky_tu, con: cho.len(), cho, mo, dong, dam: 0 }
}

/// Finds which marks belong together. Each step takes a mark away, so it takes no longer than the line is long.
fn ghep_dau(runs: &mut [Dau]) {
    let mut open: [Vec<usize>; 2] = [Vec::new(), Vec::new()];
    for index in 0..runs.len() {
        let stack = &mut open[usize::from(runs[index].ky_tu == b'_')];
        while runs[index].dong && runs[index].con > 0 {
            let Some(&opener) = stack.last() else { break };
            let both = if runs[opener].con >= 2 && runs[index].con >= 2 { 2 } else { 1 };
            runs[opener].con -= both;
            runs[index].con -= both;
            if both == 2 {
                runs[opener].dam += 1;
                runs[index].dam -= 1;
            }
            if runs[opener].con == 0 {
                stack.pop();
            }
        }
        if runs[index].mo && runs[index].con > 0 {
            stack.push(index);
        }
    }
}

fn thuc_the(line: &str, at: usize) -> Option<(usize, &'static str)> {
    const NAMES: [(&str, &str); 6] =
        [("&nbsp;", " "), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")];
    let rest = line.get(at..)?;
    NAMES.iter().find(|(name, _)| rest.starts_with(name)).map(|(name, words)| (at + name.len(), *words))
}

/// Looks ahead for closing signs, each stretch once.
#[derive(Default)]
struct Tim {
    nhon: Option<usize>,
    vuong: Option<usize>,
    tron: Option<usize>,
}

impl Tim {
    /// The next `sign` from a byte on; what was found last is kept.
    fn toi(kept: &mut Option<usize>, line: &str, at: usize, sign: u8) -> Option<usize> {
        if kept.is_none_or(|found| found < at) {
            let found = line.as_bytes().get(at..)?.iter().position(|b| *b == sign);
            *kept = Some(found.map_or(usize::MAX, |n| at + n));
        }
        kept.filter(|found| *found != usize::MAX)
    }

    /// A tag of HTML: its end, and whether it breaks the line.
    fn the(&mut self, line: &str, at: usize) -> Option<(usize, bool)> {
        let end = Self::toi(&mut self.nhon, line, at, b'>')?;
        let inner = line.get(at + 1..end)?;
        let name: String =
            inner.trim_start_matches('/').chars().take(10).take_while(char::is_ascii_alphanumeric).collect();
        let known =
            ["br", "b", "i", "u", "em", "strong", "sup", "sub", "center", "div", "p", "span", "font", "img", "a"];
        let name = name.to_ascii_lowercase();
        known.contains(&name.as_str()).then_some((end + 1, name == "br"))
    }

    /// A link: its end and its words; a picture has none.
    fn lien_ket(&mut self, line: &str, at: usize) -> Option<(usize, Option<Range<usize>>)> {
        let bytes = line.as_bytes();
        let picture = bytes.get(at) == Some(&b'!');
        let open = at + usize::from(picture);
        if bytes.get(open) != Some(&b'[') {
            return None;
        }
        let close = Self::toi(&mut self.vuong, line, open, b']')?;
        if bytes.get(close + 1) != Some(&b'(') {
            return None;
        }
        let end = Self::toi(&mut self.tron, line, close, b')')?;
        Some((end + 1, (!picture).then_some(open + 1..close)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chu(line: &str) -> Vec<(String, bool)> {
        dong(line, 0).into_iter().map(|d| (d.text.clone(), d.dam())).collect()
    }

    fn mot(line: &str) -> String {
        chu(line).into_iter().map(|(text, _)| text).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn marks_go_and_words_stay() {
        assert_eq!(chu("***Nơi nhận:***"), [("Nơi nhận:".to_owned(), true)]);
        assert_eq!(chu("KẾ HOẠCH **Phát động**"), [("KẾ HOẠCH Phát động".to_owned(), false)]);
        assert_eq!(mot("chủ đề **“Y tế”**. (*) 5 * 3, a_b_c, _nghiêng_"), "chủ đề “Y tế”. (*) 5 * 3, a_b_c, nghiêng");
        assert_eq!(mot("1\\. Mục \\*tiêu\\*, C:\\Tệp"), "1. Mục *tiêu*, C:\\Tệp");
        assert_eq!(mot("A&nbsp;B &amp; C<br/>D <u>E</u> x<y"), "A B & C|D E x<y");
        assert_eq!(mot("xem [Cổng](http://a.vn) ![](x.png)và [1]"), "xem Cổng và [1]");
        assert_eq!(mot("____________ *** **"), "____________ *** **");
        // Bold that runs over the end of a line.
        assert_eq!(chu("**Phát động thi đua"), [("Phát động thi đua".to_owned(), true)]);
        assert_eq!(chu("năm 2017**"), [("năm 2017".to_owned(), true)]);
    }

    #[test]
    fn headings_and_tables() {
        assert_eq!(dau_dong("## KẾ HOẠCH"), (2, 3));
        assert_eq!(dau_dong("> # A"), (1, 4));
        assert_eq!(dau_dong("#1 nhiệm vụ"), (0, 0));
        assert!(ke_bang("| --- | :-: |") && !ke_bang("| - a | b |") && !hang_bang("|x| > 3".get(..1).unwrap_or("")));
        let line = "| a | b\\|c |  |";
        let cells: Vec<&str> = o(line).map(|cell| &line[cell]).collect();
        assert_eq!(cells, ["a", "b\\|c", ""]);
    }
}
