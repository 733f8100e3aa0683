//! A number as the sheet shows it: its number format, with the marks of Vietnam ("1.234.567,5").
//!
//! What no list of recipients has is shown as a plain number: fractions, powers of ten, conditions.

/// Digits of a number that Excel keeps; those behind are noise of the binary form (0.1 + 0.2).
const SO_CHU_SO: usize = 15;

/// A section of a number format, read once a style.
#[derive(Debug, Clone, Default, PartialEq)]
struct Phan {
    truoc: String,
    /// The integer part from left to right; empty: a number without format.
    nguyen: Vec<Mau>,
    /// Places behind the comma: at least, at most.
    le: (usize, usize),
    sau: String,
    /// "#,##0": dots between thousands.
    nhom: bool,
    /// Powers of ten that are put on: 2 a "%", -3 a comma at the end.
    mu: i32,
    /// Text only, or nothing: the section prints no number.
    chi_chu: bool,
}

/// A piece of the integer part.
#[derive(Debug, Clone, PartialEq)]
enum Mau {
    /// `0`: a digit or a zero.
    Khong,
    /// `#`, `?`: a digit or nothing.
    So,
    Chu(String),
}

/// The number format of a cell.
#[derive(Debug, Clone, Default)]
pub(super) struct KieuSo {
    duong: Phan,
    am: Option<Phan>,
    bang_khong: Option<Phan>,
}

impl KieuSo {
    /// Reads a format code: `#,##0.00 "đ"`, `0%`, `0000 000 000`, `General`.
    pub(super) fn new(ma: &str) -> Self {
        let mut parts = sections(ma).into_iter();
        let duong = parts.next().and_then(|part| Phan::new(&part)).unwrap_or_default();
        KieuSo {
            duong,
            am: parts.next().and_then(|p| Phan::new(&p)),
            bang_khong: parts.next().and_then(|p| Phan::new(&p)),
        }
    }

    /// The number as it is seen, trimmed.
    pub(super) fn hien(&self, value: f64) -> String {
        let text = match (&self.am, &self.bang_khong) {
            (_, Some(phan)) if value == 0.0 => phan.hien(0.0),
            (Some(phan), _) if value < 0.0 => phan.hien(-value),
            _ if value < 0.0 => {
                let text = self.duong.hien(-value);
                let zero = !text.contains(|c: char| ('1'..='9').contains(&c));
                if zero { text } else { format!("-{text}") }
            }
            _ => self.duong.hien(value),
        };
        text.trim().to_owned()
    }
}

/// The sections of a code, parted by `;` outside quotes.
fn sections(ma: &str) -> Vec<String> {
    let (mut out, mut quoted, mut escaped) = (vec![String::new()], false, false);
    for c in ma.chars() {
        if c == ';' && !quoted && !escaped {
            out.push(String::new());
            continue;
        }
        quoted ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped && !quoted;
        if let Some(last) = out.last_mut() {
            last.push(c);
        }
    }
    out
}

