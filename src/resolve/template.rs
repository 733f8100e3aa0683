//! `{{ }}` in the campaign's strings, with every finding mapped back to the words it is about.
//!
//! A string is rendered once; values that enter it are never rendered again. In a body they are escaped for the body's
//! grammar, so that a value can bring in words but no structure.

use super::fault::Fault;
use super::marked::Marked;
use super::output::{Limited, MAX_BODY, MAX_LINE};
use super::place::locate;
use super::scope::Scope;
use super::tag::{self, MAX_SLIPS, Name, Tag, TagKind};
use super::{filters, lich, output};
use crate::diag::{Diagnostic, Files, Located, Place, Sink, code};
use crate::model::draft::{Lines, Text};
use crate::model::lich::LichNghi;
use std::ops::Range;
use std::sync::{Arc, LazyLock};
use tera::Tera;

/// How many findings of one text are worth rendering it again for.
const MAX_AGAIN: usize = 20;

/// Renders strings. Holds no state between them.
pub struct Renderer {
    tera: Tera,
}

/// A text on its way through Tera: as typed for places, as rendered for values.
struct Job<'a> {
    typed: &'a str,
    tags: Vec<Tag>,
    scope: &'a Scope,
    body: bool,
    place: &'a dyn Fn(&Range<usize>) -> Place,
}

impl Renderer {
    /// The one renderer of the process: setting Tera up costs more than most of its renderings, and it keeps nothing
    /// between them.
    pub fn shared() -> Arc<Renderer> {
        static SHARED: LazyLock<Arc<Renderer>> = LazyLock::new(|| Arc::new(Renderer { tera: Renderer::tera() }));
        SHARED.clone()
    }

    /// A renderer that can count working days.
    pub fn with_days_off(ngay_nghi: Arc<LichNghi>) -> Renderer {
        let mut tera = Renderer::tera();
        lich::register_working_days(&mut tera, ngay_nghi);
        Renderer { tera }
    }

    fn tera() -> Tera {
        let mut tera = Tera::new();
        tera.set_escape_fn(output::escape_for_body);
        filters::register(&mut tera);
        tera
    }

    /// A text on one line. `None` if it cannot be computed; that has been reported.
    pub fn line(&self, text: &Text, scope: &Scope, files: &Files, sink: &mut Sink) -> Option<Text> {
        self.text(text, scope, files, sink).ok().map(on_one_line)
    }

    /// The same, with "…" for what cannot be computed.
    pub fn line_or_rest(&self, text: &Text, scope: &Scope, files: &Files, sink: &mut Sink) -> Text {
        on_one_line(self.text(text, scope, files, sink).unwrap_or_else(|rest| rest))
    }

    /// A text that keeps its line breaks. What stands in it is plain words: no mark has a meaning. If it cannot be
    /// computed, the text with "…" for its tags.
    pub fn text(&self, text: &Text, scope: &Scope, files: &Files, sink: &mut Sink) -> Result<Text, Text> {
        if !tag::may_have(&text.value) {
            return Ok(text.clone());
        }
        let place = |range: &Range<usize>| locate(files, &text.place, &text.value, range);
        let value = |value: String| Located::new(value.trim().to_owned(), text.place.clone());
        let rendered = self.run(&text.value, false, scope, &place, sink).map_err(value)?;
        let rendered = scope.vien_dan.viet(&rendered, false, &text.place, sink);
        if !scope.has_room(rendered.len()) {
            sink.push(too_long(text.place.clone()));
            return Err(value("…".to_owned()));
        }
        Ok(value(rendered))
    }

