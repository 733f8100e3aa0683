//! The decree's own text: what the rules of language find in it is known, with the reason for each.

use super::vanthu;
use crate::support::project::TestProject;
use serde_json::Value;

/// Passages of `nd30.md` behind their names.
fn passages() -> Vec<(&'static str, &'static str)> {
    let text = include_str!("nd30.md");
    let parts = text.split("\n=== ").skip(1);
    parts.map(|part| part.split_once('\n').map(|(name, words)| (name, words.trim_start())).expect("words")).collect()
}

/// Passage, rule, words; why the rule is right to speak, or cannot know better.
const CON_LAI: &[(&str, &str, &str, &str)] = &[
    ("Điều 4, khoản 2, điểm c, d, đ", "thua-khoang-trang", "  ", "hai dấu cách có thật trong bản chép"),
    ("Nghị định, nơi nhận, người ký", "thua-khoang-trang", "  ", "hai dòng của Nơi nhận nối lại trong ô bảng"),
    ("Nghị định, nơi nhận, người ký", "ngoac-khong-khop", "[", "vết của con dấu khi chép"),
    ("Nghị định, nơi nhận, người ký", "khoang-trang-trong-ngoac", "[ ", "vết của con dấu khi chép"),
    (
        "Phụ lục I, phần I, mục II, khoản 6, điểm a, b",
        "nham-lan-chinh-ta",
        "chẩm phẩy",
        "Nghị định in nhầm “dấu chẩm phẩy”, cả trong bản PDF",
    ),
    (
        "Phụ lục II, mục IV, khoản 1, 2",
        "cum-chuan",
        "Phòng chống tham nhũng",
        "Nghị định viết không có dấu phẩy; Luật và tên Ban Chỉ đạo ngày nay có: Phòng, chống tham nhũng",
    ),
    (
        "Phụ lục II, mục V, khoản 1 đến 7",
        "vien-dan-thieu-yeu-to",
        "Nghị quyết số 351/2017/UBTVQH14",
        "câu ví dụ về viết hoa, không ghi đủ yếu tố như khoản 6 điểm b Phụ lục I đòi ở lần viện dẫn đầu",
    ),
    ("Phụ lục III, mẫu 2.1", "thua-khoang-trang", "  ", "hai dấu cách có thật trong bản chép"),
    ("Phụ lục V, mẫu biên bản giao nhận", "thua-khoang-trang", "  ", "hai dấu cách có thật trong bản chép"),
    (
        "Phụ lục VI, phần I, mục II",
        "nhat-quan-viet-hoa",
        "Phần II Phụ lục",
        "cùng một khoản, Nghị định viết hoa một lần và viết thường một lần",
    ),
    ("Phụ lục VI, phần I, mục II", "nhat-quan-viet-hoa", "Phần II phụ lục", "như trên"),
];

/// Each passage by itself, as somebody checks a fragment; errors and warnings, as they are shown.
#[test]
fn the_law_itself_is_sound_but_for_what_is_known() {
    let passages = passages();
    let mut project = TestProject::new();
    let names: Vec<String> = (1..=passages.len()).map(|n| format!("{n:02}.md")).collect();
    for (name, (_, words)) in names.iter().zip(&passages) {
        project = project.file(name, words);
    }
    let mut args = vec!["check", "--format", "json"];
    args.extend(names.iter().map(String::as_str));
    let run = vanthu(project.path(), &args);
    let all: Vec<Value> = serde_json::from_str(&run.out).expect("a JSON array");
    let found: Vec<(&str, &str, String)> = all
        .iter()
        .map(|finding| {
            let text = |key: &str| finding[key].as_str().expect("a text");
            let at = |key: &str| usize::try_from(finding[key].as_u64().expect("a number")).expect("small") - 1;
            let index = names.iter().position(|name| name == text("file")).expect("a passage");
            let (name, words) = passages[index];
            let line = words.lines().nth(at("line")).expect("the line");
            let marked = line.chars().skip(at("column")).take(at("end_column") - at("column")).collect();
            (name, text("rule"), marked)
        })
        .collect();
    let known: Vec<(&str, &str, String)> =
        CON_LAI.iter().map(|(name, rule, words, _)| (*name, *rule, (*words).to_owned())).collect();
    assert_eq!(found, known);
}
