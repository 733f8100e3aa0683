//! Plain text and Markdown to lines. Text that comes from OCR often is Markdown under the name .txt, and an official
//! document in Markdown has a paragraph on each line, as text has, so both are read alike; only the marks differ.

use super::markdown::{self, Dong};
use super::{DongTho, Tho};
use crate::diag::{FileId, Place};
use crate::model::ban_thao::ViTri;

/// A line shorter than this was not broken because the page was full.
const DAI: usize = 50;

/// A line shorter than this is a cell, an item, a line of a form.
const NGAN: usize = 12;

/// No editor breaks lines wider than this.
const RONG: usize = 130;

/// Reads a text that is kept in `Files` as `file`. `la_md`: it is Markdown whether or not it shows marks.
pub fn doc(text: &str, file: FileId, la_md: bool) -> Tho {
    let la_md = la_md || markdown::co_dau(text);
    let mut doc = May { file, la_md, dong: Vec::new(), cach: true, bang: 0, hang: 0, trong_bang: false, bo_qua: None };
    let gap_dong = gap_dong(text);
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\u{c}', '\u{b}', '\u{2028}', '\u{2029}']) {
        doc.dong(line, start);
        start += line.len();
    }
    Tho { dong: noi(doc.dong, gap_dong), trang: None }
}

/// Takes lines one by one.
struct May {
    file: FileId,
    la_md: bool,
    dong: Vec<DongTho>,
    cach: bool,
    bang: usize,
    hang: usize,
    trong_bang: bool,
    /// What ends the stretch that is passed over: a fence of code, a comment, the front matter.
    bo_qua: Option<&'static str>,
}

impl May {
    fn dong(&mut self, line: &str, start: usize) {
        let words = line.trim();
        let at = start + (line.len() - line.trim_start().len());
        if let Some(end) = self.bo_qua {
            if words.contains(end) {
                self.bo_qua = None;
            }
            return;
        }
        if words.is_empty() {
            self.cach = true;
            self.ra_khoi_bang();
            return;
        }
        if !self.la_md {
            self.ra_khoi_bang();
            let mut plain = Dong::default();
            plain.them(words, at);
            self.nhan(plain, at..at + words.len(), 0, None);
            return;
        }
        if let Some(end) = markdown::bo_qua(words, start == 0) {
            self.bo_qua = Some(end).filter(|end| !words.get(end.len()..).is_some_and(|rest| rest.contains(end)));
            self.cach = true;
            return;
        }
        if markdown::hang_bang(words) {
            self.hang_bang(words, at);
            return;
        }
        self.ra_khoi_bang();
        let (cap, skip) = markdown::dau_dong(words);
        let inner = words.get(skip..).unwrap_or_default();
        let inner = if cap > 0 { inner.trim_end_matches('#').trim_end() } else { inner };
        for part in markdown::dong(inner, at + skip) {
            self.nhan(part, at..at + words.len(), cap, None);
        }
    }

    fn ra_khoi_bang(&mut self) {
        if self.trong_bang {
            self.trong_bang = false;
            self.bang += 1;
            self.hang = 0;
            self.cach = true;
        }
    }

    /// A row of a table: each cell is a line. A merged cell is written again in each of its columns.
    fn hang_bang(&mut self, words: &str, at: usize) {
        if !self.trong_bang {
            self.cach = true;
        }
        self.trong_bang = true;
        if markdown::ke_bang(words) {
            return;
        }
        let mut before = "";
        for (column, cell) in markdown::o(words).enumerate() {
            let text = words.get(cell.clone()).unwrap_or_default();
            if text.is_empty() || text == before {
                continue;
            }
            before = text;
            let place = at + cell.start..at + cell.end;
            for part in markdown::dong(text, at + cell.start) {
                self.nhan(part, place.clone(), 0, Some((self.bang, self.hang, column)));
            }
        }
        self.hang += 1;
    }

    fn nhan(&mut self, dong: Dong, span: std::ops::Range<usize>, cap: u8, o_bang: Option<(usize, usize, usize)>) {
        if dong.text.trim().is_empty() {
            return;
        }
        let dam = dong.dam();
        // What `<br>` cuts off is a line of its own, and so is its place.
        let span = dong.place().map_or(span.clone(), |own| if dong.mot_phan { own } else { span });
        self.dong.push(DongTho {
            text: dong.text,
            place: Place { file: self.file, span },
            vi_tri: ViTri::Nguyen(dong.vi_tri),
            cap,
            dam,
            cach: std::mem::take(&mut self.cach),
            o_bang,
            dang: None,
        });
    }
}

