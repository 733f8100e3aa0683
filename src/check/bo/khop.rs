//! Rules about what the documents of a campaign say of one another and of the same things.

use super::su_kien::{Han, Neu, SuKien, Ten};
use crate::check::{Ho, Kiem, Rule, ViDu};
use crate::diag::{Code, Diagnostic, Sink};
use crate::model::{BoVanBan, DauVanBan};
use std::collections::BTreeMap;

static NEU: Code =
    Code::tra_lai("vien-dan-lech-bo").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm b");

/// A document of the campaign is cited with a number or date that it does not have.
pub static VIEN_DAN_LECH: Rule = Rule {
    code: &NEU,
    ho: Ho::Bo,
    vi_sao: "Văn bản của cùng chiến dịch được viện dẫn bằng tay: đổi số hay ngày ở một chỗ thì chỗ kia thành sai.",
    vi_du: &[ViDu::ChienDich {
        sai: "\
van_ban:
  ke_hoach:
    so: 13
    ngay: 14/02/2026
  cong_van:
    loai: công văn
    trich_yeu: thực hiện Kế hoạch phát động thi đua
    kinh_gui: Các đơn vị trực thuộc
    noi_nhan: [Như trên]
    noi_dung: |
      Theo Kế hoạch số 13/KH-SYT ngày 15 tháng 02 năm 2026 của Sở Y tế về phát động
      thi đua năm 2026, đề nghị các đơn vị đăng ký.
",
        dung: "\
van_ban:
  ke_hoach:
    so: 13
    ngay: 14/02/2026
  cong_van:
    loai: công văn
    trich_yeu: thực hiện Kế hoạch phát động thi đua
    kinh_gui: Các đơn vị trực thuộc
    noi_nhan: [Như trên]
    noi_dung: |
      Theo {{ vien_dan.ke_hoach }}, đề nghị các đơn vị đăng ký.
",
    }],
    kiem: Kiem::Khop(vien_dan),
};

static HAN: Code = Code::canh_bao("han-lech-bo").theo("NĐ 30/2020/NĐ-CP, Điều 12");

/// The same words lead to one date in one document and to another in the next.
pub static HAN_LECH: Rule = Rule {
    code: &HAN,
    ho: Ho::Bo,
    vi_sao: "Một việc có hai hạn trong hai văn bản của một đợt thì nơi nhận không biết theo hạn nào.",
    vi_du: &[ViDu::ChienDich {
        sai: "\
van_ban:
  ke_hoach:
    noi_dung: |
      Các đơn vị gửi báo cáo kết quả thực hiện về Sở Y tế trước ngày 20/11/2026.
  cong_van:
    loai: công văn
    trich_yeu: thực hiện Kế hoạch phát động thi đua
    kinh_gui: Các đơn vị trực thuộc
    noi_nhan: [Như trên]
    noi_dung: |
      Các đơn vị gửi báo cáo kết quả thực hiện về Sở Y tế trước ngày 25/11/2026.
",
        dung: "\
bien:
  han: 20/11/2026
van_ban:
  ke_hoach:
    noi_dung: |
      Các đơn vị gửi báo cáo kết quả thực hiện về Sở Y tế trước ngày {{ bien.han }}.
  cong_van:
    loai: công văn
    trich_yeu: thực hiện Kế hoạch phát động thi đua
    kinh_gui: Các đơn vị trực thuộc
    noi_nhan: [Như trên]
    noi_dung: |
      Các đơn vị gửi báo cáo kết quả thực hiện về Sở Y tế trước ngày {{ bien.han }}.
",
    }],
    kiem: Kiem::Khop(han),
};

static TEN: Code = Code::canh_bao("ten-lech-bo").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục II, khoản 1 điểm a");

