//! The examples of looks as tests: each is put into a Word draft that looks as the decree asks.

use crate::check::vi_du::found_in;
use crate::check::{RULES, ViDu};
use crate::model::ban_thao::dang::{Can, DangDoan, DangTrang, SoTrang};
use crate::model::{BanThao, BlockKind, Chu, Doan, Nguon, O};
use std::sync::Arc;

/// Words that fill more than a line.
const DAI: &str = "Các đơn vị trực thuộc Sở căn cứ tình hình thực tế của đơn vị xây dựng kế hoạch cụ thể và tổ chức \
                   thực hiện; định kỳ báo cáo kết quả về Sở Y tế.";

/// What the decree asks of a line.
fn chuan(doan: &Doan) -> DangDoan {
    let word = doan.chu.khop(0, &["nơi", "nhận"]);
    let (co, dam, nghieng, can) = match doan.o {
        O::QuocHieu | O::CoQuan => (13.0, true, false, Can::Giua),
        O::ChuQuan | O::SoKyHieu => (13.0, false, false, Can::Giua),
        O::TieuNgu | O::TenLoai | O::TrichYeu | O::QuyenHan | O::HoTen | O::PhuLuc => (14.0, true, false, Can::Giua),
        O::DiaDanhNgay => (14.0, false, true, Can::Giua),
        O::NoiNhan if word => (12.0, true, true, Can::Trai),
        O::NoiNhan | O::Luu => (11.0, false, false, Can::Trai),
        O::CanCu => (14.0, false, true, Can::Deu),
        _ => (14.0, false, false, Can::Deu),
    };
    DangDoan {
        phong: Some("Times New Roman".to_owned()),
        co: Some(co),
        dam: Some(dam),
        nghieng: Some(nghieng),
        can: Some(can),
        thut: Some(if doan.o == O::NoiDung { 12.7 } else { 0.0 }),
        truoc: Some(6.0),
        sau: Some(0.0),
        gian_dong: Some(1.0),
        mau: None,
        trong_bang: false,
    }
}

const TRANG: DangTrang = DangTrang {
    rong: 210.0,
    cao: 297.0,
    tren: Some(20.0),
    duoi: Some(20.0),
    trai: Some(30.0),
    phai: Some(15.0),
    so_trang: None,
};

/// Changes the look of the lines of a component to what an example says. A size alone means upright and not bold.
fn doi(ban: &mut BanThao, o: O, look: &str) {
    ban.nguon = Nguon::Docx;
    let mut trang = TRANG;
    let dots = |text: &str| text.trim().parse::<f64>().expect("a number");
    for doan in &mut ban.doan {
        let mut dang = chuan(doan);
        if doan.o == o {
            if look.starts_with("cỡ") || look.starts_with("đề mục") {
                (dang.dam, dang.nghieng) = (Some(false), Some(false));
            }
            for part in look.split(", ") {
                let (key, value) = part.rsplit_once(' ').unwrap_or((part, ""));
                match (key, part) {
                    ("cỡ", _) => dang.co = Some(dots(value)),
                    ("thụt", _) => dang.thut = Some(dots(value)),
                    ("cách", _) => dang.truoc = Some(dots(value)),
                    ("giãn dòng", _) => dang.gian_dong = Some(dots(value)),
                    ("màu", _) => dang.mau = Some(value.to_owned()),
                    ("số trang", _) => {
                        let (o_chan, can) = (value == "chân", if value == "phải" { Can::Phai } else { Can::Giua });
                        trang.so_trang = Some(SoTrang { o_chan, can: Some(can), trang_dau: value == "mọi" });
                    }
                    ("lề trái", _) => trang.trai = Some(dots(value)),
                    ("lề trên", _) => trang.tren = Some(dots(value)),
                    (_, "đậm") => dang.dam = Some(true),
                    (_, "nghiêng") => dang.nghieng = Some(true),
                    (_, "giữa") => dang.can = Some(Can::Giua),
                    (_, "trái") => dang.can = Some(Can::Trai),
                    (_, "đều") => dang.can = Some(Can::Deu),
                    (_, "dài") => doan.chu = Arc::new(Chu::new(DAI)),
                    (_, "Nơi nhận") => {}
                    (_, "đề mục") => (doan.tieu_de, doan.loai) = (true, BlockKind::Muc),
                    (_, part) if part.starts_with("phông ") => {
                        dang.phong = Some(part["phông ".len()..].trim().to_owned())
                    }
                    (_, part) if part.starts_with("khổ ") => {
                        let (rong, cao) = part["khổ ".len()..].split_once(" x ").expect("a size");
                        (trang.rong, trang.cao) = (dots(rong), dots(cao));
                    }
                    _ => panic!("{part}"),
                }
            }
        }
        doan.dang = Some(Box::new(dang));
    }
    ban.trang = Some(trang);
}

/// What is found when the lines of a component look so.
fn found(o: O, look: &str) -> Vec<&'static str> {
    let lines = match o {
        O::CanCu => "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
        O::PhuLuc => "Phụ lục",
        O::KinhGui => "Kính gửi: Ủy ban nhân dân tỉnh Cao Bằng",
        O::NoiNhan => "Nơi nhận:",
        O::NoiDung => "",
        _ => return found_in(O::La, "", |ban| doi(ban, o, look)),
    };
    found_in(o, lines, |ban| doi(ban, o, look))
}

/// The rules of this folder among those found.
fn of_looks(names: Vec<&'static str>) -> Vec<&'static str> {
    let ours = |name: &&str| RULES.iter().any(|rule| rule.code.name == *name && rule.ho == crate::check::Ho::TrinhBay);
    names.into_iter().filter(ours).collect()
}

#[test]
fn what_the_decree_asks_is_silent() {
    assert_eq!(of_looks(found(O::La, "")), [""; 0]);
}

#[test]
fn every_look_is_caught_and_its_mending_is_not() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for rule in RULES {
        for example in rule.vi_du {
            let ViDu::TrinhBay { o, sai, dung } = example else { continue };
            count += 1;
            let caught = of_looks(found(*o, sai));
            if caught != [rule.code.name] {
                wrong.push(format!("{}: {o:?} {sai}: {caught:?}", rule.code.name));
            }
            let after = of_looks(found(*o, dung));
            if !after.is_empty() {
                wrong.push(format!("{}: {o:?} {dung} is right, {after:?}", rule.code.name));
            }
        }
    }
    assert!(wrong.is_empty() && count > 30, "{count}\n{}", wrong.join("\n"));
}

#[test]
fn unknown_looks_are_silent() {
    let unknown = |ban: &mut BanThao| {
        ban.nguon = Nguon::Docx;
        ban.doan.iter_mut().for_each(|doan| doan.dang = Some(Box::default()));
        ban.trang = Some(DangTrang { tren: None, duoi: None, trai: None, phai: None, ..TRANG });
    };
    assert_eq!(of_looks(found_in(O::La, "", unknown)), [""; 0]);
    assert_eq!(of_looks(found_in(O::La, "", |ban| ban.nguon = Nguon::Docx)), [""; 0]);
}

#[test]
fn text_without_looks_is_not_judged() {
    let text = |ban: &mut BanThao| {
        doi(ban, O::NoiDung, "cỡ 12");
        ban.nguon = Nguon::Chu;
    };
    assert_eq!(of_looks(found_in(O::La, "", text)), [""; 0]);
}
