//! The lines of a body, each with the place it was written at, from the campaign itself or from a file beside it.

use super::decode::{Decoder, What};
use super::yaml::{Kind, Node, Style};
use super::{bo_qua, bytes, text};
use crate::diag::words::shorten;
use crate::diag::{Diagnostic, Files, Located, Place, Sink, code, nearest};
use crate::model::draft::{Lines, Text};
use crate::project::Project;
use std::path::Path;

/// Where a body is.
pub(super) enum Body {
    /// In the campaign.
    Lines(Lines),
    /// In the file of this name.
    File(Text),
    /// Nowhere; reported.
    None,
}

/// Reads the value of `noi_dung`.
pub(super) fn body(d: &mut Decoder<'_>, node: &Node, what: &What) -> Body {
    match &node.kind {
        Kind::Map(entries, flow) if *flow || entries.iter().any(|(key, _)| is_tep(key)) => {
            let tep = d.object(node, "noi_dung", &node.place).and_then(|object| d.text_of(&object, "tep"));
            tep.map_or(Body::None, Body::File)
        }
        Kind::Seq(_) => {
            d.wrong_kind(node, "một khối chữ sau dấu |", what);
            Body::None
        }
        Kind::Scalar(raw, Style::Literal) => Body::Lines(literal_lines(d.files, node, raw)),
        Kind::Scalar(_, style) if *style == Style::Folded || folded(d.files, node, *style) => {
            d.sink.push(no_bar(d.files, node, *style));
            Body::None
        }
        _ => match d.long_text(node, true, what) {
            Some(text) => {
                let line = |line: &str| Located::new(line.to_owned(), node.place.clone());
                Body::Lines(text.value.lines().map(line).collect())
            }
            None => Body::None,
        },
    }
}

fn is_tep(key: &Node) -> bool {
    matches!(&key.kind, Kind::Scalar(text, _) if text == "tep")
}

/// Whether YAML joined several lines into one, which loses where paragraphs end.
fn folded(files: &Files, node: &Node, style: Style) -> bool {
    style == Style::Plain && files.slice(&node.place).contains('\n')
}

fn no_bar(files: &Files, node: &Node, style: Style) -> Diagnostic {
    let mut place = node.place.clone();
    // The parser's place begins below the key and the sign.
    let sign = if style == Style::Folded { ">" } else { "noi_dung" };
    if let Some(at) = files.text(place.file).get(..place.span.start).and_then(|before| before.rfind(sign)) {
        place.span = at..at + sign.len();
    }
    let message = if style == Style::Folded {
        "sau noi_dung: là dấu > nên các dòng bị nối lại, mất đoạn và mục"
    } else {
        "nội dung nhiều dòng mà sau noi_dung: thiếu dấu |, các dòng bị nối lại"
    };
    Diagnostic::new(&code::BAY_YAML, message)
        .at(place)
        .advice("viết noi_dung: | rồi xuống dòng; mọi dòng nội dung thụt vào bằng nhau")
}

/// A `|` block keeps one line of text per line of the file, so every line has a place of its own.
fn literal_lines(files: &Files, node: &Node, raw: &str) -> Lines {
    let file = node.place.file;
    let source = files.text(file);
    // The parser's place begins at the first line with words; blank lines above it belong to the block too.
    let blank = raw.lines().take_while(|line| line.trim().is_empty()).count();
    let mut offset = source[..node.place.span.start].rfind('\n').map_or(0, |i| i + 1);
    for _ in 0..blank {
        offset = source[..offset.saturating_sub(1)].rfind('\n').map_or(0, |i| i + 1);
    }
    let mut out = Vec::new();
    for line in raw.lines() {
        let end = source[offset..].find('\n').map_or(source.len(), |i| offset + i);
        let written = &source[offset..end];
        let start = end - written.trim_start().len();
        let words = start + written.trim().len();
        if !bo_qua::la_chu_thich(line) {
            out.push(Located::new(line.to_owned(), Place { file, span: start..words }));
        }
        offset = (end + 1).min(source.len());
    }
    out
}

/// Reads the body file named in `{tep: …}`, which lies beside the campaign and inside the project.
pub(super) fn body_file(
    project: &Project,
    campaign: &Path,
    tep: &Text,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<Lines> {
    part_file(project, &campaign.with_file_name(&tep.value), tep, "{tep: than_bai.md}", files, sink)
}

/// Reads a body, or a part of one, from a file inside the project; `tep` is where it was named, `vi_du` how one is.
pub(super) fn part_file(
    project: &Project,
    path: &Path,
    tep: &Text,
    vi_du: &str,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<Lines> {
    let Some(real) = project.contain(path) else {
        sink.push(not_there(path, tep, vi_du));
        return None;
    };
    let shown = path.display().to_string();
    let file = bytes::keep_named(&shown, project.bytes(&real, text::MAX_BYTES), Some(&tep.place), files, sink)?;
    let mut offset = 0;
    let mut out = Vec::new();
    for line in files.text(file).split_inclusive('\n') {
        let words = line.trim_end_matches('\n');
        let start = offset + words.len() - words.trim_start().len();
        let end = start + words.trim().len();
        if !bo_qua::la_chu_thich(words) {
            out.push(Located::new(words.to_owned(), Place { file, span: start..end }));
        }
        offset += line.len();
    }
    Some(out)
}

fn not_there(beside: &Path, tep: &Text, vi_du: &str) -> Diagnostic {
    let name = shorten(&tep.value);
    if beside.exists() {
        return Diagnostic::new(&code::TEP, format!("tệp nội dung “{name}” nằm ngoài thư mục dự án"))
            .at(tep.place.clone())
            .advice("chép tệp vào cạnh tệp chiến dịch rồi ghi tên nó; tệp ngoài dự án không được đọc");
    }
    let finding = Diagnostic::new(&code::TEP, format!("không có tệp nội dung “{name}”")).at(tep.place.clone());
    let names: Vec<String> = std::fs::read_dir(beside.parent().unwrap_or(Path::new(".")))
        .map(|entries| entries.flatten().filter_map(|e| e.file_name().into_string().ok()).collect())
        .unwrap_or_default();
    match nearest(&tep.value, names.iter().map(String::as_str)) {
        Some(near) => finding.label(format!("có phải là “{near}”?")),
        None => finding,
    }
    .advice(format!("để tệp cạnh tệp chiến dịch và ghi đúng tên, ví dụ {vi_du}"))
}
