//! `vanthu renew`

use super::args::RenewArgs;
use super::{End, count, say, show, warn};
use std::ops::Range;
use vanthu::diag::words::shorten;
use vanthu::diag::{Diagnostic, FileId, Files, Severity, Sink};
use vanthu::load::Reference;
use vanthu::project::Project;
use vanthu::renew::{self, Renewed};

/// Words shown around a place, in characters before and after it.
const AROUND: usize = 36;

/// More numbers of lines than anyone follows; stretches of lines count once.
const MAX_SPANS: usize = 20;

/// Writes next year's campaign and lists what is left to look at.
pub fn run(args: &RenewArgs) -> End {
    let Some(nam) = args.nam.parse::<i32>().ok().filter(|_| args.nam.len() == 4) else {
        warn(format!("lỗi: “{}” không phải là năm\n  viết năm bằng bốn chữ số, ví dụ --nam 2027", shorten(&args.nam)));
        return End::UsageWrong;
    };
    let project = Project::of(&args.campaign);
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let renewed = Reference::load(&project, &mut files, &mut sink).and_then(|reference| {
        let output = args.output.as_deref();
        renew::renew(&project, &reference, &args.campaign, nam, output, &mut files, &mut sink)
    });
    let Some(renewed) = renewed else {
        show(&files, &sink.into_sorted());
        return End::InputWrong;
    };
    if let Err(finding) = renewed.write() {
        show(&files, &[finding]);
        return End::InputWrong;
    }
    report(&files, &renewed);
    End::Done
}

fn report(files: &Files, renewed: &Renewed) {
    say(format!("đã ghi {}", renewed.ten_tep.display()));
    for line in &renewed.doi {
        say(format!("  {line}"));
    }
    if renewed.viec.is_empty() {
        return say("không thấy chữ nào của năm cũ; xem lại tệp trước khi dùng");
    }
    say("\nXem lại từng chỗ dưới đây; chương trình chưa sửa chỗ nào:");
    let mut last: Option<FileId> = None;
    for (index, finding) in renewed.viec.iter().enumerate() {
        // What is said word for word elsewhere is listed there, with its lines.
        if renewed.viec[..index].iter().any(|d| same(d, finding)) {
            continue;
        }
        let again = renewed.viec[index + 1..].iter().filter(|d| same(d, finding));
        let mut lines: Vec<usize> = again.filter_map(|d| d.place.as_ref()).map(|p| files.line_column(p).0).collect();
        lines.extend(finding.dong.iter().flat_map(|(_, rows)| rows.iter().skip(1)));
        let file = finding.place.as_ref().map(|p| p.file);
        if file != last && file != Some(renewed.file) {
            let name = file.map_or("", |file| files.name(file));
            say(format!("\n{name}: tệp dùng chung, sửa ở đây là sửa cả cho chiến dịch cũ"));
        }
        last = file;
        say(item(files, finding, &lines));
    }
    say(format!("\n{}: {} cần xem lại", renewed.ten_tep.display(), count(&renewed.viec)));
}

/// Whether two items ask for the same change.
fn same(a: &Diagnostic, b: &Diagnostic) -> bool {
    let file = |d: &Diagnostic| d.place.as_ref().map(|p| p.file);
    a.message == b.message && a.advice == b.advice && file(a) == file(b)
}

/// One item in two lines: what stands there and what to write, then the words around.
fn item(files: &Files, finding: &Diagnostic, again: &[usize]) -> String {
    let mut out = String::new();
    if let Some(place) = &finding.place {
        let (line, column) = files.line_column(place);
        let name = files.name(place.file);
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
        out.push_str(&format!("{name}:{line}:{column}  "));
    }
    let mark = if finding.severity == Severity::GoiY { "(gợi ý) " } else { "" };
    out.push_str(&format!("{mark}{} → {}", finding.message, finding.advice.join("; ")));
    if let Some(place) = &finding.place {
        let name = files.name(place.file);
        // A row of a table has nothing to do with the next one.
        let row = name.ends_with(']') || name.to_lowercase().ends_with(".csv");
        out.push_str(&format!("\n    {}", around(files.text(place.file), &place.span, row)));
    }
    if !again.is_empty() {
        out.push_str(&format!("   (còn ở dòng {})", spans(again)));
    }
    out
}

/// Numbers of lines in words: "3, 5-61"; of very many only the first.
fn spans(lines: &[usize]) -> String {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for &line in lines {
        match spans.last_mut() {
            Some((_, last)) if line == *last + 1 => *last = line,
            _ => spans.push((line, line)),
        }
    }
    let word = |(first, last): &(usize, usize)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first}-{last}"),
    };
    let words: Vec<String> = spans.iter().take(MAX_SPANS).map(word).collect();
    let rest = if spans.len() > MAX_SPANS { format!(" … ({} dòng)", lines.len()) } else { String::new() };
    words.join(", ") + &rest
}

/// The words around a place, over line ends within a paragraph but not within a `row` of a table, on one line.
fn around(text: &str, span: &Range<usize>, row: bool) -> String {
    let (start, end) = (text.floor_char_boundary(span.start), text.floor_char_boundary(span.end));
    let from = text[..start].char_indices().rev().take(AROUND).last().map_or(start, |(at, _)| at);
    let to = text[end..].char_indices().nth(AROUND).map_or(text.len(), |(at, _)| end + at);
    // A key, an item of a list or a comment begins something else.
    let key = |line: &str| {
        let key = line.trim_start().split_once(':').map_or("", |(key, _)| key);
        !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
    };
    let own = |line: &str| !(row || line.trim().is_empty() || key(line) || line.trim_start().starts_with(['#', '-']));
    let line_end = |at: usize| text[at..].find('\n').map_or(text.len(), |i| at + i);
    let mut first = text[..start].rfind('\n').map_or(0, |i| i + 1);
    while first > from && own(&text[first..line_end(first)]) {
        let above = text[..first - 1].rfind('\n').map_or(0, |i| i + 1);
        let line = &text[above..first];
        if line.trim().is_empty() || key(line) {
            break;
        }
        first = above;
    }
    let mut last = line_end(end);
    while last < to && own(&text[last + 1..line_end(last + 1)]) {
        last = line_end(last + 1);
    }
    let words = |from: usize, to: usize| text[from..to].split_whitespace().collect::<Vec<_>>().join(" ");
    let (left, right) = (if from > first { "…" } else { "" }, if to < last { "…" } else { "" });
    format!("{left}{}{right}", words(from.max(first), to.min(last)))
}
