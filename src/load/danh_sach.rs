//! `danh_sach`: lists of recipients, from tables beside the campaign or written in it, and what makes their rows files.

use super::bang_tinh;
use super::decode::{Decoder, What};
use super::yaml::{Kind, Node};
use crate::diag::words::shorten;
use crate::diag::{Diagnostic, Files, Place, Sink, UNREAD, code, nearest};
use crate::model::danh_sach::{Cot, DanhSach, Dong};
use crate::model::draft::{CampaignDraft, ListDraft, Text};
use crate::project::Project;
use std::collections::HashMap;
use std::path::Path;

/// Longer file names are refused by some systems.
const MAX_KHOA: usize = 120;

/// A list as written in the campaign.
pub(super) struct Written {
    ma: Text,
    tep: Option<Text>,
    trang_tinh: Option<Text>,
    khoa: Option<Text>,
    ten: Option<Text>,
    cac_dong: Option<DanhSach>,
}

/// Reads the lists of a campaign, rows in files of their own not yet.
pub(super) fn decode(d: &mut Decoder<'_>, node: &Node, what: &What) -> Vec<Written> {
    let mut lists = Vec::new();
    for (ma, node) in d.table(node, what) {
        let Some(object) = d.object(node, "danh_sach", &ma.place) else { continue };
        let cac_dong = object.known("cac_dong").map(|(node, what)| inline(d, node, &what));
        let tep = d.text_of(&object, "tep");
        if tep.is_none() && object.get("tep").is_none() && cac_dong.is_none() {
            d.sink.push(
                Diagnostic::new(&code::THIEU, format!("danh sách “{}” không có dòng nào", ma.value))
                    .at(ma.place.clone())
                    .advice("ghi tep: don_vi.csv (tệp CSV hoặc Excel cạnh tệp chiến dịch)")
                    .advice("hoặc ghi các dòng ngay ở đây: cac_dong: rồi mỗi dòng - {ma: bv_a, ten: Bệnh viện A}"),
            );
        }
        if let (Some(tep), Some(_)) = (&tep, &cac_dong) {
            d.sink.push(
                Diagnostic::new(&code::SAI_GIA_TRI, "danh sách có cả tep và cac_dong")
                    .at(tep.place.clone())
                    .advice("giữ một trong hai khóa"),
            );
        }
        let trang_tinh = d.text_of(&object, "trang_tinh");
        let (khoa, ten) = (d.text_of(&object, "khoa"), d.text_of(&object, "ten"));
        lists.push(Written { ma, tep, trang_tinh, khoa, ten, cac_dong });
    }
    lists
}

/// Rows written in the campaign: each names columns. A column that a row leaves out is empty there.
fn inline(d: &mut Decoder<'_>, node: &Node, what: &What) -> DanhSach {
    let mut list = DanhSach { cot: Vec::new(), dong: Vec::new(), hong: Vec::new(), place: node.place.clone() };
    let Kind::Seq(items) = &node.kind else {
        d.wrong_kind(node, "các dòng, mỗi dòng dạng - {ma: bv_a, ten: Bệnh viện A}", what);
        return list;
    };
    for (index, item) in items.iter().enumerate() {
        let what = What::named(format!("dòng {} của danh sách", index + 1));
        let mut cells: Vec<(usize, Text)> = Vec::new();
        for (name, value) in d.table(item, &what) {
            let column = list.cot(&name.value).unwrap_or_else(|| {
                let ma = name.value.clone();
                list.cot.push(Cot { ten: ma.clone(), ma, place: name.place.clone() });
                list.cot.len() - 1
            });
            let text = match value.is_empty() {
                true => Some(Text::new(String::new(), name.place.clone())),
                false => d.text(value, true, &What::named(format!("cột “{}”", name.value))),
            };
            cells.extend(text.map(|text| (column, text)));
        }
        let empty = || Text::new(String::new(), item.place.clone());
        let mut o: Vec<Text> = (0..list.cot.len()).map(|_| empty()).collect();
        for (column, text) in cells {
            o[column] = text;
        }
        list.dong.push(Dong { so: index + 1, o, place: item.place.clone() });
    }
    let columns = list.cot.len();
    for dong in &mut list.dong {
        let place = dong.place.clone();
        dong.o.resize_with(columns, || Text::new(String::new(), place.clone()));
    }
    list
}

