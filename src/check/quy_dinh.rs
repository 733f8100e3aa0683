//! Which rules a document was made by. Everything is judged by NĐ 30/2020/NĐ-CP, "có hiệu lực thi hành kể từ ngày ký ban
//! hành" (Điều 37): 05 March 2020. Before it thể thức followed Thông tư 01/2011/TT-BNV.

use super::{Ho, Kiem, RULES, Rule, Soi, ViDu};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{BanThao, NgayVanBan, O};

/// The day the decree came into force.
const HIEU_LUC: NgayVanBan = NgayVanBan { ngay: Some(5), thang: Some(3), nam: 2020 };

static CODE: Code = Code::goi_y("quy-dinh-cu").theo("NĐ 30/2020/NĐ-CP, Điều 37");

/// A document older than the decree.
pub static QUY_DINH_CU: Rule = Rule {
    code: &CODE,
    ho: Ho::ThoiGian,
    vi_sao: "Văn bản ban hành trước 05/3/2020 làm theo Thông tư 01/2011/TT-BNV, nên có chỗ khác Nghị định 30 mà không sai.",
    vi_du: &[ViDu::o(O::DiaDanhNgay, "Cao Bằng, ngày 14 tháng 02 năm 2017", "Cao Bằng, ngày 14 tháng 02 năm 2026")],
    kiem: Kiem::BanThao(kiem),
};

fn kiem(ban: &BanThao, soi: &mut Soi<'_>) {
    if !cu(ban.ngay) {
        return;
    }
    let place = ban.o(O::DiaDanhNgay).next().map_or(&ban.place, |doan| &doan.place);
    soi.push(
        Diagnostic::new(
            &CODE,
            "văn bản ban hành trước 05/3/2020: khi đó theo Thông tư 01/2011/TT-BNV; đang chấm theo NĐ 30/2020/NĐ-CP",
        )
        .at(place.clone())
        .advice("thêm --quy-dinh theo-ngay để những chỗ về thể thức chỉ còn là gợi ý"),
    );
}

/// Whether a document of this date was surely issued before the decree came into force.
pub fn cu(ngay: Option<NgayVanBan>) -> bool {
    ngay.is_some_and(|ngay| ngay.surely_before(&HIEU_LUC))
}

/// Makes a finding about thể thức a suggestion: an older document had other rules. What keeps a document from being made
/// stays what it is.
pub fn ha(finding: &mut Diagnostic) {
    let of_the_thuc = |rule: &&&Rule| rule.code.name == finding.code.name && rule.ho.the_thuc();
    if !finding.code.chan && RULES.iter().any(|rule| of_the_thuc(&rule)) {
        finding.severity = Severity::GoiY;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_itself_is_of_the_decree() {
        let cu = |ngay: &str| cu(NgayVanBan::parse(ngay).ok());
        assert!(cu("04/3/2020") && cu("2/2020") && cu("14/02/2017"));
        assert!(!cu("05/3/2020") && !cu("3/2020") && !cu("14/02/2026") && !cu(""));
    }
}
