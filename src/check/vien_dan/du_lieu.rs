//! Citations against what is known of instruments of law.

use super::doc::VienDan;
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::NgayVanBan;
use crate::model::du_kien::{DaKiem, DoTin, HieuLuc, VanBanPhapLuat};
use chrono::Datelike;

static CODE: Code = Code::canh_bao("co-quan-khac-danh-muc").theo(super::KHOAN_6B);

/// An instrument of the Party's central organs that is said to be another organ's.
pub static KHAC_DANH_MUC: Rule = Rule {
    code: &CODE,
    ho: Ho::VienDan,
    vi_sao: "Nghị quyết, chỉ thị có ký hiệu TW do Ban Chấp hành Trung ương, Bộ Chính trị hoặc Ban Bí thư ban hành; ghi đúng nơi \
             ban hành theo danh mục văn bản (data/van_ban_phap_luat.yaml).",
    vi_du: &[ViDu::noi_dung(
        "Thực hiện Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2014 của Ban Bí thư về tiếp tục đổi mới công tác thi đua, khen thưởng.",
        "Thực hiện Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2014 của Bộ Chính trị về tiếp tục đổi mới công tác thi đua, khen thưởng.",
    )],
    kiem: Kiem::TuDien,
};

/// Compares the organ that is named with the one known. The day must be the known one too, so that it surely is the same
/// instrument.
pub fn soi(all: &[VienDan<'_>], soi: &mut Soi<'_>) {
    for one in all.iter().filter(|one| one.ky_hieu.nhom.last() == Some(&"TW")) {
        let (Some(written), Some(day)) = (one.ten_co_quan(), one.ngay.and_then(|ngay| ngay.du())) else { continue };
        let law = tim(one, soi).filter(|law| law.do_tin == DoTin::Cao && law.ngay_ban_hanh == Some(day));
        let right = law.map(|law| law.co_quan.as_str()).unwrap_or_default();
        if let (Some(named), Some(known)) = (trung_uong(written), trung_uong(right))
            && named != known
            && let Some((first, last)) = one.co_quan
        {
            let message = format!("{} là của {right}, không phải của {written}", one.ten());
            soi.bao(&CODE, one.doan, one.chu().khoang(first, last), message);
        }
    }
}

/// Which of the three organs a name begins with.
fn trung_uong(name: &str) -> Option<usize> {
    const TEN: [&str; 3] = ["bộ chính trị", "ban bí thư", "ban chấp hành trung ương"];
    let small = name.to_lowercase();
    TEN.iter().position(|organ| small.starts_with(organ))
}

/// Whether what is known of an instrument is sure enough to say that a draft is wrong.
pub fn chac(law: &VanBanPhapLuat) -> bool {
    law.do_tin == DoTin::Cao && law.da_kiem != DaKiem::Khong
}

/// Whether it had been out of force for months when a document was issued: no slip in the day of its end changes that, so
/// what the author of the data was sure of is enough.
pub fn het_lau(law: &VanBanPhapLuat, own: &NgayVanBan) -> bool {
    let months = |nam: i32, thang: u32| nam * 12 + i32::try_from(thang).unwrap_or(0);
    let (nam, thang, _) = own.moc();
    law.do_tin == DoTin::Cao
        && matches!(law.hieu_luc(own), HieuLuc::Het { tu, .. } if months(nam, thang.into()) - months(tu.year(), tu.month()) >= 3)
}

/// The instrument of a citation: of its number, and of its date where several have the number.
pub fn tim<'a>(one: &VienDan<'_>, soi: &Soi<'a>) -> Option<&'a VanBanPhapLuat> {
    let laws = soi.ctx.kho.phap_luat.as_ref()?;
    let number = one.ky_hieu.chuan();
    let bare = number.trim_start_matches('0');
    let of_number = |law: &&VanBanPhapLuat| {
        law.loai == one.loai.ten && law.so_ky_hieu.trim_start_matches('0').eq_ignore_ascii_case(bare)
    };
    let found: Vec<&VanBanPhapLuat> = laws.iter().filter(of_number).collect();
    let own_year = one.ky_hieu.nam.is_some();
    let same = |law: &&&VanBanPhapLuat| match (law.ngay_ban_hanh, one.ngay.and_then(|ngay| ngay.nam)) {
        (Some(known), Some(nam)) => chrono::Datelike::year(&known) == nam,
        _ => own_year || found.len() == 1,
    };
    found.iter().find(same).copied()
}
