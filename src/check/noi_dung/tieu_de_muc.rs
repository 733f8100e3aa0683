//! Titles of parts: no mark at their end, capitals, levels, something under them.

use super::than::{cac_than, cho_so, la_gach, trich_dan};
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::{Code, Diagnostic};
use crate::model::ban_thao::chu::hoa_het;
use crate::model::numbering::is_roman;
use crate::model::{BanThao, BlockKind, Doan};

static CHAM: Code = Code::canh_bao("tieu-de-co-dau-cham").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục V, STT 6");

/// The title of a phần, chương or mục with a full stop at its end.
pub static CHAM_CUOI: Rule = Rule {
    code: &CHAM,
    ho: Ho::NoiDung,
    vi_sao: "“Tiêu đề là cụm từ chỉ nội dung chính”, không phải câu, nên cuối không có dấu. Mẫu chữ của mục: I. NHỮNG KẾT QUẢ…",
    vi_du: &[ViDu::noi_dung(
        "I. MỤC ĐÍCH.\nNâng cao chất lượng khám bệnh.",
        "I. MỤC ĐÍCH\nNâng cao chất lượng khám bệnh.",
    )],
    kiem: Kiem::BanThao(cham_cuoi),
};

static HAI_CHAM: Code = Code::goi_y("tieu-de-co-hai-cham").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục V, STT 6");

/// A title with a colon at its end.
pub static HAI_CHAM_CUOI: Rule = Rule {
    code: &HAI_CHAM,
    ho: Ho::NoiDung,
    vi_sao: "Tiêu đề trong các mẫu chữ không có dấu hai chấm ở cuối. Mẫu chữ của khoản: 1. Phạm vi và đối tượng áp dụng.",
    vi_du: &[ViDu::noi_dung(
        "I. TỔ CHỨC THỰC HIỆN:\nGiao các đơn vị tổ chức thực hiện.",
        "I. TỔ CHỨC THỰC HIỆN\nGiao các đơn vị tổ chức thực hiện.",
    )],
    kiem: Kiem::BanThao(hai_cham_cuoi),
};

static IN_HOA: Code = Code::canh_bao("tieu-de-muc-in-hoa").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục V, STT 6b");

/// The title of a mục in small letters.
pub static MUC_IN_HOA: Rule = Rule {
    code: &IN_HOA,
    ho: Ho::NoiDung,
    vi_sao: "“Số thứ tự và tiêu đề của mục: In hoa”; tiêu đề của phần, chương, tiểu mục cũng in hoa.",
    vi_du: &[ViDu::noi_dung(
        "I. Mục đích\nNâng cao chất lượng khám bệnh.",
        "I. MỤC ĐÍCH\nNâng cao chất lượng khám bệnh.",
    )],
    kiem: Kiem::BanThao(muc_in_hoa),
};

static CAP: Code =
    Code::canh_bao("cap-tieu-de-lech").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm c");

/// Titles of one run at different heading levels.
pub static CAP_LECH: Rule = Rule {
    code: &CAP,
    ho: Ho::NoiDung,
    vi_sao: "Các phần cùng dãy số là cùng cấp; khác cấp tiêu đề thì mục lục và cách trình bày tự động sai.",
    vi_du: &[ViDu::noi_dung(
        "##### I. MỤC ĐÍCH\nNâng cao chất lượng khám bệnh.\n## II. YÊU CẦU\nThực hiện đúng tiến độ.",
        "## I. MỤC ĐÍCH\nNâng cao chất lượng khám bệnh.\n## II. YÊU CẦU\nThực hiện đúng tiến độ.",
    )],
    kiem: Kiem::BanThao(cap_lech),
};

static TRONG: Code =
    Code::canh_bao("tieu-de-khong-noi-dung").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm c");

/// A title with nothing under it.
pub static KHONG_NOI_DUNG: Rule = Rule {
    code: &TRONG,
    ho: Ho::NoiDung,
    vi_sao: "Mục có tiêu đề mà không có lời văn là phần bị bỏ sót khi soạn.",
    vi_du: &[ViDu::noi_dung(
        "I. MỤC ĐÍCH\nII. YÊU CẦU\nTiết kiệm, hiệu quả.",
        "I. MỤC ĐÍCH\nNâng cao chất lượng.\nII. YÊU CẦU\nTiết kiệm, hiệu quả.",
    )],
    kiem: Kiem::BanThao(khong_noi_dung),
};

static GACH: Code = Code::goi_y("gach-thay-khoan").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm c");

