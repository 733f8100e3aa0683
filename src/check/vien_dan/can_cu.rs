//! Legal bases: one a line, complete, with the marks of mục II.6a.

use super::co_quan;
use super::doc::VienDan;
use super::loai::Loai;
use crate::check::dau::nhan_dien::quy_pham;
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::ban_thao::LoaiTu;
use crate::model::{BanThao, BlockKind, Chu, Doan, O};

static CODE_DAU: Code = Code::canh_bao("can-cu-dau-cuoi").theo(super::KHOAN_6A);

/// The last basis ends in ";", another in ".".
pub static DAU_CUOI: Rule = Rule {
    code: &CODE_DAU,
    ho: Ho::VienDan,
    vi_sao: "“… sau mỗi căn cứ phải xuống dòng, cuối dòng có dấu chấm phẩy (;), dòng cuối cùng kết thúc bằng dấu chấm (.)”.",
    vi_du: &[ViDu::o(
        O::CanCu,
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.",
    )],
    kiem: Kiem::TuDien,
};

static CODE_GOP: Code = Code::canh_bao("can-cu-gop").theo(super::KHOAN_6A);

/// Several bases in one paragraph.
pub static GOP: Rule = Rule {
    code: &CODE_GOP,
    ho: Ho::VienDan,
    vi_sao: "“… sau mỗi căn cứ phải xuống dòng”. Luật và luật sửa đổi của nó thường đi cùng một dòng.",
    vi_du: &[ViDu::o(
        O::CanCu,
        "Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025; Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về \
         công tác văn thư.",
        "Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;\nCăn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính \
         phủ về công tác văn thư.",
    )],
    kiem: Kiem::TuDien,
};

static CODE_SO: Code = Code::canh_bao("can-cu-khong-so").theo(super::KHOAN_6A);

/// "Căn cứ Chương trình công tác năm 2017 của Ngành".
pub static KHONG_SO: Rule = Rule {
    code: &CODE_SO,
    ho: Ho::VienDan,
    vi_sao: "“Căn cứ ban hành văn bản được ghi đầy đủ tên loại văn bản, số, ký hiệu, cơ quan ban hành, ngày tháng năm ban hành văn bản và \
             trích yếu nội dung văn bản (riêng Luật, Pháp lệnh không ghi số, ký hiệu, cơ quan ban hành).”",
    vi_du: &[ViDu::o(
        O::CanCu,
        "Căn cứ Kế hoạch công tác năm 2026 của Sở Y tế.",
        "Căn cứ Kế hoạch số 05/KH-SYT ngày 08 tháng 01 năm 2026 của Sở Y tế về công tác năm 2026.",
    )],
    kiem: Kiem::TuDien,
};

