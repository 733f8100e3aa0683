//! Numbers of parts as they were typed: order, gaps, repeats, at each level.

use super::so::{Dang, So, doc, viet};
use super::than::{Ket, cac_than, cho_so, ket, trich_dan};
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::{Code, Diagnostic};
use crate::model::{BanThao, Doan};

static CODE: Code = Code::tra_lai("danh-so-sai").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm c, đ");

/// A number that does not follow the one before it.
pub static DANH_SO: Rule = Rule {
    code: &CODE,
    ho: Ho::NoiDung,
    vi_sao: "Phần, mục, khoản, điểm được phân chia “từ lớn đến nhỏ theo một trình tự nhất định”: số nhảy cóc hoặc lặp lại làm viện dẫn sai chỗ.",
    vi_du: &[
        ViDu::noi_dung(
            "I. MỤC ĐÍCH\nNâng cao chất lượng khám bệnh, chữa bệnh.\nIII. YÊU CẦU\nTiết kiệm, hiệu quả, đúng tiến độ.",
            "I. MỤC ĐÍCH\nNâng cao chất lượng khám bệnh, chữa bệnh.\nII. YÊU CẦU\nTiết kiệm, hiệu quả, đúng tiến độ.",
        ),
        ViDu::noi_dung(
            "1. Tổ chức đăng ký thi đua.\n2. Tổ chức bình xét.\n2. Tổ chức khen thưởng.",
            "1. Tổ chức đăng ký thi đua.\n2. Tổ chức bình xét.\n3. Tổ chức khen thưởng.",
        ),
    ],
    kiem: Kiem::BanThao(danh_so),
};

static LAI: Code =
    Code::canh_bao("danh-so-khong-lai").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm đ");

/// Numbers of khoản that go on from one mục into the next.
pub static DANH_SO_LAI: Rule = Rule {
    code: &LAI,
    ho: Ho::NoiDung,
    vi_sao: "“Số thứ tự các khoản trong mỗi mục dùng chữ số Ả Rập”: sang mục mới, khoản đếm lại từ 1.",
    vi_du: &[ViDu::noi_dung(
        "I. MỤC ĐÍCH\n1. Nâng cao chất lượng.\n2. Tạo khí thế thi đua.\nII. YÊU CẦU\n3. Tiết kiệm, hiệu quả.\n4. Đúng tiến độ.",
        "I. MỤC ĐÍCH\n1. Nâng cao chất lượng.\n2. Tạo khí thế thi đua.\nII. YÊU CẦU\n1. Tiết kiệm, hiệu quả.\n2. Đúng tiến độ.",
    )],
    kiem: Kiem::BanThao(khong_lai),
};

static CHU_CAI: Code =
    Code::tra_lai("diem-sai-chu-cai").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm đ");

/// A điểm that bears a letter Vietnamese does not have.
pub static DIEM_SAI_CHU_CAI: Rule = Rule {
    code: &CHU_CAI,
    ho: Ho::NoiDung,
    vi_sao: "“Thứ tự các điểm trong mỗi khoản dùng các chữ cái tiếng Việt theo thứ tự bảng chữ cái tiếng Việt”: a, b, c, d, đ, e, g, h; không có f, j, w, z.",
    vi_du: &[ViDu::noi_dung(
        "1. Thành phần hồ sơ gồm:\na) Tờ trình;\nb) Báo cáo;\nc) Biên bản;\nd) Danh sách;\nđ) Phiếu bầu;\ne) Quyết định;\nf) Hình ảnh minh họa.",
        "1. Thành phần hồ sơ gồm:\na) Tờ trình;\nb) Báo cáo;\nc) Biên bản;\nd) Danh sách;\nđ) Phiếu bầu;\ne) Quyết định;\ng) Hình ảnh minh họa.",
    )],
    kiem: Kiem::BanThao(sai_chu_cai),
};

/// One run of numbers at a level.
struct Day {
    bac: u8,
    dang: Dang,
    /// The last number.
    cuoi: u32,
    /// Where it is among the paragraphs.
    cho: usize,
    /// Numbers of the runs this one stands inside of, at the same level: "1." under an item that ended in ":".
    ngoai: Vec<(u32, usize)>,
}

