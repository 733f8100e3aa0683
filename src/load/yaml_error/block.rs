//! Slips around blocks of text: a line of a body that stands too far left, a body without its `|`.

use super::shape::{above, tab_at};
use super::{Explained, Fault};
use crate::diag::code;
use crate::load::line::Line;

/// A line of a body that stands further left than the body: for YAML the body has ended there. Looked for before all
/// else, since what follows such a line is body text that YAML reads as anything.
pub(super) fn cut_body(fault: &Fault<'_>) -> Option<Explained> {
    let opener = above(&fault.line).find(Line::opens_block)?;
    let lines = block_lines(fault, &opener)?;
    let first = lines.first()?;
    if first.indent <= opener.indent && !first.is_comment() {
        let advice = format!("thụt các dòng nội dung vào {} dấu cách", opener.indent + 2);
        let message = format!("nội dung phải thụt vào sâu hơn {}", opener.key_words());
        return Some(fault.last(&code::CU_PHAP_YAML, &message, &first.trimmed()).advice(advice));
    }
    let culprit = lines.iter().find(|line| line.indent < first.indent)?;
    if culprit.is_plain_key() && culprit.indent > opener.indent {
        let before = above(&opener).find(|l| l.is_plain_key() && l.indent <= opener.indent);
        let like_culprit = opener.above().is_some_and(|l| l.indent == culprit.indent);
        let opener_right = !like_culprit && before.is_some_and(|l| l.indent == opener.indent);
        let (wrong, right) = if opener_right { (culprit, &opener) } else { (&opener, culprit) };
        let message = format!("khóa này thụt vào {} dấu cách, không thẳng hàng với các khóa cùng cấp", wrong.indent);
        let advice = format!("thụt vào {} dấu cách, thẳng hàng với {}:", right.indent, right.key_words());
        return Some(fault.last(&code::CU_PHAP_YAML, &message, &wrong.key.clone()?).advice(advice));
    }
    let like = |indent: usize| {
        let lines = std::iter::successors(opener.below(), Line::below);
        lines.take_while(|line| line.indent > opener.indent).filter(|line| line.indent == indent).count()
    };
    // When most lines stand where this one does, it is the first that stands wrong.
    if culprit.indent > opener.indent && like(culprit.indent) > like(first.indent) {
        let message = "dòng đầu của nội dung thụt vào sâu hơn các dòng dưới";
        let advice = format!("thụt dòng này vào {} dấu cách như các dòng dưới", culprit.indent);
        return Some(fault.last(&code::CU_PHAP_YAML, message, &first.trimmed()).advice(advice));
    }
    if let Some(tab) = tab_at(fault, culprit) {
        return Some(tab);
    }
    let message = if culprit.is_comment() {
        "dòng này thụt vào ít hơn nội dung ở trên nên thành ghi chú của YAML, nội dung bị ngắt"
    } else {
        "dòng này thụt vào ít hơn nội dung ở trên nên nội dung bị ngắt"
    };
    let advice = format!("thụt dòng này vào {} dấu cách như các dòng của {}", first.indent, opener.key_words());
    Some(fault.last(&code::CU_PHAP_YAML, message, &culprit.trimmed()).advice(advice))
}

/// The lines from the head of a block down to the error, blank ones left out. `None` if a key has ended the block
/// rightly before.
fn block_lines<'t>(fault: &Fault<'t>, opener: &Line<'t>) -> Option<Vec<Line<'t>>> {
    let mut lines = Vec::new();
    for line in std::iter::successors(opener.below(), Line::below) {
        if line.range.start > fault.line.range.start {
            break;
        }
        if line.indent <= opener.indent && line.key.is_some() && !line.is_comment() {
            return None;
        }
        lines.push(line);
    }
    Some(lines)
}

/// A body of several lines without the `|` that keeps its lines.
pub(super) fn missing_bar(fault: &Fault<'_>) -> Option<Explained> {
    if fault.line.is_plain_key() {
        return None;
    }
    let opener = above(&fault.line)
        .find(|line| line.key_words() == "noi_dung" || line.is_plain_key() && line.indent < fault.line.indent)?;
    let written = opener.words().starts_with(['"', '\'', '[', '{']) || opener.opens_block();
    if opener.key_words() != "noi_dung" || written || fault.line.indent <= opener.indent {
        return None;
    }
    let message = "nội dung nhiều dòng mà sau noi_dung: thiếu dấu |";
    let advice = "viết noi_dung: | rồi xuống dòng; mọi dòng nội dung thụt vào bằng nhau";
    Some(fault.last(&code::CU_PHAP_YAML, message, &opener.key.clone()?).advice(advice))
}
