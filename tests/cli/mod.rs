//! The command as a user runs it: exit codes, help, files on disk.

use crate::support::project::{TestProject, ke_hoach};
use std::path::Path;
use std::process::{Command, Output};

/// A small sound campaign.
pub const TOT: &str =
    "loai: kế hoạch\ntrich_yeu: Thử\nnoi_nhan: [A]\nnguoi_ky: tran_quang_hai\nnoi_dung: |\n  Nội dung.";

fn vanthu(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_vanthu")).current_dir(folder).args(args).output().expect("the command runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// Exit code, standard output and standard error in one text, for snapshots.
fn told(output: &Output) -> String {
    let code = output.status.code().expect("an exit code");
    format!("mã thoát {code}\n--- ra\n{}--- lỗi\n{}", text(&output.stdout), text(&output.stderr))
}

fn project() -> TestProject {
    TestProject::new().file("thu.yaml", ke_hoach(TOT))
}

/// Every file below a folder, sorted, hidden ones too, but for the journal.
fn files(folder: &Path) -> Vec<String> {
    let mut out = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(next).expect("a folder").flatten() {
            if entry.file_name() == ".vanthu" {
                // The journal's name is no two times the same.
                continue;
            }
            if entry.path().is_dir() {
                open.push(entry.path());
            } else {
                out.push(entry.path().strip_prefix(folder).expect("inside").display().to_string());
            }
        }
    }
    out.sort();
    out
}

#[test]
fn help_is_vietnamese() {
    let here = tempfile::tempdir().expect("a folder");
    for (name, args) in [
        ("help", vec!["--help"]),
        ("help_render", vec!["render", "--help"]),
        ("help_check", vec!["check", "--help"]),
        ("help_list", vec!["list", "--help"]),
        ("help_new", vec!["new", "--help"]),
        ("help_schema", vec!["schema", "--help"]),
    ] {
        let output = vanthu(here.path(), &args);
        assert_eq!(output.status.code(), Some(0), "{name}");
        insta::assert_snapshot!(name, text(&output.stdout));
    }
}

#[test]
fn a_wrong_command_line_ends_with_2_and_says_what_to_write() {
    let project = project();
    let cases: [&[&str]; 8] = [
        &[],
        &["rendr"],
        &["render"],
        &["render", "thu.yaml", "--format", "docx"],
        &["render", "thu.yaml", "--ouput", "x"],
        &["render", "thu.yaml", "-o"],
        &["render", "thu.yaml", "--only", "ke_hoac"],
        &["render", "thu.yaml", "a/thu.yaml"],
    ];
    let mut all = String::new();
    for args in cases {
        let output = vanthu(project.path(), args);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {}", told(&output));
        all.push_str(&format!("$ vanthu {}\n{}\n", args.join(" "), text(&output.stderr)));
    }
    insta::assert_snapshot!(all);
}

