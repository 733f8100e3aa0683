//! Plain text and Markdown to lines. Text that comes from OCR often is Markdown under the name .txt, and an official
//! document in Markdown has a paragraph on each line, as text has, so both are read alike; only the marks differ.

use super::markdown::{self, Dong};
use super::noi_dong::{gap_dong, noi};
use super::{DongTho, Tho};
use crate::diag::{FileId, Place};
use crate::model::ban_thao::ViTri;

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