/// A mục whose paragraphs all have dashes, where khoản are meant.
pub static GACH_THAY_KHOAN: Rule = Rule {
    code: &GACH,
    ho: Ho::NoiDung,
    vi_sao: "Nội dung chia theo mục, khoản, điểm thì viện dẫn được; gạch đầu dòng thì không.",
    vi_du: &[ViDu::noi_dung(
        "I. MỤC ĐÍCH\n- Nâng cao chất lượng.\n- Tạo khí thế thi đua.\n- Tôn vinh điển hình.",
        "I. MỤC ĐÍCH\n1. Nâng cao chất lượng.\n2. Tạo khí thế thi đua.\n3. Tôn vinh điển hình.",
    )],
    kiem: Kiem::BanThao(gach_thay_khoan),
};

/// Whether a part is a phần, chương, mục or tiểu mục.
fn lon(doan: &Doan) -> bool {
    matches!(doan.loai, BlockKind::Phan | BlockKind::Chuong | BlockKind::Muc | BlockKind::TieuMuc)
}

fn titles(ban: &BanThao) -> impl Iterator<Item = &Doan> {
    let body = |d: &&Doan| d.o == crate::model::O::NoiDung && d.tieu_de && ban.go_tay();
    ban.doan.iter().filter(body)
}

/// The mark at the end of a title, by bytes.
fn cuoi(doan: &Doan, marks: &[char]) -> Option<std::ops::Range<usize>> {
    let text = doan.chu.text.trim_end();
    let bare = text.trim_end_matches(['*', '_', ' ']);
    let mark = bare.chars().next_back().filter(|c| marks.contains(c))?;
    let single = !bare.ends_with("..") && !bare.ends_with("./.") && bare.len() > mark.len_utf8();
    single.then(|| bare.len() - mark.len_utf8()..bare.len())
}

fn cham_cuoi(ban: &BanThao, soi: &mut Soi<'_>) {
    for doan in titles(ban).filter(|d| lon(d)) {
        if let Some(range) = cuoi(doan, &['.', ';', ',']) {
            soi.sua(&CHAM, doan, range, "tiêu đề không có dấu câu ở cuối", "");
        }
    }
}

fn hai_cham_cuoi(ban: &BanThao, soi: &mut Soi<'_>) {
    for doan in titles(ban) {
        // "3. Giám đốc có quyền:" opens a list rather than being a title; what is bold is a title.
        let bold = doan.dang.as_ref().is_some_and(|dang| dang.dam == Some(true));
        let marked = doan.cap > 0 || bold || soi.ctx.files.slice(&doan.place).contains("**");
        let empty = doan.chu.so_am_tiet() == 0;
        if empty || (!lon(doan) && !marked && doan.chu.so_am_tiet() > 4) {
            continue;
        }
        let marks: &[char] = if lon(doan) { &[':'] } else { &[':', '.'] };
        if let Some(range) = cuoi(doan, marks) {
            soi.bao(&HAI_CHAM, doan, range, "tiêu đề không cần dấu ở cuối");
        }
    }
}

fn muc_in_hoa(ban: &BanThao, soi: &mut Soi<'_>) {
    for doan in titles(ban).filter(|d| lon(d) && d.kem == 0) {
        let roman = doan.loai != BlockKind::Muc || is_roman(&doan.so) || doan.so.bytes().all(|b| b.is_ascii_digit());
        let text = doan.chu.text.trim();
        // A title, not a sentence that bears the number of a mục.
        if doan.so.is_empty() || !roman || text.is_empty() || doan.chu.so_am_tiet() > 20 || hoa_het(bare(text)) {
            continue;
        }
        let range = doan.chu.text.find(text).map_or(0..doan.chu.text.len(), |at| at..at + text.len());
        soi.sua(&IN_HOA, doan, range, "tiêu đề của mục in hoa", text.to_uppercase());
    }
}

/// Without what stands in brackets: "KẾT QUẢ (từ tháng 01 đến tháng 6)".
fn bare(text: &str) -> &str {
    text.find('(').and_then(|at| text.get(..at)).filter(|front| !front.trim().is_empty()).unwrap_or(text)
}

