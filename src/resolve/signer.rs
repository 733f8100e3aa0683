//! The signer's block: who signs, with which authority, and what is wrong with it.

use crate::diag::words::{fold, shorten};
use crate::diag::{Diagnostic, Located, Place, Sink, code, nearest};
use crate::model::draft::NguoiKyDraft;
use crate::model::nguoi_ky::KyError;
use crate::model::{CoQuan, KhoiKy};

/// The block of a signer. `None` if there is none such; that has been reported.
pub fn signer(draft: &NguoiKyDraft, co_quan: &CoQuan, sink: &mut Sink) -> Option<Located<KhoiKy>> {
    let ma = &draft.ai;
    let Some(nguoi) = co_quan.nguoi.get(&ma.value) else {
        sink.push(unknown(ma, co_quan));
        return None;
    };
    match KhoiKy::soan(co_quan, nguoi, draft.quyen_han.as_ref().map(|(q, _)| *q)) {
        Ok(khoi) => Some(Located::new(khoi, ma.place.clone())),
        Err(error) => {
            let place = draft.quyen_han.as_ref().map_or(&ma.place, |(_, place)| place);
            sink.push(authority(&error, co_quan, place));
            None
        }
    }
}

fn unknown(ma: &Located<String>, co_quan: &CoQuan) -> Diagnostic {
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

fn authority(error: &KyError, co_quan: &CoQuan, place: &Place) -> Diagnostic {
    let file = format!("data/co_quan/{}.yaml", co_quan.ma);
    let (message, advice) = match error {
        KyError::KhongPhaiCapPho => (
            "chỉ cấp phó mới ký thay (KT.)",
            "bỏ quyen_han; trưởng phòng ký thừa lệnh thì ghi quyen_han: TL".to_owned(),
        ),
        KyError::KhongTapThe => (
            "TM. chỉ đứng trước tên tập thể hoặc cơ quan làm việc theo chế độ tập thể",
            format!("bỏ quyen_han, hoặc ghi che_do: tap_the và tap_the: … trong {file}"),
        ),
        KyError::ThieuDungDau => (
            "chưa biết chức vụ người đứng đầu để ghi sau Q., TL. hoặc TUQ.",
            format!("thêm dòng dung_dau: Giám đốc vào {file}"),
        ),
        KyError::KhongUyQuyenLai => (
            "người được ủy quyền (TUQ.) không ủy quyền lại, nên không có cấp phó ký thay",
            "để chính người được ủy quyền ký".to_owned(),
        ),
        KyError::CapPhoKyKt => (
            "cấp phó của người đứng đầu ký thay (KT.), không ký thừa lệnh (TL.)",
            "bỏ quyen_han: chức vụ trong tệp cơ quan đã đủ để in KT.".to_owned(),
        ),
    };
    Diagnostic::new(&code::QUYEN_HAN, message).at(place.clone()).advice(advice)
}
