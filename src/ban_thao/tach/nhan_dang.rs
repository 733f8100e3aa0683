//! What a single line can be by its own words: the components of Phụ lục I, phần I, mục II and III, each with the shapes
//! that people really type.

mod ky;

pub use ky::{chuc_vu, co_quan_hoa, da_ky, ho_ten, nguoi_soan, quyen};

use super::gap::{dau_la, dau_mot};

const QUOC_HIEU: &str = "cong hoa xa hoi chu nghia viet nam";

/// II.1a: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", also misspelt or shortened.
pub fn quoc_hieu(gap: &str) -> bool {
    if gap.len() > 48 || !gap.starts_with(['c', 'o', 'g', 'q']) {
        return false;
    }
    let gap = gap.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
    gap == QUOC_HIEU
        || dau_la(gap, "cong hoa") && (gap.contains("chu nghia") || gap.ends_with("viet nam"))
        || gap == "chxhcn viet nam"
        || gap.len() > 24 && gap.contains("ngh") && strsim::damerau_levenshtein(gap, QUOC_HIEU) <= 7
}

/// II.1b: "Độc lập - Tự do - Hạnh phúc", in whatever order and with whatever marks.
pub fn tieu_ngu(gap: &str) -> bool {
    let parts = ["doc lap", "tu do", "hanh phuc"];
    gap.len() <= 44 && parts.iter().filter(|part| gap.contains(**part)).count() >= 2
}

/// A rule drawn with marks.
pub fn ke(text: &str) -> bool {
    text.chars()
        .all(|c| matches!(c, '_' | '-' | '=' | '*' | '~' | '–' | '—' | '.' | '…' | '•' | '·' | '+' | ' ' | '─' | '|'))
}

/// The number of a page.
pub fn so_trang(gap: &str) -> bool {
    let bare = gap.trim_matches(['-', ' ', '~', '.', '|']);
    let bare = bare.strip_prefix("trang").unwrap_or(bare).trim_matches([' ', ':']);
    let number = |part: &str| !part.is_empty() && part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit());
    !gap.ends_with('.')
        && match bare.split_once('/') {
            Some((page, of)) => number(page.trim()) && number(of.trim()),
            None => number(bare),
        }
}

/// III.2, III.3 and stamps: urgency, secrecy, circulation, "DỰ THẢO", the words of a digital signature.
pub fn dau_chi(gap: &str) -> bool {
    #[rustfmt::skip]
    const TRON: &[&str] = &[
        "hoa toc", "hoa toc hen gio", "thuong khan", "khan", "mat", "toi mat", "tuyet mat", "luu hanh noi bo",
        "xem xong tra lai", "tai lieu thu hoi", "dang cong san viet nam", "du thao", "ban du thao", "cong van den",
        "den", "sao y", "sao luc", "trich sao", "sao y ban chinh",
    ];
    #[rustfmt::skip]
    const DAU: &[&str] = &[
        "du thao lan", "du thao ngay", "ky boi", "nguoi ky", "thoi gian ky", "signature not verified",
        "digitally signed", "signed by", "signing time",
    ];
    let bare = gap.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    TRON.contains(&bare) || gap.len() < 120 && dau_mot(bare, DAU)
}

/// III.4: address, telephone and mail of the agency.
pub fn dia_chi(gap: &str) -> bool {
    gap.len() < 150
        && dau_mot(gap, &["dia chi", "dien thoai", "dt", "so dien thoai", "tel", "fax", "email", "e-mail", "website"])
        && gap.contains(':')
}

/// II.9a: "Kính gửi".
pub fn kinh_gui(gap: &str) -> bool {
    dau_mot(gap, &["kinh gui", "kinh goi", "kinh trinh"])
}

/// II.9b: "Nơi nhận".
pub fn noi_nhan(gap: &str) -> bool {
    let Some(rest) = gap.strip_prefix("noi nhan").or_else(|| gap.strip_prefix("noi gui")) else { return false };
    let rest = rest.trim_start();
    rest.is_empty() || rest.starts_with([':', '.', ';', '-', '*', '/', '('])
}