/// How an editor broke a text into lines.
#[derive(Debug, Clone, Copy)]
struct Gap {
    /// About the longest line.
    rong: usize,
    /// Whether so many lines go on in the next that a small letter at the beginning of one says that it does.
    deu: bool,
}

/// The width at which a text was broken by an editor, if it was. Told by the lines that plainly go on: no mark ends them
/// and the next line, right under them, begins with a small letter. Longer lines elsewhere, two columns of a letterhead
/// or paragraphs that were not broken, say nothing of it.
fn gap_dong(text: &str) -> Option<Gap> {
    let (mut longest, mut second, mut pairs) = (0, 0, 0);
    let mut before: Option<usize> = None;
    for line in text.lines() {
        let line = line.trim();
        let first = line.chars().next();
        let numbered = line.chars().nth(1).is_some_and(|c| matches!(c, ')' | '.'));
        if let Some(length) = before.filter(|_| first.is_some_and(char::is_lowercase) && !numbered) {
            pairs += 1;
            if length >= longest {
                (longest, second) = (length, longest);
            } else {
                second = second.max(length);
            }
        }
        let open = line.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ')' | '%' | '”'));
        let length = if open && !line.contains("   ") { line.chars().count() } else { 0 };
        before = (DAI - 10..=RONG).contains(&length).then_some(length);
    }
    // One line may have been typed longer than the others.
    let width = if longest <= second + 8 || pairs < 3 { longest } else { second };
    // A short text has few of them.
    let known = pairs >= 3 && width >= DAI || pairs >= 1 && width >= DAI + 20;
    let rong = if known { Some(width) } else { nhieu_dong_day(text) };
    rong.map(|rong| Gap { rong, deu: pairs >= 4 })
}

/// The same where few lines begin with small letters: many lines are about as long as the longest.
fn nhieu_dong_day(text: &str) -> Option<usize> {
    let (mut longest, mut seen) = (0, 0);
    let mut counts = [0usize; 16];
    for line in text.lines() {
        let length = line.trim_end().chars().count();
        if length > 120 {
            return None;
        }
        longest = longest.max(length);
        seen += usize::from(length >= DAI);
        if let Some(count) = counts.get_mut(length / 8) {
            *count += 1;
        }
    }
    let full: usize = counts.iter().enumerate().filter(|(n, _)| n * 8 + 16 >= longest).map(|(_, c)| c).sum();
    (longest >= DAI + 5 && seen >= 4 && full * 2 >= seen).then_some(longest)
}

/// Joins lines that an editor broke because they were full.
fn noi(dong: Vec<DongTho>, gap: Option<Gap>) -> Vec<DongTho> {
    let mut out: Vec<DongTho> = Vec::with_capacity(dong.len());
    let mut last_length = 0;
    for next in dong {
        let length = next.text.chars().take(400).count();
        // The subject right under "KẾ HOẠCH" ends before what begins with a capital, however long its line.
        let subject = out.len() >= 2
            && out.get(out.len() - 2).is_some_and(|title| {
                title.text.chars().count() < 30
                    && crate::model::ban_thao::chu::hoa_het(&title.text)
                    && !super::tach::than::co_so(&title.text)
            })
            && out.last().is_some_and(|last| !last.cach)
            && next.text.starts_with(char::is_uppercase);
        match out.last_mut() {
            Some(last) if !subject && tiep(last, last_length, &next, gap) => last.noi(&next),
            _ => out.push(next),
        }
        last_length = length;
    }
    out
}