fn cap_lech(ban: &BanThao, soi: &mut Soi<'_>) {
    if !ban.go_tay() {
        return;
    }
    for than in cac_than(ban) {
        // The heading level of the first title at each level of parts, forgotten where a larger part begins.
        let mut first: Vec<(BlockKind, u8)> = Vec::new();
        for doan in than.iter().filter(|d| d.cap > 0 && !d.so.is_empty() && !la_gach(d)) {
            // A chương is put over two lines, and khoản of another part may be headings where these are not.
            first.retain(|(loai, _)| *loai <= doan.loai);
            match first.iter().find(|(loai, _)| *loai == doan.loai) {
                Some((_, cap)) if *cap != doan.cap => {
                    let place = cho_so(doan, soi.ctx.files);
                    let message =
                        format!("“{}” ở cấp tiêu đề {}, các phần cùng dãy trước nó ở cấp {cap}", doan.so, doan.cap);
                    soi.push(
                        Diagnostic::new(&CAP, message)
                            .at(place)
                            .advice(format!("dùng cùng một cấp: {}", "#".repeat(usize::from(*cap)))),
                    );
                }
                Some(_) => {}
                None => first.push((doan.loai, doan.cap)),
            }
        }
    }
}

fn khong_noi_dung(ban: &BanThao, soi: &mut Soi<'_>) {
    if !ban.go_tay() {
        return;
    }
    // Tables count as content here.
    let body: Vec<&Doan> = ban.doan.iter().filter(|d| d.kem == 0 && d.o == crate::model::O::NoiDung).collect();
    let quoted = trich_dan(&body, soi.ctx.files);
    for (at, doan) in body.iter().enumerate() {
        if !doan.tieu_de || !lon(doan) || doan.so.is_empty() || quoted.get(at).copied().unwrap_or(false) {
            continue;
        }
        // The title may stand on a line of its own behind the number.
        let mut rest = body.iter().skip(at + 1).skip_while(|d| d.tieu_de && d.so.is_empty());
        let empty = rest.next().is_none_or(|next| {
            next.tieu_de && lon(next) && !next.so.is_empty() && next.loai <= doan.loai && same_sort(doan, next)
        });
        if empty {
            let place = cho_so(doan, soi.ctx.files);
            let message = format!("mục {} chỉ có tiêu đề, không có nội dung", doan.so);
            soi.push(
                Diagnostic::new(&TRONG, message).at(place).advice("viết nội dung, hoặc bỏ mục này và đánh lại số"),
            );
        }
    }
}

/// "A." holds "I.", both being mục: only numbers of one sort are of one level.
fn same_sort(a: &Doan, b: &Doan) -> bool {
    a.loai != b.loai || is_roman(&a.so) == is_roman(&b.so)
}

fn gach_thay_khoan(ban: &BanThao, soi: &mut Soi<'_>) {
    if !ban.go_tay() {
        return;
    }
    for than in cac_than(ban) {
        for (at, doan) in than.iter().enumerate() {
            if !doan.tieu_de || doan.loai != BlockKind::Muc {
                continue;
            }
            let under = than.get(at + 1..).unwrap_or_default().iter().take_while(|d| !(d.tieu_de && lon(d)));
            let (mut dashes, mut numbered) = (0, false);
            for part in under {
                dashes += usize::from(la_gach(part));
                numbered |= !part.so.is_empty() && !la_gach(part);
            }
            if dashes >= 3 && !numbered {
                let all = 0..doan.chu.text.len();
                soi.bao(&GACH, doan, all, format!("mục {} có {dashes} gạch đầu dòng mà không có khoản", doan.so));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::thu::tim;

    #[test]
    fn titles() {
        assert_eq!(tim("tieu-de-co-dau-cham", "I. MỤC ĐÍCH.\n\nNâng cao chất lượng."), ["."]);
        assert_eq!(tim("tieu-de-co-hai-cham", "##### **1. Nội dung thi đua:**\n\n- Đẩy mạnh phong trào."), [":"]);
        assert!(
            tim("tieu-de-co-hai-cham", "3. Giám đốc Trung tâm có quyền:\n\na) Quyết định;\n\nb) Ủy quyền.").is_empty()
        );
        assert_eq!(
            tim("tieu-de-muc-in-hoa", "I. Mục đích\n\nNâng cao.\n\nII. YÊU CẦU (đến năm 2030)\n\nTiết kiệm."),
            ["Mục đích"]
        );
        assert_eq!(tim("cap-tieu-de-lech", "## I. MỘT\n\nNội dung.\n\n### II. HAI\n\nNội dung."), ["II."]);
        assert_eq!(tim("tieu-de-khong-noi-dung", "I. MỘT\n\nII. HAI\n\nNội dung."), ["I."]);
        assert!(
            tim(
                "tieu-de-khong-noi-dung",
                "A. PHẦN CHUNG\n\nI. MỘT\n\nNội dung.\n\nChương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi"
            )
            .is_empty()
        );
    }
}
