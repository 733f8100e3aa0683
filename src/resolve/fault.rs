//! Tera's errors, said in Vietnamese by kind: syntax inside a tag, and what cannot be computed.

use super::filters::TOO_LONG;
use crate::diag::words::shorten;
use crate::diag::{Code, Diagnostic, Place, code};
use std::ops::Range;
use tera::ErrorKind;

/// An error of Tera, with the stretch of the text it is about.
pub struct Fault {
    /// Bytes of the text as typed.
    pub range: Range<usize>,
    code: &'static Code,
    message: String,
    advice: String,
}

impl Fault {
    fn new(range: Range<usize>, message: &str, advice: &str) -> Fault {
        Fault { range, code: &code::BIEN, message: message.to_owned(), advice: advice.to_owned() }
    }

    /// A loop that did not end, or a text that grew without end.
    pub fn too_long(of_loop: Option<Range<usize>>, length: usize) -> Fault {
        let (range, message, advice) = match of_loop {
            Some(range) => {
                (range, "vòng lặp này chạy quá nhiều lượt", "giảm số lượt: danh sách của một văn bản chỉ vài chục mục")
            }
            None => (
                0..length,
                "câu chữ sau khi thay giá trị quá dài",
                "xem các giá trị ở khóa bien có chép lẫn nhau nhiều lần không",
            ),
        };
        Fault { code: &code::QUA_LON, ..Fault::new(range, message, advice) }
    }

    /// Reads an error of Tera. `range_of` leads from a span of its template to the text as typed.
    pub fn of(error: &tera::Error, typed: &str, range_of: &dyn Fn(&Range<usize>) -> Range<usize>) -> Fault {
        match error.kind() {
            ErrorKind::SyntaxError(report) => Fault::new(
                range_of(&report.span().range),
                "biểu thức trong {{ }} hoặc {% %} viết sai",
                "viết tên giá trị như {{ nam }}; so sánh như {% if nam == 2026 %}",
            ),
            ErrorKind::RenderingError(report) => {
                Fault::of_rendering(report.message(), typed, range_of(&report.span().range))
            }
            _ => Fault::new(
                0..typed.len(),
                "không tính được các giá trị trong {{ }} ở đây",
                "viết đơn giản hơn: chỉ {{ tên }}",
            ),
        }
    }

    /// Which of the few things went wrong that can go wrong while values are computed.
    fn of_rendering(message: &str, typed: &str, range: Range<usize>) -> Fault {
        let words = shorten(&typed[range.clone()]);
        if let Some((said, advice)) = super::lich::of_days(message) {
            return Fault::new(range, &said, &advice);
        }
        if message.contains(TOO_LONG) {
            let range_call = words.starts_with("range");
            let (message, advice) = if range_call {
                ("danh sách số này quá dài", "range chỉ đếm được nhiều nhất 1000 số, từ start đến trước end")
            } else {
                ("câu chữ ghép lại quá dài", "ghép ít câu chữ hơn trong một {{ }}")
            };
            return Fault { code: &code::QUA_LON, ..Fault::new(range, message, advice) };
        }
        let (message, advice) = if message.contains("divide") {
            ("phép chia này có số chia bằng 0".to_owned(), "sửa số chia, hoặc bỏ phép chia".to_owned())
        } else if message.contains("numbers") {
            // `+` is about both sides, the other signs about one.
            let literal = words.starts_with(['"', '\'', '`']);
            let advice = match (literal, words.contains('+')) {
                (true, false) => "viết số không có ngoặc kép".to_owned(),
                (_, true) => "giá trị là chữ thì thêm | int để tính; ghép chữ với chữ bằng dấu ~".to_owned(),
                (false, false) => format!("muốn tính thì viết {words} | int"),
            };
            (format!("“{words}” có chữ nên không cộng trừ nhân chia được"), advice)
        } else if message.contains("Iteration not possible") || message.contains("iteration is not possible") {
            let advice = "vòng lặp cần một danh sách, ví dụ ở khóa bien: danh_sach: [A, B]";
            (format!("“{words}” không phải danh sách"), advice.to_owned())
        } else if message.contains("Cannot compare") {
            (
                format!("không so sánh được “{words}”: một bên là chữ, một bên là số"),
                "thêm | int vào bên là chữ, hoặc đặt số trong ngoặc kép".to_owned(),
            )
        } else if message.contains("ndefined") || message.contains("not defined") {
            (format!("“{words}” không có giá trị"), "xem lại tên sau dấu chấm, hoặc số thứ tự trong [ ]".to_owned())
        } else {
            (format!("không tính được “{words}”"), "kiểm tra: số tính với số, chữ ghép với chữ bằng dấu ~".to_owned())
        };
        Fault::new(range, &message, &advice)
    }

    /// The finding at its place.
    pub fn finding(&self, place: Place) -> Diagnostic {
        Diagnostic::new(self.code, self.message.as_str()).at(place).advice(self.advice.as_str())
    }
}
