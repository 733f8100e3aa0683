//! Lines made ready to be told: those that hold two components, side by side or one behind the other, are cut.

use super::gap::{gap, gap_cho};
use super::nhan_dang as la;
use super::so_ngay::{dia_danh_ngay, so_ky_hieu};
use super::ten_loai::TenLoai;
use crate::ban_thao::DongTho;
use crate::model::ban_thao::chu::hoa_het;

/// A line and what its looks say.
#[derive(Debug)]
pub struct Dong {
    /// As the reader found it.
    pub tho: DongTho,
    /// Its beginning, folded.
    pub gap: String,
    /// Whether all of its letters are capitals, and there are some.
    pub hoa: bool,
    /// Whether it begins with a number or a dash.
    pub co_so: bool,
    /// Whether its first words are an authority or a post (II.7).
    pub chuc: bool,
    /// Whether it was the right one of two columns.
    pub phai: bool,
    /// Whether it was the rest of a line that was cut.
    pub cung_dong: bool,
}

impl Dong {
    fn new(tho: DongTho) -> Dong {
        let head = tho.text.get(..tho.text.floor_char_boundary(300)).unwrap_or(&tho.text);
        let (gap, hoa) = (gap(&tho.text), hoa_het(head));
        let chuc = tho.text.len() <= 160 && (la::quyen(&gap) || la::chuc_vu(&gap));
        Dong { co_so: super::than::co_so(&tho.text), chuc, gap, hoa, phai: false, cung_dong: false, tho }
    }

    /// Its last sign.
    pub fn cuoi(&self) -> char {
        self.tho.text.chars().next_back().unwrap_or(' ')
    }

    /// Its words.
    pub fn text(&self) -> &str {
        &self.tho.text
    }

    /// Whether a mark ends it.
    pub fn het_cau(&self) -> bool {
        matches!(self.cuoi(), '.' | ';' | ':' | '!' | '?' | '…')
    }
}

/// Cuts the lines that hold more than one component.
pub fn chuan_bi(tho: Vec<DongTho>, ten: &TenLoai) -> Vec<Dong> {
    let mut out: Vec<Dong> = Vec::with_capacity(tho.len() + 4);
    let mut co_ten = false;
    let mut tho = tho.into_iter().peekable();
    while let Some(mut line) = tho.next() {
        // "Cao Bằng, ngày" / "tháng 01 năm 2027": the slot for the day cut the line in two.
        if line.text.len() < 120
            && line.text.trim_end().ends_with(", ngày")
            && let Some(rest) = tho.next_if(|next| next.text.starts_with("tháng") && next.text.len() < 30)
        {
            line.noi(&rest);
        }
        let line = Dong::new(line);
        match hai_cot(&line) {
            Some((left, right)) => {
                cat_doc(Dong::new(left), ten, &mut co_ten, &mut out);
                cat_doc(Dong { phai: true, cung_dong: true, ..Dong::new(right) }, ten, &mut co_ten, &mut out);
            }
            None => cat_doc(line, ten, &mut co_ten, &mut out),
        }
    }
    out
}

/// "UBND TỈNH X          CỘNG HÒA XÃ HỘI …": two columns of a letterhead or of the end on one line of text.
fn hai_cot(line: &Dong) -> Option<(DongTho, DongTho)> {
    let text = line.text();
    if text.len() > 260 || !(text.contains("   ") || text.contains('\t')) {
        return None;
    }
    let mut from = 0;
    while let Some(at) = khoang(text, from) {
        let gap_end = at + text.get(at..)?.len() - text.get(at..)?.trim_start().len();
        let (left, right) = (text.get(..at)?, text.get(gap_end..)?);
        if !left.trim().is_empty() && !cho_dien(left) && tach_duoc(left.trim(), right) {
            return Some((line.tho.phan(0..at), DongTho { cach: false, ..line.tho.phan(gap_end..text.len()) }));
        }
        from = gap_end.max(at + 1);
    }
    None
}