/// "- Lưu: VT, TCCB.", without its dash. "Lưu ý", "Lưu hành" are other words.
pub fn luu(gap: &str) -> bool {
    let Some(rest) = gap.strip_prefix("luu") else { return false };
    let words = rest.trim_start();
    rest.starts_with([':', '.', ';', ',', '-'])
        || words.is_empty()
        || rest.starts_with(' ')
            && (words.starts_with(':') || dau_mot(words, &["vt", "van thu", "vp", "hs", "ho so", "tru", "van phong"]))
}

/// II.5b: "V/v …", "Về việc …".
pub fn ve_viec(gap: &str) -> bool {
    dau_mot(gap, &["v/v", "v /v", "v/ v", "v.v", "ve viec"])
}

/// The beginning of a legal basis (II.6a), without its dash; "Căn cứ ban hành văn bản bao gồm …" speaks of them.
pub fn can_cu(gap: &str) -> bool {
    dau_la(gap, "can cu") && !dau_la(gap, "can cu ban hanh")
}

/// Whether "Căn cứ …, Sở Y tế đề nghị …" is a sentence rather than a basis: somebody does something behind a comma.
pub fn co_menh_de(text: &str) -> bool {
    #[rustfmt::skip]
    const AI: &[&str] = &[
        "so", "bo", "uy ban", "ubnd", "phong", "truong", "benh vien", "trung tam", "cong ty", "ban", "cuc",
        "chi cuc", "giam doc", "chu tich", "hieu truong", "hoi dong", "van phong", "vien", "toi", "chung toi",
        "cac don vi",
    ];
    #[rustfmt::skip]
    const GI: &[&str] = &[
        "de nghi", "yeu cau", "ban hanh", "xay dung", "thong bao", "bao cao", "trinh", "trien khai", "huong dan",
        "y kien", "to chuc", "kinh", "giao", "phat dong", "xin",
    ];
    let (gap, _) = super::gap::gap_cho(text);
    gap.match_indices(", ").any(|(at, _)| {
        let rest = gap.get(at + 2..).unwrap_or_default();
        dau_mot(rest, AI) && GI.iter().any(|verb| rest.contains(&format!(" {verb} ")))
    })
}

/// "Theo đề nghị của …", "Xét Tờ trình …": the last basis.
pub fn theo_de_nghi(gap: &str) -> bool {
    dau_mot(gap, &["theo de nghi", "theo to trinh", "xet de nghi", "xet to trinh", "xet"])
}

/// "Sở Y tế thông báo …": an agency does something.
pub fn noi_viec(gap: &str) -> bool {
    const GI: [&str; 9] = [
        " thong bao ",
        " bao cao ",
        " de nghi ",
        " kinh ",
        " ban hanh ",
        " xay dung ",
        " yeu cau ",
        " trinh ",
        " to chuc ",
    ];
    co_quan(gap) && !dau_la(gap, "to") && GI.iter().any(|verb| gap.contains(verb))
}

/// An addressee on a line without dash: "Sở Y tế", "Các đơn vị trực thuộc".
pub fn noi_gui(gap: &str) -> bool {
    gap.len() <= 80
        && (co_quan(gap) || dau_mot(gap, &["cac", "ong", "ba", "dong chi", "quy", "thu truong"]))
        && !noi_viec(gap)
}

/// What else stands among the legal bases and ends like one.
pub fn nhu_can_cu(gap: &str) -> bool {
    dau_mot(
        gap,
        &[
            "theo de nghi",
            "theo to trinh",
            "xet de nghi",
            "xet to trinh",
            "xet",
            "thuc hien",
            "theo",
            "tren co so",
            "nham",
            "de",
            "sau khi",
            "tiep theo",
        ],
    )
}

/// The conclusion between legal bases and body: "QUYẾT ĐỊNH:" (mẫu 1.1 to 1.3).
pub fn ket_luan(gap: &str) -> bool {
    let bare = gap.trim_end_matches([':', ' ', '.']);
    ["quyet dinh", "quyet nghi", "chi thi", "nghi quyet", "nay quyet dinh", "thong qua"].contains(&bare)
}