/// What is wrong with a number.
enum Loi {
    /// First of its run, and not the first number.
    KhongTuDau,
    /// First of its run, and goes on from the run of the part before.
    NoiTiep,
    /// The number before it again.
    Lap(usize),
    /// Numbers left out between; the one expected.
    Thieu(u32),
    /// Less than the one before it.
    Lui,
}

fn danh_so(ban: &BanThao, soi: &mut Soi<'_>) {
    walk(ban, soi, &mut |than, at, so, truoc, loi, soi| {
        let Some(doan) = than.get(at) else { return };
        let (ten, typed) = (so.ten(), &doan.so);
        let advice = |dung: u32| format!("đánh lại là {}, hoặc bổ sung phần bị bỏ sót", viet(so.dang, dung, &so.cha));
        let last = truoc.map(|day| viet(so.dang, day.cuoi, &so.cha)).unwrap_or_default();
        let finding = match *loi {
            Loi::NoiTiep => return,
            Loi::KhongTuDau => Diagnostic::new(
                &CODE,
                format!("{ten} {typed} là {ten} đầu tiên: số không bắt đầu từ {}", viet(so.dang, 1, &so.cha)),
            )
            .advice(advice(1)),
            Loi::Thieu(dung) => Diagnostic::new(
                &CODE,
                format!("{ten} {typed} đứng ngay sau {ten} {last}: thiếu {}", viet(so.dang, dung, &so.cha)),
            )
            .advice(advice(dung)),
            Loi::Lui => Diagnostic::new(&CODE, format!("{ten} {typed} đứng sau {ten} {last}: sai thứ tự"))
                .advice("xếp lại, hoặc đánh lại số"),
            Loi::Lap(first) => {
                let next = viet(so.dang, so.can_co(so.gia_tri), &so.cha);
                let finding = Diagnostic::new(&CODE, format!("{ten} {typed} bị lặp"))
                    .advice(format!("đánh lại là {next} và các số sau nó"));
                match than.get(first) {
                    Some(other) => finding.also(cho_so(other, soi.ctx.files), "số này đã dùng ở đây"),
                    None => finding,
                }
            }
        };
        let place = cho_so(doan, soi.ctx.files);
        soi.push(finding.at(place));
    });
}

fn khong_lai(ban: &BanThao, soi: &mut Soi<'_>) {
    let mut said = false;
    walk(ban, soi, &mut |than, at, so, _, loi, soi| {
        if let (Loi::NoiTiep, Some(doan), false) = (loi, than.get(at), said) {
            said = true;
            let place = cho_so(doan, soi.ctx.files);
            let message = format!("{} {} đánh số nối tiếp từ phần trước sang", so.ten(), doan.so);
            soi.push(Diagnostic::new(&LAI, message).at(place).advice("trong mỗi mục, khoản đếm lại từ 1"));
        }
    });
}

/// What is called for each wrong number: paragraphs, which of them, its number, its run so far, what is wrong.
type Goi<'f> = dyn FnMut(&[&Doan], usize, &So, Option<&Day>, &Loi, &mut Soi<'_>) + 'f;