/// Whether a gap behind these words is a slot that is filled in by hand: "Cao Bằng, ngày      tháng 4 năm 2026".
fn cho_dien(left: &str) -> bool {
    let folded = gap(left);
    let last = folded.rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    matches!(last, "ngay" | "thang" | "nam")
}

/// Where a gap of three spaces, or of a tab, begins.
fn khoang(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let spaces = rest.find("   ");
    let tab = rest.find('\t');
    spaces.into_iter().chain(tab).min().map(|n| n + from)
}

/// Whether the right of two columns is a component of its own.
fn tach_duoc(left: &str, right: &str) -> bool {
    let folded = gap(right);
    if la::quoc_hieu(&folded)
        || la::tieu_ngu(&folded)
        || dia_danh_ngay(right).is_some()
        || la::ke(right) && la::ke(left)
    {
        return true;
    }
    let before = gap(left);
    let recipient = la::noi_nhan(&before) || before.starts_with(['-', '+', '*']) || la::luu(&before);
    let post = (la::quyen(&folded) || la::chuc_vu(&folded) || la::da_ky(&folded)) && right.chars().count() <= 60;
    let two_posts = post && hoa_het(right) && (la::chuc_vu(&before) || la::quyen(&before)) && hoa_het(left);
    let name = la::ho_ten(right, true) && (recipient || la::ho_ten(left, true)) && !right.ends_with([';', '.', ':']);
    post && recipient || two_posts || name || recipient && hoa_het(right) && right.chars().count() <= 60
}

/// Cuts a line at components that follow one another on it.
fn cat_doc(line: Dong, ten: &TenLoai, co_ten: &mut bool, out: &mut Vec<Dong>) {
    let cut = cho_cat(&line, ten, *co_ten).filter(|at| *at > 0 && *at < line.tho.text.len());
    *co_ten |= line.hoa && ten.la(&line.gap, true) || cut.is_some() && ten.dau(line.text()).is_some();
    let Some(at) = cut else {
        out.push(line);
        return;
    };
    let (first, rest) = (line.tho.phan(0..at), line.tho.phan(at..line.tho.text.len()));
    let first = Dong { phai: line.phai, cung_dong: line.cung_dong, ..Dong::new(first) };
    let rest = Dong { phai: line.phai, cung_dong: true, ..Dong::new(DongTho { cach: false, ..rest }) };
    if first.text().is_empty() || rest.text().is_empty() {
        out.push(line);
        return;
    }
    let many = out.len();
    out.push(first);
    // Each cut leaves less than it found; a line holds a handful of components at most, a list of recipients more.
    if many < 100_000 && rest.text().len() < 4000 {
        cat_doc(rest, ten, co_ten, out);
    } else {
        out.push(rest);
    }
}

