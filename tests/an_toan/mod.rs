//! Text from YAML never becomes code: what goes in is what a PDF text reader gets out, wherever it is put.

mod bieu_mau;

use crate::support::project::{TestProject, ke_hoach};
use proptest::prelude::*;

/// Marks that mean something to Typst, Tera, YAML or Markdown.
const HOSTILE: [&str; 16] = [
    "#read(\"/etc/passwd\")",
    "#{ panic(1) }",
    "*đậm* **đậm** ***cả hai***",
    "_nghiêng_ __x__",
    "$x^2$ $ a $",
    "@nhan @preview/x:1.0.0",
    "<a> </b> <nhan>",
    "// không phải ghi chú /* cũng không */",
    "\\ \\u{23} \\\\ \\n",
    "`mã` ```khối```",
    "\"kép\" 'đơn' “cong”",
    "= - + / 1. a) Điều 5. | --- ~",
    "[liên kết](http://a.vn) ![ảnh](b) <http://c.vn>",
    "&amp; &#35; &nbsp;",
    "]; #import \"x\"; [",
    "\") ) } ] #",
];

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a string is always JSON")
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A campaign that puts `value` everywhere: as field text, as a variable in fields, headings, paragraphs, lists, tables,
/// in the agency's name. `A` and `Z` stand around it so that no final mark of it is taken for the list's.
fn campaign(field: &str, value: &str) -> TestProject {
    let fields = format!(
        "loai: công văn\ndon_vi_soan_thao: VP\ntrich_yeu: {field}\nkinh_gui: [{field}, {field}]\nnoi_nhan: [{field}]\n\
         luu: {field}\nnguoi_ky: a\nnoi_dung: |\n  # MỤC{{{{ bien.v }}}}Z\n\n  {{{{ bien.v }}}}Z đầu dòng.\n\n  \
         1. A{{{{ bien.v }}}}Z giữa dòng **A{{{{ bien.v }}}}Z** hết.\n\n  {{% for v in bien.l %}}\n  - A{{{{ v }}}}Z;\n  \
         {{% endfor %}}\n\n  | cột | hai |\n  |---|---|\n  | A{{{{ bien.v }}}}Z | {{{{ co_quan.ten }}}} |",
        field = quoted(&format!("A{field}Z")),
    );
    let text = ke_hoach(&fields).replace(
        "co_quan: syt_thai_binh\n",
        &format!("co_quan: thu\nbien:\n  v: {v}\n  l: [{v}, {v}]\n", v = quoted(value)),
    );
    let agency = format!(
        "ten: [{name}]\nviet_tat: SYT\ndia_danh: {place}\nnguoi:\n  a: {{ho_ten: {name}, chuc_vu: Giám đốc}}\n",
        name = quoted(&format!("A{value}Z")),
        place = quoted(&format!("A{value}Z")),
    );
    TestProject::new().file("chien_dich.yaml", text).file("data/co_quan/thu.yaml", agency)
}

/// Renders and compares, spaces aside: lines break where they must.
fn comes_out_whole(field: &str, value: &str) {
    let rendered = campaign(field, value).render("chien_dich.yaml");
    assert!(!rendered.files.is_empty(), "{field} / {value}\n{}", rendered.messages());
    let text = squeezed(&rendered.pdf().text());
    let (field, value) = (squeezed(&format!("A{field}Z")), squeezed(value));
    // V/v, two of Kính gửi, Nơi nhận, Lưu.
    assert!(text.matches(&field).count() >= 5, "field {field}\n{text}");
    let inserted = format!("A{value}Z");
    // Khoản twice, two dashes, two cells, and the agency, its place, its signer.
    assert!(text.matches(&inserted).count() >= 8, "value {inserted}\n{text}");
    assert!(text.contains(&format!("I.MỤC{}Z", value.to_uppercase())), "heading {value}\n{text}");
    assert!(text.contains(&format!("{value}Zđầudòng.")), "paragraph {value}\n{text}");
}

#[test]
fn hostile_text_is_printed_as_it_is() {
    for text in HOSTILE {
        comes_out_whole(text, text);
    }
}

#[test]
fn values_are_never_rendered_again() {
    // An agency's text is no template; a value that looks like one is words.
    let text = ke_hoach(
        "loai: kế hoạch\ntrich_yeu: \"Gửi {{ co_quan.ten }}\"\nnoi_nhan: [A]\nnguoi_ky: a\nnoi_dung: |\n  Kính gửi {{ co_quan.ten }}.",
    )
    .replace("syt_thai_binh", "thu");
    let agency =
        "ten: [\"{{ nam }} {% raw %}\"]\nviet_tat: X\ndia_danh: Y\nnguoi:\n  a: {ho_ten: B, chuc_vu: Giám đốc}\n";
    let project = TestProject::new().file("c.yaml", text).file("data/co_quan/thu.yaml", agency);
    let text = project.render("c.yaml").pdf().text();
    assert_eq!(text.matches("{{ nam }} {% raw %}").count(), 3, "{text}");
}