/// Whether a line goes on in the next: it is long, no mark ends it, and the next begins in the middle of a sentence.
fn tiep(last: &DongTho, length: usize, next: &DongTho, gap: Option<Gap>) -> bool {
    // A long word, "30/2020/NĐ-CP", leaves much of a line empty; text copied from a web page has lines of any length.
    let rong = gap.map(|gap| gap.rong);
    let least = gap.map_or(DAI, |gap| if gap.deu { NGAN } else { DAI.min(gap.rong * 5 / 8) });
    if next.cach || next.cap > 0 || last.cap > 0 || next.o_bang.is_some() || last.o_bang.is_some() || length < least {
        return false;
    }
    // Two columns on a line are no sentence, and a rule is none.
    let columns = |text: &str| text.contains("   ") || text.contains('\t') || !text.contains(char::is_alphanumeric);
    if columns(&last.text) || columns(&next.text) {
        return false;
    }
    let Some(end) = last.text.chars().next_back() else { return false };
    let Some(first) = next.text.chars().next() else { return false };
    // In a text broken at a width the first word of the next line would not have fitted behind a full one.
    let word = next.text.split(' ').next().map_or(0, |word| word.chars().count());
    let full = rong.is_some_and(|rong| length <= rong + 8 && length + 14.max(word + 10) >= rong);
    // "(thôn 1), Tak Rân (thôn" / "4).", "giật cấp" / "16. Các đơn vị": the number belongs to the word before it.
    let asks = || {
        last.text.rsplit(' ').next().is_some_and(|word| DOI_SO.contains(&word))
            || last.text.len() < 2000 && last.text.matches('(').count() > last.text.matches(')').count()
    };
    let large = full && first.is_ascii_digit() && asks() || so_lon(&next.text);
    let numbered = !large && next.text.chars().nth(1).is_some_and(|c| matches!(c, ')' | '.'));
    if matches!(end, '.' | ';' | ':' | '!' | '?' | '…') || numbered {
        return false;
    }
    // The rest of a paragraph whose first line is short is long, unless a number tells that it is one. Cells are short.
    let narrow = rong.map_or(DAI, |rong| DAI.min(rong * 5 / 8));
    let cell = length < narrow
        && !super::tach::than::co_so(&last.text)
        && next.text.chars().take(200).count() * 4 < rong.unwrap_or(DAI) * 3;
    if cell {
        return false;
    }
    // A list without dashes has a comma at the end of each line.
    if first.is_lowercase() || first.is_ascii_digit() && gap.is_some_and(|gap| gap.deu) && asks() {
        return length >= DAI.min(rong.unwrap_or(DAI)) || end != ',';
    }
    // A full line goes on with whatever is no beginning of its own.
    let own =
        |c: char| !(c.is_alphanumeric() || matches!(c, '"' | '“' | '(' | '≥' | '≤' | '<' | '>' | '=' | '±' | '≈'));
    let starts = super::tach::than::co_so(&next.text) && !large;
    let shouts = |text: &str| crate::model::ban_thao::chu::hoa_het(text);
    full && !own(first) && !starts && !shouts(&next.text) && !shouts(&last.text) && !noi_ngay(&next.text)
}

/// Words that a number follows.
const DOI_SO: [&str; 16] = [
    "cấp", "số", "khoảng", "tháng", "năm", "ngày", "Điều", "khoản", "lần", "thứ", "đến", "từ", "đạt", "lớp", "thôn",
    "khóa",
];

/// Whether a line is place and date of the head, which stands under a subject as long as a line: "Hà Nội, ngày 24 tháng 8
/// năm 2026".
fn noi_ngay(text: &str) -> bool {
    text.len() < 90
        && text.split_once(", ngày").is_some_and(|(place, _)| place.split(' ').count() <= 6)
        && !text.ends_with(|c: char| c.is_alphabetic() || matches!(c, '.' | ';'))
        && text.contains("năm")
}

