//! A clause inside a sentence that begins like a sentence.

use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::ban_thao::LoaiTu;
use crate::model::{Chu, Doan, O};

static CODE: Code = Code::tra_lai("hoa-giua-cau").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục I");

/// "…; Thực hiện …": a capital behind ";" or "," that begins no name.
pub static HOA_GIUA_CAU: Rule = Rule {
    code: &CODE,
    ho: Ho::VietHoa,
    vi_sao: "Viết hoa chữ đầu câu là “sau dấu chấm câu (.); sau dấu chấm hỏi (?); sau dấu chấm than (!) và khi xuống dòng”; sau dấu chấm phẩy, dấu phẩy thì không.",
    vi_du: &[
        ViDu::noi_dung(
            "Nâng cao chất lượng khám bệnh, chữa bệnh; Thực hiện tốt quy tắc ứng xử.",
            "Nâng cao chất lượng khám bệnh, chữa bệnh; thực hiện tốt quy tắc ứng xử.",
        ),
        ViDu::noi_dung(
            "Các đơn vị hoàn thành kế hoạch năm, Trong đó ưu tiên tuyến cơ sở.",
            "Các đơn vị hoàn thành kế hoạch năm, trong đó ưu tiên tuyến cơ sở.",
        ),
    ],
    kiem: Kiem::Doan(hoa_giua_cau),
};

fn hoa_giua_cau(doan: &Doan, soi: &mut Soi<'_>) {
    if !matches!(doan.o, O::NoiDung | O::CanCu) || doan.tieu_de {
        return;
    }
    let chu = &doan.chu;
    // Most paragraphs have no such place: bytes tell it fast.
    for n in 1..chu.tu.len() {
        let mark = chu.viet(n - 1);
        if mark != ";" && mark != "," {
            continue;
        }
        if !chu.hoa_dau(n)
            || (chu.hoa_het(n) && chu.viet(n).chars().count() > 1)
            || !chu.tu.get(n).is_some_and(|tu| tu.loai == LoaiTu::Chu)
        {
            continue;
        }
        let words = soi.ctx.kho.tu_dien.biet_dau(&CODE, chu.bam(n));
        let Some(length) = words.filter_map(|entry| khop(chu, n, entry, mark)).max() else { continue };
        // "; Báo cáo thẩm tra của Ban Kinh tế": a document among documents.
        if matches!(
            (chu.nho(n), chu.nho(n + 1)),
            ("báo", "cáo") | ("hướng", "dẫn") | ("kết", "luận") | ("thông", "báo")
        ) && (doan.o == O::CanCu
            || matches!(chu.nho(n + 2), "thẩm" | "của" | "giám" | "tổng" | "tóm" | "giải" | "tiếp" | "chính"))
        {
            continue;
        }
        let Some(range) = chu.tu.get(n).map(|tu| tu.range()) else { continue };
        let shown = chu.text.get(chu.khoang(n, n + length.min(2) - 1)).unwrap_or_default();
        let message = format!("sau dấu “{mark}” không viết hoa “{shown}”");
        soi.sua(&CODE, doan, range, message, chu.nho(n).to_owned());
    }
}

/// How many pieces of the paragraph an entry takes from the nth on. An entry that begins with ";" counts behind a
/// semicolon only: it names units as well ("Phòng Hành chính, Tổ chức"). The words behind the first are in small letters,
/// and something follows them, or they would be a name.
fn khop(chu: &Chu, n: usize, entry: &str, mark: &str) -> Option<usize> {
    let only = entry.strip_prefix("; ");
    if only.is_some() && mark != ";" {
        return None;
    }
    let mut length = 0;
    for piece in only.unwrap_or(entry).split(' ') {
        if chu.nho(n + length) != piece || (length > 0 && chu.hoa_dau(n + length)) {
            return None;
        }
        length += 1;
    }
    // The next word goes on in small letters: "; Xây dựng nội dung", not the list "Nội vụ; Xây dựng; Y tế".
    let next = chu.viet(n + length);
    // "; Hướng dẫn 02/HD-UBND", "; Báo cáo số 15": the name of a document.
    let numbered = next == "số" || (only.is_some() && next.starts_with(|c: char| c.is_ascii_digit()));
    let goes_on =
        !numbered && next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || matches!(c, '“' | '"' | ','));
    let named = next.chars().next().is_some_and(char::is_uppercase) && only.is_none();
    let comma = next == ",";
    // ", Gửi về Phòng Tổ chức": what ends so goes on to a name.
    let leads = length > 1 && matches!(chu.nho(n + length - 1), "về" | "cho" | "với" | "các" | "đến" | "tới" | "theo");
    (goes_on && !(comma && only.is_some()) || named && (mark == ";" || leads)).then_some(length)
}

#[cfg(test)]
mod tests {
    use crate::check::noi_dung::thu::tim;

    #[test]
    fn clauses_begin_small_and_names_do_not() {
        for (text, want) in [
            ("Hoàn thành nhiệm vụ trong toàn ngành; Thực hiện thắng lợi các chỉ tiêu.", vec!["Thực"]),
            ("Hoạt động của cụm; Xây dựng nội dung thi đua gắn với nhiệm vụ.", vec!["Xây"]),
            ("Thi đua yêu nước năm 2020; Trong đó, tập trung phát động phong trào.", vec!["Trong"]),
            ("Các khoa tổ chức đăng ký, Gửi về Phòng Tổ chức trước ngày 10.", vec!["Gửi"]),
            ("Phong cách Hồ Chí Minh”; Đẩy mạnh thực hiện có hiệu quả các nhiệm vụ.", vec!["Đẩy"]),
            ("Các Sở: Nội vụ; Xây dựng; Y tế; Tài chính cử cán bộ tham gia.", vec![]),
            ("Phòng Hành chính, Tổ chức cán bộ chủ trì; Sở Xây dựng phối hợp.", vec![]),
            ("Luật Thi đua, khen thưởng; Nghị định số 98/2023/NĐ-CP của Chính phủ.", vec![]),
            ("Thực hiện Luật Thi đua, Khen thưởng các năm 2005; Hướng dẫn 02/HD-UBND; Báo cáo số 15/BC-SYT.", vec![]),
            ("Xét Tờ trình số 215/TTr-UBND của Ủy ban nhân dân tỉnh; Báo cáo thẩm tra của Ban Pháp chế.", vec![]),
            ("Đại học Y Hà Nội; Đại học Dược; Bệnh viện Bạch Mai tham dự.", vec![]),
            ("Gồm: (1) Nâng cao năng lực; (2) Triển khai Đề án; (3) Thực hiện giải pháp.", vec![]),
        ] {
            assert_eq!(tim("hoa-giua-cau", text), want, "{text}");
        }
    }
}