/// A person's name is written in two ways.
pub static TEN_LECH: Rule = Rule {
    code: &TEN,
    ho: Ho::Bo,
    vi_sao: "Tên một người chỉ khác nhau ở dấu giữa các văn bản thường là gõ sai một chỗ.",
    vi_du: &[ViDu::ChienDich {
        sai: "\
van_ban:
  ke_hoach:
    noi_dung: |
      Giao bà Nguyễn Thị Hà theo dõi việc đăng ký.
  cong_van:
    loai: công văn
    trich_yeu: thực hiện Kế hoạch phát động thi đua
    kinh_gui: Các đơn vị trực thuộc
    noi_nhan: [Như trên]
    noi_dung: |
      Đề nghị liên hệ bà Nguyễn Thị Hạ để được hướng dẫn.
",
        dung: "\
van_ban:
  ke_hoach:
    noi_dung: |
      Giao bà Nguyễn Thị Hà theo dõi việc đăng ký.
  cong_van:
    loai: công văn
    trich_yeu: thực hiện Kế hoạch phát động thi đua
    kinh_gui: Các đơn vị trực thuộc
    noi_nhan: [Như trên]
    noi_dung: |
      Đề nghị liên hệ bà Nguyễn Thị Hà để được hướng dẫn.
",
    }],
    kiem: Kiem::Khop(ten),
};

static THU_TU: Code =
    Code::canh_bao("so-nguoc-ngay").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3 điểm a");

/// A later number with an earlier date.
pub static SO_NGUOC_NGAY: Rule = Rule {
    code: &THU_TU,
    ho: Ho::Bo,
    vi_sao: "“Số của văn bản là số thứ tự văn bản do cơ quan, tổ chức ban hành trong một năm”: số sau thì ngày không thể trước.",
    vi_du: &[ViDu::ChienDich {
        sai: "\
van_ban:
  ke_hoach:
    so: 13
    ngay: 20/02/2026
  ke_hoach_2:
    so: 14
    ngay: 14/02/2026
    trich_yeu: Tập huấn công tác văn thư năm 2026
",
        dung: "\
van_ban:
  ke_hoach:
    so: 13
    ngay: 14/02/2026
  ke_hoach_2:
    so: 14
    ngay: 20/02/2026
    trich_yeu: Tập huấn công tác văn thư năm 2026
",
    }],
    kiem: Kiem::Bo(so_nguoc_ngay),
};

fn vien_dan(bo: &BoVanBan, all: &[(usize, SuKien)], sink: &mut Sink) {
    let number = |dau: &DauVanBan| dau.so.as_ref().map(|so| so.value.as_str().trim_start_matches('0').to_owned());
    for (index, facts) in all {
        for Neu { ky_hieu, so, ngay, place } in &facts.neu {
            let Some((Some(day), month, year)) = *ngay else { continue };
            let others = bo.dau.iter().enumerate().filter(|(other, dau)| {
                other != index && dau.ky_hieu == *ky_hieu && year.is_none_or(|year| year == dau.ngay.value.nam)
            });
            let others: Vec<&DauVanBan> = others.map(|(_, dau)| dau).collect();
            let dated = |dau: &&&DauVanBan| {
                let of = &dau.ngay.value;
                of.ngay == Some(day) && of.thang == Some(month)
            };
            if let Some(meant) = others.iter().find(|dau| number(dau).is_some_and(|n| n == *so)) {
                let whole = meant.ngay.value.ngay.is_some() && meant.ngay.value.thang.is_some();
                if whole && !dated(&meant) {
                    let message = format!(
                        "viện dẫn “{}” của chiến dịch này với ngày {day:02}/{month:02}, văn bản đó ghi ngày {}",
                        meant.id.value,
                        meant.ngay.value.viet_so()
                    );
                    sink.push(told(&NEU, message, place, meant));
                }
            } else if let [meant] = others.iter().filter(dated).collect::<Vec<_>>().as_slice()
                && let Some(number) = number(meant)
            {
                let message = format!(
                    "viện dẫn số {so}/{ky_hieu} cùng ngày với “{}” của chiến dịch này, văn bản đó có số {number}",
                    meant.id.value
                );
                sink.push(told(&NEU, message, place, meant));
            }
        }
    }
}

