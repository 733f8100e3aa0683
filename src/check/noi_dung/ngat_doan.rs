//! Paragraphs torn in two, and paragraphs that just stop.

use super::than::{Ket, bi_ngat, cac_than, ket, la_gach, la_tron, trich_dan, trong_bang};
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::{BanThao, BlockKind, Doan, O};

static NGAT: Code = Code::canh_bao("doan-bi-ngat").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục I");

/// A line break inside a sentence.
pub static DOAN_BI_NGAT: Rule = Rule {
    code: &NGAT,
    ho: Ho::NoiDung,
    vi_sao: "Xuống dòng là hết câu; dòng hết mà câu chưa hết, dòng sau viết thường, là đoạn bị ngắt khi chuyển trang hoặc sao chép.",
    vi_du: &[ViDu::noi_dung(
        "Các đơn vị tổ chức quán triệt, phổ biến nội dung của Kế hoạch đến toàn thể cán bộ và\nviên chức trong đơn vị.",
        "Các đơn vị tổ chức quán triệt, phổ biến nội dung của Kế hoạch đến toàn thể cán bộ và viên chức trong đơn vị.",
    )],
    kiem: Kiem::BanThao(doan_bi_ngat),
};

static THIEU: Code = Code::canh_bao("doan-thieu-dau-cuoi").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục I");

/// A sentence without its mark at the end of a paragraph.
pub static DOAN_THIEU_DAU: Rule = Rule {
    code: &THIEU,
    ho: Ho::DauCau,
    vi_sao: "Câu kết thúc bằng dấu chấm; câu dẫn vào phần liệt kê kết thúc bằng dấu hai chấm.",
    vi_du: &[ViDu::noi_dung(
        "Các đơn vị căn cứ chức năng, nhiệm vụ được giao xây dựng kế hoạch cụ thể để tổ chức thực hiện tại đơn vị",
        "Các đơn vị căn cứ chức năng, nhiệm vụ được giao xây dựng kế hoạch cụ thể để tổ chức thực hiện tại đơn vị.",
    )],
    kiem: Kiem::BanThao(thieu_dau),
};

static DAN: Code = Code::canh_bao("cau-dan-thieu-hai-cham");

/// "như sau." before what follows.
pub static CAU_DAN: Rule = Rule {
    code: &DAN,
    ho: Ho::DauCau,
    vi_sao: "Câu dẫn “như sau”, “cụ thể” kết thúc bằng dấu hai chấm.",
    vi_du: &[ViDu::noi_dung(
        "Sở Y tế yêu cầu các đơn vị thực hiện một số nội dung sau.\n1. Tổ chức đăng ký thi đua.\n2. Tổ chức bình xét.",
        "Sở Y tế yêu cầu các đơn vị thực hiện một số nội dung sau:\n1. Tổ chức đăng ký thi đua.\n2. Tổ chức bình xét.",
    )],
    kiem: Kiem::BanThao(cau_dan),
};

/// Shorter paragraphs without a mark are titles, lines of a form, items.
const CAU_NGAN: usize = 15;

fn doan_bi_ngat(ban: &BanThao, soi: &mut Soi<'_>) {
    if !ban.go_tay() {
        return;
    }
    let all: Vec<&Doan> = ban.doan.iter().filter(|d| matches!(d.o, O::CanCu | O::NoiDung)).collect();
    let mut before: Option<&Doan> = None;
    for (at, doan) in all.iter().copied().enumerate() {
        let torn = before
            .filter(|b| b.kem == doan.kem && !trong_bang(b) && !trong_bang(doan) && bi_ngat(b, doan))
            .filter(|_| !o_bang(&all, at) && !gan_cot(&all, at));
        if let Some(before) = torn {
            let n = before.chu.tu.len().saturating_sub(1);
            let begin = if before.chu.tu.get(n).is_some_and(|tu| tu.loai == crate::model::ban_thao::LoaiTu::Dau) {
                n.saturating_sub(1)
            } else {
                n
            };
            let (words, first) = (before.chu.khoang(begin, n), doan.chu.viet(0));
            let finding = soi
                .tai(&NGAT, before, words, format!("đoạn bị ngắt giữa câu: đoạn sau viết tiếp từ “{first}”"))
                .also(doan.place.clone(), "phần viết tiếp")
                .advice("nối hai đoạn làm một");
            soi.push(finding);
        }
        before = Some(doan);
    }
}