fn walk(ban: &BanThao, soi: &mut Soi<'_>, bao: &mut Goi<'_>) {
    if !ban.go_tay() {
        return;
    }
    let manh = ban.manh();
    for than in cac_than(ban) {
        if than.iter().all(|d| d.so.is_empty()) {
            continue;
        }
        let quoted = trich_dan(&than, soi.ctx.files);
        let mut days: Vec<Day> = Vec::new();
        let mut before: Vec<(u8, u32)> = Vec::new();
        for (at, doan) in than.iter().enumerate() {
            if quoted.get(at).copied().unwrap_or(false) {
                continue;
            }
            let next = than.get(at + 1).map(|d| d.so.as_str()).unwrap_or_default();
            let running = |bac: u8| days.iter().find(|day| day.bac == bac).map(|day| (day.dang, day.cuoi));
            let Some(so) = doc(doan, next, &running) else { continue };
            // Điều run through the document; the rest begins anew within each larger part.
            for day in days.iter().filter(|day| day.bac > so.bac && day.bac != So::DIEU) {
                before.retain(|(bac, _)| *bac != day.bac);
                before.push((day.bac, day.cuoi));
            }
            days.retain(|day| day.bac <= so.bac || day.bac == So::DIEU);
            let torn = at
                .checked_sub(1)
                .and_then(|i| than.get(i))
                .is_some_and(|d| matches!(ket(&d.chu), Ket::Khong | Ket::Phay) && !d.tieu_de);
            let Some(index) = days.iter().position(|day| day.bac == so.bac) else {
                let first_of_piece = manh && days.is_empty();
                if !so.la_dau() && !first_of_piece && !torn {
                    let went_on = so.bac >= So::KHOAN && before.contains(&(so.bac, so.gia_tri.saturating_sub(1)));
                    let loi = if went_on { Loi::NoiTiep } else { Loi::KhongTuDau };
                    if so.gia_tri <= 30 {
                        bao(&than, at, &so, None, &loi, soi);
                    }
                }
                days.push(Day { bac: so.bac, dang: so.dang, cuoi: so.gia_tri, cho: at, ngoai: Vec::new() });
                continue;
            };
            let Some(day) = days.get_mut(index) else { continue };
            let mut loi = None;
            if so.la_sau(day.dang, day.cuoi) {
            } else if let Some(outer) = day.ngoai.iter().rposition(|(last, _)| so.la_sau(day.dang, *last)) {
                day.ngoai.truncate(outer);
            } else if so.la_dau() && day.cuoi >= 1 && lai_tu_dau(&than, day.cho, at) {
                // Deeper than this is no document.
                if day.ngoai.len() >= 8 {
                    day.ngoai.remove(0);
                }
                day.ngoai.push((day.cuoi, day.cho));
            } else if so.gia_tri == day.cuoi {
                loi = Some(Loi::Lap(day.cho));
            } else if so.gia_tri < day.cuoi {
                loi = Some(if so.la_dau() { Loi::Lap(dau_day(&than, day.cho, &doan.so)) } else { Loi::Lui });
            } else if torn || so.gia_tri - day.cuoi > 6 {
                // A number that a torn paragraph happens to begin with.
                continue;
            } else {
                loi = Some(Loi::Thieu(so.can_co(day.cuoi)));
            }
            if let Some(loi) = loi {
                bao(&than, at, &so, Some(day), &loi, soi);
            }
            (day.cuoi, day.cho, day.dang) = (so.gia_tri, at, so.dang);
        }
    }
}

/// Whether a run begins anew rightly: under an item that ends in ":", or behind a paragraph without number. Titles of one
/// part never do.
fn lai_tu_dau(than: &[&Doan], last: usize, at: usize) -> bool {
    let titles = than.get(last).is_some_and(|d| d.tieu_de) && than.get(at).is_some_and(|d| d.tieu_de);
    let between = than.get(last + 1..at).unwrap_or_default();
    let opened = than.get(last..at).unwrap_or_default().iter().any(|d| ket(&d.chu) == Ket::HaiCham && !d.tieu_de);
    let larger = between.iter().any(|d| d.tieu_de && d.so.is_empty());
    opened || larger || (!titles && between.iter().any(|d| d.so.is_empty()))
}

/// The paragraph before `last` that bore the same number.
fn dau_day(than: &[&Doan], last: usize, so: &str) -> usize {
    than.get(..=last).and_then(|all| all.iter().rposition(|d| d.so == so)).unwrap_or(last)
}