fn told(code: &'static Code, message: String, place: &crate::diag::Place, meant: &DauVanBan) -> Diagnostic {
    Diagnostic::new(code, message)
        .at(place.clone())
        .also(meant.ngay.place.clone(), "văn bản được viện dẫn")
        .advice(format!("viết {{{{ vien_dan.{} }}}} để số, ngày luôn khớp", meant.id.value))
}

fn han(_: &BoVanBan, all: &[(usize, SuKien)], sink: &mut Sink) {
    let mut by_words: BTreeMap<&str, Vec<(usize, &Han)>> = BTreeMap::new();
    for (index, facts) in all {
        facts.han.iter().for_each(|han| by_words.entry(&han.loi_dan).or_default().push((*index, han)));
    }
    for (words, found) in by_words {
        let Some((first_of, first)) = found.first() else { continue };
        // One document with two dates for the same words speaks of two things.
        let twice = |index: usize| found.iter().filter(|(of, _)| *of == index).count() > 1;
        for (index, other) in &found {
            if index == first_of || other.ngay == first.ngay || twice(*index) || twice(*first_of) {
                continue;
            }
            let message = format!("“{words} …”: ngày ở đây khác ngày ở văn bản khác của chiến dịch");
            let finding = Diagnostic::new(&HAN, message).at(other.place.clone()).also(first.place.clone(), "ngày kia");
            sink.push(finding.advice("sửa cho khớp; đặt ngày vào bien rồi dùng {{ }} ở cả hai chỗ"));
        }
    }
}

fn ten(_: &BoVanBan, all: &[(usize, SuKien)], sink: &mut Sink) {
    let mut known: BTreeMap<&str, (usize, &Ten)> = BTreeMap::new();
    for (index, facts) in all {
        for ten in &facts.ten {
            let (first_of, first) = *known.entry(&ten.gon).or_insert((*index, ten));
            // Capitals are the printer's; two people of one document may well have like names.
            if first_of == *index || first.ten.to_lowercase() == ten.ten.to_lowercase() {
                continue;
            }
            let message = format!("tên “{}” ở văn bản khác của chiến dịch viết “{}”", ten.ten, first.ten);
            let finding = Diagnostic::new(&TEN, message).at(ten.place.clone()).also(first.place.clone(), "tên kia");
            sink.push(finding.advice("xem lại dấu của tên, viết thống nhất"));
        }
    }
}

fn so_nguoc_ngay(bo: &BoVanBan, sink: &mut Sink) {
    let number = |dau: &DauVanBan| dau.so.as_ref().and_then(|so| so.value.as_str().parse::<u64>().ok());
    for (i, dau) in bo.dau.iter().enumerate().filter(|(_, dau)| !dau.trich_sao) {
        let Some(own) = number(dau) else { continue };
        let against = bo.dau.get(..i).unwrap_or_default().iter().find(|other| {
            let same = other.ky_hieu == dau.ky_hieu && other.co_quan.ma == dau.co_quan.ma && !other.trich_sao;
            let before = |a: &DauVanBan, b: &DauVanBan| a.ngay.value.surely_before(&b.ngay.value);
            same && other.ngay.value.nam == dau.ngay.value.nam
                && number(other).is_some_and(|n| (n < own && before(dau, other)) || (n > own && before(other, dau)))
        });
        if let (Some(other), Some(so)) = (against, &dau.so) {
            let message = format!(
                "“{}” số {} ngày {} và “{}” số {} ngày {}: thứ tự số ngược với thứ tự ngày",
                other.id.value,
                other.so.as_ref().map(|so| so.value.as_str()).unwrap_or_default(),
                other.ngay.value.viet_so(),
                dau.id.value,
                so.value.as_str(),
                dau.ngay.value.viet_so()
            );
            let finding = Diagnostic::new(&THU_TU, message).at(so.place.clone());
            sink.push(finding.also(other.ngay.place.clone(), "văn bản kia").advice("xem lại số hoặc ngày"));
        }
    }
}