/// Looks at the legal bases.
pub fn soi(ban: &BanThao, all: &[VienDan<'_>], soi: &mut Soi<'_>) {
    let opening = opening(ban);
    for (index, doan) in opening.iter().enumerate() {
        if !is_basis(doan) {
            continue;
        }
        if doan.o == O::CanCu || doan.chu.khop(0, &["căn", "cứ"]) {
            no_number(doan, all, soi);
        }
        lumped(doan, soi);
        if ban.go_tay() && pure(doan) {
            let next = opening.get(index + 1);
            let last = next.is_none_or(|next| !(is_basis(next) && pure(next)));
            end_mark(ban, doan, last, next.copied(), soi);
        }
    }
}

/// The paragraphs before the first number of the body.
fn opening(ban: &BanThao) -> Vec<&Doan> {
    let body = ban.doan.iter().filter(|doan| doan.kem == 0 && matches!(doan.o, O::CanCu | O::NoiDung));
    let numbered =
        |doan: &&Doan| !doan.so.is_empty() || doan.tieu_de || matches!(doan.loai, BlockKind::Bang | BlockKind::Dieu);
    body.take_while(|doan| doan.o == O::CanCu || !numbered(doan)).collect()
}

/// Whether a paragraph of the opening is a legal basis.
fn is_basis(doan: &Doan) -> bool {
    let chu: &Chu = &doan.chu;
    doan.o == O::CanCu
        || (chu.khop(0, &["căn", "cứ"]) && !chu.khop(2, &["ban", "hành"]))
        || (chu.khop(0, &["thực", "hiện"]) && Loai::tai(chu, 2).is_some() && chu.hoa_dau(2))
        || chu.khop(0, &["theo", "đề", "nghị", "của"])
        || (chu.khop(0, &["xét", "đề", "nghị"]) || chu.khop(0, &["xét", "tờ", "trình"]))
}

/// Whether it is nothing but the basis: no clause of the document's own follows in it.
fn pure(doan: &Doan) -> bool {
    let chu: &Chu = &doan.chu;
    let last = chu.viet(chu.tu.len().saturating_sub(1));
    let own_clause = |n: usize| {
        matches!(chu.viet(n), "," | ";" | ".")
            && (co_quan::bat_dau(chu, n + 1) && Loai::tai(chu, n + 1).is_none())
            && !matches!(chu.nho(n + 1), "chính" | "thống")
    };
    last != ":" && !chu.text.ends_with("./.") && !(0..chu.tu.len()).any(own_clause)
}

fn end_mark(ban: &BanThao, doan: &Doan, last: bool, next: Option<&Doan>, soi: &mut Soi<'_>) {
    let chu: &Chu = &doan.chu;
    let end = chu.tu.len().saturating_sub(1);
    let range = chu.khoang(end, end);
    let mark = chu.viet(end);
    if last {
        // "Thực hiện …;" and then "Nhằm phát huy …, Sở Y tế …": one sentence that goes on.
        let goes_on = next.is_some_and(|next| {
            matches!(
                next.chu.nho(0),
                "nhằm" | "để" | "trên" | "với" | "được" | "sau" | "thực" | "theo" | "xét" | "qua" | "căn" | "tiếp"
            )
        });
        let decides = ban.loai.as_ref().is_some_and(|loai| loai.ket_luan.is_some());
        let new = ban.ngay.is_some_and(|ngay| ngay.moc() >= (2020, 3, 5));
        match mark {
            // In a decree the sentence goes on: "Chính phủ ban hành Nghị định …".
            ";" if !goes_on && !quy_pham(ban) => {
                soi.sua(&CODE_DAU, doan, range, "căn cứ cuối cùng kết thúc bằng dấu chấm", ".")
            }
            "," if decides && new => soi.sua(&CODE_DAU, doan, range, "căn cứ cuối cùng kết thúc bằng dấu chấm", "."),
            _ => {}
        }
    } else if doan.o == O::CanCu || chu.khop(0, &["căn", "cứ"]) {
        match mark {
            ";" => {}
            "." | "," => {
                soi.sua(&CODE_DAU, doan, range, "cuối mỗi căn cứ, trừ căn cứ cuối cùng, là dấu chấm phẩy", ";")
            }
            _ if chu.tu.get(end).is_some_and(|tu| tu.loai != LoaiTu::Dau) => {
                soi.sua(&CODE_DAU, doan, range, "thiếu dấu chấm phẩy ở cuối căn cứ", format!("{mark};"));
            }
            _ => {}
        }
    }
}

/// "A; B": more than one basis, except a law and what amends it.
fn lumped(doan: &Doan, soi: &mut Soi<'_>) {
    if !pure(doan) {
        return;
    }
    let chu: &Chu = &doan.chu;
    let another = |n: usize| {
        if chu.viet(n) != ";" {
            return false;
        }
        let first = n + 1;
        let amends = chu.nho(first) == "luật" && chu.nho(first + 1) == "sửa";
        let basis = chu.khop(first, &["căn", "cứ"])
            || (chu.hoa_dau(first)
                && Loai::tai(chu, first).is_some_and(|(loai, last)| {
                    loai.la_luat()
                        || chu.nho(last + 1) == "số"
                        || chu.tu.get(last + 1).is_some_and(|tu| tu.loai == LoaiTu::So)
                }));
        basis && !amends
    };
    let parts: Vec<usize> = (0..chu.tu.len()).filter(|n| another(*n)).collect();
    if let Some(first) = parts.first() {
        let range = chu.khoang(*first, first + 1);
        let finding = soi.tai(&CODE_GOP, doan, range, format!("{} căn cứ viết liền trong một đoạn", parts.len() + 1));
        soi.push(finding.advice("mỗi căn cứ một dòng, cuối dòng là dấu chấm phẩy, dòng cuối là dấu chấm"));
    }
}

/// A document named as a basis without its symbol.
fn no_number(doan: &Doan, all: &[VienDan<'_>], soi: &mut Soi<'_>) {
    let chu: &Chu = &doan.chu;
    let Some((loai, last)) = Loai::tai(chu, 2).filter(|_| chu.khop(0, &["căn", "cứ"]) && chu.hoa_dau(2)) else {
        return;
    };
    let needs = matches!(
        loai.ten,
        "Nghị định"
            | "Nghị quyết"
            | "Quyết định"
            | "Chỉ thị"
            | "Thông tư"
            | "Thông tư liên tịch"
            | "Kế hoạch"
            | "Chương trình"
            | "Hướng dẫn"
            | "Công văn"
            | "Công điện"
            | "Thông báo"
            | "Tờ trình"
            | "Văn bản"
    );
    let exempt = matches!(chu.nho(last + 1), "đại" | "trung" | "này" | "nêu" | "số" | "hội" | "kỳ" | "họp" | "nói");
    let cited = all.iter().any(|one| std::ptr::eq(one.doan, doan));
    let symbol = chu.text.contains("số ") && chu.text.contains('/');
    if needs && !exempt && !cited && !symbol {
        let range = chu.khoang(2, last);
        let finding =
            soi.tai(&CODE_SO, doan, range, format!("căn cứ “{}” không có số, ký hiệu, ngày ban hành", loai.ten));
        soi.push(finding.advice(format!("viết: Căn cứ {} số … ngày … tháng … năm … của … về …", loai.ten)));
    }
}