/// Where the first component of a line ends, if another follows.
fn cho_cat(line: &Dong, ten: &TenLoai, co_ten: bool) -> Option<usize> {
    let (text, folded) = (line.text(), line.gap.as_str());
    let phrase = |words: &str| -> Option<(usize, usize)> {
        let (gap, cho) = gap_cho(text);
        let at = gap.find(words)?;
        Some((cho.get(at).copied()?, cho.get(at + words.len()).copied()?))
    };
    if let Some(words) =
        ["cong hoa xa hoi chu nghia viet nam", "doc lap - tu do - hanh phuc"].into_iter().find(|w| folded.contains(*w))
    {
        let (start, end) = phrase(words)?;
        let (before, inner) = (text.get(..start)?.trim(), text.get(start..end)?);
        let name = words.starts_with("cong");
        // In a sentence neither stands in capitals, or alone.
        if name && !hoa_het(inner) || text.len() > 300 {
            return None;
        }
        if !before.is_empty() {
            return (hoa_het(before) || la::quoc_hieu(&gap(before))).then_some(start);
        }
        let after = text.get(end..)?;
        return after.contains(|c: char| c.is_alphanumeric()).then_some(end);
    }
    if folded.starts_with("so") || folded.starts_with(|c: char| c.is_ascii_digit()) {
        let found = so_ky_hieu(text)?;
        let rest = text.get(found.het..)?.trim();
        return (!rest.is_empty() && (dia_danh_ngay(rest).is_some() || la::ve_viec(&gap(rest)))).then_some(found.het);
    }
    if folded.starts_with("noi nhan") && la::noi_nhan(folded) {
        let colon = text.find(':').map(|n| n + 1).or_else(|| text.find('-'))?;
        let rest = text.get(colon..)?.trim_start();
        return (!rest.is_empty()).then_some(colon);
    }
    // Items of a list that a table lost the line breaks of: "- Như trên; - Lưu: VT."
    if folded.starts_with(['-', '+']) && (line.tho.o_bang.is_some() || line.cung_dong) {
        return ["; - ", ". - ", "; + "].iter().filter_map(|m| text.find(m)).min().map(|n| n + 1);
    }
    // "Nơi nhận: Như trên; Lưu: VT."
    if line.cung_dong
        && let Some(at) =
            text.find("Lưu").filter(|at| *at > 0 && text.get(*at..).is_some_and(|rest| la::luu(&gap(rest))))
    {
        return Some(text.get(..at)?.trim_end_matches(['-', ' ']).len());
    }
    if line.tho.o_bang.is_some()
        && let Some(at) = o_gop(text, folded)
    {
        return Some(at);
    }
    // A name that shares its line with other words stands in capitals.
    if co_ten || !text.split(' ').next().is_some_and(hoa_het) {
        return None;
    }
    let (name, start, known) = ten.dau(text)?;
    let capitals = hoa_het(text.get(..name)?);
    let rest = text.get(start..)?;
    // "BIÊN BẢN HỌP" is one title; "KẾ HOẠCH Phát động thi đua" is two components.
    let own = !hoa_het(rest) || known && rest.split_whitespace().count() > 3;
    (capitals && own && text.len() < 600 && rest.contains(char::is_alphabetic)).then_some(start)
}

/// A cell whose paragraphs a converter ran together: "UBND TỈNH CAO BẰNG SỞ Y TẾ", "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Nguyễn Văn
/// An". Where its first line ends.
fn o_gop(text: &str, folded: &str) -> Option<usize> {
    if text.len() > 200 {
        return None;
    }
    if text.starts_with("__") {
        return text
            .find(|c: char| c != '_')
            .filter(|at| text.get(*at..).is_some_and(|rest| rest.contains(char::is_alphabetic)));
    }
    if let Some(at) = text.find("___") {
        return text.get(..at).filter(|before| hoa_het(before)).map(|_| at);
    }
    if la::quyen(folded) || la::chuc_vu(folded) {
        // The name begins where the capitals end.
        let small = text.split_whitespace().find(|word| word.chars().nth(1).is_some_and(char::is_lowercase))?;
        let at = text.find(small)?;
        let posts = text.get(..at)?.trim_end_matches(['(', '[', ' ']);
        let next = ["KT. ", "PHÓ ", "THỨ TRƯỞNG", "CHỦ TỊCH", "THỦ TƯỚNG"]
            .iter()
            .filter_map(|word| posts.get(4..)?.find(word).map(|n| n + 4))
            .min();
        let authority = la::quyen(folded);
        return next.filter(|_| authority && hoa_het(posts)).or_else(|| hoa_het(posts).then_some(at));
    }
    if la::co_quan(folded) && hoa_het(text) {
        let own = [" SỞ ", " CỤC ", " CHI CỤC ", " BỆNH VIỆN ", " TRUNG TÂM ", " TRƯỜNG ", " VĂN PHÒNG ", " PHÒNG "];
        return own.iter().filter_map(|word| text.find(word)).min();
    }
    None
}
