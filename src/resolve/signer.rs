//! The signer's block: who signs, with which authority, and what is wrong with it.

use crate::diag::words::{fold, shorten};
use crate::diag::{Diagnostic, Located, Place, Sink, code, nearest};
use crate::model::draft::NguoiKyDraft;
use crate::model::nguoi_ky::KyError;
use crate::model::{CheDo, CoQuan, KhoiKy, NgayVanBan, Nguoi};

/// The clause of the abbreviations.
const DIEM_B: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7 điểm b";

/// The clause of posts.
const DIEM_C: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7 điểm c";

/// The block of a signer of an agency's paper of a date, if it has one. `None` if there is none such; that has been
/// reported.
pub fn signer(
    draft: &NguoiKyDraft,
    co_quan: &CoQuan,
    ngay: Option<&NgayVanBan>,
    sink: &mut Sink,
) -> Option<Located<KhoiKy>> {
    let ma = &draft.ai;
    let Some(nguoi) = co_quan.nguoi.get(&ma.value) else {
        sink.push(unknown(ma, co_quan));
        return None;
    };
    ngay.inspect(|ngay| in_office(nguoi, ma, ngay, sink));
    match KhoiKy::soan(co_quan, nguoi, draft.quyen_han.as_ref().map(|(q, _)| *q)) {
        Ok(khoi) => Some(Located::new(khoi, ma.place.clone())),
        Err(error) => {
            let typed = draft.quyen_han.as_ref().map(|(_, place)| place);
            let mut finding = authority(error, nguoi, co_quan, typed.unwrap_or(&ma.place));
            if let Some(quyen_han) = nguoi.quyen_han.as_ref().filter(|_| typed.is_none()) {
                finding = finding.also(quyen_han.place.clone(), "quyền hạn ghi ở đây");
            }
            sink.push(finding);
            None
        }
    }
}

/// Who signs holds his post on the day of the document: Điều 13 gives the right to sign to the post. Only what is known of
/// the dates counts; year 0 is a year that is missing and reported.
fn in_office(nguoi: &Nguoi, ma: &Located<String>, ngay: &NgayVanBan, sink: &mut Sink) {
    if ngay.nam == 0 {
        return;
    }
    let said = |verb: &str, when: &str| {
        let message = format!("{} {verb} “{}” {when} ngày của văn bản", nguoi.ho_ten, shorten(&nguoi.chuc_vu));
        Diagnostic::new(&code::KHONG_GIU_CHUC_VU, message)
            .at(ma.place.clone())
            .label(format!("văn bản ngày {}", ngay.viet_so()))
            .advice("ghi mã của người giữ chức vụ ấy lúc đó; hoặc sửa ngày của văn bản, khóa tu, den trong tệp cơ quan")
    };
    if let Some(tu) = nguoi.tu.as_ref().filter(|tu| ngay.surely_before(&tu.value)) {
        sink.push(said("chưa giữ chức vụ", "vào").also(tu.place.clone(), "bắt đầu giữ chức vụ"));
    }
    if let Some(den) = nguoi.den.as_ref().filter(|den| den.value.surely_before(ngay)) {
        sink.push(said("đã thôi giữ chức vụ", "trước").also(den.place.clone(), "thôi giữ chức vụ"));
    }
}

/// Nobody of the agency has this key.
pub fn unknown(ma: &Located<String>, co_quan: &CoQuan) -> Diagnostic {
    let known: Vec<&str> = co_quan.nguoi.keys().map(String::as_str).collect();
    let message = format!("không có người “{}” trong cơ quan {}", shorten(&ma.value), co_quan.ma);
    let finding = Diagnostic::new(&code::KHONG_CO, message)
        .at(ma.place.clone())
        .advice(format!("những người đang có: {}", known.join(", ")))
        .advice(format!("người mới thì thêm vào data/co_quan/{}.yaml", co_quan.ma));
    let by_name = co_quan.nguoi.iter().find(|(_, n)| fold(&n.ho_ten) == fold(&ma.value)).map(|(key, _)| key.as_str());
    match by_name.or_else(|| nearest(&ma.value, known.iter().copied())) {
        Some(near) => finding.label(format!("có phải là “{near}”?")),
        None => finding,
    }
}

