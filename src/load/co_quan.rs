//! An agency file, `data/co_quan/<ma>.yaml`.

use super::decode::{Decoder, Object, What};
use super::{Reference, bytes, chuc_vu, yaml};
use crate::diag::words::shorten;
use crate::diag::{Diagnostic, Files, Located, Place, Sink, UNREAD, code, nearest};
use crate::model::chuc_vu::starts_with;
use crate::model::draft::Text;
use crate::model::{CheDo, CoQuan, DanhMucChucVu, NgayVanBan, Nguoi, QuyenHan};
use crate::project::Project;
use indexmap::IndexMap;
use std::collections::HashMap;
use std::sync::Arc;

/// Folder of the agency files.
pub const FOLDER: &str = "data/co_quan";

/// Reads the agencies that a campaign names, each once. One that is unknown is reported wherever it is named; one whose
/// file is wrong is reported there and left out, so that its lack leads to no further findings.
pub fn all(
    project: &Project,
    reference: &Reference,
    named: &[Text],
    files: &mut Files,
    sink: &mut Sink,
) -> HashMap<String, Arc<CoQuan>> {
    let known = keys(project);
    let mut read: HashMap<String, Option<Arc<CoQuan>>> = HashMap::new();
    for ma in named {
        if ma.value == UNREAD {
            continue;
        }
        if !known.contains(&ma.value) {
            sink.push(unknown(ma, &known));
        } else if !read.contains_key(&ma.value) {
            let co_quan = co_quan(project, reference, ma, files, sink).map(Arc::new);
            read.insert(ma.value.clone(), co_quan);
        }
    }
    read.into_iter().filter_map(|(ma, co_quan)| Some((ma, co_quan?))).collect()
}

fn unknown(ma: &Text, known: &[String]) -> Diagnostic {
    let finding = Diagnostic::new(&code::KHONG_CO, format!("không có cơ quan “{}”", shorten(&ma.value)))
        .at(ma.place.clone())
        .advice(format!("các cơ quan đang có: {}", known.join(", ")))
        .advice(format!("cơ quan mới thì thêm tệp {FOLDER}/<mã>.yaml"));
    match nearest(&ma.value, known.iter().map(String::as_str)) {
        Some(near) => finding.label(format!("có phải là “{near}”?")),
        None => finding,
    }
}

