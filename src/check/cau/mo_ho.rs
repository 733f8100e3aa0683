//! Sentences that say too much at once, or too little.

use crate::check::noi_dung::than::trong_bang;
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::ban_thao::LoaiTu;
use crate::model::{Chu, Doan, O};
use std::ops::Range;

/// More syllables than anybody reads in one breath.
const DAI: usize = 130;

static CAU: Code = Code::goi_y("cau-qua-dai");

/// A sentence of more than 130 syllables.
pub static CAU_DAI: Rule = Rule {
    code: &CAU,
    ho: Ho::NoiDung,
    vi_sao: "Câu hơn 130 âm tiết khó đọc, khó giao việc và khó viện dẫn; phần liệt kê nên tách thành điểm.",
    vi_du: &[ViDu::noi_dung(
        "Các đơn vị trực thuộc có trách nhiệm (1) tổ chức quán triệt mục đích, ý nghĩa của phong trào đến toàn thể công chức, viên chức, người lao động, (2) xây dựng kế hoạch phát động thi đua của đơn vị mình, xác định rõ chỉ tiêu, giải pháp, (3) tổ chức đăng ký thi đua và gửi bản đăng ký về Phòng Tổ chức cán bộ, (4) kịp thời phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến, (5) bình xét, đề nghị khen thưởng tập thể, cá nhân có thành tích xuất sắc, (6) tuyên truyền gương người tốt, việc tốt trên trang thông tin điện tử của đơn vị, (7) bảo đảm kinh phí khen thưởng theo quy định của pháp luật, (8) báo cáo kết quả thực hiện về Sở Y tế trước ngày 15 tháng 11 năm 2026.",
        "Các đơn vị trực thuộc có trách nhiệm:\na) Tổ chức quán triệt mục đích, ý nghĩa của phong trào đến toàn thể công chức, viên chức, người lao động;\nb) Xây dựng kế hoạch phát động thi đua của đơn vị mình, xác định rõ chỉ tiêu, giải pháp;\nc) Tổ chức đăng ký thi đua và gửi bản đăng ký về Phòng Tổ chức cán bộ;\nd) Kịp thời phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến;\nđ) Bình xét, đề nghị khen thưởng tập thể, cá nhân có thành tích xuất sắc;\ne) Tuyên truyền gương người tốt, việc tốt trên trang thông tin điện tử của đơn vị;\ng) Bảo đảm kinh phí khen thưởng theo quy định của pháp luật;\nh) Báo cáo kết quả thực hiện về Sở Y tế trước ngày 15 tháng 11 năm 2026.",
    )],
    kiem: Kiem::Doan(cau_dai),
};

static THOI_GIAN: Code = Code::goi_y("thoi-gian-mo-ho");

/// "từ nay", "sắp tới": no date.
pub static THOI_GIAN_MO_HO: Rule = Rule {
    code: &THOI_GIAN,
    ho: Ho::NoiDung,
    vi_sao: "Thời gian trong văn bản phải rõ ràng, cụ thể: “từ nay” là từ ngày ký, ngày nhận, hay ngày nào.",
    vi_du: &[ViDu::noi_dung("Đợt thi đua bắt đầu từ nay đến hết năm.", "Đợt thi đua bắt đầu từ ngày ký Kế hoạch này.")],
    kiem: Kiem::Doan(thoi_gian_mo_ho),
};

static BAO_CAO: Code = Code::goi_y("bao-cao-khong-han");

/// "gửi báo cáo" without a date.
pub static BAO_CAO_KHONG_HAN: Rule = Rule {
    code: &BAO_CAO,
    ho: Ho::NoiDung,
    vi_sao: "Yêu cầu gửi báo cáo mà không có thời hạn thì không đôn đốc được.",
    vi_du: &[ViDu::noi_dung(
        "Các đơn vị gửi báo cáo tổng kết về Phòng Tổ chức cán bộ.",
        "Các đơn vị gửi báo cáo tổng kết về Phòng Tổ chức cán bộ trước ngày 15 tháng 11 năm 2026.",
    )],
    kiem: Kiem::Doan(bao_cao_khong_han),
};

/// The sentences of a paragraph, by pieces.
pub fn cac_cau(chu: &Chu) -> impl Iterator<Item = Range<usize>> {
    let mut begin = 0;
    let mut ends: Vec<Range<usize>> = Vec::new();
    for n in 0..chu.tu.len() {
        let next = chu.tu.get(n + 1);
        let spaced = next.is_none_or(|next| chu.tu.get(n).is_some_and(|mark| next.dau > mark.cuoi));
        if matches!(chu.viet(n), "." | "?" | "!") && spaced && n > begin {
            ends.push(begin..n + 1);
            begin = n + 1;
        }
    }
    if begin < chu.tu.len() {
        ends.push(begin..chu.tu.len());
    }
    ends.into_iter()
}

fn cau_dai(doan: &Doan, soi: &mut Soi<'_>) {
    if doan.o != O::NoiDung || doan.chu.tu.len() <= DAI || trong_bang(doan) {
        return;
    }
    let chu = &doan.chu;
    for cau in cac_cau(chu) {
        let words = cau.clone().filter(|n| chu.tu.get(*n).is_some_and(|tu| tu.loai != LoaiTu::Dau)).count();
        if words > DAI {
            let range = chu.khoang(cau.start, (cau.start + 4).min(cau.end - 1));
            soi.bao(&CAU, doan, range, format!("câu dài {words} âm tiết, nên tách"));
        }
    }
}

fn thoi_gian_mo_ho(doan: &Doan, soi: &mut Soi<'_>) {
    if doan.o != O::NoiDung || doan.tieu_de {
        return;
    }
    let chu = &doan.chu;
    for words in soi.ctx.kho.tu_dien.biet(&THOI_GIAN) {
        if !chu.thuong.contains(words.as_str()) {
            continue;
        }
        let pieces: Vec<&str> = words.split(' ').collect();
        if let Some(n) = (0..chu.tu.len()).find(|n| chu.khop(*n, &pieces)) {
            let range = chu.khoang(n, n + pieces.len() - 1);
            soi.bao(&THOI_GIAN, doan, range, format!("“{words}” không nói rõ là ngày nào"));
        }
    }
}

fn bao_cao_khong_han(doan: &Doan, soi: &mut Soi<'_>) {
    if doan.o != O::NoiDung || !doan.chu.thuong.contains("báo cáo") {
        return;
    }
    let chu = &doan.chu;
    const DATED: [&str; 12] =
        ["ngày", "tháng", "quý", "định", "hằng", "hàng", "tuần", "giờ", "chậm", "thời", "năm", "khi"];
    for cau in cac_cau(chu) {
        let found = cau
            .clone()
            .find(|n| chu.khop(*n, &["gửi", "báo", "cáo"]) || chu.khop(*n, &["báo", "cáo", "kết", "quả", "về"]));
        if let Some(n) = found
            && !cau.clone().any(|n| DATED.contains(&chu.nho(n)))
        {
            soi.bao(&BAO_CAO, doan, chu.khoang(n, n + 2), "yêu cầu gửi báo cáo mà không có thời hạn");
        }
    }
}