/// Whether words stand in columns near a line: lines of cells, longer and shorter, before and behind a row that kept its
/// columns.
fn gan_cot(all: &[&Doan], at: usize) -> bool {
    let near = all.get(at.saturating_sub(4)..(at + 3).min(all.len())).unwrap_or_default();
    near.iter().any(|doan| doan.chu.text.contains("   ") || doan.chu.text.contains('\t'))
}

/// Whether a line stands among cells of a table that lost its rules: short lines, each of them without a mark.
fn o_bang(all: &[&Doan], at: usize) -> bool {
    let cell = |doan: &&&Doan| ket(&doan.chu) == Ket::Khong && doan.chu.so_am_tiet() <= 8 && !doan.tieu_de;
    let before = all.get(at.saturating_sub(1)).map_or(0, |d| d.chu.so_am_tiet());
    let long = before >= 12 && all.get(at).is_some_and(|d| d.chu.so_am_tiet() >= 6);
    let back = all.get(at.saturating_sub(5)..at).unwrap_or_default().iter().filter(cell).count();
    let on = all.get(at..(at + 5).min(all.len())).unwrap_or_default().iter().filter(cell).count();
    back + on >= if long { 5 } else { 3 }
}

/// The end of a paragraph that is a whole clause and not a title, without a mark.
fn khong_dau(doan: &Doan) -> bool {
    ket(&doan.chu) == Ket::Khong
        && !doan.tieu_de
        && !la_gach(doan)
        && doan.cap == 0
        && !doan.chu.in_hoa()
        && matches!(doan.loai, BlockKind::Doan | BlockKind::Khoan | BlockKind::Dieu | BlockKind::Diem)
}

/// Types whose bodies are lines of a form.
const BIEU_MAU: [&str; 11] = [
    "giấy mời",
    "giấy giới thiệu",
    "giấy nghỉ phép",
    "giấy ủy quyền",
    "biên bản",
    "hợp đồng",
    "bản ghi nhớ",
    "bản thỏa thuận",
    "phiếu gửi",
    "phiếu chuyển",
    "phiếu báo",
];

fn thieu_dau(ban: &BanThao, soi: &mut Soi<'_>) {
    if !ban.go_tay() || BIEU_MAU.contains(&ban.ten_loai()) {
        return;
    }
    for than in cac_than(ban).into_iter().take(1) {
        let quoted = trich_dan(&than, soi.ctx.files);
        for (at, doan) in than.iter().enumerate() {
            let last = at + 1 == than.len();
            if last || quoted.get(at).copied().unwrap_or(false) || !khong_dau(doan) || doan.chu.so_am_tiet() < CAU_NGAN
            {
                continue;
            }
            // A bold line of its own, a slogan, a line of a form, the lead of a list are no sentences that lost their mark.
            let next = than.get(at + 1);
            let leads = next.is_some_and(|next| {
                !la_tron(next)
                    && !next.tieu_de
                    && (next.loai > doan.loai || la_gach(next))
                    && doan.loai != BlockKind::Doan
            });
            let bold = doan
                .dang
                .as_ref()
                .is_some_and(|d| d.dam == Some(true) || d.can == Some(crate::model::ban_thao::dang::Can::Giua));
            if leads
                || bold
                || next.is_some_and(|next| bi_ngat(doan, next))
                || doan.chu.text.contains('@')
                || doan.chu.thuong.contains("website")
                || doan.chu.text.trim_end().ends_with(['”', '"', ')', '/', '-'])
            {
                continue;
            }
            let n = doan.chu.tu.len().saturating_sub(1);
            soi.bao(&THIEU, doan, doan.chu.khoang(n, n), "đoạn kết thúc mà không có dấu câu");
        }
    }
}

/// Ends of words that open a list.
const MO: [&[&str]; 14] = [
    &["như", "sau"],
    &["sau", "đây"],
    &["dưới", "đây"],
    &["nội", "dung", "sau"],
    &["việc", "sau"],
    &["nhiệm", "vụ", "sau"],
    &["giải", "pháp", "sau"],
    &["vấn", "đề", "sau"],
    &["yêu", "cầu", "sau"],
    &["điểm", "sau"],
    &["cụ", "thể"],
    &["bao", "gồm"],
    &["gồm", "có"],
    &["gồm"],
];

