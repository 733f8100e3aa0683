//! Instruments of law: how they are cited, and when they are in force.

use super::{nap, ngay};
use vanthu::load::du_kien;
use vanthu::model::NgayVanBan;
use vanthu::model::du_kien::{DanhMucPhapLuat, HieuLuc, VanBanPhapLuat};

fn so() -> DanhMucPhapLuat {
    nap(du_kien::phap_luat)
}

fn cua<'a>(so: &'a DanhMucPhapLuat, ma: &str) -> &'a VanBanPhapLuat {
    so.get(ma).unwrap_or_else(|| panic!("{ma} is there"))
}

fn vao(text: &str) -> NgayVanBan {
    NgayVanBan::parse(text).expect("a date")
}

#[test]
fn every_instrument_is_cited_as_its_compiler_wrote() {
    let so = so();
    let mau: Vec<Vec<&str>> =
        include_str!("vien_dan.tsv").lines().filter(|l| !l.starts_with('#')).map(|l| l.split('\t').collect()).collect();
    assert_eq!((so.iter().count(), mau.len()), (182, 139));
    for dong in mau {
        let [ma, can_cu, lan_sau] = *dong else { panic!("three columns: {dong:?}") };
        let van_ban = cua(&so, ma);
        assert_eq!(format!("{};", van_ban.can_cu()), can_cu, "{ma}");
        assert_eq!(van_ban.lan_sau(), lan_sau, "{ma}");
    }
}

#[test]
fn first_mentions() {
    let so = so();
    let lan_dau = |ma| cua(&so, ma).lan_dau();
    // No number, no date, no agency for a law.
    assert_eq!(lan_dau("luat_tdkt_2022"), "Luật Thi đua, khen thưởng");
    assert_eq!(lan_dau("pl_danso_2003"), "Pháp lệnh Dân số");
    assert_eq!(lan_dau("blld_2019"), "Bộ luật Lao động");
    assert_eq!(
        lan_dau("nd_30_2020"),
        "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
    );
    assert_eq!(
        lan_dau("tt_15_2025_bnv"),
        "Thông tư số 15/2025/TT-BNV ngày 04 tháng 8 năm 2025 của Bộ trưởng Bộ Nội vụ quy định biện pháp thi hành \
         Luật Thi đua, khen thưởng và Nghị định số 152/2025/NĐ-CP"
    );
    // A date that is not known is a blank slot.
    assert!(lan_dau("tt_01_2024_bnv").starts_with("Thông tư số 01/2024/TT-BNV ngày … tháng … năm 2024 của "));
    assert!(lan_dau("hd_05_2026_vptw").starts_with("Hướng dẫn số 05-HD/VPTW ngày … tháng … năm … của "));
    assert_eq!(so.iter().filter(|v| v.ngay_ban_hanh.is_none()).count(), 7);
}

/// Legal bases that belong together on a date: none may be found to have ended or not to have begun.
#[test]
fn sets_of_legal_bases_are_in_force_on_their_dates() {
    let so = so();
    let luat_2003 = ["luat_tdkt_2003", "luat_sd_tdkt_2005", "luat_sd_tdkt_2013"];
    let bo: [(&str, &[&str]); 7] = [
        ("14/02/2017", &["nd_42_2010", "nd_39_2012", "nd_65_2014", "tt_07_2014_bnv"]),
        ("14/01/2020", &["nd_91_2017", "tt_12_2019_bnv", "ct_34_2014"]),
        ("19/5/2020", &["nd_91_2017", "tt_12_2019_bnv", "ct_34_2014"]),
        ("15/4/2024", &["luat_tdkt_2022", "nd_98_2023", "tt_01_2024_bnv", "ct_34_2014", "ct_19_2021_ttg"]),
        ("20/8/2025", &["luat_tdkt_2022", "nd_152_2025", "tt_15_2025_bnv"]),
        ("21/11/2026", &["luat_tdkt_2022", "luat_sd_tdkt_2026", "nd_152_2025", "tt_15_2025_bnv"]),
        ("01/3/2027", &["luat_tdkt_2022", "luat_sd_tdkt_2026"]),
    ];
    for (ngay, cac_ma) in bo {
        let them: &[&str] = if cac_ma.contains(&"luat_tdkt_2022") || ngay.ends_with("2025") { &[] } else { &luat_2003 };
        for ma in cac_ma.iter().chain(them) {
            assert_eq!(cua(&so, ma).hieu_luc(&vao(ngay)), HieuLuc::Con, "{ma} on {ngay}");
        }
    }
}

