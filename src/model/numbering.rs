//! The numbers of the decree: Roman for phần, chương and mục, Arabic for khoản, Vietnamese letters for điểm.

/// "các chữ cái tiếng Việt theo thứ tự bảng chữ cái tiếng Việt" (mục II.6đ), as laws number their điểm.
pub const DIEM: [&str; 23] =
    ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"];

/// Roman numeral of 1 and more.
pub fn roman(mut n: usize) -> String {
    const PARTS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut out = String::new();
    for (value, letters) in PARTS {
        while n >= value {
            out.push_str(letters);
            n -= value;
        }
    }
    out
}

/// Whether a word is a Roman numeral in its usual form.
pub fn is_roman(text: &str) -> bool {
    let letters =
        !text.is_empty() && text.len() <= 8 && text.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C'));
    letters && (1..=100).any(|n| roman(n) == text)
}

/// Letter of the nth điểm, from 1; `None` past "y".
pub fn diem(n: usize) -> Option<&'static str> {
    DIEM.get(n.checked_sub(1)?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        assert_eq!(roman(4), "IV");
        assert_eq!(roman(19), "XIX");
        assert!(is_roman("XIV") && !is_roman("IIII") && !is_roman("TM"));
        assert_eq!((diem(5), diem(7), diem(24)), (Some("đ"), Some("g"), None));
    }
}
