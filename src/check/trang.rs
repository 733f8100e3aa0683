//! Rules about the pages after layout.

use super::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::{Code, Diagnostic};
use crate::model::VanBan;
use crate::model::trang::{DongChu, Ke, Trang};

static CODE: Code = Code::canh_bao("chu-ky-mot-minh");

/// The signature block stands on a page without any words of the document.
pub static CHU_KY_MOT_MINH: Rule = Rule {
    code: &CODE,
    ho: Ho::Trang,
    vi_sao: "Trang chỉ có chữ ký, không có nội dung, có thể bị ghép vào văn bản khác.",
    vi_du: &[ViDu::Tep {
        tep: "templates/van_ban.typ",
        sai: "{{ doan_ap_cuoi }}\n{{ doan_cuoi }}\n#pagebreak()\n#phan_ket(",
        dung: "#phan_ket(\n  ap_cuoi: [{{ doan_ap_cuoi }}],\n  cuoi: [{{ doan_cuoi }}],",
    }],
    kiem: Kiem::Trang(chu_ky_mot_minh),
};

fn chu_ky_mot_minh(van_ban: &VanBan, trang: &[Trang], soi: &mut Soi<'_>) {
    let Some((page, y)) =
        trang.iter().find_map(|t| Some((t, t.dong.iter().find(|d| d.chu.contains("Nơi nhận:"))?.y_mm)))
    else {
        return;
    };
    // The page number stands above too, and is no word of the document; nor is "./." on a line of its own, after a table.
    let mark = |chu: &str| chu.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '/' | ' '));
    let above = page.dong.iter().any(|d| d.y_mm < y - 1.0 && !mark(&d.chu));
    if !above {
        soi.push(
            Diagnostic::new(&CODE, format!("người ký của “{}” đứng một mình trên trang cuối", van_ban.dau.id.value))
                .at(van_ban.dau.id.place.clone())
                .advice("rút bớt hoặc thêm vài chữ ở đoạn cuối để ít nhất hai dòng sang cùng trang"),
        );
    }
}

static QUOC_HIEU: Code =
    Code::canh_bao("quoc-hieu-nhieu-dong").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 1; mục IV (ô 1)");

/// The national title, or the motto under it, does not fit on one line.
pub static QUOC_HIEU_MOT_DONG: Rule = Rule {
    code: &QUOC_HIEU,
    ho: Ho::Trang,
    vi_sao: "Quốc hiệu và Tiêu ngữ mỗi thứ một dòng; bị ngắt dòng là do mẫu riêng, phông chữ riêng hay tên cơ quan quá dài.",
    vi_du: &[ViDu::Tep {
        tep: "templates/the_thuc/dau.typ",
        sai: "    box(width: 50mm, par(quoc_hieu))\n",
        dung: "    par(quoc_hieu)\n",
    }],
    kiem: Kiem::Trang(quoc_hieu_mot_dong),
};

fn quoc_hieu_mot_dong(van_ban: &VanBan, trang: &[Trang], soi: &mut Soi<'_>) {
    let (Some(first), Some(the_thuc)) = (trang.first(), soi.ctx.kho.the_thuc.as_ref()) else { return };
    let lines = first.dong_chu();
    for (key, name) in [("quoc_hieu", "Quốc hiệu"), ("tieu_ngu", "Tiêu ngữ")] {
        let Some(words) = the_thuc.chu(key) else { continue };
        let begins = |line: &DongChu| line.chu.len() > 8 && words.starts_with(line.chu.trim());
        // A type without it, as thư công has none, has no line that begins it either.
        if lines.iter().any(|line| line.chu.contains(words)) || !lines.iter().any(begins) {
            continue;
        }
        let message = format!("{name} của “{}” không nằm trên một dòng", van_ban.dau.id.value);
        let advice = "viết tên cơ quan thành nhiều dòng ngắn hơn trong tệp cơ quan; nếu dùng mẫu hay phông riêng thì nới cột bên phải";
        soi.push(Diagnostic::new(&QUOC_HIEU, message).at(van_ban.dau.id.place.clone()).advice(advice));
    }
}

static KE: Code = Code::canh_bao("duong-ke-sai-co")
    .theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 1 điểm b, khoản 2 điểm b, khoản 5 điểm b");

/// A rule of the head that is not in proportion to the line above it.
pub static DUONG_KE: Rule = Rule {
    code: &KE,
    ho: Ho::Trang,
    vi_sao: "Đường kẻ dưới Tiêu ngữ “có độ dài bằng độ dài của dòng chữ”; dưới tên cơ quan, dưới trích yếu “bằng từ 1/3 đến 1/2 độ dài của dòng chữ”.",
    vi_du: &[ViDu::Tep {
        tep: "data/the_thuc.yaml",
        sai: "ke_co_quan:         {gia_tri: 0.9,",
        dung: "ke_co_quan:         {gia_tri: 0.4,",
    }],
    kiem: Kiem::Trang(duong_ke),
};

