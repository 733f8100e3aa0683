//! Generated drafts: whatever somebody feeds in, it is read or refused, and never lost or misplaced.

use proptest::prelude::*;
use std::borrow::Cow;
use std::sync::LazyLock;
use vanthu::ban_thao::doc;
use vanthu::diag::{Files, Sink};
use vanthu::model::{BanThao, Reference};
use vanthu::project::Project;

static DATA: LazyLock<Reference> = LazyLock::new(|| {
    Reference::load(&Project::here(), &mut Files::default(), &mut Sink::default()).expect("shipped data")
});

/// Beginnings of the components, and what stands between them.
const MANH: &[&str] = &[
    "UBND TỈNH CAO BẰNG",
    "SỞ Y TẾ",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 13/KH-SYT",
    "V/v báo cáo",
    "Cao Bằng, ngày 14 tháng 02 năm 2026",
    "KẾ HOẠCH",
    "Phát động thi đua",
    "Kính gửi:",
    "- UBND tỉnh;",
    "Căn cứ Luật;",
    "QUYẾT ĐỊNH:",
    "Chương I",
    "QUY ĐỊNH CHUNG",
    "Điều 1. Phạm vi",
    "I. MỤC ĐÍCH",
    "1. Các đơn vị",
    "a) Nội dung;",
    "Nơi nhận:",
    "- Lưu: VT.",
    "KT. GIÁM ĐỐC",
    "PHÓ GIÁM ĐỐC",
    "Nguyễn Văn An",
    "Phụ lục I",
    "(Kèm theo Kế hoạch",
    "| a | b |",
    "**",
    "*",
    "_",
    "\\",
    "#",
    " ",
    "   ",
    "\t",
    "\n",
    "\n\n",
    "./.",
    "…",
    "}",
    "<br>",
    "&nbsp;",
    "\u{c}",
    "\u{f0b7}",
    "\u{200b}",
    "đ",
    "Đ",
    "ế",
];

fn mo(name: &str, bytes: &[u8]) -> (Option<BanThao>, Files) {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let draft = doc(name, Ok(Cow::Owned(bytes.to_vec())), &DATA, &mut files, &mut sink);
    assert!(draft.is_some() || !sink.is_empty(), "refused without a word");
    (draft, files)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pieces_in_any_order_are_read(picks in prop::collection::vec(0..MANH.len(), 0..60), md in prop::bool::ANY) {
        let text: String = picks.iter().map(|n| MANH[*n]).collect();
        let (draft, files) = mo(if md { "a.md" } else { "a.txt" }, text.as_bytes());
        for doan in draft.iter().flat_map(|draft| &draft.doan) {
            for tu in &doan.chu.tu {
                let (place, exact) = doan.cho(&files, tu.range());
                prop_assert!(!exact || files.slice(&place) == &doan.chu.text[tu.range()]);
                prop_assert!(place.span.start >= doan.place.span.start && place.span.end <= doan.place.span.end, "{:?}", doan.chu.text);
            }
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), md in prop::bool::ANY) {
        mo(if md { "a.md" } else { "a.txt" }, &bytes);
    }
}
