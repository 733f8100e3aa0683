//! Sentences that are none: an opening phrase that ends in a full stop.

use super::super::noi_dung::than::{Ket, ket, la_tron};
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::{BanThao, Chu, Doan, O};

static CUT: Code =
    Code::tra_lai("cau-cut").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm a; Phụ lục II, mục I");

/// An opening phrase with a full stop, another opening phrase behind it.
pub static CAU_CUT: Rule = Rule {
    code: &CUT,
    ho: Ho::NoiDung,
    vi_sao: "“Thực hiện Kế hoạch số …”, “Để …”, “Nhằm …” ở phần mở đầu chưa thành câu: cuối đoạn là dấu chấm phẩy hoặc dấu phẩy, chỉ căn cứ cuối cùng kết thúc bằng dấu chấm.",
    vi_du: &[ViDu::noi_dung(
        "Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh về phát động thi đua năm 2026.\nĐể khích lệ viên chức, người lao động, Sở Y tế phát động thi đua với các nội dung sau:",
        "Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh về phát động thi đua năm 2026;\nĐể khích lệ viên chức, người lao động, Sở Y tế phát động thi đua với các nội dung sau:",
    )],
    kiem: Kiem::BanThao(cau_cut),
};

static MUC_DICH: Code = Code::canh_bao("cau-thieu-ve-chinh").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục I");

/// "Để …, nhằm …." as a sentence of its own within a paragraph.
pub static CAU_MUC_DICH: Rule = Rule {
    code: &MUC_DICH,
    ho: Ho::NoiDung,
    vi_sao: "“Để …”, “Nhằm …”, “Với phương châm …” chỉ là trạng ngữ: phải có vế chính trong cùng câu.",
    vi_du: &[ViDu::noi_dung(
        "Để động viên viên chức tiếp tục phát huy truyền thống thi đua yêu nước. Sở Y tế phát động đợt thi đua đặc biệt.",
        "Để động viên viên chức tiếp tục phát huy truyền thống thi đua yêu nước, Sở Y tế phát động đợt thi đua đặc biệt.",
    )],
    kiem: Kiem::Doan(cau_muc_dich),
};

/// Words that open the phrases before the clause that issues.
const MO_DAU: [&[&str]; 24] = [
    &["thực", "hiện"],
    &["thi", "hành"],
    &["triển", "khai"],
    &["căn", "cứ"],
    &["để"],
    &["nhằm"],
    &["theo"],
    &["xét"],
    &["trên", "cơ", "sở"],
    &["chấp", "hành"],
    &["tiếp", "theo"],
    &["tiếp", "tục", "thực", "hiện"],
    &["phát", "huy"],
    &["hưởng", "ứng"],
    &["được", "sự"],
    &["với", "mục"],
    &["với", "tinh"],
    &["thực", "hiện", "sự"],
    &["phúc", "đáp"],
    &["trả", "lời"],
    &["tiếp", "nhận"],
    &["qua", "xem"],
    &["sau", "khi"],
    &["nghiên", "cứu"],
];

/// Nouns that issue documents, at the beginning of a clause; with a capital.
const CHU_THE: [&str; 54] = [
    "sở",
    "ubnd",
    "hđnd",
    "ủy",
    "uỷ",
    "bộ",
    "trường",
    "bệnh",
    "trung",
    "công",
    "phòng",
    "chi",
    "cục",
    "ban",
    "hội",
    "liên",
    "đảng",
    "đoàn",
    "giám",
    "hiệu",
    "chủ",
    "thủ",
    "tỉnh",
    "huyện",
    "thành",
    "tổng",
    "viện",
    "học",
    "đại",
    "văn",
    "thanh",
    "kho",
    "tòa",
    "toà",
    "quỹ",
    "ngân",
    "tập",
    "thường",
    "chánh",
    "trưởng",
    "khoa",
    "trạm",
    "hạt",
    "vụ",
    "bảo",
    "mặt",
    "chính",
    "quốc",
    "xã",
    "phường",
    "nhà",
    "tạp",
    "báo",
    "đài",
];

/// Verbs by which they do.
const DONG_TU: [&str; 44] = [
    "ban hành",
    "xây dựng",
    "đề nghị",
    "báo cáo",
    "trình",
    "thông báo",
    "phát động",
    "tổ chức",
    "hướng dẫn",
    "yêu cầu",
    "kính",
    "triển khai",
    "giao",
    "có ý kiến",
    "quyết định",
    "mời",
    "đề xuất",
    "đăng ký",
    "cử",
    "gửi",
    "lập",
    "trân trọng",
    "chỉ đạo",
    "tiến hành",
    "thống nhất",
    "kế hoạch",
    "phê duyệt",
    "cung cấp",
    "xin",
    "nhận được",
    "đã",
    "chúng tôi",
    "phối hợp",
    "kiến nghị",
    "công bố",
    "thành lập",
    "tham mưu",
    "thực hiện",
    "cam kết",
    "giải trình",
    "tiếp tục",
    "đôn đốc",
    "chấn chỉnh",
    "lưu ý",
];