fn cau_dan(ban: &BanThao, soi: &mut Soi<'_>) {
    if !ban.go_tay() {
        return;
    }
    for than in cac_than(ban) {
        for pair in than.windows(2) {
            let [doan, next] = pair else { continue };
            if doan.tieu_de
                || matches!(ket(&doan.chu), Ket::HaiCham | Ket::Xong | Ket::Khac | Ket::Phay)
                || la_tron(next) && bi_ngat(doan, next)
            {
                continue;
            }
            let chu = &doan.chu;
            let marks = usize::from(ket(chu) != Ket::Khong);
            let Some(n) = chu.tu.len().checked_sub(marks + 1) else { continue };
            let Some(words) =
                MO.iter().find(|words| (n + 1).checked_sub(words.len()).is_some_and(|at| chu.khop(at, words)))
            else {
                continue;
            };
            // "cụ thể", "gồm" end sentences of other kinds: there has to be a list behind them.
            let sure = matches!(words.last(), Some(&"sau" | &"đây"));
            let list = !next.so.is_empty() || la_gach(next);
            let end = chu.tu.len().saturating_sub(1);
            if (list && next.loai != BlockKind::Phan)
                && (sure || (ket(chu) == Ket::Khong || words.last() == Some(&"gồm")))
            {
                let range = chu.khoang(n, end);
                let right = format!("{}:", chu.viet(n));
                soi.sua(&DAN, doan, range, "câu dẫn vào phần liệt kê kết thúc bằng dấu hai chấm", right);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::thu::tim;

    #[test]
    fn torn_paragraphs() {
        for (text, want) in [
            ("Các phong trào “Toàn dân đoàn kết”, “Cán bộ,\n\ncông chức nói không với tiêu cực”.", vec!["bộ,"]),
            ("Đại hội thi đua yêu nước của tỉnh\n\nlần VI; tăng cường công tác phát hiện.", vec!["tỉnh"]),
            (
                "Thực hiện tốt các chủ trương của Đảng, pháp luật của Nhà nước và các\n\nNghị quyết của Hội đồng nhân dân tỉnh.",
                vec!["các"],
            ),
            ("Thành phần gồm:\n\nđại diện Sở Y tế;\n\nđại diện Sở Tài chính.", vec![]),
            ("Kinh phí thực hiện\n\nTừ nguồn chi thường xuyên.", vec![]),
        ] {
            assert_eq!(tim("doan-bi-ngat", text), want, "{text}");
        }
    }

    #[test]
    fn cells_of_a_lost_table_are_no_paragraphs() {
        let cells =
            "1\n\nTỷ lệ người dân tham gia\n\nbảo hiểm y tế\n\n%\n\n97,5\n\nTrẻ em được tiêm\n\nchủng đầy đủ\n\n47,2";
        assert!(tim("doan-bi-ngat", cells).is_empty());
    }

    #[test]
    fn a_table_drawn_with_spaces_is_no_torn_paragraph() {
        let rows = "Trong năm, ngành tổ chức hai đợt thi đua:\n\nHưởng ứng ngày Sức khỏe toàn dân (07/4);\n\n\
                    Từ ngày 28/02/2026        chào mừng kỷ niệm 51 năm ngày Giải phóng\n\n\
                    đến ngày 19/5/2026        miền Nam, thống nhất đất nước, kỷ niệm 136\n\n\
                    năm ngày sinh Chủ tịch Hồ Chí Minh\n\nCác đơn vị thực hiện.";
        assert!(tim("doan-bi-ngat", rows).is_empty());
    }

    #[test]
    fn leads_of_lists() {
        assert_eq!(
            tim("cau-dan-thieu-hai-cham", "Sở Y tế yêu cầu thực hiện như sau.\n\n1. Đăng ký.\n\n2. Bình xét."),
            ["sau."]
        );
        assert!(tim("cau-dan-thieu-hai-cham", "Các đơn vị báo cáo trước, xử lý sau.\n\nSở Y tế tổng hợp.").is_empty());
    }
}
