//! One way of placing the tone mark in a document: "hóa" or "hoá", "ủy" or "uỷ".

use crate::check::dau_cau::la_van;
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::ban_thao::LoaiTu;
use crate::model::ban_thao::chu::thanh_cu;
use crate::model::{BanThao, Doan};
use std::ops::Range;

static CODE: Code = Code::goi_y("dau-thanh-hai-kieu");

/// At most so many places: the rest have the same cause.
const MAX: usize = 5;

/// Both ways in one document.
pub static DAT_DAU_THANH: Rule = Rule {
    code: &CODE,
    ho: Ho::ChinhTa,
    vi_sao: "“hóa, ủy” và “hoá, uỷ” đều đúng, nhưng trong một văn bản chỉ theo một kiểu để tìm và thay được.",
    vi_du: &[ViDu::noi_dung(
        "Ủy ban nhân dân tỉnh xã hội hoá các hoạt động văn hóa.",
        "Ủy ban nhân dân tỉnh xã hội hóa các hoạt động văn hóa.",
    )],
    kiem: Kiem::BanThao(dau_thanh),
};

/// The words whose tone mark could stand elsewhere: where they stand, and whether theirs is the newer way.
fn words(doan: &Doan) -> impl Iterator<Item = (Range<usize>, bool)> {
    let chu = &doan.chu;
    (0..chu.tu.len()).filter_map(move |n| {
        let tu = chu.tu.get(n).filter(|tu| tu.loai == LoaiTu::Chu)?;
        let word = chu.nho(n);
        if word.is_ascii() {
            return None;
        }
        let mut ends = word.chars().rev();
        let (last, before) = (ends.next()?, ends.next()?);
        let new = matches!(last, 'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ') && before == 'o'
            || matches!(last, 'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ') && before == 'u';
        let old = matches!(before, 'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ') && matches!(last, 'a' | 'e')
            || matches!(before, 'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ') && last == 'y';
        // "quý" has but one way.
        let qu = ends.next() == Some('q');
        ((new || old) && !qu).then(|| (tu.range(), new))
    })
}

fn dau_thanh(ban: &BanThao, soi: &mut Soi<'_>) {
    let all = || ban.doan.iter().filter(|d| la_van(d)).flat_map(|d| words(d).map(move |(range, new)| (d, range, new)));
    let (mut new, mut old) = (0, 0);
    all().for_each(|(_, _, is_new)| if is_new { new += 1 } else { old += 1 });
    if new == 0 || old == 0 {
        return;
    }
    let odd = new < old;
    for (doan, range, _) in all().filter(|(_, _, is_new)| *is_new == odd).take(MAX) {
        let word = doan.chu.text.get(range.clone()).unwrap_or_default();
        let small = word.to_lowercase();
        let message = format!("“{word}” đặt dấu thanh khác kiểu phần lớn văn bản");
        // Only the newer way is turned into the older one: that direction is known word by word.
        match thanh_cu(&small) {
            right if odd && right != small && word == small => soi.sua(&CODE, doan, range, message, right.into_owned()),
            _ => soi.bao(&CODE, doan, range, message),
        }
    }
}
