//! Marks at the ends of items: one kind within a list, a full stop at its end.

use super::than::{Ket, bi_ngat, cac_than, ket, la_gach, la_tron, trich_dan};
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::{BanThao, BlockKind, Doan};

static TRON: Code = Code::canh_bao("dau-cuoi-muc-lan-lon");

/// Items of one list, some ending in ";", some in ".".
pub static DAU_LAN_LON: Rule = Rule {
    code: &TRON,
    ho: Ho::DauCau,
    vi_sao: "Các khoản, điểm, gạch đầu dòng của một danh sách cùng kết thúc bằng dấu chấm phẩy, dòng cuối dấu chấm; hoặc cùng bằng dấu chấm.",
    vi_du: &[ViDu::noi_dung(
        "1. Tổ chức đăng ký thi đua;\n2. Tổ chức bình xét.\n3. Tổ chức khen thưởng;\n4. Tổng kết phong trào.",
        "1. Tổ chức đăng ký thi đua.\n2. Tổ chức bình xét.\n3. Tổ chức khen thưởng.\n4. Tổng kết phong trào.",
    )],
    kiem: Kiem::BanThao(lan_lon),
};

static CUOI: Code = Code::canh_bao("muc-cuoi-cham-phay");

/// The last item of a list ends in ";" or ",".
pub static MUC_CUOI: Rule = Rule {
    code: &CUOI,
    ho: Ho::DauCau,
    vi_sao: "Dòng cuối của danh sách kết thúc bằng dấu chấm: sau nó không còn dòng nào.",
    vi_du: &[ViDu::noi_dung(
        "I. YÊU CẦU\n- Tiết kiệm, hiệu quả;\n- Đúng tiến độ;\nII. KINH PHÍ\nTừ nguồn kinh phí của đơn vị.",
        "I. YÊU CẦU\n1. Tiết kiệm, hiệu quả;\n2. Đúng tiến độ.\nII. KINH PHÍ\nTừ nguồn kinh phí của đơn vị.",
    )],
    kiem: Kiem::BanThao(muc_cuoi),
};

static THIEU: Code = Code::canh_bao("muc-thieu-dau-cuoi");

/// An item without a mark among items that have one.
pub static MUC_THIEU_DAU: Rule = Rule {
    code: &THIEU,
    ho: Ho::DauCau,
    vi_sao: "Các dòng của một danh sách đều có dấu ở cuối thì dòng không có dấu là dòng bị sót.",
    vi_du: &[ViDu::noi_dung(
        "1. Tổ chức đăng ký thi đua tại các đơn vị.\n2. Tổ chức bình xét tại các đơn vị\n3. Tổng kết phong trào.",
        "1. Tổ chức đăng ký thi đua tại các đơn vị.\n2. Tổ chức bình xét tại các đơn vị.\n3. Tổng kết phong trào.",
    )],
    kiem: Kiem::BanThao(thieu_dau),
};

/// An item: where it begins, where its words end, what stands under it.
#[derive(Clone, Copy)]
struct Dong {
    dau: usize,
    cuoi: usize,
    con: Con,
}

/// What stands under an item.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Con {
    Khong,
    /// Plain paragraphs; behind the last item they may be the document's own.
    Doan,
    /// Another list.
    DanhSach,
}

/// What stands behind a list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sau {
    /// A larger part, or a plain paragraph.
    Khac,
    /// The next item of the list it stands in.
    DongCha,
    /// Nothing.
    Het,
}

/// Level of an item, small for large; `None` for what is none.
fn bac(doan: &Doan) -> Option<u8> {
    if la_gach(doan) {
        return Some(match doan.so.as_str() {
            "+" => 95,
            "*" | "•" | "·" | "●" | "▪" => 93,
            _ => 90,
        });
    }
    match doan.loai {
        _ if doan.so.is_empty() || doan.tieu_de => None,
        BlockKind::Khoan => Some(60 + u8::try_from(doan.so.matches('.').count()).unwrap_or(9).min(9)),
        // "ii)" and "a1)" stand under "a)".
        BlockKind::Diem => Some(if doan.so.chars().count() > 1 { 85 } else { 80 }),
        _ => None,
    }
}

/// Looks at a list: all paragraphs, its items, what stands behind it.
type Xem<'a> = dyn FnMut(&[&Doan], &[Dong], Sau, &mut Soi<'_>) + 'a;