impl Phan {
    /// `None` for what is not understood.
    fn new(part: &str) -> Option<Phan> {
        let mut phan = Phan::default();
        let (mut rest, mut behind, mut commas, mut general) = (part.chars().peekable(), false, 0, false);
        while let Some(c) = rest.next() {
            let mut literal = String::new();
            match c {
                '0' | '#' | '?' if behind => {
                    phan.le.1 += 1;
                    phan.le.0 += usize::from(c == '0');
                }
                '0' | '#' | '?' => {
                    phan.nhom |= commas > 0;
                    commas = 0;
                    phan.nguyen.push(if c == '0' { Mau::Khong } else { Mau::So });
                }
                ',' => commas += 1,
                '.' => behind = true,
                '%' => {
                    phan.mu += 2;
                    literal.push('%');
                }
                '"' => literal.extend(rest.by_ref().take_while(|c| *c != '"')),
                '\\' => literal.extend(rest.next()),
                '_' => {
                    rest.next();
                    literal.push(' ');
                }
                '*' => {
                    rest.next();
                }
                '[' => {
                    // [$₫-42A] is a currency, [Red] a colour; [>100] a condition, which is not understood.
                    let inner: String = rest.by_ref().take_while(|c| *c != ']').collect();
                    if inner.starts_with(['<', '>', '=']) {
                        return None;
                    }
                    let currency = inner.strip_prefix('$').and_then(|text| text.split('-').next());
                    literal.push_str(currency.unwrap_or_default());
                }
                'G' | 'g' => {
                    let word: String = std::iter::once(c).chain(rest.by_ref().take(6)).collect();
                    general = word.eq_ignore_ascii_case("General");
                    if !general {
                        return None;
                    }
                }
                '@' => general = true,
                '/' | 'E' | 'e' => return None,
                other => literal.push(other),
            }
            if literal.is_empty() {
                continue;
            }
            match (phan.nguyen.is_empty() && !general && !behind, behind || general) {
                (true, _) => phan.truoc.push_str(&literal),
                (_, true) => phan.sau.push_str(&literal),
                _ => phan.nguyen.push(Mau::Chu(literal)),
            }
        }
        phan.mu -= 3 * commas;
        // Words behind the last digit: "0%", `#,##0 "đ"`.
        let last = phan.nguyen.iter().rposition(|m| !matches!(m, Mau::Chu(_))).map_or(0, |n| n + 1);
        let tail: String =
            phan.nguyen.drain(last..).map(|m| if let Mau::Chu(text) = m { text } else { String::new() }).collect();
        phan.sau.insert_str(0, &tail);
        phan.chi_chu = phan.nguyen.is_empty() && !general && !behind && !part.is_empty();
        Some(phan)
    }

    /// `value` is not negative.
    fn hien(&self, value: f64) -> String {
        if self.chi_chu {
            return self.truoc.clone() + &self.sau;
        }
        let mut so = ChuSo::new(value, self.mu);
        if self.nguyen.is_empty() && self.le.1 == 0 {
            return format!("{}{}{}", self.truoc, so.thuong(), self.sau);
        }
        so.lam_tron(self.le.1);
        let mut le: String = so.le(self.le.1);
        while le.len() > self.le.0 && le.ends_with('0') {
            le.pop();
        }
        let comma = if le.is_empty() { "" } else { "," };
        format!("{}{}{comma}{le}{}", self.truoc, self.nguyen(&so.nguyen()), self.sau)
    }

    /// Puts the digits of the integer part into their places, from the right; those left over stand before.
    fn nguyen(&self, so: &str) -> String {
        let mut digits = so.chars().rev();
        let (mut out, mut count) = (Vec::new(), 0);
        let mut put = |out: &mut Vec<char>, digit: char| {
            if self.nhom && count > 0 && count % 3 == 0 {
                out.push('.');
            }
            out.push(digit);
            count += 1;
        };
        for mau in self.nguyen.iter().rev() {
            match mau {
                Mau::Chu(text) => out.extend(text.chars().rev()),
                Mau::Khong => put(&mut out, digits.next().unwrap_or('0')),
                Mau::So => digits.next().into_iter().for_each(|digit| put(&mut out, digit)),
            }
        }
        digits.for_each(|digit| put(&mut out, digit));
        out.into_iter().rev().collect()
    }
}

/// A number in decimal that is not negative: 0.`so` × 10^`mu`.
struct ChuSo {
    so: Vec<u8>,
    mu: i32,
}

impl ChuSo {
    /// `value` × 10^`shift`.
    fn new(value: f64, shift: i32) -> Self {
        let text = format!("{value:.*e}", SO_CHU_SO - 1);
        let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let so: Vec<u8> = digits.bytes().filter(u8::is_ascii_digit).map(|b| b - b'0').collect();
        let zero = so.iter().all(|digit| *digit == 0);
        let mu = if zero { 0 } else { exponent.parse::<i32>().unwrap_or_default() + 1 + shift };
        let mut out = ChuSo { so: if zero { Vec::new() } else { so }, mu };
        out.trim();
        out
    }

    fn trim(&mut self) {
        while self.so.last() == Some(&0) {
            self.so.pop();
        }
    }

