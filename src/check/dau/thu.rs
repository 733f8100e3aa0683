//! Whole drafts through the reader and every rule, for the tests of the rules about components.

use crate::check::{self, Context, Ho, Kho, Kiem, Luoi, RULES, Soi, TuDien};
use crate::diag::{Files, Severity, Sink};
use crate::model::{Nguon, Reference};
use crate::project::Project;
use crate::{ban_thao, load};
use std::borrow::Cow;

/// What rules ask besides the draft, read once for many of them.
struct Moi {
    reference: Reference,
    kho: Kho,
}

impl Moi {
    fn new() -> Moi {
        let project = Project::here();
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let reference = Reference::load(&project, &mut files, &mut sink).expect("shipped data");
        let tables = load::kiem_tra::bang_tu(&project, &mut files, &mut sink);
        fn none<T: 'static>() -> Luoi<T> {
            Luoi::new(Box::new(|| None))
        }
        let tu_dien = TuDien::new(tables, check::code).0;
        let kho = Kho { tu_dien, phap_luat: none(), ky_niem: none(), tinh_thanh: none(), the_thuc: none() };
        Moi { reference, kho }
    }

    /// What rules about head, title, recipients and signer find in a text, by line; suggestions are left out.
    fn found(&self, text: &str) -> Vec<(usize, &'static str)> {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let bytes = Ok(Cow::Borrowed(text.as_bytes()));
        let draft = ban_thao::doc(
            if text.starts_with('|') { "thu.md" } else { "thu.txt" },
            bytes,
            &self.reference,
            &mut files,
            &mut sink,
        )
        .expect("a text can be read");
        let (reference, kho, nguon) = (&self.reference, &self.kho, Nguon::Chu);
        let context = Context { files: &files, nam: None, in_duoc: None, reference, kho, nguon };
        let mut soi = Soi { ctx: &context, sink: &mut sink };
        for rule in RULES.iter().filter(|rule| matches!(rule.ho, Ho::Dau | Ho::TieuDe | Ho::NoiNhan | Ho::NguoiKy)) {
            match rule.kiem {
                Kiem::Doan(kiem) => draft.doan.iter().for_each(|doan| kiem(doan, &mut soi)),
                Kiem::BanThao(kiem) => kiem(&draft, &mut soi),
                _ => {}
            }
        }
        let all = sink.into_sorted().into_iter().filter(|d| d.severity > Severity::GoiY);
        all.map(|d| (d.place.map_or(0, |place| files.line_column(&place).0), d.code.name)).collect()
    }
}

/// Sound drafts of many kinds of agencies, by name.
const TOT: [(&str, &str); 32] = [
    ("đơn của một người", include_str!("tot/don.txt")),
    ("biên bản của trường", include_str!("tot/bb.txt")),
    ("báo cáo của công ty, quyền Tổng Giám đốc", include_str!("tot/bc.txt")),
    ("công văn của Bộ, Nơi nhận và người ký cạnh nhau", include_str!("tot/bo.txt")),
    ("công điện của Ban Chỉ huy", include_str!("tot/cd.txt")),
    ("chỉ thị của Chủ tịch UBND tỉnh", include_str!("tot/ct.txt")),
    ("công văn ký thừa lệnh, ký thay", include_str!("tot/cv1.txt")),
    ("kế hoạch của đảng ủy", include_str!("tot/dang.txt")),
    ("giấy mời", include_str!("tot/gm.txt")),
    ("thông báo của Hội đồng", include_str!("tot/hd.txt")),
    ("mảnh văn bản", include_str!("tot/manh.txt")),
    ("nghị quyết của HĐND", include_str!("tot/nq.txt")),
    ("quyết định của Giám đốc Sở", include_str!("tot/qd.txt")),
    ("quyết định quy phạm của UBND", include_str!("tot/qppl.txt")),
    ("tờ trình của bệnh viện, có học vị", include_str!("tot/ttr.txt")),
    ("kế hoạch của UBND xã, ngày để trống", include_str!("tot/ubnd.txt")),
    ("công văn gửi nhiều nơi", include_str!("tot/cv2.txt")),
    ("kế hoạch của trường, trong bảng", include_str!("tot/truong_md.md")),
    ("kế hoạch phối hợp của hai sở", include_str!("tot/lientich.txt")),
    ("công văn của cơ quan thuế, địa chỉ dưới Kính gửi", include_str!("tot/cucthue.txt")),
    ("thông báo của một phòng", include_str!("tot/tb_ubnd.txt")),
    ("quyết định của Chủ tịch UBND", include_str!("tot/qd_ct.txt")),
    ("thư chúc mừng", include_str!("tot/thu.txt")),
    ("công văn của công ty, ký thừa ủy quyền", include_str!("tot/cty.txt")),
    ("hợp đồng lao động", include_str!("tot/hopdong.txt")),
    ("thông báo của đoàn thanh niên", include_str!("tot/donvi2.txt")),
    ("kế hoạch của công đoàn", include_str!("tot/congdoan.txt")),
    ("quyết định có phụ lục", include_str!("tot/phuluc.txt")),
    ("báo cáo, dòng dài xuống hàng", include_str!("tot/nhieudong.txt")),
    ("giấy giới thiệu", include_str!("tot/ggt.txt")),
    ("nghị quyết của HĐND, chủ tọa ký chứng thực", include_str!("tot/nq_ct.txt")),
    ("công văn, nơi nhận xuống hàng, ô số 12", include_str!("tot/xuong_hang.txt")),
];