/// Calls `xem` with every list of two items and more: all paragraphs, its items, what stands behind it.
fn lists(ban: &BanThao, soi: &mut Soi<'_>, xem: &mut Xem<'_>) {
    if !ban.go_tay() {
        return;
    }
    for than in cac_than(ban) {
        let quoted = trich_dan(&than, soi.ctx.files);
        let mut open: Vec<(u8, Vec<Dong>)> = Vec::new();
        for (at, doan) in than.iter().enumerate() {
            let inside = quoted.get(at).copied().unwrap_or(false);
            let torn = at > 0 && than.get(at - 1).is_some_and(|before| bi_ngat(before, doan));
            if torn && let Some((_, items)) = open.last_mut() {
                items.last_mut().into_iter().for_each(|item| item.cuoi = at);
                continue;
            }
            let level = bac(doan).filter(|_| !inside);
            match level {
                Some(level) => {
                    while let Some((_, items)) = open.pop_if(|(top, _)| *top > level) {
                        xem(&than, &items, if open.is_empty() { Sau::Khac } else { Sau::DongCha }, soi);
                    }
                    let new = Dong { cuoi: at, con: Con::Khong, dau: at };
                    match open.last_mut() {
                        // "1." again is another list.
                        Some((top, items)) if *top == level => match doan.so.as_str() {
                            "1" | "a" => {
                                let done = std::mem::replace(items, vec![new]);
                                xem(&than, &done, Sau::Khac, soi);
                            }
                            _ => items.push(new),
                        },
                        over => {
                            over.into_iter()
                                .filter_map(|(_, items)| items.last_mut())
                                .for_each(|item| item.con = Con::DanhSach);
                            open.push((level, vec![new]));
                        }
                    }
                }
                None if la_tron(doan) || inside => {
                    // It goes with the khoản or điểm before it; behind dashes it stands on its own.
                    while let Some((_, items)) = open.pop_if(|(top, _)| *top >= 90) {
                        xem(&than, &items, Sau::Khac, soi);
                    }
                    open.iter_mut()
                        .filter_map(|(_, items)| items.last_mut())
                        .for_each(|item| item.con = item.con.max(Con::Doan));
                }
                None => {
                    while let Some((_, items)) = open.pop() {
                        xem(&than, &items, Sau::Khac, soi);
                    }
                }
            }
        }
        while let Some((_, items)) = open.pop() {
            xem(&than, &items, Sau::Het, soi);
        }
    }
}

/// How an item ends, if nothing stands under it.
fn end(than: &[&Doan], item: &Dong) -> Option<Ket> {
    than.get(item.cuoi).filter(|_| item.con == Con::Khong).map(|doan| ket(&doan.chu))
}

/// The last piece of an item.
fn last(than: &[&Doan], item: &Dong, soi: &mut Soi<'_>, bao: impl FnOnce(&Doan, std::ops::Range<usize>, &mut Soi<'_>)) {
    if let Some(doan) = than.get(item.cuoi) {
        let n = doan.chu.tu.len().saturating_sub(1);
        bao(doan, doan.chu.khoang(n, n), soi);
    }
}

fn lan_lon(ban: &BanThao, soi: &mut Soi<'_>) {
    lists(ban, soi, &mut |than, items, _, soi| {
        // The last one ends in "." either way.
        let Some((_, front)) = items.split_last() else { return };
        let of = |want: Ket| front.iter().filter(move |item| end(than, item) == Some(want));
        let (semicolons, stops) = (of(Ket::ChamPhay).count(), of(Ket::Cham).count());
        if semicolons == 0 || stops == 0 {
            return;
        }
        let Some(first) = front.iter().find(|item| matches!(end(than, item), Some(Ket::ChamPhay | Ket::Cham))) else {
            return;
        };
        let own = end(than, first);
        let other = front
            .iter()
            .find(|item| matches!(end(than, item), Some(Ket::ChamPhay | Ket::Cham)) && end(than, item) != own);
        let there = other.and_then(|item| than.get(item.dau)).map(|doan| doan.place.clone());
        last(than, first, soi, |doan, range, soi| {
            let message = format!("danh sách có {semicolons} dòng kết thúc bằng “;” và {stops} dòng bằng “.”");
            let mut finding =
                soi.tai(&TRON, doan, range, message).advice("dùng một dấu cho các dòng, dòng cuối dấu chấm");
            if let Some(there) = there {
                finding = finding.also(there, "dòng này khác dấu");
            }
            soi.push(finding);
        });
    });
}

