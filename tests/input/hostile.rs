//! Input made to hurt: large, deep, many. Each ends quickly with findings, none with a panic or a full memory.

use super::{assert_sound, snapshot};
use crate::support::project::{Rendered, TestProject, ke_hoach};
use std::time::{Duration, Instant};

/// Far more than any of these takes on a busy machine, far less than a runaway would.
const SOON: Duration = Duration::from_secs(120);

fn quickly(text: impl AsRef<[u8]>) -> Rendered {
    let project = TestProject::new().file("chien_dich.yaml", text);
    let start = Instant::now();
    let rendered = project.render("chien_dich.yaml");
    let messages = rendered.messages();
    assert!(start.elapsed() < SOON, "took {:?}", start.elapsed());
    assert!(messages.len() < 1 << 20, "{} bytes of messages", messages.len());
    for finding in &rendered.outcome.findings {
        assert_sound(finding, &rendered.outcome.files);
    }
    rendered
}

fn body(lines: &str) -> String {
    let indented: String = lines.lines().map(|l| format!("  {l}\n")).collect();
    ke_hoach(&format!(
        "loai: kế hoạch\ntrich_yeu: Thi đua\nnoi_nhan: [UBND tỉnh]\nnguoi_ky: tran_quang_hai\nnoi_dung: |\n{indented}"
    ))
}

#[test]
fn ten_megabytes() {
    let rendered = quickly(format!("chien_dich: \"{}\"\n", "a".repeat(10 << 20)));
    snapshot("lon/muoi_mb", &rendered.messages());
}

#[test]
fn a_text_of_three_megabytes_on_one_line() {
    let rendered = quickly(ke_hoach(&format!(
        "loai: kế hoạch\ntrich_yeu: {}\nnoi_dung: a\nnoi_nhan: [{}]\nnguoi_ky: {}\nso: \"{}\"",
        "thi đua ".repeat(100_000),
        "UBND ".repeat(100_000),
        "a".repeat(100_000),
        "1".repeat(100_000),
    )));
    let said: Vec<_> = rendered.outcome.findings.iter().map(|d| d.message.as_str()).collect();
    assert_eq!(said.len(), 4, "{said:?}");
    assert!(said.iter().all(|m| m.contains("quá dài cho một dòng chữ")), "{said:?}");
}

#[test]
fn a_long_key() {
    quickly(format!("? {}\n: 1\n", "k".repeat(1 << 20)));
    quickly(format!("\"{}\": 1\n", "k".repeat(1 << 20)));
}

#[test]
fn many_keys_and_many_items() {
    let rendered = quickly((0..300_000).map(|i| format!("k{i}: v\n")).collect::<String>());
    assert!(rendered.messages().contains("còn ít nhất 299900 lỗi cùng loại chưa hiện"));
    quickly(ke_hoach(&format!("bien:\n{}", (0..200_000).map(|i| format!("  b{i}: v\n")).collect::<String>())));
    let bien: String = (0..100_000).map(|i| format!("  b{i}: v{i}\n")).collect();
    let text =
        ke_hoach("loai: kế hoạch\ntrich_yeu: \"{{ bien.x }}\"").replace("van_ban:", &format!("bien:\n{bien}van_ban:"));
    quickly(text);
    quickly(ke_hoach(&format!("noi_nhan:\n{}", "  -\n".repeat(500_000))));
    quickly(ke_hoach(&format!("noi_nhan:\n{}", "  - \"{{ nan }}\"\n".repeat(100_000))));
}

#[test]
fn the_same_key_again_and_again() {
    quickly("nam: 2026\n".repeat(200_000));
    quickly(format!("van_ban:\n{}", "  ke_hoach: {}\n".repeat(100_000)));
}

#[test]
fn many_documents() {
    let documents: String = (0..20_000).map(|i| format!("  d{i}: {{loai: kế hoạch}}\n")).collect();
    quickly(format!("chien_dich: Thử\nnam: 2026\nco_quan: syt_thai_binh\nvan_ban:\n{documents}"));
}

#[test]
fn deep_nesting() {
    quickly(format!("a: {}{}\n", "[".repeat(100_000), "]".repeat(100_000)));
    quickly(format!("a: {}\n", "{a: ".repeat(100_000)));
    quickly((0..2_000).map(|i| format!("{}a:\n", " ".repeat(i))).collect::<String>());
    quickly("- ".repeat(100_000));
    quickly("? ".repeat(100_000));
}

