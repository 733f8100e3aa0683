//! Text into Typst source. Every ASCII character but letters, digits and space becomes `\u{…}`, which means the same in
//! a string and in markup; nothing else is special to Typst.

use std::io::{self, Write};

/// Writes escaped text; Tera's escape function for templates.
pub fn write_escaped(text: &str, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(escape(text).as_bytes())
}

/// Escaped text.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    push_escaped(&mut out, text);
    out
}

/// Appends escaped text.
pub fn push_escaped(out: &mut String, text: &str) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    for c in text.chars() {
        if c.is_ascii() && !c.is_ascii_alphanumeric() && c != ' ' {
            let byte = c as usize;
            out.push_str("\\u{");
            if byte >= 16 {
                out.push(char::from(HEX[byte >> 4]));
            }
            out.push(char::from(HEX[byte & 15]));
            out.push('}');
        } else {
            out.push(c);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_code_points() {
        assert_eq!(escape("#a(\"b\")\n"), r"\u{23}a\u{28}\u{22}b\u{22}\u{29}\u{a}");
        assert_eq!(escape("Điều 5"), "Điều 5");
    }
}