#[test]
fn render_writes_a_line_a_file_and_nothing_else() {
    let project = project();
    let output = vanthu(project.path(), &["render", "thu.yaml", "-o", "ra", "--format", "pdf", "--format", "typ"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert_eq!(text(&output.stdout).lines().count(), 2, "{}", told(&output));
    assert_eq!(files(&project.path().join("ra")), ["thu/ke_hoach.pdf", "thu/ke_hoach.typ"]);
    let first = std::fs::read(project.path().join("ra/thu/ke_hoach.pdf")).expect("a PDF");
    vanthu(project.path(), &["render", "thu.yaml", "-o", "ra"]);
    let second = std::fs::read(project.path().join("ra/thu/ke_hoach.pdf")).expect("a PDF");
    assert!(first == second, "two runs differ");
    // The default folder is output/.
    assert_eq!(vanthu(project.path(), &["render", "thu.yaml"]).status.code(), Some(0));
    assert_eq!(files(&project.path().join("output")), ["thu/ke_hoach.pdf"]);
}

#[test]
fn a_wrong_campaign_ends_with_1_and_writes_nothing() {
    let project = project().file("sai.yaml", ke_hoach(&TOT.replace("tran_quang_hai", "ai_do")));
    let output = vanthu(project.path(), &["render", "sai.yaml", "-o", "ra"]);
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    assert!(!project.path().join("ra").exists() || files(&project.path().join("ra")).is_empty());
    assert!(text(&output.stderr).contains("sai.yaml:"), "{}", told(&output));
    assert_eq!(vanthu(project.path(), &["check", "sai.yaml"]).status.code(), Some(1));
    assert_eq!(vanthu(project.path(), &["check", "thu.yaml"]).status.code(), Some(0));
    assert_eq!(vanthu(project.path(), &["check", "khong_co.yaml"]).status.code(), Some(1));
}

#[test]
fn only_chooses_documents() {
    let two = format!("{}  cong_van:\n    {}\n", ke_hoach(TOT), TOT.replace('\n', "\n    "));
    let project = TestProject::new().file("hai.yaml", two);
    let output = vanthu(project.path(), &["render", "hai.yaml", "--only", "cong_van", "-o", "ra"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert_eq!(files(&project.path().join("ra")), ["hai/cong_van.pdf"]);
}

#[test]
fn an_output_that_cannot_be_written_is_a_clear_error() {
    let project = project().file("ra", "một tệp, không phải thư mục");
    let output = vanthu(project.path(), &["render", "thu.yaml", "-o", "ra"]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(told(&output));
    assert_eq!(std::fs::read_to_string(project.path().join("ra")).expect("the file"), "một tệp, không phải thư mục");
}

#[test]
fn a_failed_write_leaves_no_temporary_file() {
    let project = project().file("ra/thu/ke_hoach.pdf/x", "một thư mục trùng tên");
    let output = vanthu(project.path(), &["render", "thu.yaml", "-o", "ra"]);
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    assert_eq!(files(&project.path().join("ra")), ["thu/ke_hoach.pdf/x"]);
}

#[test]
fn a_new_project_works_and_a_used_folder_is_refused() {
    let here = tempfile::tempdir().expect("a folder");
    let output = vanthu(here.path(), &["new", "du_an"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let project = here.path().join("du_an");
    assert_eq!(files(&project), ["chien_dich.schema.json", "data/chien_dich/vi_du.yaml", "data/co_quan/so_y_te.yaml"]);
    let output = vanthu(here.path(), &["render", "du_an/data/chien_dich/vi_du.yaml", "-o", "ra"]);
    assert_eq!(told(&output).lines().next(), Some("mã thoát 0"), "{}", told(&output));
    assert!(output.stderr.is_empty(), "{}", told(&output));
    assert_eq!(files(&here.path().join("ra")), ["vi_du/cong_van.pdf", "vi_du/ke_hoach.pdf"]);
    assert_eq!(vanthu(here.path(), &["new", "du_an"]).status.code(), Some(1));
}

#[test]
fn list_names_types_agencies_campaigns() {
    let project =
        TestProject::new().file("data/chien_dich/rieng.yaml", ke_hoach(TOT)).file("data/co_quan/rieng.yaml", "");
    insta::assert_snapshot!(told(&vanthu(project.path(), &["list"])));
}

/// The schema and the decoder read the same `data/tu_khoa.yaml`; this walks the schema over real campaigns.
#[test]
fn the_schema_knows_every_key_of_the_shipped_campaigns() {
    let here = tempfile::tempdir().expect("a folder");
    let output = vanthu(here.path(), &["schema"]);
    let schema: serde_json::Value = serde_json::from_slice(&output.stdout).expect("valid JSON");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/chien_dich");
    let entries = std::fs::read_dir(folder).expect("campaigns").flatten();
    for entry in entries.filter(|entry| entry.path().extension().is_some_and(|e| e == "yaml")) {
        let text = std::fs::read_to_string(entry.path()).expect("a campaign");
        let campaign: serde_json::Value = serde_saphyr::from_str(&text).expect("YAML");
        accepts(&schema, &campaign, &entry.path().display().to_string());
    }
}

/// What the schema demands and offers is what `data/tu_khoa.yaml` says, object by object.
#[test]
fn the_schema_is_the_list_of_keys() {
    let here = tempfile::tempdir().expect("a folder");
    let schema: serde_json::Value = serde_json::from_slice(&vanthu(here.path(), &["schema"]).stdout).expect("JSON");
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/tu_khoa.yaml");
    let keys: serde_json::Value =
        serde_saphyr::from_str(&std::fs::read_to_string(data).expect("the keys")).expect("YAML");
    let van_ban = &schema["properties"]["van_ban"]["additionalProperties"];
    for (name, object) in [("chien_dich", &schema), ("van_ban", van_ban)] {
        let khoa = keys[name]["khoa"].as_object().expect("keys");
        let offered: Vec<&String> = object["properties"].as_object().expect("properties").keys().collect();
        assert_eq!(offered, khoa.keys().collect::<Vec<_>>(), "{name}");
        let required = object["required"].as_array().expect("a list").iter().filter_map(|k| k.as_str());
        let must: Vec<&str> =
            khoa.iter().filter(|(_, k)| k["bat_buoc"] == true).map(|(name, _)| name.as_str()).collect();
        assert_eq!(required.collect::<Vec<_>>(), must, "{name}");
        assert_eq!(object["additionalProperties"], false, "{name}");
        for (key, k) in khoa {
            assert_eq!(object["properties"][key]["description"], k["giai_thich"], "{name}.{key}");
        }
    }
}

/// A mistake in a project's own data ends every command that reads it, at its line, without a word of English.
#[test]
fn broken_data_of_a_project_is_shown_at_its_line() {
    let project = project().file("data/loai_van_ban.yaml", "kế hoạch: {viet_tat: KH, mau: van_ban.typ\n");
    for args in [&["render", "thu.yaml"][..], &["list"], &["schema"]] {
        let output = vanthu(project.path(), args);
        assert_eq!(output.status.code(), Some(1), "{args:?}: {}", told(&output));
        assert!(text(&output.stderr).contains("data/loai_van_ban.yaml:"), "{}", told(&output));
        assert!(!text(&output.stderr).contains("expected"), "{}", told(&output));
    }
}

fn accepts(schema: &serde_json::Value, value: &serde_json::Value, at: &str) {
    let schema = schema["anyOf"].as_array().map_or(schema, |choices| {
        let kind = |s: &&serde_json::Value| match value {
            serde_json::Value::Object(_) => s["type"] == "object",
            serde_json::Value::Array(_) => s["type"] == "array",
            _ => s["type"] != "object" && s["type"] != "array",
        };
        choices.iter().find(kind).unwrap_or_else(|| panic!("{at}: no shape fits"))
    });
    match value {
        serde_json::Value::Object(map) => {
            for key in schema["required"].as_array().into_iter().flatten() {
                assert!(map.contains_key(key.as_str().unwrap_or_default()), "{at}: {key} is required");
            }
            for (key, value) in map {
                let known = &schema["properties"][key];
                let next = if known.is_null() { &schema["additionalProperties"] } else { known };
                assert!(next.is_object(), "{at}: the schema does not know “{key}”");
                accepts(next, value, &format!("{at}.{key}"));
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| accepts(&schema["items"], item, at)),
        _ => assert!(
            schema["description"].is_string() || !schema["type"].is_null() || !schema["anyOf"].is_null(),
            "{at}"
        ),
    }
}

/// Each example of the gallery, as `vanthu new --mau` writes it, is printed without a word to say about it; each type of
/// Điều 7 has one.
#[test]
fn every_example_of_the_gallery_is_sound() {
    let folder = tempfile::tempdir().expect("a folder");
    let listed = text(&vanthu(folder.path(), &["list", "--mau"]).stdout);
    let names: Vec<&str> = listed.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(names.len(), 30, "{listed}");
    for name in &names {
        let made = vanthu(folder.path(), &["new", "du_an", "--mau", name]);
        assert!(made.status.success(), "{name}: {}", text(&made.stderr));
    }
    let project = folder.path().join("du_an");
    let readme = include_str!("../../README.md");
    for name in names {
        assert!(readme.contains(&format!("tests/trang_mau/mau_{name}_1.png")), "README does not show {name}");
        let campaign = format!("data/chien_dich/{name}.yaml");
        let done = vanthu(&project, &["render", &campaign]);
        assert!(done.status.success() && done.stderr.is_empty(), "{name}: {}", text(&done.stderr));
    }
    let types = text(&vanthu(folder.path(), &["list", "loai"]).stdout);
    assert_eq!(types.lines().count(), 1 + 29, "{types}");
    for line in types.lines().skip(1) {
        // "  bản thỏa thuận BTT  mẫu …": the abbreviation, or a dash, ends the name.
        let words = line.split("  mẫu ").next().unwrap_or_default().trim().rsplit_once(' ').expect("two columns");
        let loai = words.0.trim();
        let again = vanthu(&project, &["new", "--mau", loai]);
        assert!(text(&again.stderr).contains("đã có tệp"), "no example of {loai}");
    }
}

/// "Nghị quyết (cá biệt), quyết định (cá biệt)" (Điều 7), and names without marks or in capitals.
#[test]
fn a_type_is_known_however_it_is_written() {
    for loai in ["Quyết định (cá biệt)", "QUYẾT ĐỊNH", "quyet dinh"] {
        let fields = TOT.replace("loai: kế hoạch", &format!("loai: {loai}\ncan_cu: [Căn cứ Luật Lưu trữ]"));
        let rendered = TestProject::new().file("c.yaml", ke_hoach(&fields)).render("c.yaml");
        assert!(rendered.pdf().text().contains("QUYẾT ĐỊNH:"), "{loai}: {}", rendered.messages());
    }
}

#[test]
fn an_example_that_is_not_there_is_asked_back() {
    let folder = tempfile::tempdir().expect("a folder");
    insta::assert_snapshot!("new_mau_la", told(&vanthu(folder.path(), &["new", "x", "--mau", "tờ trìn"])));
    insta::assert_snapshot!("new_khong_ten", told(&vanthu(folder.path(), &["new"])));
    assert_eq!(files(folder.path()), [""; 0]);
}

/// Keys are explained in `data/tu_khoa.yaml` and asked for in `src/load`, or, if they are handed to templates as they are,
/// by a type of document: none may know one the other does not.
#[test]
fn every_key_is_explained_and_asked_for() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| std::fs::read_to_string(root.join(path)).expect("a source file");
    let source: String =
        ["campaign", "van_ban", "danh_sach", "co_quan", "body"].map(|f| read(&format!("src/load/{f}.rs"))).concat();
    let types = read("data/loai_van_ban.yaml");
    let objects: serde_json::Value = serde_saphyr::from_str(&read("data/tu_khoa.yaml")).expect("YAML");
    let mut explained: Vec<&String> = Vec::new();
    for (name, object) in objects.as_object().expect("objects") {
        for (key, khoa) in object["khoa"].as_object().expect("keys") {
            explained.push(key);
            let asked_for = if khoa["truong"] == true {
                types.contains(&format!("{key}:"))
            } else {
                // Every key of these is handed on.
                matches!(name.as_str(), "ben" | "nguoi_ghi") || source.contains(&format!("\"{key}\""))
            };
            assert!(asked_for, "“{key}” of {name} is explained but never asked for");
        }
    }
    for call in ["text_of(", "text_or_rest(", "list_of(", "object.get(", "object.known(", "d.is("] {
        for rest in source.split(call).skip(1) {
            let inside = rest.split(')').next().unwrap_or_default();
            if let Some(key) = inside.split('"').nth(1) {
                assert!(explained.iter().any(|k| *k == key), "“{key}” is asked for but not explained");
            }
        }
    }
}