#[test]
fn many_comments_blanks_and_tabs() {
    quickly("#\n".repeat(1_000_000));
    quickly("\n".repeat(3_000_000));
    quickly("\t\n".repeat(1_000_000));
    quickly(format!("a:\n{}\t- b: c", "\t#\n".repeat(500_000)));
}

#[test]
fn many_syntax_errors() {
    quickly("a: b: c\n".repeat(200_000));
    quickly("a: \"b\n".repeat(200_000));
    quickly("a: [b\n".repeat(200_000));
    quickly("a b\n".repeat(200_000));
}

#[test]
fn templates_that_never_end() {
    let inner = "{% for i in range(end=1000) %}".repeat(12);
    quickly(body(&format!("{inner}{}", "{% endfor %}".repeat(12))));
    quickly(body("{% for a in \"xxxxxxxxxx\" %}{% for b in [1,2,3] %}x{% endfor %}{% endfor %}"));
    quickly(body(&format!("{{% if nam %}}{}{{% endif %}}", "{% elif nam %}".repeat(200_000))));
    quickly(body(&"{% if nam %}".repeat(200_000)));
    quickly(body(&"{{ ".repeat(500_000)));
    quickly(body(&format!("{{{{ {}nam }}}}", "not ".repeat(200_000))));
    quickly(body(&format!("{{{{ {}nam{} }}}}", "(".repeat(200_000), ")".repeat(200_000))));
    quickly(body(&format!("{{{{ nam{} }}}}", " + nam".repeat(200_000))));
    quickly(body(&format!("{{{{ nam{} }}}}", ".nam".repeat(200_000))));
    quickly(body(&"{{ nam / 0 }}\n\n".repeat(2_000)));
    quickly(body(&"{{ nan }}\n\n".repeat(200_000)));
}

#[test]
fn values_that_grow() {
    let grow = |first: &str, level: &dyn Fn(usize) -> String, use_it: &str| {
        let bien: String = (1..60).map(|i| format!("  a{i}: \"{}\"\n", level(i - 1))).collect();
        let text = body(use_it);
        text.replace("van_ban:", &format!("bien:\n  a0: {first}\n{bien}van_ban:"))
    };
    quickly(grow("thi đua", &|i| format!("{{{{ bien.a{i} }}}}").repeat(10), "{{ bien.a59 }}"));
    quickly(grow("thi đua", &|i| format!("{{{{ bien.a{i} ~ bien.a{i} }}}}"), "{{ bien.a59 }}"));
    quickly(grow("a", &|i| format!("{{{{ bien.a{i} | replace(from='a', to=bien.a{i} ~ 'aa') }}}}"), "{{ bien.a59 }}"));
    quickly(grow("a", &|i| format!("{{{{ range(end=1000) | join(sep=bien.a{i}) }}}}"), "{{ bien.a59 }}"));
    let long = "{{ bien.a0 }}".repeat(1000);
    let bien = format!(
        "bien:\n  a0: {}\n  a1:\n{}",
        "a".repeat(5000),
        "    - \"{{ bien.a0 }}{{ bien.a0 }}\"\n".repeat(50_000)
    );
    quickly(body(&long).replace("van_ban:", &format!("{bien}van_ban:")));
}

#[test]
fn bodies_that_are_hard_to_read() {
    quickly(body(&"**a ".repeat(100_000)));
    quickly(body(&"*".repeat(200_000)));
    quickly(body(&format!("{}☐", "[".repeat(100_000))));
    quickly(body(&format!("☐ {}", "![](".repeat(50_000))));
    quickly(body(&"> ".repeat(9_999)));
    quickly(body(&"thi đua ".repeat(400_000)));
    quickly(body(&format!("|a|b|\n|---|---|\n|{}|", "thi đua ".repeat(400_000))));
    quickly(body(&format!("{} x", "#".repeat(100_000))));
    quickly(body(&format!("|a|\n|---|\n{}", "|".repeat(200_000))));
    quickly(body(&format!("{}\n{}", "|a".repeat(5_000), "|-".repeat(5_000))));
    quickly(body(&format!("`{}☐", "``".repeat(50_000))));
}