fn sai_chu_cai(ban: &BanThao, soi: &mut Soi<'_>) {
    if !ban.go_tay() {
        return;
    }
    for than in cac_than(ban) {
        for (at, doan) in than.iter().enumerate() {
            if doan.loai != crate::model::BlockKind::Diem || !matches!(doan.so.as_str(), "f" | "j" | "w" | "z") {
                continue;
            }
            // "f)" alone, not in a run of điểm, is something else.
            let in_run = than
                .get(..at)
                .unwrap_or_default()
                .iter()
                .rev()
                .take(12)
                .any(|d| matches!(d.so.as_str(), "e" | "đ" | "i" | "v" | "x" | "y" | "d"));
            if in_run {
                let place = cho_so(doan, soi.ctx.files);
                let message = format!("bảng chữ cái tiếng Việt không có chữ {}", doan.so);
                soi.push(
                    Diagnostic::new(&CHU_CAI, message)
                        .at(place)
                        .advice("các điểm theo thứ tự: a, b, c, d, đ, e, g, h, i, k, l, m…"),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::thu::tim;

    #[test]
    fn numbers_out_of_order() {
        for (text, want) in [
            (
                "I. MỤC ĐÍCH\n\nNâng cao.\n\nIII. YÊU CẦU\n\nTiết kiệm.\n\nIII. NHIỆM VỤ\n\nThực hiện.",
                vec!["III.", "III."],
            ),
            ("1. Một là.\n\n2. Hai là.\n\n2. Ba là.\n\n3. Bốn là.", vec!["2."]),
            ("1. Một là.\n\n3. Hai là.\n\n2. Ba là.", vec!["3.", "2."]),
            ("Điều 1. Bổ nhiệm ông A.\n\nĐiều 3. Hiệu lực kể từ ngày ký.", vec!["Điều 3."]),
            ("1. Hồ sơ gồm:\n\na) Đơn;\n\nb) Bản sao;\n\nd) Ảnh;\n\ne) Phiếu.", vec!["d)", "e)"]),
            ("1. Hồ sơ gồm:\n\n1.1. Đơn đề nghị.\n\n1.3. Bản sao.\n\n2. Nơi nộp.", vec!["1.3."]),
            (
                "A. PHẦN CHUNG\n\nI. MỘT\n\nNội dung.\n\nIII. BA\n\nNội dung.\n\nB. PHẦN RIÊNG\n\nI. MỘT\n\nNội dung.",
                vec!["III."],
            ),
            ("A. PHẦN CHUNG\n\nNội dung.\n\nC. NỘI DUNG\n\nNội dung.\n\nD. TỔ CHỨC\n\nThực hiện.", vec!["C."]),
            ("A. PHẦN CHUNG\n\nNội dung.\n\nB. NỘI DUNG\n\nNội dung.\n\nD. TỔ CHỨC\n\nThực hiện.", vec!["D."]),
        ] {
            assert_eq!(tim("danh-so-sai", text), want, "{text}");
        }
    }

    #[test]
    fn runs_that_begin_anew_rightly() {
        for text in [
            // Khoản begin anew in each mục, Điều do not in each chương.
            "I. MỘT\n\n1. Nội dung.\n\n2. Nội dung.\n\nII. HAI\n\n1. Nội dung.",
            "Chương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n\n1. Nội dung.\n\nChương II\nQUY ĐỊNH RIÊNG\n\nĐiều 2. Đối tượng\n\n1. Nội dung.",
            "A. MỘT\n\nMột.\n\nB. HAI\n\nHai.\n\nC. BA\n\nBa.\n\nD. BỐN\n\nBốn.\n\nE. NĂM\n\nNăm.\n\nG. SÁU\n\nSáu.",
            // A list within an item, and back.
            "1. Việc một.\n\n2. Việc hai gồm:\n\n1. Phần nhỏ.\n\n2. Phần nhỏ.\n\n3. Phần nhỏ.\n\n3. Việc ba.",
            // Another list behind a paragraph of its own.
            "Kết quả như sau:\n\n1. Một.\n\n2. Hai.\n\nKiến nghị như sau:\n\n1. Một.\n\n2. Hai.",
            // A piece of a document begins where it begins; đ may be followed by e, e by g.
            "3. Việc ba.\n\n4. Việc bốn:\n\na) Một;\n\nb) Hai;\n\nc) Ba;\n\nd) Bốn;\n\nđ) Năm;\n\ne) Sáu;\n\ng) Bảy.",
            // New words of another text.
            "Điều 1. Sửa đổi Điều 9 như sau:\n\n“Điều 9. Mức chi\n\n1. Chi công tác phí.\n\n2. Chi hội nghị.”.\n\nĐiều 2. Hiệu lực kể từ ngày ký.",
        ] {
            assert!(tim("danh-so-sai", text).is_empty(), "{text}: {:?}", tim("danh-so-sai", text));
        }
    }

    #[test]
    fn letters_that_vietnamese_does_not_have() {
        let text =
            "1. Hồ sơ gồm:\n\na) Một;\n\nb) Hai;\n\nc) Ba;\n\nd) Bốn;\n\nđ) Năm;\n\ne) Sáu;\n\nf) Bảy;\n\ng) Tám.";
        assert_eq!(tim("diem-sai-chu-cai", text), ["f)"]);
        assert!(tim("danh-so-sai", text).is_empty());
    }
}
