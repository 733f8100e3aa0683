//! Groups of places where one phrase is written in several ways, and what is said of them.

use super::Cho;
use crate::check::soi::Soi;
use crate::diag::Code;
use crate::model::BanThao;

/// More places of one form than this are not shown: who mends one looks for the others.
const MAX: usize = 3;

/// How the forms of a group stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cach {
    /// Nobody knows which is right: the rarer ones are shown, and the first place of the most frequent; of one and one only
    /// the second.
    Chung,
    /// Only the rarer ones are shown.
    It,
}

/// Reports the places of a phrase by form. Each form has its places in reading order.
pub fn bao(ban: &BanThao, code: &'static Code, mut forms: Vec<Vec<Cho>>, cach: Cach, soi: &mut Soi<'_>) {
    // Most frequent first; of equals the one that comes first in the document.
    forms.sort_by_key(|places| (std::cmp::Reverse(places.len()), places.first().copied()));
    let Some((most, rest)) = forms.split_first() else { return };
    let Some((common, next)) = most.first().zip(rest.first()) else { return };
    // One of each: the finding at the second shows the first.
    let pair = rest.len() == 1 && most.len() == 1;
    let equal = next.len() == most.len() && !pair;
    if cach == Cach::Chung && !pair || equal {
        let Some(other) = next.first() else { return };
        mot(ban, code, *common, *other, soi);
    }
    for places in rest {
        for place in places.iter().take(MAX) {
            mot(ban, code, *place, *common, soi);
        }
    }
}

/// One place, and another where it is written otherwise.
pub fn mot(ban: &BanThao, code: &'static Code, here: Cho, there: Cho, soi: &mut Soi<'_>) {
    let words = |cho: Cho| {
        let doan = ban.doan.get(cho.doan)?;
        let range = doan.chu.khoang(cho.dau, cho.cuoi);
        Some((doan, range.clone(), doan.chu.text.get(range)?))
    };
    let (Some((doan, range, here)), Some((other, other_range, there))) = (words(here), words(there)) else { return };
    // What differs stands before them: "Trưởng phòng Nghiệp vụ" beside "Phòng Nghiệp vụ" is no difference.
    if here == there {
        return;
    }
    let (place, _) = other.cho(soi.ctx.files, other_range);
    let message = format!("chỗ này viết “{here}”, chỗ khác trong văn bản viết “{there}”");
    let finding = soi.tai(code, doan, range, message).also(place, format!("viết “{there}”"));
    soi.push(finding.advice("chọn một cách viết trong toàn văn bản"));
}