fn duong_ke(van_ban: &VanBan, trang: &[Trang], soi: &mut Soi<'_>) {
    /// A rule this far below a line is not that line's.
    const NEAR_MM: f64 = 4.0;
    let (Some(first), Some(the_thuc)) = (trang.first(), soi.ctx.kho.the_thuc.as_ref()) else { return };
    let lines = first.dong_chu();
    let dau = &van_ban.dau;
    let heads: [(&str, &str, Vec<&str>); 3] = [
        ("ke_tieu_ngu", "Tiêu ngữ", the_thuc.chu("tieu_ngu").into_iter().collect()),
        ("ke_co_quan", "tên cơ quan", dau.co_quan.ten.iter().map(String::as_str).collect()),
        ("ke_trich_yeu", "trích yếu", dau.trich_yeu.iter().map(String::as_str).collect()),
    ];
    for ke in &first.ke {
        let under = |line: &&DongChu| (0.0..NEAR_MM).contains(&(ke.y_mm - line.y_mm)) && above(ke, line);
        let Some(line) = lines.iter().rev().find(under) else { continue };
        let of = |texts: &[&str]| texts.iter().any(|text| text.contains(line.chu.trim()));
        let Some((key, name, texts)) = heads.iter().find(|(_, _, texts)| of(texts)) else { continue };
        let Some((least, most)) = the_thuc.khoang(key) else { continue };
        // "dưới" is the longest of the lines of the component.
        let mine = lines.iter().filter(|other| texts.iter().any(|text| text.contains(other.chu.trim())));
        let longest = mine.map(|other| other.rong_mm).fold(line.rong_mm, f64::max);
        let ratio = ke.dai_mm / longest;
        if ratio < least - 0.02 || ratio > most + 0.02 {
            let message = format!("đường kẻ dưới {name} dài bằng {:.0}% dòng chữ", ratio * 100.0);
            let advice = match *key {
                "ke_tieu_ngu" => "kẻ dài bằng dòng Tiêu ngữ",
                _ => "kẻ dài bằng 1/3 đến 1/2 dòng chữ, cân đối so với dòng chữ",
            };
            soi.push(Diagnostic::new(&KE, message).at(dau.id.place.clone()).advice(advice));
        }
    }
}

/// Whether a line of words stands over a rule: their middles are less than a quarter of the line apart.
fn above(ke: &Ke, line: &DongChu) -> bool {
    let middle = |x: f64, length: f64| x + length / 2.0;
    (middle(ke.x_mm, ke.dai_mm) - middle(line.x_mm, line.rong_mm)).abs() < line.rong_mm / 4.0
}

static TRAN: Code = Code::canh_bao("tran-le").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 3");

/// Words that stick out into the margin.
pub static TRAN_LE: Rule = Rule {
    code: &TRAN,
    ho: Ho::Trang,
    vi_sao: "Chữ lấn ra lề thì khi in, đóng tập sẽ mất; thường do một chuỗi quá dài không ngắt được (dãy gạch gõ tay, bảng nhiều cột).",
    vi_du: &[
        ViDu::ChienDich {
            sai: "\
noi_dung: |
  Ý kiến: ________________________________________________________________________________
",
            dung: "\
noi_dung: |
  Ý kiến: ____________________
",
        },
        ViDu::ChienDich {
            sai: "\
noi_dung: |
  Kinh phí khen thưởng (đồng):

  | Năm 2021 | Năm 2022 | Năm 2023 | Năm 2024 | Năm 2025 | Năm 2026 | Cộng |
  |--:|--:|--:|--:|--:|--:|--:|
  | 1.234.567.000 | 1.234.567.000 | 1.234.567.000 | 1.234.567.000 | 1.234.567.000 | 1.234.567.000 | 7.407.402.000 |
",
            dung: "\
trang: ngang
noi_dung: |
  Kinh phí khen thưởng (đồng):

  | Năm 2021 | Năm 2022 | Năm 2023 | Năm 2024 | Năm 2025 | Năm 2026 | Cộng |
  |--:|--:|--:|--:|--:|--:|--:|
  | 1.234.567.000 | 1.234.567.000 | 1.234.567.000 | 1.234.567.000 | 1.234.567.000 | 1.234.567.000 | 7.407.402.000 |
",
        },
    ],
    kiem: Kiem::Trang(tran_le),
};

fn tran_le(van_ban: &VanBan, trang: &[Trang], soi: &mut Soi<'_>) {
    /// Italics and quotation marks may overhang a little.
    const SLACK_MM: f64 = 1.0;
    let Some(the_thuc) = soi.ctx.kho.the_thuc.as_ref() else { return };
    let (Some(left), Some(right)) = (the_thuc.so("le_trai"), the_thuc.so("le_phai")) else { return };
    for (index, page) in trang.iter().enumerate() {
        let out =
            |line: &DongChu| line.x_mm < left - SLACK_MM || line.x_mm + line.rong_mm > page.rong_mm - right + SLACK_MM;
        let Some(line) = page.dong_chu().into_iter().find(out) else { continue };
        let words = crate::diag::words::shorten(&line.chu);
        let message = format!("trang {} của “{}” có chữ lấn ra lề: “{words}”", index + 1, van_ban.dau.id.value);
        let advice = "ngắt hoặc rút gọn chuỗi dài; bảng nhiều cột thì đặt trang: ngang cho phụ lục";
        soi.push(Diagnostic::new(&TRAN, message).at(van_ban.dau.id.place.clone()).advice(advice));
    }
}