/// Whether a paragraph begins with an opening phrase.
fn mo_dau(chu: &Chu) -> bool {
    MO_DAU.iter().any(|words| chu.khop(0, words)) || de_ocr(chu)
}

/// "Đề động viên": "Để" as a scanner reads it.
fn de_ocr(chu: &Chu) -> bool {
    const RIGHT: [&str; 12] = ["nghị", "án", "xuất", "cương", "tài", "bài", "cử", "ra", "cao", "phòng", "thi", "mục"];
    chu.viet(0) == "Đề" && !chu.hoa_dau(1) && !RIGHT.contains(&chu.nho(1)) && chu.so_am_tiet() > 6
}

/// Whether from piece `from` to piece `to` a subject has its verb: an agency that is no one's ("của Sở Y tế"), and what it does.
fn co_ve_chinh(chu: &Chu, from: usize, to: usize) -> bool {
    (from..to).any(|n| {
        let before = n.checked_sub(1).map_or("", |b| chu.nho(b));
        let begins = n == from
            || matches!(before, "," | ";" | ":" | "nay" | "hiện" | ")" | "”")
            || before.bytes().all(|b| b.is_ascii_digit());
        let lower_subject = matches!(
            chu.nho(n),
            "các"
                | "chúng"
                | "mỗi"
                | "từng"
                | "toàn"
                | "tập"
                | "cán"
                | "đề"
                | "yêu"
                | "cần"
                | "phải"
                | "kính"
                | "trân"
        );
        let agency = chu.hoa_dau(n) && CHU_THE.contains(&chu.nho(n));
        (begins && n > from && (agency || lower_subject)
            || agency && !matches!(before, "của" | "do" | "tại" | "về" | "cho" | "với" | "gửi" | "bởi" | "và" | "-"))
            && (lower_subject || verb_behind(chu, n, to))
    })
}

/// Whether a verb of issuing stands behind a subject, before anything belongs to somebody else.
fn verb_behind(chu: &Chu, n: usize, to: usize) -> bool {
    let last = to.min(n + 18).min(chu.tu.len());
    let Some(text) = chu.thuong.get(chu.khoang(n, last.saturating_sub(1))) else { return false };
    DONG_TU
        .iter()
        .any(|verb| text.match_indices(verb).any(|(at, _)| at > 0 && text.as_bytes().get(at - 1) == Some(&b' ')))
}

/// The opening part: paragraphs before the first number or title.
fn phan_dau(ban: &BanThao) -> Vec<&Doan> {
    let body = ban.doan.iter().filter(|d| d.kem == 0 && matches!(d.o, O::CanCu | O::NoiDung));
    body.take_while(|d| d.o == O::CanCu || la_tron(d)).take(12).collect()
}

fn cau_cut(ban: &BanThao, soi: &mut Soi<'_>) {
    if !ban.go_tay() {
        return;
    }
    let opening = phan_dau(ban);
    for pair in opening.windows(2) {
        let [doan, next] = pair else { continue };
        let chu = &doan.chu;
        // A purpose never stands alone; a basis does when it is the last.
        let purpose = matches!(chu.viet(0), "Để" | "Nhằm");
        // The marks of căn cứ are looked at where they are.
        if chu.khop(0, &["căn", "cứ"]) || !mo_dau(chu) || ket(chu) != Ket::Cham || !(purpose || mo_dau(&next.chu)) {
            continue;
        }
        let sentences = (1..chu.tu.len()).filter(|n| chu.viet(n - 1) == "." && chu.dau_cau(*n)).count();
        if sentences == 0 && !co_ve_chinh(chu, 0, chu.tu.len()) && !verb_first(chu) {
            let n = chu.tu.len().saturating_sub(1);
            let finding = soi
                .tai(
                    &CUT,
                    doan,
                    chu.khoang(n.saturating_sub(1), n),
                    "đoạn mở đầu kết thúc bằng dấu chấm mà chưa thành câu",
                )
                .advice(format!("viết: {};", chu.viet(n.saturating_sub(1))));
            soi.push(finding);
        }
    }
}

/// Whether an order of the body begins like an opening: "Thực hiện nghiêm", "Triển khai đồng bộ".
fn verb_first(chu: &Chu) -> bool {
    matches!(
        chu.nho(2),
        "nghiêm" | "tốt" | "có" | "đầy" | "đúng" | "đồng" | "kịp" | "hiệu" | "ngay" | "quyết" | "nghiệp"
    )
}