    /// The lines of a body after rendering, each with the place of the line it came from. Where a value cannot be
    /// computed "…" stands for it, so that the rest of the body is still looked at.
    pub fn body(&self, lines: &Lines, scope: &Scope, files: &Files, sink: &mut Sink) -> Lines {
        let may_have: Vec<usize> = (0..lines.len()).filter(|i| tag::may_have(&lines[*i].value)).collect();
        if may_have.is_empty() {
            return lines.clone();
        }
        // Without a command that reaches over lines, only those with a value in them have to be rendered.
        let reaches = |text: &str| {
            text.contains("{%") || text.contains("{#") || text.matches("{{").count() != text.matches("}}").count()
        };
        if may_have.len() < lines.len() && !may_have.iter().any(|i| reaches(&lines[*i].value)) {
            let some = may_have.iter().map(|i| lines[*i].clone()).collect();
            let rendered = self.body(&some, scope, files, sink);
            if rendered.len() == may_have.len() {
                let mut out = lines.clone();
                for (i, line) in may_have.into_iter().zip(rendered) {
                    out[i] = line;
                }
                return out;
            }
        }
        let joined = lines.iter().map(|l| l.value.as_str()).collect::<Vec<_>>().join("\n");
        let mut starts = vec![0];
        starts.extend(joined.match_indices('\n').map(|(i, _)| i + 1));
        let place = |range: &Range<usize>| {
            let index = starts.partition_point(|start| *start <= range.start) - 1;
            let line = &lines[index];
            let words = line.value.trim();
            let offset = starts[index] + line.value.len() - line.value.trim_start().len();
            let start = range.start.saturating_sub(offset).min(words.len());
            let end = range.end.saturating_sub(offset).clamp(start, words.len());
            locate(files, &line.place, words, &(start..end))
        };
        match self.run(&joined, true, scope, &place, sink) {
            Ok(rendered) => output::unmark(&rendered, lines),
            Err(rest) => {
                lines.iter().zip(rest.split('\n')).map(|(l, v)| Located::new(v.to_owned(), l.place.clone())).collect()
            }
        }
    }

    /// Renders a text and reports all that is wrong with its tags. If anything is, the text with "…" for its tags.
    fn run(
        &self,
        typed: &str,
        body: bool,
        scope: &Scope,
        place: &dyn Fn(&Range<usize>) -> Place,
        sink: &mut Sink,
    ) -> Result<String, String> {
        let (tags, mut slips) = tag::scan(typed);
        // A tag with a slip, or with a value that is not there, is left out; the others are still computed.
        let mut left_out: Vec<Range<usize>> = Vec::new();
        for (tag, name) in tags.iter().flat_map(|tag| tag.names.iter().map(move |name| (tag, name))) {
            if slips.len() > MAX_SLIPS {
                break;
            }
            let alone = tag.is_only(typed, name);
            let slip = scope.unknown(name).or_else(|| scope.prints_many(name, alone));
            slips.extend(slip.or_else(|| scope.empty_cell(name, alone && !asked_for(&tags, name))));
            if scope.is_broken(name) {
                left_out.push(name.range.clone());
            }
        }
        left_out.extend(slips.iter().map(|slip| slip.range.clone()));
        let (sound, flooded) = (left_out.is_empty(), slips.len() > MAX_SLIPS);
        for slip in slips.into_iter().take(MAX_SLIPS) {
            sink.push(Diagnostic::new(slip.code, slip.message).at(place(&slip.range)).advice(slip.advice));
        }
        let job = Job { typed, tags, scope, body, place };
        if flooded {
            return Err(job.without_tags());
        }
        match self.compute(&job, left_out, sink) {
            Ok(rendered) if sound => Ok(rendered),
            Ok(_) | Err(()) => Err(job.without_tags()),
        }
    }

    /// Runs Tera, again and again without the tag it stumbled over, so that one run shows all mistakes. Tags that touch
    /// `left_out` have been reported before.
    fn compute(&self, job: &Job<'_>, left_out: Vec<Range<usize>>, sink: &mut Sink) -> Result<String, ()> {
        let mut bytes = job.typed.as_bytes().to_vec();
        let mut failed = false;
        for range in left_out {
            match job.tag_at(&range) {
                Some(tag) if tag.kind == TagKind::Value => blank(&mut bytes, tag),
                _ => return Err(()),
            }
        }
        for _ in 0..MAX_AGAIN {
            let text = text_of(bytes.clone());
            let marked = Marked::new(&text, &job.tags, job.body);
            let mut out = Limited::new(marked.loops.len(), if job.body { MAX_BODY } else { MAX_LINE });
            let result = self.tera.render_str_to(&marked.template, job.scope.context(), job.body, &mut out);
            for nam in lich::take_years_without_days_off() {
                sink.push(lich::year_without_days_off(nam, (job.place)(&job.counting())));
            }
            let error = match result {
                Ok(()) if failed => return Err(()),
                Ok(()) => return Ok(out.into_text()),
                Err(error) => error,
            };
            failed = true;
            let fault = match out.stopped() {
                Some(stopped) => Fault::too_long(stopped.and_then(|i| marked.loops.get(i).cloned()), job.typed.len()),
                None => Fault::of(&error, job.typed, &|span| job.range_of(span, &marked)),
            };
            let tag = job.tag_at(&fault.range).cloned();
            sink.push(fault.finding((job.place)(&fault.range)));
            match tag {
                Some(tag) if tag.kind == TagKind::Value => blank(&mut bytes, &tag),
                _ => return Err(()),
            }
        }
        Err(())
    }
}