/// Whether a line begins with a number of thousands, which numbers no part: "41.260 lượt người".
fn so_lon(text: &str) -> bool {
    let word = text.split(' ').next().unwrap_or_default().trim_end_matches([',', ';']);
    // "1.245,6 ha": the fraction stands behind a comma.
    let (whole, fraction) = word.split_once(',').unwrap_or((word, ""));
    let mut parts = whole.split('.');
    let digits = |part: &str| !part.is_empty() && part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit());
    whole.contains('.')
        && fraction.bytes().all(|b| b.is_ascii_digit())
        && parts.next().is_some_and(|first| digits(first) && first != "0")
        && parts.all(|part| part.len() == 3 && digits(part))
        && text.split(' ').nth(1).is_some_and(|next| next.starts_with(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Files;

    /// The lines of a text, and what stands in the file where each of their words is said to be.
    fn doc_thu(text: &str, la_md: bool) -> Vec<DongTho> {
        let mut files = Files::default();
        let file = files.add("thu.txt", text.to_owned());
        let tho = doc(text, file, la_md);
        for dong in &tho.dong {
            let ViTri::Nguyen(segments) = &dong.vi_tri else { panic!("lines of text have their places") };
            for (index, (words, at)) in segments.iter().enumerate() {
                let end = segments.get(index + 1).map_or(dong.text.len(), |next| next.0);
                let piece = dong.text[*words..end].trim_end();
                if !piece.starts_with('-') && !piece.contains('&') {
                    assert_eq!(text.get(*at..at + piece.len()), Some(piece), "{:?} in {text:?}", dong.text);
                }
            }
        }
        tho.dong
    }

    fn chu(text: &str) -> Vec<String> {
        doc_thu(text, false).into_iter().map(|d| d.text).collect()
    }

    #[test]
    fn each_line_is_a_paragraph_unless_it_plainly_goes_on() {
        assert_eq!(chu("Nơi nhận:\n- UBND tỉnh;\n\n  - Lưu: VT.  \n"), ["Nơi nhận:", "- UBND tỉnh;", "- Lưu: VT."]);
        let long =
            "Thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân\ndân tỉnh về thi đua.\nSở Y tế";
        let joined = "Thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh về thi đua.";
        assert_eq!(chu(long), [joined, "Sở Y tế"]);
        // A page break leaves a blank line in the sentence; a rule reports it.
        assert_eq!(chu(&long.replacen('\n', "\n\n", 1)).len(), 3);
        assert_eq!(chu("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n\nTrần Quang Hải").len(), 3);
    }

    #[test]
    fn a_text_broken_at_a_width_is_joined_however_its_lines_begin() {
        let head = "CỤC VĂN THƯ VÀ LƯU TRỮ NHÀ NƯỚC              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n";
        let body = "Sở Y tế phối hợp với Bệnh viện Đa khoa tỉnh, Trường Cao đẳng Y tế và Viện\n\
                    Nghiên cứu sức khỏe khảo sát tại 42 cơ sở, tổ chức 03 hội thảo, lấy ý kiến\n\
                    của 11 sở, ngành và 64 xã, phường theo quy định tại Nghị định số\n\
                    30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn\n\
                    thư; diện tích đạt trên 90% kế hoạch của năm, sản lượng bình quân khoảng\n\
                    1.245,6 tấn. Đến nay mới có 05 đơn vị đăng ký tham gia, trong đó có 02 bệnh\n\
                    viện tuyến tỉnh; gió giật cấp 12 tại các xã ven biển, riêng đảo Bạch Long Vĩ cấp\n\
                    13. Mọi chi tiết xin liên hệ Phòng Nghiệp vụ Y, điện thoại 028.2253, máy nhánh\n\
                    6207./.\n";
        assert_eq!(chu(&format!("{head}{body}")).len(), 2, "{:?}", chu(&format!("{head}{body}")));
        // A paragraph that was not broken says nothing of the others.
        let long = format!(
            "{body}{}.\n",
            "Các đơn vị báo cáo kết quả thực hiện về Sở Y tế trước ngày 10 hằng tháng ".repeat(4)
        );
        assert_eq!(chu(&long).len(), 2);
        // A heading is no type over a subject.
        let heading = "II. KẾT QUẢ THỰC HIỆN\n";
        assert_eq!(chu(&format!("{heading}{body}")).len(), 2);
        // The date under a subject that fills its line.
        let subject = "V/v bảo đảm vận hành an toàn lưới điện truyền tải trong dịp nghỉ lễ năm 2026\nHà Nội, ngày 24 tháng 8 năm 2026\n";
        assert_eq!(chu(&format!("{subject}{body}")).len(), 3);
    }

    #[test]
    fn marks_are_taken_for_marks_only_where_there_are_some() {
        assert_eq!(chu("* Ghi chú: a_b_c, 5 * 3\n"), ["* Ghi chú: a_b_c, 5 * 3"]);
        let dong = doc_thu("## **KẾ HOẠCH**\n\n***Nơi nhận:***\n* Như trên;\n\\- a\\_b  \n", false);
        let seen: Vec<(&str, u8, bool)> = dong.iter().map(|d| (d.text.as_str(), d.cap, d.dam)).collect();
        assert_eq!(
            seen,
            [("KẾ HOẠCH", 2, true), ("Nơi nhận:", 0, true), ("- Như trên;", 0, false), ("- a_b", 0, false)]
        );
    }

    #[test]
    fn cells_of_tables_are_lines() {
        let dong = doc_thu("| **STT** | Tên |\n|---|---|\n| 1 | Sở Y tế<br>Bộ Y tế |\n\nHết\n", false);
        let seen: Vec<_> = dong.iter().map(|d| (d.text.as_str(), d.o_bang)).collect();
        assert_eq!(
            seen,
            [
                ("STT", Some((0, 0, 0))),
                ("Tên", Some((0, 0, 1))),
                ("1", Some((0, 1, 0))),
                ("Sở Y tế", Some((0, 1, 1))),
                ("Bộ Y tế", Some((0, 1, 1))),
                ("Hết", None)
            ]
        );
    }

    #[test]
    fn hostile_text_takes_no_longer_than_any() {
        for piece in ["(", "*", "_", "[", "**a ", "| ", "\\", "<", "# ", "`", "&", "a\n", "<!--", "](", "* \n"] {
            let text = piece.repeat((1 << 16) / piece.len());
            doc(&text, Files::default().add("a", String::new()), true);
        }
    }
}