/// Reads the agency that `ma` names. `None` if anything in its file is wrong; that has been reported.
pub fn co_quan(
    project: &Project,
    reference: &Reference,
    ma: &Located<String>,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<CoQuan> {
    let path = format!("{FOLDER}/{}.yaml", ma.value);
    let mut found = Sink::default();
    let file = bytes::keep_named(&path, project.read(&path), Some(&ma.place), files, &mut found);
    let co_quan = file.and_then(|file| {
        let document = yaml::parse(file, files.text(file), &mut found)?;
        let mut decoder = Decoder { files, tu_khoa: &reference.tu_khoa, sink: &mut found };
        let top = Place { file, span: document.root.place.span.start..document.root.place.span.start };
        let object = decoder.object(&document.root, "co_quan", &top)?;
        decode(&mut decoder, &object, &reference.chuc_vu, &ma.value)
    });
    let sound = !found.has_errors();
    sink.append(found);
    co_quan.filter(|_| sound)
}

/// What an agency file says of itself that its people are read by.
struct Kieu {
    /// An advisory body ("tổ chức tư vấn"), with the seal of its agency or without.
    tu_van: Option<ConDau>,
    /// Whether titles may stand before names.
    hoc_vi: bool,
}

/// Whether an advisory body may use the seal (II.7c).
#[derive(Clone, Copy, PartialEq, Eq)]
enum ConDau {
    Co,
    Khong,
}

fn decode(d: &mut Decoder<'_>, object: &Object<'_, '_>, danh_muc: &DanhMucChucVu, ma: &str) -> Option<CoQuan> {
    let values = |list: Vec<Text>| list.into_iter().map(|l| l.value).collect::<Vec<_>>();
    let dong_ten = d.list_of(object, "ten");
    let ten_place = dong_ten.first().map(|t| t.place.clone());
    let ten = values(dong_ten);
    let chu_quan = values(d.list_of(object, "chu_quan"));
    let viet_tat = d.text_of(object, "viet_tat");
    let dia_danh = d.text_of(object, "dia_danh");
    let tu_van = d.text_of(object, "to_chuc_tu_van");
    let con_dau = tu_van.as_ref().map(|t| if t.value == "khong_con_dau" { ConDau::Khong } else { ConDau::Co });
    let che_do = d.text_of(object, "che_do");
    let tap_the = d.text_of(object, "tap_the");
    let typed = d.text_of(object, "dung_dau");
    let kieu = Kieu { tu_van: con_dau, hoc_vi: d.text_of(object, "hoc_vi").is_some() };
    let nguoi =
        object.known("nguoi").map(|(node, what)| people(d, node, &what, &kieu, &ten, danh_muc)).unwrap_or_default();

    if let Some(typed) = &typed {
        chuc_vu::dung_dau(typed, &ten.join(" "), danh_muc, d.sink);
    }
    let of_a_unit = |n: &Nguoi| n.don_vi.is_some() || matches!(n.quyen_han(), Some(QuyenHan::Tl | QuyenHan::Tuq));
    let of_the_agency = nguoi.values().filter(|n| !of_a_unit(n));
    let dung_dau = typed.map(|t| t.value.to_uppercase());
    let dung_dau = dung_dau.or_else(|| danh_muc.dung_dau(of_the_agency.map(|n| n.chuc_vu.as_str())));
    if let Some(tap_the) = &tap_the {
        chuc_vu::tap_the(tap_the, dung_dau.as_deref(), danh_muc, d.sink);
    }
    if let Some(place) = ten_place.filter(|_| ["che_do", "to_chuc_tu_van"].iter().all(|k| object.get(k).is_none())) {
        undecided(&ten.join(" "), place, danh_muc, d.sink);
    }
    let mut che_do =
        che_do.map(|t| Located::new(if t.value == "tap_the" { CheDo::TapThe } else { CheDo::ThuTruong }, t.place));
    if let (None, Some(tu_van)) = (&che_do, &tu_van) {
        che_do = Some(Located::new(CheDo::TapThe, tu_van.place.clone()));
    }
    // A value that cannot be read has been reported; nothing follows from it.
    let unread = |key: &str, read: bool| object.get(key).is_some() && !read;
    if !unread("che_do", che_do.is_some()) && !unread("tap_the", tap_the.is_some()) {
        collective(che_do.as_ref(), con_dau, tap_the.as_ref(), d.sink);
    }
    let ten_goi = d.text_of(object, "ten_goi").map(|t| t.value).unwrap_or_default();
    let dia_chi = values(d.list_of(object, "dia_chi"));
    let nhom = object.known("nhom").map(|(node, what)| groups(d, node, &what)).unwrap_or_default();
    Some(CoQuan {
        ma: ma.to_owned(),
        ten,
        chu_quan,
        viet_tat: viet_tat?.value,
        dia_danh: dia_danh?.value,
        che_do: che_do.map(|c| c.value).unwrap_or_default(),
        ten_goi,
        dia_chi,
        tap_the: tap_the.map(|t| t.value),
        dung_dau,
        nhom,
        nguoi,
    })
}

/// Groups of recipients, each a list of names, or one.
fn groups(d: &mut Decoder<'_>, node: &yaml::Node, what: &What) -> IndexMap<String, Vec<String>> {
    let mut nhom = IndexMap::new();
    for (name, node) in d.table(node, what) {
        let what = What::named(format!("nhóm “{}”", name.value));
        let items: Vec<Text> = match &node.kind {
            yaml::Kind::Seq(items) => items.iter().filter_map(|item| d.item(item, &what)).collect(),
            _ => d.item(node, &what).into_iter().collect(),
        };
        nhom.insert(name.value, items.into_iter().map(|item| item.value).collect());
    }
    nhom
}

/// A collective is named after TM., and only a collective is: "“TM.” vào trước tên tập thể lãnh đạo hoặc tên cơ quan,
/// tổ chức" (II.7b). An advisory body without the seal bears the post alone (II.7c).
fn collective(che_do: Option<&Located<CheDo>>, con_dau: Option<ConDau>, tap_the: Option<&Text>, sink: &mut Sink) {
    match (che_do, tap_the) {
        (_, Some(tap_the)) if con_dau == Some(ConDau::Khong) => sink.push(
            Diagnostic::new(
                &code::CHUC_VU,
                "tổ chức tư vấn không được dùng con dấu chỉ ghi chức danh của người ký, không ghi TM.",
            )
            .at(tap_the.place.clone())
            .advice("bỏ dòng tap_the; được dùng con dấu của cơ quan thì ghi to_chuc_tu_van: co_con_dau"),
        ),
        (Some(che_do), None) if che_do.value == CheDo::TapThe && con_dau != Some(ConDau::Khong) => {
            let (said, vi_du) = match con_dau {
                None => ("che_do là tap_the", "ỦY BAN NHÂN DÂN"),
                Some(_) => ("tổ chức tư vấn ký thay mặt (TM.)", "HỘI ĐỒNG"),
            };
            sink.push(
                Diagnostic::new(&code::THIEU, format!("{said} mà thiếu khóa “tap_the”"))
                    .at(che_do.place.clone())
                    .advice(format!("thêm dòng tap_the: {vi_du} (tên ghi sau TM.)")),
            );
        }
        (che_do, Some(tap_the)) if che_do.is_none_or(|c| c.value == CheDo::ThuTruong) => sink.push(
            Diagnostic::new(&code::QUYEN_HAN, "có tap_the mà che_do không phải là tap_the: không ký thay mặt (TM.)")
                .at(tap_the.place.clone())
                .advice("ghi che_do: tap_the, hoặc bỏ dòng tap_the"),
        ),
        _ => {}
    }
}

/// Papers of a collective and of its chairman look alike but for the signer's block, and so do those of an advisory body
/// with the seal and without: which of them it is no default can tell.
fn undecided(ten: &str, place: Place, danh_muc: &DanhMucChucVu, sink: &mut Sink) {
    let named = |words: &[String]| words.iter().any(|word| starts_with(ten, word));
    if named(&danh_muc.tap_the) {
        let mut finding = Diagnostic::new(&code::THIEU, "cơ quan làm việc theo chế độ tập thể: thiếu khóa “che_do”")
            .at(place)
            .advice("văn bản của tập thể: ghi che_do: tap_the và tap_the: ỦY BAN NHÂN DÂN (tên ghi sau TM.)")
            .advice("văn bản của riêng người đứng đầu, như quyết định của Chủ tịch: để ở tệp cơ quan khác, ghi che_do: thu_truong");
        finding.clause = Some("NĐ 30/2020/NĐ-CP, Điều 13 khoản 2");
        sink.push(finding);
    } else if named(&danh_muc.tu_van) {
        let mut finding = Diagnostic::new(&code::THIEU, "tổ chức tư vấn: thiếu khóa “to_chuc_tu_van”")
            .at(place)
            .advice("được dùng con dấu của cơ quan: ghi to_chuc_tu_van: co_con_dau; không được: to_chuc_tu_van: khong_con_dau")
            .advice("không phải tổ chức tư vấn thì ghi che_do");
        finding.clause = code::CHUC_VU.clause;
        sink.push(finding);
    }
}

fn people(
    d: &mut Decoder<'_>,
    node: &yaml::Node,
    what: &What,
    kieu: &Kieu,
    ten: &[String],
    danh_muc: &DanhMucChucVu,
) -> IndexMap<String, Nguoi> {
    let mut nguoi = IndexMap::new();
    for (key, node) in d.table(node, what) {
        let Some(person) = d.object(node, "nguoi", &key.place) else { continue };
        let ho_ten = d.text_of(&person, "ho_ten");
        let chuc_vu = d.text_of(&person, "chuc_vu");
        let don_vi = d.text_of(&person, "don_vi").map(|t| t.value);
        let chuc_vu_khac = d.text_of(&person, "chuc_vu_khac");
        let quyen_han =
            d.text_of(&person, "quyen_han").and_then(|t| Some(Located::new(QuyenHan::parse(&t.value)?, t.place)));
        let mut date = |key| {
            let text = d.text_of(&person, key)?;
            let ngay = NgayVanBan::read(&text).map_err(|finding| d.sink.push(finding)).ok()?;
            Some(Located::new(ngay, text.place))
        };
        let (tu, den) = (date("tu"), date("den"));
        if let (Some(tu), Some(den)) = (&tu, &den)
            && den.value.surely_before(&tu.value)
        {
            d.sink.push(
                Diagnostic::new(&code::SAI_NGAY, "ngày thôi giữ chức vụ đứng trước ngày bắt đầu")
                    .at(den.place.clone())
                    .also(tu.place.clone(), "ngày bắt đầu")
                    .advice("sửa tu hoặc den"),
            );
        }
        if let Some(ho_ten) = &ho_ten {
            chuc_vu::ho_ten(ho_ten, kieu.hoc_vi, danh_muc, d.sink);
        }
        if let Some(chuc_vu) = &chuc_vu {
            chuc_vu::chuc_vu("chuc_vu", chuc_vu, kieu.tu_van.is_some(), danh_muc, d.sink);
            if kieu.tu_van.is_none() {
                chuc_vu::ten_co_quan(chuc_vu, &ten.join(" "), danh_muc, d.sink);
            }
        }
        let unread = person.get("chuc_vu_khac").is_some() && chuc_vu_khac.is_none();
        if let Some(chuc_vu) = chuc_vu.as_ref().filter(|_| !unread) {
            other_post(chuc_vu, chuc_vu_khac.as_ref(), kieu.tu_van, danh_muc, d.sink);
        }
        if let (Some(ho_ten), Some(chuc_vu)) = (ho_ten, chuc_vu) {
            let nguoi_ky = Nguoi {
                ho_ten: ho_ten.value,
                cap_truong: danh_muc.cap_truong(&chuc_vu.value),
                chuc_vu: chuc_vu.value,
                don_vi,
                chuc_vu_khac: chuc_vu_khac.map(|c| c.value),
                quyen_han,
                tu,
                den,
            };
            nguoi.insert(key.value, nguoi_ky);
        }
    }
    nguoi
}

/// The post outside the body, ô 7b: "Đối với những tổ chức tư vấn được phép sử dụng con dấu … thì ghi chức danh … trong tổ
/// chức tư vấn và chức vụ trong cơ quan, tổ chức. Đối với những tổ chức tư vấn không được phép … thì chỉ ghi chức danh"
/// (II.7c); a leader of a ministry "phải ghi rõ chức vụ (chức danh) và tên cơ quan".
fn other_post(chuc_vu: &Text, khac: Option<&Text>, tu_van: Option<ConDau>, danh_muc: &DanhMucChucVu, sink: &mut Sink) {
    let mut push = |message: &str, place: &Place, advice: &str| {
        sink.push(Diagnostic::new(&code::CHUC_VU, message).at(place.clone()).advice(advice));
    };
    match (tu_van, khac) {
        (Some(ConDau::Co), None) => push(
            "tổ chức tư vấn dùng con dấu của cơ quan: người ký còn phải ghi chức vụ trong cơ quan",
            &chuc_vu.place,
            "thêm khóa chuc_vu_khac cho người này, ví dụ chuc_vu_khac: Giám đốc Sở Y tế",
        ),
        (Some(ConDau::Khong), Some(khac)) => push(
            "tổ chức tư vấn không được dùng con dấu chỉ ghi chức danh của người ký trong tổ chức ấy",
            &khac.place,
            "bỏ khóa chuc_vu_khac; được dùng con dấu của cơ quan thì ghi to_chuc_tu_van: co_con_dau",
        ),
        (None, Some(khac)) => push(
            "chỉ văn bản của tổ chức tư vấn ghi chức vụ khác của người ký",
            &khac.place,
            "bỏ khóa chuc_vu_khac; Hội đồng, Ban, Tổ của cơ quan thì ghi to_chuc_tu_van: co_con_dau trong tệp cơ quan",
        ),
        (Some(ConDau::Co), Some(khac)) => {
            let leader = |word: &&String| word.to_uppercase() == khac.value.to_uppercase();
            if let Some(word) = danh_muc.lanh_dao_bo.iter().find(leader) {
                push(
                    "lãnh đạo Bộ ký văn bản của Hội đồng, Ban Chỉ đạo phải ghi rõ chức vụ và tên cơ quan",
                    &khac.place,
                    &format!("ghi cả tên Bộ, ví dụ chuc_vu_khac: {word} Bộ Y tế"),
                );
            } else {
                chuc_vu::chuc_vu("chuc_vu_khac", khac, false, danh_muc, sink);
            }
        }
        (None, None) | (Some(ConDau::Khong), None) => {}
    }
}

/// Keys of all agencies of a project.
pub fn keys(project: &Project) -> Vec<String> {
    project.list(FOLDER).iter().filter_map(|n| n.strip_suffix(".yaml")).map(str::to_owned).collect()
}
