//! What a document says that the others of its campaign must agree with: which of them it cites, its deadlines, its
//! people.

use crate::check::soi::Context;
use crate::check::thoi_gian::ngay::Ngay;
use crate::check::vien_dan::doc;
use crate::diag::Place;
use crate::diag::words::fold;
use crate::model::ban_thao::LoaiTu;
use crate::model::{BanThao, Chu, Doan, O};

/// A citation typed by hand.
#[derive(Debug)]
pub struct Neu {
    /// "KH-SYT"
    pub ky_hieu: String,
    /// Digits without zeros in front.
    pub so: String,
    /// Day, month, year, as far as they are written.
    pub ngay: Option<(Option<u32>, u32, Option<i32>)>,
    /// Where.
    pub place: Place,
}

/// A date with the words that lead to it.
#[derive(Debug)]
pub struct Han {
    /// The words in lower case: "gửi báo cáo về sở y tế trước".
    pub loi_dan: String,
    /// Day, month, year.
    pub ngay: (Option<u32>, u32, Option<i32>),
    /// Where the date stands.
    pub place: Place,
}

/// A person's name.
#[derive(Debug)]
pub struct Ten {
    /// As written.
    pub ten: String,
    /// Without marks and case.
    pub gon: String,
    /// Where.
    pub place: Place,
}

/// All of it.
#[derive(Debug, Default)]
pub struct SuKien {
    /// Citations of anything.
    pub neu: Vec<Neu>,
    /// Dates.
    pub han: Vec<Han>,
    /// Names.
    pub ten: Vec<Ten>,
}

impl SuKien {
    /// Reads a document.
    pub fn cua(ban: &BanThao, context: &Context<'_>) -> SuKien {
        let mut all = SuKien::default();
        for one in doc::tat_ca(ban) {
            let range = one.chu().khoang(one.dau, one.het.saturating_sub(1).max(one.ky_hieu.cuoi));
            all.neu.push(Neu {
                ky_hieu: one.ky_hieu.nhom.join("-"),
                so: one.ky_hieu.so.trim_start_matches('0').to_owned(),
                ngay: one.ngay.map(|ngay| (ngay.ngay.map(|(_, day)| day), ngay.thang.1, ngay.nam)),
                place: one.doan.cho(context.files, range).0,
            });
        }
        for doan in ban.doan.iter().filter(|doan| matches!(doan.o, O::NoiDung | O::CanCu | O::HoTen)) {
            all.dates(doan, context);
            all.names(doan, context);
        }
        all
    }

    fn dates(&mut self, doan: &Doan, context: &Context<'_>) {
        let chu = &doan.chu;
        for ngay in Ngay::tat_ca(chu) {
            let Some(loi_dan) = leading(chu, ngay.dau) else { continue };
            let place = doan.cho(context.files, chu.khoang(ngay.dau, ngay.cuoi)).0;
            let date = (ngay.ngay.map(|(_, day)| day), ngay.thang.1, ngay.nam);
            self.han.push(Han { loi_dan, ngay: date, place });
        }
    }

    fn names(&mut self, doan: &Doan, context: &Context<'_>) {
        let chu = &doan.chu;
        let mut n = 0;
        while n < chu.tu.len() {
            let first = match chu.nho(n) {
                "ông" | "bà" => n + 1,
                "đồng" if chu.nho(n + 1) == "chí" => n + 2,
                _ if doan.o == O::HoTen && n == 0 => 0,
                _ => {
                    n += 1;
                    continue;
                }
            };
            let capital = |n: &usize| chu.tu.get(*n).is_some_and(|tu| tu.loai == LoaiTu::Chu) && chu.hoa_dau(*n);
            let count = (first..).take_while(capital).count();
            if (2..=4).contains(&count) {
                let range = chu.khoang(first, first + count - 1);
                let ten = chu.text.get(range.clone()).unwrap_or_default().to_owned();
                let place = doan.cho(context.files, range).0;
                self.ten.push(Ten { gon: fold(&ten), ten, place });
            }
            n = first + count.max(1);
        }
    }
}

/// The words before a piece, back to the last mark: enough of them to tell one deadline from another.
fn leading(chu: &Chu, n: usize) -> Option<String> {
    /// Fewer words than this lead to many dates.
    const LEAST: usize = 6;
    const MOST: usize = 8;
    let is_word = |at: &usize| chu.tu.get(*at).is_some_and(|tu| tu.loai == LoaiTu::Chu);
    let first = (0..n).rev().take(MOST).take_while(is_word).last()?;
    (n - first >= LEAST).then(|| (first..n).map(|at| chu.nho(at)).collect::<Vec<_>>().join(" "))
}
