//! A syllable that no writing of its kind has, next to one it makes a word with once its marks are put right: "phát hiên".

use super::am_tiet::la_am_tiet;
use super::{DIEU_12, am_tiet};
use crate::check::dau_cau::la_van;
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::ban_thao::LoaiTu;
use crate::model::ban_thao::bam::mot_kieu;
use crate::model::van_ban::capitalise;
use crate::model::{Chu, Doan};

static CODE: Code = Code::canh_bao("tieng-gan-dung").theo(DIEU_12);

/// "phát hiên", "nhiểm khuẩn".
pub static TIENG_GAN_DUNG: Rule = Rule {
    code: &CODE,
    ho: Ho::ChinhTa,
    vi_sao: "Tiếng lạ trong một từ ghép quen thuộc, chỉ khác về dấu hoặc về phụ âm hay lẫn (s/x, tr/ch, c/t, n/ng): lỗi gõ, lỗi \
             số hóa. Từ ghép và các tiếng thường dùng ghi ở data/kiem_tra/tieng_gan_dung.yaml.",
    vi_du: &[
        ViDu::noi_dung(
            "Kịp thời phát hiên các ổ dịch mới.",
            "Kịp thời phát hiện các ổ dịch mới; người bệnh nằm nghỉ dưới mái hiên.",
        ),
        ViDu::noi_dung(
            "Tăng cường kiểm soát nhiểm khuẩn.",
            "Tăng cường kiểm soát nhiễm khuẩn; thả bèo hoa dâu, ủ ấm cho mạ.",
        ),
        ViDu::noi_dung("Chuẩn bị kinh phí mua xắm thiết bị.", "Chuẩn bị kinh phí mua sắm thiết bị."),
    ],
    kiem: Kiem::Doan(tieng),
};

fn tieng(doan: &Doan, soi: &mut Soi<'_>) {
    if !la_van(doan) {
        return;
    }
    let chu = &doan.chu;
    for n in 0..chu.tu.len() {
        let Some(tu) = chu.tu.get(n).filter(|tu| tu.loai == LoaiTu::Chu) else { continue };
        let word = chu.viet(n);
        // A capital is a name's, but where a sentence begins.
        if chu.hoa_dau(n) && (chu.hoa_het(n) || !chu.dau_cau(n))
            || known(soi, chu.bam(n))
            || word.chars().nth(1).is_none()
            || !la_am_tiet(word)
        {
            continue;
        }
        let spaced = |a: usize, b: usize| chu.tu.get(a).zip(chu.tu.get(b)).is_some_and(|(a, b)| a.cuoi + 1 == b.dau);
        // A piece of an address, a code, a name written with hyphens.
        let free = n == 0 || chu.tu.get(n - 1).is_some_and(|before| before.cuoi < tu.dau || before.loai == LoaiTu::Dau);
        let before = n.checked_sub(1).filter(|before| spaced(*before, n) && plain(chu, *before));
        let after = (spaced(n, n + 1) && plain(chu, n + 1)).then_some(n + 1);
        let small = mot_kieu(chu.nho(n)).into_owned();
        let found = before
            .and_then(|at| tim(soi, chu.bam(at), '>', &small).map(|right| (format!("{} {right}", chu.nho(at)), right)))
            .or_else(|| {
                let at = after?;
                tim(soi, chu.bam(at), '<', &small).map(|right| (format!("{right} {}", chu.nho(at)), right))
            });
        if let (Some((compound, right)), true) = (found, free)
            && !soi.ctx.kho.tu_dien.xet_roi(chu, n)
        {
            let right = if chu.hoa_dau(n) { capitalise(&right) } else { right };
            let message = format!("“{word}” có lẽ là “{right}”, như trong “{compound}”");
            soi.sua(&CODE, doan, chu.khoang(n, n), message, right);
        }
    }
}

