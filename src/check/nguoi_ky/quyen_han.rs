//! Authority against post (khoản 7 điểm b; Điều 13).

use super::khoi::{Khoi, bat_dau, cac_khoi, cap_pho, dau_ky, quyen, tu_do, viet_tat};
use super::tap_the::tm_sai;
use crate::check::dau::nhan_dien::{cua_dang, goc};
use crate::check::{Ho, Kiem, Nen, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::{BanThao, Doan, O, QuyenHan, Reference};

pub(super) const KHOAN_7B: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7 điểm b";

static DANG: Code = Code::tra_lai("quyen-han-sai-dang").theo(KHOAN_7B);
static KT: Code = Code::tra_lai("kt-khong-cap-pho").theo(KHOAN_7B);
static THIEU_KT: Code = Code::tra_lai("cap-pho-thieu-kt").theo(KHOAN_7B);
static DUNG_DAU: Code = Code::tra_lai("quyen-han-khong-cap-truong").theo(KHOAN_7B);
static TUQ: Code = Code::tra_lai("tuq-ky-lai").theo("NĐ 30/2020/NĐ-CP, Điều 13 khoản 3");
static THAM_QUYEN: Code =
    Code::tra_lai("tham-quyen-khac-nguoi-ky").theo("NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.2, chú thích 6; Điều 13");

/// "K/T", "KT GIÁM ĐỐC", "TƯQ.".
pub static QUYEN_HAN_DANG: Rule = Rule {
    code: &DANG,
    ho: Ho::NguoiKy,
    vi_sao: "Các chữ viết tắt quyền hạn là “TM.”, “Q.”, “KT.”, “TL.”, “TUQ.”: in hoa, có dấu chấm, cách chức vụ một dấu cách.",
    vi_du: &[
        ViDu::o(O::QuyenHan, "K/T GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"),
        ViDu::o(O::QuyenHan, "KT GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"),
        ViDu::o(O::QuyenHan, "KT/GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"),
        ViDu::o(O::QuyenHan, "QUYỀN GIÁM ĐỐC", "Q. GIÁM ĐỐC"),
    ],
    kiem: Kiem::BanThao(dang),
};

/// Under "KT. GIÁM ĐỐC" stands no "PHÓ GIÁM ĐỐC".
pub static KT_CAP_PHO: Rule = Rule {
    code: &KT,
    ho: Ho::NguoiKy,
    vi_sao: "“KT.” là cấp phó ký thay người đứng đầu: dòng trên là chức vụ cấp trưởng, dòng dưới là chức vụ cấp phó của người ký.",
    vi_du: &[
        ViDu::o(O::QuyenHan, "KT. GIÁM ĐỐC\nGIÁM ĐỐC", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"),
        ViDu::o(O::QuyenHan, "KT. BỘ TRƯỞNG\nPHÓ GIÁM ĐỐC", "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG"),
        ViDu::o(O::QuyenHan, "KT. TỔNG GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "KT. TỔNG GIÁM ĐỐC\nPHÓ TỔNG GIÁM ĐỐC"),
        ViDu::o(O::QuyenHan, "KT. GIÁM ĐỐC", "KT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG"),
    ],
    kiem: Kiem::BanThao(kt_cap_pho),
};

/// A deputy signs without "KT.".
pub static CAP_PHO_THIEU_KT: Rule = Rule {
    code: &THIEU_KT,
    ho: Ho::NguoiKy,
    vi_sao: "Cấp phó ký thay người đứng đầu thì phải ghi “KT.” vào trước chức vụ của người đứng đầu, kể cả khi được giao phụ trách, điều hành.",
    vi_du: &[
        ViDu::o(O::QuyenHan, "PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"),
        ViDu::o(O::QuyenHan, "TL. GIÁM ĐỐC\nPHÓ TRƯỞNG PHÒNG", "TL. GIÁM ĐỐC\nKT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG"),
    ],
    kiem: Kiem::BanThao(thieu_kt),
};

/// "TL. PHÓ GIÁM ĐỐC", "TL. SỞ Y TẾ", "KT. PHÓ GIÁM ĐỐC".
pub static QUYEN_HAN_CAP_TRUONG: Rule = Rule {
    code: &DUNG_DAU,
    ho: Ho::NguoiKy,
    vi_sao: "“KT.”, “TL.”, “TUQ.”, “Q.” ghi vào trước chức vụ của người đứng đầu, không trước tên cơ quan hay chức vụ cấp phó; dưới TL., TUQ. là chức vụ của người ký.",
    vi_du: &[
        ViDu::o(O::QuyenHan, "TL. PHÓ GIÁM ĐỐC\nTRƯỞNG PHÒNG", "TL. GIÁM ĐỐC\nTRƯỞNG PHÒNG"),
        ViDu::o(O::QuyenHan, "TL. SỞ Y TẾ\nCHÁNH VĂN PHÒNG", "TL. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG"),
        ViDu::o(O::QuyenHan, "TL. GIÁM ĐỐC", "TUQ. GIÁM ĐỐC\nGIÁM ĐỐC BỆNH VIỆN"),
    ],
    kiem: Kiem::BanThao(cap_truong),
};

/// "TUQ." and then "KT.".
pub static TUQ_KY_LAI: Rule = Rule {
    code: &TUQ,
    ho: Ho::NguoiKy,
    vi_sao: "Người được ký thừa ủy quyền không được ủy quyền lại cho người khác ký.",
    vi_du: &[ViDu::o(
        O::QuyenHan,
        "TUQ. GIÁM ĐỐC\nKT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG",
        "TL. GIÁM ĐỐC\nKT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG",
    )],
    kiem: Kiem::BanThao(tuq_ky_lai),
};

/// The authority over the legal bases and the signer's block say different things.
pub static THAM_QUYEN_NGUOI_KY: Rule = Rule {
    code: &THAM_QUYEN,
    ho: Ho::NguoiKy,
    vi_sao: "Thẩm quyền của người đứng đầu thì ghi chức vụ và người đứng đầu ký (không TM.); thẩm quyền của tập thể thì ghi tên tập thể và ký thay mặt (TM.).",
    vi_du: &[ViDu::cac_o(
        Nen::QuyetDinh,
        [O::ThamQuyen, O::QuyenHan, O::QuyenHan, O::QuyenHan],
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH CAO BẰNG\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH CAO BẰNG\nCHỦ TỊCH",
    )],
    kiem: Kiem::BanThao(tham_quyen),
};

/// The blocks that Nghị định 30 governs.
pub(super) fn cac_khoi_nha_nuoc(ban: &BanThao) -> Vec<Khoi<'_>> {
    if cua_dang(ban) { Vec::new() } else { cac_khoi(ban) }
}

/// The whole line.
pub(super) fn ca_dong(doan: &Doan) -> std::ops::Range<usize> {
    let text = doan.chu.text.as_str();
    text.len() - text.trim_start().len()..text.trim_end().len()
}

/// Whether words begin with the post of somebody: "GIÁM ĐỐC", "TRƯỞNG PHÒNG", "PHÓ …".
pub(super) fn la_chuc_vu(reference: &Reference, words: &str) -> bool {
    const KHAC: [&str; 14] = [
        "phó",
        "thứ trưởng",
        "trưởng",
        "chánh",
        "vụ trưởng",
        "thủ trưởng",
        "tổng cục trưởng",
        "chủ nhiệm",
        "trạm trưởng",
        "đội trưởng",
        "thống đốc",
        "tổng thanh tra",
        "tổng biên tập",
        "chỉ huy trưởng",
    ];
    reference.chuc_vu.dung_dau.iter().map(String::as_str).chain(KHAC).any(|post| bat_dau(words, post))
}

/// Whether words begin with an agency whose head signs in his own right.
pub(super) fn la_thu_truong(reference: &Reference, words: &str) -> bool {
    const TAP_THE: [&str; 5] = ["bộ chính trị", "bộ tư lệnh", "bộ chỉ huy", "trường ca", "phòng khách"];
    // "TRƯỞNG" is no "TRƯỜNG": the words are compared with their marks.
    reference.chuc_vu.thu_truong.iter().any(|name| bat_dau(words, name)) && !TAP_THE.iter().any(|t| bat_dau(words, t))
}

/// The deputy's post of a head's, in capitals.
fn chuc_vu_pho(reference: &Reference, head: &str) -> String {
    let of_its_own = reference.chuc_vu.cap_pho.iter().find(|(_, truong)| truong.to_uppercase() == head);
    of_its_own.map_or_else(|| format!("PHÓ {head}"), |(pho, _)| pho.to_uppercase())
}

fn dang(ban: &BanThao, soi: &mut Soi<'_>) {
    for khoi in cac_khoi_nha_nuoc(ban) {
        for doan in khoi.dong.iter().filter(|doan| doan.o == O::QuyenHan) {
            let chu = &doan.chu;
            if chu.nho(0) == "quyền" && la_chuc_vu(soi.ctx.reference, tu_do(chu, 1)) {
                soi.sua(&DANG, doan, chu.khoang(0, 0), "được giao quyền cấp trưởng ghi “Q.”", "Q.");
                continue;
            }
            let Some((kind, next)) = quyen(chu) else { continue };
            let right = viet_tat(kind);
            let range = 0..chu.khoang(next, next).start;
            let written = chu.text.get(range.clone()).unwrap_or_default();
            if written.split_whitespace().eq([right]) && written.ends_with(char::is_whitespace) {
                continue;
            }
            let shown = written.trim_end().to_owned();
            let message = match shown == right {
                true => format!("sau “{right}” có một dấu cách"),
                false => format!("quyền hạn ghi là “{right}”, không phải “{shown}”"),
            };
            soi.sua(&DANG, doan, range, message, format!("{right} "));
        }
    }
}

fn kt_cap_pho(ban: &BanThao, soi: &mut Soi<'_>) {
    for khoi in cac_khoi_nha_nuoc(ban) {
        for (index, doan) in khoi.dong.iter().enumerate() {
            let Some((QuyenHan::Kt, next)) = quyen(&doan.chu) else { continue };
            let head = tu_do(&doan.chu, next).to_uppercase();
            let right = chuc_vu_pho(soi.ctx.reference, &head);
            let rest = &khoi.dong[index + 1..];
            let deputy = rest.iter().find(|line| cap_pho(&line.chu));
            match (deputy, rest.first()) {
                // A post that runs over two lines is one.
                (Some(line), _) if hop(soi.ctx.reference, &head, &line.chu.text) => {}
                (Some(line), _) | (None, Some(line)) => {
                    let message = format!("dưới “KT. {head}” phải là chức vụ cấp phó");
                    let finding = soi.tai(&KT, line, ca_dong(line), message);
                    soi.push(finding.advice(format!("viết: {right}")));
                }
                (None, None) => {
                    let message = format!("dưới “KT. {head}” thiếu chức vụ cấp phó của người ký");
                    let finding = soi.tai(&KT, doan, ca_dong(doan), message);
                    soi.push(finding.advice(format!("thêm dòng: {right}")));
                }
            }
        }
    }
}

/// Whether a deputy's line goes with the head's post: they share a word of the post, or it is a deputy of a name of its own.
fn hop(reference: &Reference, head: &str, deputy: &str) -> bool {
    let deputy = deputy.trim().to_uppercase();
    // "KT. TỔNG GIÁM ĐỐC / PHÓ GIÁM ĐỐC" shares its words and no post.
    const TONG: [&str; 3] = ["TỔNG GIÁM ĐỐC", "TỔNG BIÊN TẬP", "TỔNG CỤC TRƯỞNG"];
    if TONG.iter().any(|post| head.contains(post) != deputy.contains(post)) {
        return false;
    }
    let truong = reference.chuc_vu.cap_truong(&deputy).unwrap_or_default();
    let of_its_own = reference.chuc_vu.cap_pho.keys().any(|pho| deputy.starts_with(&pho.to_uppercase()));
    if of_its_own {
        return head.starts_with(&truong) || truong.is_empty();
    }
    let shared = deputy.split_whitespace().skip(1).filter(|word| head.split_whitespace().any(|h| h == *word)).count();
    shared > 0
}

fn thieu_kt(ban: &BanThao, soi: &mut Soi<'_>) {
    for khoi in cac_khoi_nha_nuoc(ban) {
        let mut above = None;
        for doan in khoi.dong.iter().filter(|doan| doan.o == O::QuyenHan) {
            if let Some((kind, next)) = quyen(&doan.chu) {
                // Công đoàn and Mặt trận: "TM. BAN THƯỜNG VỤ / PHÓ CHỦ TỊCH".
                let own_way = tu_do(&doan.chu, next).to_lowercase();
                let own_way = ["ban thường", "ban chấp hành", "đoàn chủ tịch"].iter().any(|t| own_way.starts_with(t))
                    || (kind == QuyenHan::Tm && tm_sai(soi.ctx.reference, &own_way).is_some());
                above = Some(if own_way { QuyenHan::Kt } else { kind });
            } else if cap_pho(&doan.chu) {
                if above != Some(QuyenHan::Kt) && !doan.chu.thuong.contains("bí thư") {
                    let finding = soi.tai(
                        &THIEU_KT,
                        doan,
                        ca_dong(doan),
                        "cấp phó ký phải có “KT.” và chức vụ cấp trưởng ở dòng trên",
                    );
                    let post = doan.chu.text.trim().to_uppercase();
                    let head = soi.ctx.reference.chuc_vu.cap_truong(&post);
                    soi.push(match head {
                        Some(head) => finding.advice(format!("thêm dòng: KT. {head}")),
                        None => finding,
                    });
                }
                break;
            }
        }
    }
}

fn cap_truong(ban: &BanThao, soi: &mut Soi<'_>) {
    for khoi in cac_khoi_nha_nuoc(ban) {
        for (index, doan) in khoi.dong.iter().enumerate() {
            let Some((kind, next)) = quyen(&doan.chu).filter(|(kind, _)| *kind != QuyenHan::Tm) else { continue };
            let words = tu_do(&doan.chu, next);
            let mark = viet_tat(kind);
            let deputy = bat_dau(words, "phó") || bat_dau(words, "thứ trưởng");
            let agency = !la_chuc_vu(soi.ctx.reference, words)
                && (la_thu_truong(soi.ctx.reference, words)
                    || soi.ctx.reference.chuc_vu.tap_the.iter().any(|t| bat_dau(words, t))
                    || bat_dau(words, "ubnd"));
            if deputy || agency {
                let what = if deputy { "chức vụ cấp phó" } else { "tên cơ quan" };
                let message = format!("“{mark}” đi với chức vụ người đứng đầu, không đi với {what}");
                soi.bao(&DUNG_DAU, doan, ca_dong(doan), message);
            } else if matches!(kind, QuyenHan::Tl | QuyenHan::Tuq)
                && !khoi.dong[index + 1..].iter().any(|line| line.o == O::QuyenHan)
                && khoi.ho_ten.is_some()
            {
                let message = format!("dưới dòng “{mark}” thiếu chức vụ của người ký");
                soi.bao(&DUNG_DAU, doan, ca_dong(doan), message);
            }
        }
    }
}

fn tuq_ky_lai(ban: &BanThao, soi: &mut Soi<'_>) {
    for khoi in cac_khoi_nha_nuoc(ban) {
        let kinds = khoi.dong.iter().map(|doan| quyen(&doan.chu).map(|(kind, _)| kind));
        let kinds: Vec<Option<QuyenHan>> = kinds.collect();
        let Some(tuq) = kinds.iter().position(|kind| *kind == Some(QuyenHan::Tuq)) else { continue };
        if let Some(kt) = kinds.iter().skip(tuq).position(|kind| *kind == Some(QuyenHan::Kt)) {
            let doan = khoi.dong[tuq + kt];
            soi.bao(&TUQ, doan, ca_dong(doan), "ký thừa ủy quyền không được giao lại cho cấp phó ký thay");
        }
    }
}

fn tham_quyen(ban: &BanThao, soi: &mut Soi<'_>) {
    let Some(tham_quyen) = goc(ban, O::ThamQuyen).next() else { return };
    for khoi in cac_khoi_nha_nuoc(ban) {
        let Some(first) = khoi.dong.first().filter(|doan| doan.o == O::QuyenHan && !dau_ky(&doan.chu)) else {
            continue;
        };
        let words = tham_quyen.chu.text.trim();
        let by_head = la_chuc_vu(soi.ctx.reference, words);
        let by_body = soi.ctx.reference.chuc_vu.tap_the.iter().any(|t| bat_dau(words, t));
        let kind = quyen(&first.chu).map(|(kind, _)| kind);
        // "TM." before a post is said to be wrong by itself.
        if quyen(&first.chu).is_some_and(|(_, next)| {
            kind == Some(QuyenHan::Tm) && tm_sai(soi.ctx.reference, tu_do(&first.chu, next)).is_some()
        }) {
            continue;
        }
        let message = match kind {
            Some(QuyenHan::Tm) if by_head => format!("thẩm quyền là {words} mà ký thay mặt tập thể"),
            None | Some(QuyenHan::Kt | QuyenHan::Q) if by_body => {
                format!("thẩm quyền là {words} mà không ký thay mặt (TM.)")
            }
            _ => continue,
        };
        let mut finding = soi.tai(&THAM_QUYEN, first, ca_dong(first), message);
        // Hội đồng's resolutions are certified by who presided over the session: many sign "CHỦ TỊCH" alone.
        if kind.is_none() && bat_dau(words, "HỘI ĐỒNG NHÂN DÂN") {
            finding.severity = crate::diag::Severity::GoiY;
        }
        soi.push(finding.also(tham_quyen.place.clone(), "thẩm quyền ghi ở đây"));
    }
}