    /// Half up, to `le` places behind the comma.
    fn lam_tron(&mut self, le: usize) {
        let keep = i64::from(self.mu) + i64::try_from(le).unwrap_or(i64::MAX);
        let Ok(keep) = usize::try_from(keep) else {
            self.so.clear();
            return;
        };
        let up = self.so.get(keep).is_some_and(|digit| *digit >= 5);
        self.so.truncate(keep);
        if up {
            while self.so.last() == Some(&9) {
                self.so.pop();
            }
            match self.so.last_mut() {
                Some(last) => *last += 1,
                None => {
                    self.so.push(1);
                    self.mu += 1;
                }
            }
        }
        self.trim();
    }

    /// The digit `place` places right of the comma's left side: 0 is the first of all.
    fn digit(&self, place: i32) -> char {
        let digit = usize::try_from(place).ok().and_then(|place| self.so.get(place)).copied().unwrap_or(0);
        char::from(b'0' + digit)
    }

    /// The digits before the comma; "" below one.
    fn nguyen(&self) -> String {
        if self.so.is_empty() { String::new() } else { (0..self.mu).map(|place| self.digit(place)).collect() }
    }

    /// The first `count` digits behind the comma.
    fn le(&self, count: usize) -> String {
        (self.mu..).take(count).map(|place| self.digit(place)).collect()
    }

    /// As many digits as there are: "5", "0,25", "1234567,5".
    fn thuong(&self) -> String {
        let length = i32::try_from(self.so.len()).unwrap_or(i32::MAX);
        let le = self.le(usize::try_from(length - self.mu).unwrap_or(0));
        let nguyen = self.nguyen();
        let nguyen = if nguyen.is_empty() { "0" } else { &nguyen };
        if le.is_empty() || self.so.is_empty() { nguyen.to_owned() } else { format!("{nguyen},{le}") }
    }
}

#[cfg(test)]
mod tests {
    use super::KieuSo;

    #[test]
    fn a_number_is_shown_as_the_sheet_shows_it() {
        let cases: [(&str, f64, &str); 36] = [
            ("General", 5.0, "5"),
            ("General", 0.0, "0"),
            ("General", -3.5, "-3,5"),
            ("General", 1_234_567.5, "1234567,5"),
            ("General", 0.1 + 0.2, "0,3"),
            ("General", 912_345_678.0, "912345678"),
            ("General", 1e20, "100000000000000000000"),
            ("General", 0.000_25, "0,00025"),
            ("", 12.0, "12"),
            ("@", 12.5, "12,5"),
            ("0", 2.5, "3"),
            ("0.00", 2.675, "2,68"),
            ("0.00", 9.999, "10,00"),
            ("0.##", 2.5, "2,5"),
            ("0.##", 2.0, "2"),
            ("#,##0", 1_234_567.0, "1.234.567"),
            ("#,##0", 999.0, "999"),
            ("#,##0", 0.0, "0"),
            ("#,##0.00", 1_234.5, "1.234,50"),
            ("#,##0 ;(#,##0)", -1_234.0, "(1.234)"),
            ("#,##0;[Red]-#,##0", -1_234.0, "-1.234"),
            (r#"#,##0\ "đồng""#, 1_500_000.0, "1.500.000 đồng"),
            (r"#,##0\ [$₫-42A]", 1_500_000.0, "1.500.000 ₫"),
            ("[$$-409]#,##0.00", 1_500.0, "$1.500,00"),
            (r#"_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)"#, 0.0, "-"),
            (r#"_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)"#, 1_500.0, "1.500"),
            ("0%", 0.25, "25%"),
            ("0.0%", 0.125, "12,5%"),
            ("000", 7.0, "007"),
            ("0000000000", 912_345_678.0, "0912345678"),
            ("0000 000 000", 912_345_678.0, "0912 345 678"),
            (r#""Số "0"/SYT""#, 12.0, "Số 12/SYT"),
            ("#,##0,", 1_500_000.0, "1.500"),
            ("# ?/?", 0.5, "0,5"),
            ("0.00E+00", 1_500.0, "1500"),
            ("0", -0.2, "0"),
        ];
        for (code, value, shown) in cases {
            assert_eq!(KieuSo::new(code).hien(value), shown, "{code} of {value}");
        }
        assert_eq!(KieuSo::new("\"có\"").hien(5.0), "có");
    }
}