#[test]
fn what_an_author_writes_in_a_body_is_literal_but_for_bold_and_italic() {
    for line in HOSTILE.iter().filter(|t| !t.contains('*') && !t.contains('_') && !t.contains('\\')) {
        let text = ke_hoach(&format!(
            "loai: kế hoạch\ntrich_yeu: Thử\nnoi_nhan: [A]\nnguoi_ky: tran_quang_hai\nnoi_dung: |\n  Trước {line} sau."
        ));
        let rendered = TestProject::new().file("c.yaml", text).render("c.yaml");
        assert!(!rendered.files.is_empty(), "{line}\n{}", rendered.messages());
        let printed = squeezed(&rendered.pdf().text());
        assert!(printed.contains(&squeezed(&format!("Trước {line} sau./."))), "{line}\n{printed}");
    }
}

/// Characters a drafter may type, weighted towards those with a meaning somewhere. None of the Western letters and signs
/// by which old encodings are told: chance words of them are rightly refused.
fn text() -> impl Strategy<Value = String> {
    let marks = prop::sample::select(" !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~".chars().collect::<Vec<_>>());
    let letters = prop::sample::select("abzAZ019điểmƯỡĐặÝỷ“”‘’…–—•€".chars().collect::<Vec<_>>());
    prop::collection::vec(prop_oneof![3 => marks, 2 => letters], 1..24).prop_map(|chars| chars.into_iter().collect())
}

fn plain(text: &str) -> bool {
    !text.trim().is_empty() && !["{{", "{%", "{#", "}}", "%}", "#}"].iter().any(|open| text.contains(open))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_comes_out_whole(field in text().prop_filter("blank, or {{ and so a template", |t| plain(t)),
                                value in text().prop_filter("likewise", |t| plain(t))) {
        comes_out_whole(&field, &value);
    }
}

/// The blocks that `cong_van.typ` fills.
const BLOCKS: &str = "{% block ve_viec %}{% endblock %}{% block ten_loai %}{% endblock %}{% block chan_trang %}{% endblock %}\
    {% block can_cu %}{% endblock %}{% block mo_dau %}{% endblock %}{% block nguoi_ky %}{% endblock %}\
    {% block them_ket %}{% endblock %}\n";

/// Renders one plain document with a project's own template.
fn with_template(template: &str) -> String {
    let text =
        ke_hoach("loai: kế hoạch\ntrich_yeu: Thử\nnoi_nhan: [A]\nnguoi_ky: tran_quang_hai\nnoi_dung: |\n  Nội dung.");
    let project = TestProject::new()
        .file("c.yaml", text)
        .file("bi_mat.txt", "không được đọc")
        .file("templates/van_ban.typ", format!("{BLOCKS}{template}"));
    let rendered = project.render("c.yaml");
    assert!(rendered.files.is_empty(), "{template} was accepted");
    rendered.messages()
}

#[test]
fn templates_read_nothing_outside_and_cannot_unescape() {
    for template in [
        "#read(\"/etc/passwd\")",
        "#read(\"/bi_mat.txt\")",
        "#read(\"../bi_mat.txt\")",
        "#include \"/c.yaml\"",
        "#import \"@preview/cetz:0.3.0\": *",
        "#image(\"/data/a.png\")",
    ] {
        let messages = with_template(template);
        assert!(messages.contains("loi-mau"), "{template}: {messages}");
    }
    assert!(with_template("{{ trich_yeu | safe }}").contains("loi-mau"));
    assert!(with_template("{{ khong_co }}").contains("loi-mau"));
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_project_is_not_followed() {
    let outside = tempfile::tempdir().expect("a folder");
    std::fs::write(outside.path().join("van_ban.typ"), "BÍ MẬT").expect("a file");
    let text =
        ke_hoach("loai: kế hoạch\ntrich_yeu: Thử\nnoi_nhan: [A]\nnguoi_ky: tran_quang_hai\nnoi_dung: |\n  Nội dung.");
    let project =
        TestProject::new().file("c.yaml", text).file("templates/cong_van.typ", "{% extends \"van_ban.typ\" %}");
    std::os::unix::fs::symlink(outside.path().join("van_ban.typ"), project.path().join("templates/van_ban.typ"))
        .expect("a link");
    let printed = project.render("c.yaml").pdf().text();
    assert!(!printed.contains("BÍ MẬT") && printed.contains("CỘNG HÒA"), "{printed}");
}

#[test]
fn a_campaign_name_cannot_leave_the_output_folder() {
    let text =
        ke_hoach("loai: kế hoạch\ntrich_yeu: Thử\nnoi_nhan: [A]\nnguoi_ky: tran_quang_hai\nnoi_dung: |\n  Nội dung.");
    for name in ["...yaml", "..\\x.yaml"] {
        let rendered = TestProject::new().file(name, &text).render(name);
        assert!(rendered.files.is_empty(), "{name}: {:?}", rendered.files);
        assert!(rendered.messages().contains("khong-ghi-duoc"), "{}", rendered.messages());
    }
}