/// Whether a piece is a word that may be half of a compound: in small letters, or the first of a sentence.
fn plain(chu: &Chu, n: usize) -> bool {
    chu.tu.get(n).is_some_and(|tu| tu.loai == LoaiTu::Chu) && (!chu.hoa_dau(n) || chu.dau_cau(n))
}

/// Whether the list has the syllable, in a compound or alone.
fn known(soi: &Soi<'_>, word: u64) -> bool {
    soi.ctx.kho.tu_dien.co_biet(&CODE, word)
}

/// The syllable which, behind ('>') or before ('<') `beside`, makes a compound, and for which `small` is a slip.
fn tim(soi: &Soi<'_>, beside: u64, side: char, small: &str) -> Option<String> {
    let mut lines = soi.ctx.kho.tu_dien.biet_dau(&CODE, beside);
    let line = lines.find_map(|line| line.split_once(side).filter(|(head, _)| !head.contains(['<', '>'])))?.1;
    line.split(' ').find(|right| !right.is_empty() && slip(small, right)).map(str::to_owned)
}

/// Whether two syllables differ by their marks alone, or by a consonant that is often taken for another. "lí" for "lý" is a
/// way of writing.
fn slip(written: &str, right: &str) -> bool {
    let same_i = |a: &str, b: &str| bare(a).replace('y', "i") == bare(b).replace('y', "i") && tones(a) == tones(b);
    let letters = |word: &str| {
        word.chars().map(|c| am_tiet::tach_thanh(c).0).map(|c| if c == 'y' { 'i' } else { c }).collect::<String>()
    };
    if same_i(written, right) && letters(written) == letters(right) {
        return false;
    }
    bare(written) == bare(right) || lop(written) == lop(right)
}

/// The tones of a syllable's letters.
fn tones(word: &str) -> u8 {
    word.chars().map(|c| am_tiet::tach_thanh(c).1).sum()
}

/// Without any mark.
fn bare(word: &str) -> String {
    let letter = |c: char| match am_tiet::tach_thanh(c).0 {
        'ă' | 'â' => 'a',
        'đ' => 'd',
        'ê' => 'e',
        'ô' | 'ơ' => 'o',
        'ư' => 'u',
        c => c,
    };
    word.chars().map(letter).collect()
}

/// With one letter for consonants that are mixed up, at either end.
fn lop(word: &str) -> String {
    const DAU: [(&str, &str); 7] =
        [("ngh", "ng"), ("gh", "g"), ("tr", "ch"), ("s", "x"), ("gi", "d"), ("r", "d"), ("l", "n")];
    let begin = DAU.iter().find_map(|(from, to)| {
        word.strip_prefix(from).filter(|rest| !rest.is_empty()).map(|rest| format!("{to}{rest}"))
    });
    let mut word = begin.unwrap_or_else(|| word.to_owned());
    if word.ends_with("ng") || word.ends_with("ch") {
        word.pop();
    } else if word.ends_with('t') {
        word.pop();
        word.push('c');
    }
    word
}

#[cfg(test)]
mod tests {
    use crate::check::noi_dung::thu::tim;

    #[test]
    fn rare_syllables_beside_known_ones() {
        for (text, want) in [
            ("Mua xắm thiết bị, phát hiên ổ dịch.", vec!["xắm", "hiên"]),
            // A list of confusions has told of these.
            ("Theo dõi chặc chẽ, đôn đóc các đơn vị.", vec![]),
            ("Nôi dung phù hợp với thực tế.", vec!["Nôi"]),
            // Names, other syllables, the newer place of tone marks, i for y.
            ("Ông Phát Hiên ở xã Nôi Dung; thuỷ lợi, xã hội hoá, quản lí, kỉ luật.", vec![]),
            ("Người bệnh ngồi ở mái hiên, cái nôi của phong trào.", vec![]),
        ] {
            assert_eq!(tim("tieng-gan-dung", text), want, "{text}");
        }
    }
}