impl Job<'_> {
    /// The first tag that counts working days.
    fn counting(&self) -> Range<usize> {
        let mut ranges = self.tags.iter().map(|tag| tag.range.clone());
        let counts = |range: &Range<usize>| self.typed.get(range.clone()).is_some_and(|t| t.contains("ngay_lam_viec"));
        ranges.find(counts).unwrap_or(0..self.typed.len())
    }

    fn tag_at(&self, range: &Range<usize>) -> Option<&Tag> {
        let index = self.tags.partition_point(|tag| tag.range.end <= range.start);
        self.tags.get(index).filter(|tag| tag.range.start <= range.start)
    }

    /// From a span of the template to the text as typed: whole characters, and the whole of a name of which Tera blames
    /// a part.
    fn range_of(&self, span: &Range<usize>, marked: &Marked) -> Range<usize> {
        let offset = |i: usize| marked.typed_offset(i).min(self.typed.len());
        let start = self.typed.floor_char_boundary(offset(span.start));
        // The last byte is looked up and not the end, which may lie behind a marker.
        let end = self.typed.ceil_char_boundary((offset(span.end.saturating_sub(1)) + 1).min(self.typed.len()));
        let mut range = start..end.max(start);
        let names = self.tag_at(&range).map_or(&[][..], |tag| &tag.names);
        if let Some(name) = names.iter().find(|name| name.range.contains(&start)) {
            range = name.range.start..range.end.max(name.range.end);
        }
        if self.typed[range.clone()].contains('[') && self.typed[range.end..].starts_with(']') {
            range.end += 1;
        }
        range
    }

    /// The text with "…" for its values and nothing for its statements.
    fn without_tags(&self) -> String {
        let mut bytes = self.typed.as_bytes().to_vec();
        for tag in &self.tags {
            blank(&mut bytes, tag);
        }
        text_of(bytes)
    }
}

/// Whether a statement asks for the value first: `{% if dong.ghi_chu %}`.
fn asked_for(tags: &[Tag], name: &Name) -> bool {
    let statements = tags.iter().filter(|tag| tag.kind == TagKind::Statement);
    statements.flat_map(|tag| &tag.names).any(|asked| asked.path == name.path)
}

/// Overwrites a tag, a value's with "…": as many bytes as before, and the line breaks stay, so that every place is
/// still what it was.
fn blank(bytes: &mut [u8], tag: &Tag) {
    const FILLER: &[u8] = "…".as_bytes();
    let bytes = &mut bytes[tag.range.clone()];
    for byte in bytes.iter_mut().filter(|byte| **byte != b'\n') {
        *byte = b' ';
    }
    if let Some(start) =
        bytes.get_mut(..FILLER.len()).filter(|start| tag.kind == TagKind::Value && !start.contains(&b'\n'))
    {
        start.copy_from_slice(FILLER);
    }
}

fn text_of(bytes: Vec<u8>) -> String {
    // Whole tags are overwritten with whole characters, so nothing is ever lost here.
    String::from_utf8(bytes).unwrap_or_default()
}

fn on_one_line(mut text: Text) -> Text {
    if text.value.contains('\n') {
        text.value = text.value.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    text
}

fn too_long(place: Place) -> Diagnostic {
    Diagnostic::new(&code::QUA_LON, "câu chữ sau khi thay giá trị quá dài")
        .at(place)
        .advice("xem các giá trị ở khóa bien có chép lẫn nhau nhiều lần không")
}
