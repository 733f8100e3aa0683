//! Tags with a brace or a percent sign too few, at their beginning or at their end.

use super::{Scanner, Slip, expression};
use crate::resolve::expression::Token;

impl Scanner<'_> {
    /// `{ nam }`, which would be printed as it is.
    pub(super) fn single_brace(&mut self, from: usize) -> Option<usize> {
        let rest = self.text[from..].strip_prefix('{')?;
        let inner = &rest[..rest.find('}')?];
        let first = inner.trim().split('.').next()?;
        let plain = inner.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | ' '));
        if !plain || !["nam", "bien", "co_quan", "van_ban"].contains(&first) {
            return None;
        }
        let end = from + inner.len() + 2;
        let message = "giá trị cần hai dấu ngoặc nhọn mỗi bên";
        self.slips.push(Slip::new(from..end, message, format!("viết {{{{ {} }}}}", inner.trim())));
        Some(end)
    }

    /// `{ for d in bien.ds %}`, seen from its end: it still begins what it was meant to.
    pub(super) fn single_percent(&mut self, end: usize) -> bool {
        let line = self.text[..end].rfind('\n').map_or(0, |i| i + 1);
        let Some(brace) = self.text[line..end].rfind(['{', '}']).map(|i| line + i) else { return false };
        if !self.text[brace..].starts_with('{') || !self.text[end..].starts_with("%}") {
            return false;
        }
        let (tokens, _) = expression::tokens(self.text, brace + 1, "%}");
        let before = self.slips.len();
        self.statement(brace..end + 2, &tokens);
        self.slips.truncate(before);
        let message = "dấu { ở đầu lệnh thiếu %";
        let advice = format!("viết {{%{}", &self.text[brace + 1..end + 2]);
        self.slips.push(Slip::new(brace..end + 2, message, advice));
        true
    }

    /// A tag without its end, read up to `stop`. Gives the place to read on from.
    pub(super) fn unclosed(&mut self, from: usize, stop: usize, close: &str, tokens: &[Token<'_>]) -> usize {
        let open = &self.text[from..from + 2];
        let rest = &self.text[stop..];
        let line = rest.find('\n').map_or(self.text.len(), |i| stop + i);
        if rest.starts_with(['"', '\'', '`']) {
            let mark = &rest[..1];
            let end = self.text[stop..line].find(close).map_or(line, |i| stop + i);
            let message = format!("trong {open} {close} thiếu dấu {mark} đóng");
            self.slips.push(Slip::new(stop..end, message, format!("thêm {mark} ở cuối chữ trong ngoặc")));
            return if self.text[end..].starts_with(close) { end + 2 } else { end };
        }
        let next = self.text[from + 2..stop].find('}').map_or(stop, |i| from + 2 + i);
        let wrong = ["}}", "%}"].iter().find(|sign| rest.starts_with(**sign));
        let (end, message) = match wrong {
            Some(sign) => (stop + 2, format!("mở bằng {open} mà đóng bằng {sign}")),
            None => (next, format!("dấu {open} chưa đóng")),
        };
        let name = tokens.first().filter(|_| wrong.is_none()).map_or(end, |token| token.range.end.min(end));
        let shown = self.text[from..name].lines().next().unwrap_or_default().trim_end().len();
        let advice =
            format!("đóng bằng {close}, ví dụ {}", if close == "}}" { "{{ nam }}" } else { "{% if nam == 2026 %}" });
        self.slips.push(Slip::new(from..from + shown.max(2), message, advice));
        if close == "%}" {
            // It still begins or ends what it was meant to; what else is wrong in it has one cause.
            let before = self.slips.len();
            let tokens: Vec<Token<'_>> =
                tokens.iter().take_while(|t| t.range.end <= end && t.words != "}").cloned().collect();
            self.statement(from..end, &tokens);
            self.slips.truncate(before);
        }
        end.max(from + 2)
    }
}