/// Reads the lists that are kept in files, and finds their columns.
pub(super) fn all(
    project: &Project,
    campaign: &Path,
    lists: Vec<Written>,
    files: &mut Files,
    sink: &mut Sink,
) -> Vec<ListDraft> {
    let mut out = Vec::new();
    for list in lists {
        let Written { ma, tep, trang_tinh, khoa, ten, cac_dong } = list;
        let rows = match (cac_dong, tep) {
            (Some(rows), _) => Some(rows),
            (None, Some(tep)) => bang_tinh::bang_tinh(project, campaign, &tep, trang_tinh.as_ref(), files, sink),
            (None, None) => None,
        };
        let Some(mut rows) = rows else { continue };
        uncomputed(&mut rows);
        let ten = match &ten {
            Some(typed) => column(typed, &rows, sink),
            None => Some(rows.cot("ten").or_else(|| name_column(&rows)).unwrap_or(0)),
        };
        let khoa = match &khoa {
            Some(typed) => column(typed, &rows, sink).map(|column| file_names(&mut rows, column)),
            None => None,
        };
        if rows.dong.is_empty() && rows.hong.is_empty() {
            sink.push(
                Diagnostic::new(&code::THIEU, format!("danh sách “{}” chưa có dòng nào", ma.value))
                    .at(ma.place.clone())
                    .advice("thêm ít nhất một dòng dưới dòng tên cột"),
            );
        }
        let Some(ten) = ten else { continue };
        out.push(ListDraft { ma, danh_sach: rows, khoa, ten });
    }
    out
}

/// The first column whose name says that it holds names.
fn name_column(rows: &DanhSach) -> Option<usize> {
    rows.cot.iter().position(|cot| cot.ma.split('_').any(|word| word == "ten"))
}

fn column(typed: &Text, rows: &DanhSach, sink: &mut Sink) -> Option<usize> {
    let found = rows.cot(&typed.value).or_else(|| rows.cot(&crate::model::danh_sach::ma_cot(&typed.value)));
    if found.is_none() && !rows.cot.is_empty() {
        let columns: Vec<&str> = rows.cot.iter().map(|cot| cot.ma.as_str()).collect();
        let finding = Diagnostic::new(&code::KHONG_CO, format!("danh sách không có cột “{}”", shorten(&typed.value)))
            .at(typed.place.clone())
            .also(rows.place.clone(), "các cột của danh sách")
            .advice(format!("các cột đang có: {}", columns.join(", ")));
        sink.push(match nearest(&typed.value, columns.iter().copied()) {
            Some(near) => finding.label(format!("có phải là “{near}”?")),
            None => finding,
        });
    }
    found
}

/// The file name of each row; a row whose name is no file name, or another row's, is put aside.
fn file_names(rows: &mut DanhSach, column: usize) -> Vec<String> {
    let mut names = Vec::new();
    let mut seen: HashMap<String, Place> = HashMap::new();
    let title = rows.cot.get(column).map(|cot| cot.ten.clone()).unwrap_or_default();
    for dong in std::mem::take(&mut rows.dong) {
        let Some(cell) = dong.o.get(column) else { continue };
        let said = shorten(&cell.value);
        let finding = if cell.value.is_empty() {
            let message = format!("dòng {} không có “{title}” để đặt tên tệp", dong.so);
            Some(
                Diagnostic::new(&code::THIEU, message)
                    .at(dong.place.clone())
                    .advice("điền ô này; mỗi dòng một giá trị riêng"),
            )
        } else if let Some(why) = no_file_name(&cell.value) {
            let message = format!("dòng {}: “{said}” không dùng làm tên tệp được: {why}", dong.so);
            Some(
                Diagnostic::new(&code::SAI_GIA_TRI, message)
                    .at(cell.place.clone())
                    .advice("dùng một cột có mã ngắn, ví dụ bv_01, làm khoa"),
            )
        } else {
            let first = seen.insert(cell.value.to_lowercase(), cell.place.clone());
            first.map(|first| {
                seen.insert(cell.value.to_lowercase(), first.clone());
                Diagnostic::new(&code::SAI_GIA_TRI, format!("dòng {}: “{said}” đã có ở một dòng trên", dong.so))
                    .at(cell.place.clone())
                    .also(first, "dòng trên")
                    .advice("mỗi dòng cần một giá trị riêng, vì nó là tên tệp")
            })
        };
        match finding {
            Some(finding) => rows.hong.push(finding),
            None => {
                names.push(cell.value.clone());
                rows.dong.push(dong);
            }
        }
    }
    names
}