/// The same with its colon, which a title does not have.
pub fn ket_luan_co_dau(text: &str, gap: &str) -> bool {
    ket_luan(gap) && text.trim_end().ends_with(':')
}

/// Words that begin the body rather than a subject.
pub fn mo_dau(gap: &str) -> bool {
    dau_mot(
        gap,
        &[
            "can cu",
            "thuc hien",
            "theo",
            "xet",
            "de",
            "nham",
            "trong",
            "sau khi",
            "ngay",
            "hom nay",
            "vao hoi",
            "thoi gian",
            "dia diem",
            "tran trong",
            "kinh gui",
            "so",
            "bo",
            "uy ban",
            "ubnd",
            "chung toi",
            "toi",
            "hoi dong",
            "truong",
            "benh vien",
            "phong",
            "nam",
            "tiep theo",
            "tren co so",
            "qua",
            "hien nay",
            "duoc su",
        ],
    )
}

/// The end of words that lead a list in: "… như sau:".
pub fn dan_vao(end: &str) -> bool {
    let end = end.trim_end_matches([':', ' ']);
    [
        "nhu sau",
        "sau day",
        "sau",
        "gom",
        "bao gom",
        "gom co",
        "la",
        "cu the",
        "nhu",
        "duoi day",
        "gom cac",
        "trach nhiem",
        "tai",
        "voi",
    ]
    .iter()
    .any(|word| {
        end.strip_suffix(word).is_some_and(|rest| rest.is_empty() || rest.ends_with(' ') || rest.ends_with(','))
    })
}

/// II.2: the first words of names of agencies.
pub fn co_quan(gap: &str) -> bool {
    #[rustfmt::skip]
    const DAU: &[&str] = &[
        "ubnd", "uy ban", "hdnd", "hoi dong", "bo", "so", "cuc", "chi cuc", "tong cuc", "vu", "phong", "ban",
        "trung tam", "benh vien", "truong", "hoc vien", "vien", "dai hoc", "cong ty", "tong cong ty", "tap doan",
        "ngan hang", "chi nhanh", "dang bo", "dang uy", "dang cong san", "huyen uy", "tinh uy", "thanh uy", "thi uy",
        "quan uy", "chi bo", "cong doan", "lien doan", "doan", "tinh doan", "huyen doan", "thanh doan", "hoi",
        "lien hiep", "mat tran", "ubmttq", "toa an", "vks", "vksnd", "cong an", "quan khu", "quan doan", "su doan",
        "bo chi huy", "kho bac", "bao hiem", "bhxh", "hai quan", "thue", "tram", "van phong", "thanh tra",
        "kiem toan", "dai", "bao", "tap chi", "nha xuat ban", "hop tac xa", "htx", "khoa", "to", "quoc hoi",
        "chinh phu", "thu tuong", "chu tich", "bo truong", "giam doc", "chi huy", "lien minh", "nha", "xi nghiep",
        "doanh nghiep", "cum thi dua", "khoi thi dua", "tieu ban", "to cong tac", "tong", "trai", "quy", "lang",
        "thon", "ap",
    ];
    dau_mot(gap, DAU)
}

/// The head of an appendix: "Phụ lục", "PHỤ LỤC II: DANH SÁCH …" (III.1).
pub fn phu_luc(gap: &str, text: &str) -> bool {
    let Some(rest) = gap.strip_prefix("phu luc") else { return false };
    if rest.starts_with(|c: char| c.is_ascii_alphabetic()) || gap.len() > 150 {
        return false;
    }
    let shouts = text.chars().nth(1) == Some('H');
    let rest = rest.trim_start_matches([' ', ':']);
    let rest = rest.strip_prefix("so ").unwrap_or(rest);
    let number =
        rest.len() - rest.trim_start_matches(|c: char| matches!(c, 'i' | 'v' | 'x') || c.is_ascii_digit()).len();
    let after = rest.get(number..).unwrap_or_default();
    let letter = number == 0 && rest.len() == 1;
    after.is_empty() || letter || shouts || number > 0 && after.trim_start().starts_with([':', '.', '-', '('])
}