/// What contradicts what, and what to write instead.
fn authority(error: KyError, nguoi: &Nguoi, co_quan: &CoQuan, place: &Place) -> Diagnostic {
    let file = format!("data/co_quan/{}.yaml", co_quan.ma);
    let chuc_vu = shorten(&[nguoi.chuc_vu.as_str(), nguoi.don_vi.as_deref().unwrap_or_default()].join(" "));
    let dung_dau = co_quan.dung_dau.as_deref().unwrap_or("người đứng đầu");
    let unit = "người đứng đầu đơn vị (và cấp phó ký thay người ấy) được giao ký thừa lệnh: ghi quyen_han: TL";
    let (message, advice, clause) = match error {
        KyError::ThieuDungDau => {
            let mut advice = vec![format!("thêm vào {file} chức vụ người đứng đầu, ví dụ dòng dung_dau: Giám đốc")];
            if nguoi.don_vi.is_none() && nguoi.cap_truong.is_none() {
                advice.push(format!("nếu “{chuc_vu}” chính là người đứng đầu: dung_dau: {chuc_vu}"));
            }
            (format!("chưa biết chức vụ người đứng đầu cơ quan {}", co_quan.ma), advice, DIEM_B)
        }
        KyError::KhongTapThe if co_quan.che_do == CheDo::TapThe => (
            "tổ chức tư vấn không được dùng con dấu chỉ ghi chức danh của người ký, không ghi TM.".to_owned(),
            vec!["bỏ quyen_han".to_owned()],
            DIEM_C,
        ),
        KyError::KhongTapThe => (
            "TM. chỉ đứng trước tên tập thể hoặc cơ quan làm việc theo chế độ tập thể".to_owned(),
            vec![
                "bỏ quyen_han: người đứng đầu tự ký, cấp phó ký thay (KT.)".to_owned(),
                format!("cơ quan làm việc theo chế độ tập thể thì ghi che_do: tap_the và tap_the: … trong {file}"),
            ],
            DIEM_B,
        ),
        KyError::KhongPhaiCapPho => (
            format!("chỉ cấp phó của {dung_dau} mới ký thay (KT.), “{chuc_vu}” thì không"),
            vec![unit.to_owned()],
            "NĐ 30/2020/NĐ-CP, Điều 13 khoản 1, 2; Phụ lục I, phần I, mục II, khoản 7 điểm b",
        ),
        KyError::DungDauTuKy => (
            format!("{dung_dau} là người đứng đầu, không ký thay, thừa lệnh hay thừa ủy quyền của chính mình"),
            vec![
                "bỏ quyen_han".to_owned(),
                format!("nếu {dung_dau} chỉ đứng đầu một đơn vị thì sửa dung_dau trong {file}"),
            ],
            "NĐ 30/2020/NĐ-CP, Điều 13 khoản 1, 2",
        ),
        KyError::CapPhoKyKt => (
            format!("cấp phó của {dung_dau} ký thay (KT.), không ký thừa lệnh (TL.) hay thừa ủy quyền (TUQ.)"),
            vec!["bỏ quyen_han: chức vụ trong tệp cơ quan đã đủ để in KT.".to_owned()],
            "NĐ 30/2020/NĐ-CP, Điều 13 khoản 1, 2",
        ),
        KyError::KhongUyQuyenLai => (
            "người được ủy quyền (TUQ.) không ủy quyền lại, nên không có cấp phó ký thay".to_owned(),
            vec!["để chính người được ủy quyền ký; ký thừa lệnh thì ghi quyen_han: TL".to_owned()],
            "NĐ 30/2020/NĐ-CP, Điều 13 khoản 3",
        ),
        KyError::KhongCoQuyen => (
            format!("“{chuc_vu}” không phải {dung_dau} hay cấp phó của {dung_dau}, không tự ký văn bản của cơ quan"),
            vec![
                unit.to_owned(),
                "người đứng đầu đơn vị được ủy quyền bằng văn bản: ghi quyen_han: TUQ".to_owned(),
                format!("nếu người đứng đầu cơ quan giữ chức vụ khác thì sửa dung_dau trong {file}"),
            ],
            "NĐ 30/2020/NĐ-CP, Điều 13 khoản 3, 4",
        ),
    };
    let mut finding = Diagnostic::new(&code::QUYEN_HAN, message).at(place.clone());
    finding.advice = advice;
    finding.clause = Some(clause);
    finding
}