fn muc_cuoi(ban: &BanThao, soi: &mut Soi<'_>) {
    lists(ban, soi, &mut |than, items, after, soi| {
        let Some(item) = items
            .last()
            .filter(|_| items.len() >= 2 && (after == Sau::Khac || (after == Sau::Het && last_has_plain(items))))
        else {
            return;
        };
        let mark = than.get(item.cuoi).map(|doan| ket(&doan.chu));
        if item.con == Con::DanhSach || !matches!(mark, Some(Ket::ChamPhay | Ket::Phay)) {
            return;
        }
        // A plain paragraph that ends alike, or goes on in small letters, is an item that lost its dash.
        let next = than.get(item.cuoi + 1);
        if next.is_some_and(|d| {
            la_tron(d) && (matches!(ket(&d.chu), Ket::ChamPhay | Ket::Phay) || super::than::dau_thuong(&d.chu))
        }) {
            return;
        }
        last(than, item, soi, |doan, range, soi| {
            soi.sua(&CUOI, doan, range, "dòng cuối của danh sách kết thúc bằng dấu chấm", ".")
        });
    });
}

fn thieu_dau(ban: &BanThao, soi: &mut Soi<'_>) {
    lists(ban, soi, &mut |than, items, after, soi| {
        let own = |item: &Dong| than.get(item.cuoi).map(|doan| ket(&doan.chu));
        let marked = items.iter().filter(|item| matches!(own(item), Some(Ket::ChamPhay | Ket::Cham))).count();
        for (at, item) in items.iter().enumerate() {
            let of_last = at + 1 == items.len();
            if end(than, item) != Some(Ket::Khong)
                || marked < 2
                || marked * 2 < items.len()
                || (of_last && after == Sau::Het)
            {
                continue;
            }
            // Torn before something that is no plain paragraph: left to the eye.
            let Some(doan) = than.get(item.cuoi) else { continue };
            if doan.chu.so_am_tiet() < 4 || doan.chu.in_hoa() || doan.chu.text.trim_end().ends_with(['-', '/']) {
                continue;
            }
            last(than, item, soi, |doan, range, soi| {
                soi.bao(&THIEU, doan, range, "dòng này của danh sách không có dấu ở cuối");
            });
        }
    });
}

/// Whether plain paragraphs stand behind the last item.
fn last_has_plain(items: &[Dong]) -> bool {
    items.last().is_some_and(|item| item.con == Con::Doan)
}

#[cfg(test)]
mod tests {
    use super::super::thu::tim;

    #[test]
    fn marks_of_one_list() {
        let mixed = "1. Tổ chức đăng ký;\n\n2. Tổ chức bình xét.\n\n3. Tổ chức khen thưởng;\n\n4. Tổng kết.";
        assert_eq!(tim("dau-cuoi-muc-lan-lon", mixed), [";"]);
        for sound in [
            "1. Tổ chức đăng ký;\n\n2. Tổ chức bình xét;\n\n3. Tổng kết.",
            // Each list for itself: the one inside ends, the one outside goes on.
            "1. Các đơn vị:\n\na) Đăng ký;\n\nb) Bình xét.\n\n2. Tổng kết.\n\n3. Khen thưởng.",
            "- Đăng ký;\n- Bình xét gồm:\n+ Cá nhân;\n+ Tập thể;\n- Tổng kết.",
        ] {
            assert!(tim("dau-cuoi-muc-lan-lon", sound).is_empty(), "{sound}");
            assert!(tim("muc-cuoi-cham-phay", sound).is_empty(), "{sound}");
            assert!(tim("muc-thieu-dau-cuoi", sound).is_empty(), "{sound}");
        }
    }

    #[test]
    fn the_last_of_a_list() {
        let text =
            "I. YÊU CẦU\n\n- Tiết kiệm, hiệu quả;\n\n- Đúng tiến độ;\n\nII. KINH PHÍ\n\nTừ nguồn kinh phí của đơn vị.";
        assert_eq!(tim("muc-cuoi-cham-phay", text), [";"]);
        let items = "- Phòng Kế hoạch chủ trì;\n\n- Phòng Tài chính phối hợp\n\n- Văn phòng theo dõi, đôn đốc.";
        assert_eq!(tim("muc-thieu-dau-cuoi", items), ["hợp"]);
        assert!(tim("muc-thieu-dau-cuoi", "- Phòng Kế hoạch\n\n- Phòng Tài chính\n\n- Văn phòng").is_empty());
    }
}