fn cau_muc_dich(doan: &Doan, soi: &mut Soi<'_>) {
    if doan.o != O::NoiDung || doan.tieu_de {
        return;
    }
    let chu = &doan.chu;
    let opens = |n: usize| {
        matches!(chu.viet(n), "Để" | "Nhằm")
            || (n == 0 && de_ocr(chu))
            || (chu.viet(n) == "Với"
                && matches!(chu.nho(n + 1), "phương" | "mục" | "tinh" | "quan" | "quyết" | "mong" | "chủ"))
    };
    // Only a sentence with another behind it: the last one of a paragraph may lead into what follows.
    let mut begin = 0;
    for n in 0..chu.tu.len() {
        let stop = chu.viet(n) == "."
            && chu.tu.get(n + 1).is_some_and(|next| chu.tu.get(n).is_some_and(|dot| next.dau > dot.cuoi))
            && chu.hoa_dau(n + 1);
        if !stop {
            continue;
        }
        if opens(begin) && n - begin >= 8 && !co_ve_chinh(chu, begin, n) && !has_main_verb(chu, begin, n) {
            let finding = soi
                .tai(
                    &MUC_DICH,
                    doan,
                    chu.khoang(n.saturating_sub(1), n),
                    format!("câu bắt đầu bằng “{}” chưa có vế chính", chu.viet(begin)),
                )
                .advice("đổi dấu chấm thành dấu phẩy để nối với câu sau, hoặc thêm vế chính");
            soi.push(finding);
        }
        begin = n + 1;
    }
}

/// Whether a comma is followed by a verb in small letters that can be an order: "Để …, cần …", "Nhằm …, tiếp tục …".
fn has_main_verb(chu: &Chu, from: usize, to: usize) -> bool {
    if chu.viet(from) == "Với" {
        return (from..to).any(|n| {
            chu.viet(n) == ","
                && matches!(chu.nho(n + 1), "đề" | "các" | "cần" | "phải" | "mỗi" | "toàn" | "trong" | "năm" | "những")
        });
    }
    (from..to).any(|n| {
        chu.viet(n) == ","
            && matches!(
                chu.nho(n + 1),
                "cần"
                    | "phải"
                    | "đề"
                    | "yêu"
                    | "giao"
                    | "nay"
                    | "tiếp"
                    | "tập"
                    | "tổ"
                    | "xây"
                    | "thực"
                    | "đẩy"
                    | "tăng"
                    | "các"
                    | "mỗi"
                    | "từng"
                    | "trong"
                    | "trước"
                    | "ngay"
                    | "năm"
                    | "việc"
                    | "ngày"
                    | "ngoài"
                    | "bên"
                    | "những"
                    | "hằng"
                    | "hàng"
                    | "đồng"
                    | "đơn"
                    | "mọi"
            )
    })
}

#[cfg(test)]
mod tests {
    use crate::check::noi_dung::thu::tim;

    #[test]
    fn openings_that_stop() {
        let wrong = "Thực hiện Kế hoạch số 52/KH-UBND ngày 11/5/2026 của UBND tỉnh về việc phát động thi đua, tiến tới Đại hội.\nCăn cứ chương trình công tác năm 2026, Sở Y tế xây dựng kế hoạch như sau:";
        assert_eq!(tim("cau-cut", wrong), ["hội."]);
        for sound in [
            // The last basis ends in a full stop.
            "Thực hiện Kế hoạch số 52/KH-UBND của UBND tỉnh về việc phát động thi đua.\nSở Y tế xây dựng kế hoạch như sau:",
            "Thực hiện Kế hoạch số 52/KH-UBND của UBND tỉnh, Sở Y tế báo cáo kết quả.\nNhằm phát huy kết quả đạt được, Sở Y tế đề nghị các đơn vị:",
            "Thực hiện Công văn số 52/UBND-VX của UBND tỉnh về tiêm chủng, nay Trung tâm Y tế báo cáo như sau.\nTheo số liệu thống kê, có 12 ca.",
        ] {
            assert!(tim("cau-cut", sound).is_empty(), "{sound}");
        }
    }

    #[test]
    fn purposes_without_a_clause() {
        let wrong = "Với phương châm phong phú về nội dung, đa dạng về hình thức. Huy động sự tham gia của báo, đài.";
        assert_eq!(tim("cau-thieu-ve-chinh", wrong), ["thức."]);
        for sound in [
            "Để thực hiện tốt công tác phòng, chống dịch, các đơn vị cần chủ động. Giao Phòng Nghiệp vụ Y theo dõi.",
            "Nhằm nâng cao chất lượng khám bệnh, Sở Y tế yêu cầu các đơn vị rà soát. Các đơn vị báo cáo trước ngày 10.",
        ] {
            assert!(tim("cau-thieu-ve-chinh", sound).is_empty(), "{sound}");
        }
    }
}