#[test]
fn what_has_ended_names_its_successor() {
    let so = so();
    let hieu_luc = |ma, ngay| cua(&so, ma).hieu_luc(&vao(ngay));
    let het = |tu, thay: &[&str]| HieuLuc::Het { tu: ngay(tu), thay: thay.iter().map(|s| (*s).to_owned()).collect() };
    assert_eq!(hieu_luc("luat_tdkt_2003", "31/12/2023"), HieuLuc::Con);
    assert_eq!(hieu_luc("luat_tdkt_2003", "01/01/2024"), het("2024-01-01", &["luat_tdkt_2022"]));
    assert_eq!(hieu_luc("nd_98_2023", "01/7/2025"), het("2025-07-01", &["nd_152_2025"]));
    // Ends by itself, and no successor is known.
    assert_eq!(hieu_luc("nd_152_2025", "28/02/2027"), HieuLuc::Con);
    assert_eq!(hieu_luc("nd_152_2025", "01/3/2027"), het("2027-03-01", &[]));
    assert_eq!(hieu_luc("luat_tdkt_2022", "31/12/2023"), HieuLuc::ChuaCo { tu: ngay("2024-01-01") });
    assert_eq!(hieu_luc("luat_sd_tdkt_2026", "30/9/2026"), HieuLuc::ChuaCo { tu: ngay("2026-10-01") });
}

#[test]
fn open_dates_and_unknown_ends_are_perhaps() {
    let so = so();
    let nd_152 = cua(&so, "nd_152_2025");
    let co_the = HieuLuc::CoTheHet { tu: ngay("2027-03-01"), thay: vec![] };
    assert_eq!(nd_152.hieu_luc(&NgayVanBan::chi_nam(2027)), co_the);
    assert_eq!(nd_152.hieu_luc(&NgayVanBan::chi_nam(2026)), HieuLuc::Con);
    assert_eq!(nd_152.hieu_luc(&vao("02/2027")), HieuLuc::Con);
    assert_eq!(nd_152.hieu_luc(&vao("3/2027")), HieuLuc::Het { tu: ngay("2027-03-01"), thay: vec![] });
    let sua = cua(&so, "luat_sd_tdkt_2026");
    assert_eq!(sua.hieu_luc(&NgayVanBan::chi_nam(2026)), HieuLuc::CoTheChua { tu: ngay("2026-10-01") });
    // Replaced in 2024, on a day that the data do not have.
    let tt_12 = cua(&so, "tt_12_2019_bnv");
    let thay = HieuLuc::CoTheHet { tu: ngay("2024-01-01"), thay: vec!["tt_01_2024_bnv".to_owned()] };
    assert_eq!((tt_12.hieu_luc(&vao("15/4/2024")), tt_12.hieu_luc(&vao("31/12/2023"))), (thay, HieuLuc::Con));
}

#[test]
fn numbers_lead_to_instruments() {
    let so = so();
    let ma = |so_ky_hieu: &str| so.tim_theo_so(so_ky_hieu).into_iter().map(|v| v.ma.as_str()).collect::<Vec<_>>();
    assert_eq!(ma("98/2023/NĐ-CP"), ["nd_98_2023"]);
    assert_eq!(ma(" số 6/2022/qh15 "), ["luat_tdkt_2022"]);
    assert_eq!(ma("34 - CT/TW"), ["ct_34_2014"]);
    assert!(ma("13/KH-SYT").is_empty() && ma("").is_empty());
}

#[test]
fn every_reference_leads_somewhere_and_dates_are_in_order() {
    let so = so();
    for v in so.iter() {
        for ma in v.thay_the_boi.iter().chain(&v.sua_doi_boi) {
            assert!(so.get(ma).is_some(), "{}: {ma}", v.ma);
        }
        let moc: Vec<_> = [v.ngay_ban_hanh, v.hieu_luc_tu, v.het_hieu_luc_tu].into_iter().flatten().collect();
        assert!(moc.is_sorted(), "{}: {moc:?}", v.ma);
    }
}