/// One of the sound drafts.
fn tot(name: &str) -> &'static str {
    TOT.iter().find(|(of, _)| of.starts_with(name)).map(|(_, text)| *text).expect("a draft of that name")
}

#[test]
fn sound_drafts_are_silent() {
    let moi = Moi::new();
    for (name, text) in TOT {
        assert_eq!(moi.found(text), [], "{name}");
    }
}

/// Every draft, what is changed in it, and what must be found at which line; 0 is the line of the change.
#[test]
fn one_thing_made_wrong_is_found_where_it_is() {
    let cases = [
        // Quốc hiệu, Tiêu ngữ
        ("giấy mời", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", "", 1, "thieu-quoc-hieu"),
        ("giấy mời", "Độc lập - Tự do - Hạnh phúc\n", "", 1, "thieu-quoc-hieu"),
        ("giấy mời", "Độc lập - Tự do - Hạnh phúc", "Độc lập - Tự Do - Hạnh phúc", 0, "tieu-ngu-sai"),
        ("giấy mời", "Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc", 0, "tieu-ngu-gach-noi"),
        ("giấy mời", "CHỦ NGHĨA", "CHŨ NGHĨA", 0, "quoc-hieu-sai"),
        // Cơ quan
        ("giấy mời", "UBND TỈNH CÀ MAU\n", "", 1, "thieu-chu-quan"),
        ("công văn ký", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "SỞ GD&ĐT", 0, "co-quan-viet-tat"),
        // Số, ký hiệu
        ("giấy mời", "Số: 31/GM-STC", "Số 31/GM-STC", 0, "chu-so"),
        ("giấy mời", "Số: 31/GM-STC", "Số: 31/ GM-STC", 0, "so-co-khoang-trang"),
        ("giấy mời", "Số: 31/GM-STC", "Số: 31/GM - STC", 0, "so-co-khoang-trang"),
        ("giấy mời", "Số: 31/GM-STC", "Số: 3/GM-STC", 0, "so-nho-hon-muoi"),
        ("giấy mời", "Số: 31/GM-STC", "Số: 31/2026/GM-STC", 0, "so-co-nam"),
        ("giấy mời", "Số: 31/GM-STC", "Số: 31/TM-STC", 0, "ky-hieu-khong-hop-loai"),
        ("giấy mời", "Số: 31/GM-STC", "Số: 31-GM/STC", 0, "dau-trong-so-ky-hieu"),
        ("giấy mời", "Số: 31/GM-STC", "Số: 31/GM/STC", 0, "dau-trong-so-ky-hieu"),
        ("giấy mời", "Số: 31/GM-STC", "Số: 31/gm-stc", 0, "ky-hieu-viet-thuong"),
        ("quyết định của", "125/QĐ-SNV", "125/QD-SNV", 0, "ky-hieu-chu-d"),
        ("tờ trình", "09/TTr-BVĐK", "09/TTR-BVĐK", 0, "ky-hieu-khong-hop-loai"),
        ("công văn ký", "845/SGDĐT-GDTrH", "845/CV-SGDĐT", 0, "ky-hieu-cong-van"),
        ("công văn ký", "845/SGDĐT-GDTrH", "845/SGDĐT", 0, "ky-hieu-thieu-don-vi"),
        ("giấy mời", "Số: 31/GM-STC\n", "", 1, "thieu-so-ky-hieu"),
        // Địa danh, ngày
        ("giấy mời", "Cà Mau, ngày 12 tháng 5 năm 2026\n", "", 1, "thieu-dia-danh-ngay"),
        ("giấy mời", "Cà Mau, ngày 12 tháng 5 năm 2026", "Cà Mau ngày 12 tháng 5 năm 2026", 0, "dia-danh-dau-phay"),
        ("giấy mời", "Cà Mau, ngày 12 tháng 5 năm 2026", "Cà Mau, ngày 12/5/2026", 0, "ngay-ban-hanh-dang-so"),
        ("giấy mời", "ngày 12 tháng 5 năm 2026\nGIẤY", "ngày 2 tháng 5 năm 2026\nGIẤY", 0, "ngay-thang-thieu-khong"),
        ("giấy mời", "ngày 12 tháng 5 năm 2026\nGIẤY", "ngày 12 tháng 05 năm 2026\nGIẤY", 0, "thang-thua-khong"),
        ("giấy mời", "ngày 12 tháng 5 năm 2026\nGIẤY", "ngày 31 tháng 6 năm 2026\nGIẤY", 0, "ngay-ban-hanh-khong-co"),
        ("giấy mời", "Cà Mau, ngày 12", "Cà mau, ngày 12", 0, "dia-danh-viet-hoa"),
        // Tên loại, trích yếu
        (
            "giấy mời",
            "Họp giao ban tháng 5 năm 2026\nSở",
            "Họp giao ban tháng 5 năm 2026.\nSở",
            0,
            "trich-yeu-co-dau-cuoi",
        ),
        ("quyết định của", "Về việc thành lập", "V/v thành lập", 0, "vv-ngoai-cong-van"),
        ("quyết định của", "Về việc thành lập", "về việc thành lập", 0, "trich-yeu-viet-thuong"),
        ("công văn ký", "V/v tăng cường", "V/v: tăng cường", 0, "vv-viet-sai"),
        ("công văn ký", "V/v tăng cường", "V/v Tăng cường", 0, "vv-viet-hoa"),
        ("công văn ký", "V/v tăng cường", "Về việc tăng cường", 0, "vv-viet-sai"),
        (
            "công văn ký",
            "dịch sốt xuất huyết trong trường học\n",
            "dịch sốt xuất huyết trong trường học.\n",
            0,
            "trich-yeu-co-dau-cuoi",
        ),
        ("chỉ thị", "Về tăng cường công tác phòng cháy, chữa cháy rừng\n", "", 7, "thieu-trich-yeu"),
        // Kính gửi
        ("công văn ký", "Kính gửi: Các", "Kính gửi Các", 0, "chu-kinh-gui"),
        ("công văn ký", "Kính gửi: Các trường trung học phổ thông trực thuộc.\n", "", 14, "thieu-kinh-gui"),
        ("công văn gửi", "- Sở Tài chính;\n", "- Sở Tài chính,\n", 0, "kinh-gui-dau-cuoi"),
        ("công văn gửi", "- Sở Nội vụ.\n", "- Sở Nội vụ;\n", 0, "kinh-gui-dau-cuoi"),
        ("công văn gửi", "- Sở Nội vụ.\n", "- Sở Tài chính.\n", 0, "kinh-gui-trung"),
        // Nơi nhận
        ("giấy mời", "Nơi nhận:", "Nơi nhận", 0, "chu-noi-nhan"),
        ("chỉ thị", "- Các sở, ban, ngành tỉnh;", "- Các sở, ban, ngành tỉnh", 0, "noi-nhan-dau-cuoi"),
        ("chỉ thị", "- Các sở, ban, ngành tỉnh;", "- Các sở, ban, ngành tỉnh.", 0, "noi-nhan-dau-cuoi"),
        ("chỉ thị", "- Các sở, ban, ngành tỉnh;", "Các sở, ban, ngành tỉnh;", 0, "noi-nhan-thieu-gach"),
        (
            "chỉ thị",
            "- Các sở, ban, ngành tỉnh;",
            "- Các sở, ban, ngành tỉnh; (để thực hiện)",
            0,
            "noi-nhan-chu-sau-cham-phay",
        ),
        ("chỉ thị", "- Lưu: VT, KT (Hà).\n", "", 17, "thieu-luu"),
        ("chỉ thị", "- Lưu: VT, KT (Hà).", "- Lưu: KT, VT.", 0, "luu-vt"),
        ("chỉ thị", "- Lưu: VT, KT (Hà).", "- Lưu VT, KT.", 0, "dong-luu-sai-dang"),
        ("chỉ thị", "- Lưu: VT, KT (Hà).", "- Lưu: VT, KT;", 0, "dong-luu-sai-dang"),
        ("chỉ thị", "- Bộ Nông nghiệp và Môi trường;", "- Như trên;", 0, "nhu-tren"),
        ("báo cáo", "- Như trên;\n", "", 13, "nhu-tren"),
        (
            "kế hoạch của UBND",
            "II. TỔ CHỨC THỰC HIỆN\n",
            "II. TỔ CHỨC THỰC HIỆN\nCông an xã chủ trì bảo đảm an ninh, trật tự.\n",
            25,
            "noi-nhan-thieu-don-vi",
        ),
        ("chỉ thị", "- UBND các xã, phường;", "- Các sở, ban, ngành tỉnh;", 0, "noi-nhan-trung"),
        // Người ký
        ("quyết định của", "PHÓ GIÁM ĐỐC", "GIÁM ĐỐC", 0, "kt-khong-cap-pho"),
        ("quyết định của", "KT. GIÁM ĐỐC\n", "", 25, "cap-pho-thieu-kt"),
        ("quyết định của", "KT. GIÁM ĐỐC", "KT GIÁM ĐỐC", 0, "quyen-han-sai-dang"),
        ("quyết định của", "KT. GIÁM ĐỐC", "K/T GIÁM ĐỐC", 0, "quyen-han-sai-dang"),
        ("quyết định của", "KT. GIÁM ĐỐC", "TM. GIÁM ĐỐC", 0, "tm-khong-tap-the"),
        ("quyết định của", "Hoàng Thị Lan", "HOÀNG THỊ LAN", 0, "ho-ten-viet-hoa"),
        ("quyết định của", "Hoàng Thị Lan", "ThS. Hoàng Thị Lan", 0, "hoc-vi-truoc-ho-ten"),
        ("quyết định của", "Hoàng Thị Lan\n", "", 26, "thieu-nguoi-ky"),
        ("kế hoạch của UBND", "TM. ỦY BAN NHÂN DÂN\n", "", 27, "tap-the-thieu-tm"),
        ("kế hoạch của UBND", "TM. ỦY BAN NHÂN DÂN", "TM. UBND", 0, "tm-viet-tat"),
        ("giấy mời", "TL. GIÁM ĐỐC", "TL. SỞ TÀI CHÍNH", 0, "quyen-han-khong-cap-truong"),
        ("công văn ký", "TL. GIÁM ĐỐC", "TUQ. GIÁM ĐỐC", 25, "tuq-ky-lai"),
        ("quyết định của Chủ tịch UBND", "CHỦ TỊCH ỦY BAN", "ỦY BAN", 19, "tham-quyen-khac-nguoi-ky"),
    ];
    let moi = Moi::new();
    let mut wrong = Vec::new();
    for (name, from, to, line, rule) in cases {
        let text = tot(name);
        assert!(text.contains(from), "{name}: {from}");
        let all = moi.found(&text.replacen(from, to, 1));
        let own = text[..text.find(from).unwrap_or(0)].matches('\n').count() + 1;
        let line = if line == 0 { own } else { line };
        if !all.contains(&(line, rule)) {
            wrong.push(format!("{name}: {from:?} → {to:?}: {rule} ở dòng {line}, chỉ thấy {all:?}"));
        } else if all.len() > 1 {
            wrong.push(format!("{name}: {from:?} → {to:?}: thừa {all:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