/// "(Kèm theo Kế hoạch số …)".
pub fn kem_theo(gap: &str) -> bool {
    gap.starts_with('(') && gap.get(..60.min(gap.len())).is_some_and(|head| head.contains("kem theo"))
        || dau_mot(gap, &["kem theo", "ban hanh kem theo"])
}

#[cfg(test)]
mod tests {
    use super::super::gap::gap;
    use super::*;

    fn la(kind: fn(&str) -> bool, text: &str) -> bool {
        kind(&gap(text))
    }

    #[test]
    fn national_name_and_motto_however_typed() {
        for text in [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM.",
            "CỌNG HÒA XÃ HỘl CHỦ NGHIÃ VIÊT NAM",
            "Cộng hòa xã hội chủ nghĩa Việt Nam",
            "CHXHCN VIỆT NAM",
            "CỘNG HÒA XHCN VIỆT NAM",
        ] {
            assert!(la(quoc_hieu, text), "{text}");
        }
        assert!(!la(quoc_hieu, "Cộng hòa xã hội chủ nghĩa Việt Nam là một nước độc lập"));
        assert!(!la(quoc_hieu, "CÔNG TY CỔ PHẦN DƯỢC PHẨM HÀ TÂY"));
        for text in [
            "Độc lập - Tự do - Hạnh phúc",
            "Độc lập Tự do Hạnh phúc",
            "ĐỘC LẬP – TỰ DO – HẠNH PHÚC",
            "Tự do - Độc lập - Hạnh phúc",
        ] {
            assert!(la(tieu_ngu, text), "{text}");
        }
        assert!(!la(tieu_ngu, "quyết tâm giữ vững nền độc lập, tự do của Tổ quốc và hạnh phúc"));
    }

    #[test]
    fn names_are_not_posts_or_places() {
        for text in ["Trần Quang Hải", "TS. Nguyễn Văn A", "PGS.TS Lê Thị Bích Ngọc", "BS CKII. Phan Huy Anh Vũ"]
        {
            assert!(ho_ten(text, false), "{text}");
        }
        for text in ["Giám đốc", "Nơi nhận:", "SỞ Y TẾ", "Đồng Nai, ngày 1", "Hết", "trần quang hải"]
        {
            assert!(!ho_ten(text, false), "{text}");
        }
        assert!(ho_ten("TRẦN QUANG HẢI", true));
    }

    #[test]
    fn other_lines() {
        assert!(
            la(luu, "Lưu: VT.")
                && la(luu, "Lưu VT, TCCB")
                && !la(luu, "Lưu ý: nộp đúng hạn")
                && !la(luu, "Lưu hành nội bộ")
        );
        assert!(la(noi_nhan, "Nơi nhận :") && !la(noi_nhan, "Nơi nhận hồ sơ là bộ phận một cửa"));
        assert!(la(quyen, "KT. GIÁM ĐỐC") && la(quyen, "T/M ỦY BAN") && !la(quyen, "KTX SINH VIÊN"));
        assert!(
            la(chuc_vu, "PHÓ GIÁM ĐỐC") && la(chuc_vu, "Q. GIÁM ĐỐC".get(3..).unwrap_or("")) && !la(chuc_vu, "SỞ Y TẾ")
        );
        let phu = |text: &str| phu_luc(&gap(text), text);
        assert!(phu("Phụ lục I") && phu("PHỤ LỤC") && phu("PHỤ LỤC DANH SÁCH") && phu("Phụ lục 2: Biểu mẫu"));
        assert!(!phu("Phụ lục I kèm theo Quyết định này quy định mẫu") && !phu("Phụ lục này gồm"));
        assert!(la(so_trang, "- 2 -") && la(so_trang, "Trang 3/10") && !la(so_trang, "2020") && !la(so_trang, "2."));
        assert!(ke("_______") && !ke("./.") && la(dau_chi, "HỎA TỐC") && la(dau_chi, "(DỰ THẢO)"));
    }
}