/// Why a text cannot be a file's name, on any of the usual systems.
fn no_file_name(text: &str) -> Option<&'static str> {
    let stem = text.split('.').next().unwrap_or_default().to_lowercase();
    if text.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|']) {
        Some("có dấu / \\ : * ? \" < > hoặc |")
    } else if text.starts_with(['.', '-']) || text.ends_with('.') {
        Some("bắt đầu hoặc kết thúc bằng dấu chấm, gạch nối")
    } else if goes_with(text) {
        Some("đuôi -kem-theo-… dành cho tệp kèm theo")
    } else if text.len() > MAX_KHOA {
        Some("dài quá")
    } else if super::campaign::DEVICES.contains(&stem.trim_end_matches(|c: char| c.is_ascii_digit())) {
        Some("tên này Windows dành riêng cho thiết bị")
    } else {
        None
    }
}

/// Whether a name is that of a file which goes with another document.
fn goes_with(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.rsplit_once("-kem-theo-").is_some_and(|(_, n)| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

/// Puts aside the rows with a cell that looks computed: cells are printed as they are.
fn uncomputed(rows: &mut DanhSach) {
    for dong in std::mem::take(&mut rows.dong) {
        match dong.o.iter().find(|cell| cell.value.contains("{{") || cell.value.contains("{%")) {
            None => rows.dong.push(dong),
            Some(cell) => rows.hong.push(
                Diagnostic::new(&code::SAI_GIA_TRI, format!("dòng {}: ô có {{{{ }}}} hoặc {{% %}}", dong.so))
                    .at(cell.place.clone())
                    .advice("giá trị trong danh sách được in nguyên, không tính; ghi giá trị thật vào ô này"),
            ),
        }
    }
}

/// Looks at the lists that documents are made from: they are there, and their rows have file names.
pub(super) fn used(draft: &CampaignDraft, written: &[String], sink: &mut Sink) {
    for typed in draft.van_ban.iter().filter_map(|document| document.theo_danh_sach.as_ref()) {
        if typed.value == UNREAD {
            continue;
        }
        let list = draft.danh_sach.iter().find(|list| list.ma.value == typed.value);
        match list {
            Some(list) if list.khoa.is_none() && !list.danh_sach.cot.is_empty() => sink.push(
                Diagnostic::new(&code::THIEU, format!("danh sách “{}” chưa có khóa “khoa”", typed.value))
                    .at(list.ma.place.clone())
                    .also(typed.place.clone(), "mỗi dòng thành một văn bản")
                    .advice("thêm khoa: tên cột có giá trị khác nhau ở mọi dòng; giá trị ấy là tên tệp PDF"),
            ),
            Some(_) => {}
            // One that could not be read has been reported.
            None if written.contains(&typed.value) => {}
            None => {
                let finding =
                    Diagnostic::new(&code::KHONG_CO, format!("không có danh sách “{}”", shorten(&typed.value)))
                        .at(typed.place.clone())
                        .advice(
                            "đặt danh sách ở khóa danh_sach của chiến dịch, ví dụ don_vi: {tep: don_vi.csv, khoa: ma}",
                        );
                sink.push(match nearest(&typed.value, written.iter().map(String::as_str)) {
                    Some(near) => finding.label(format!("có phải là “{near}”?")),
                    None => finding,
                });
            }
        }
    }
}

impl Written {
    /// Its name.
    pub(super) fn ma(&self) -> String {
        self.ma.value.clone()
    }
}
