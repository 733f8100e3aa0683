//! What looks odd and is right: it must pass without a word.

use crate::support::project::TestProject;

fn words(text: &str) -> String {
    let rendered = TestProject::new().file("chien_dich.yaml", text).render("chien_dich.yaml");
    assert_eq!(rendered.messages(), "");
    let lines: Vec<String> =
        rendered.pdf().pages.iter().flat_map(|page| page.lines()).map(|line| line.text.clone()).collect();
    lines.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn plain_values_are_taken_as_written() {
    let words = words(
        "chien_dich: 2026
nam: 2026
co_quan: syt_thai_binh
bien:
  so_dot: 4
  rong: \"\"
  dung: yes
  ma: 007
van_ban:
  y:
    loai: Kế hoạch
    so: 04
    ngay: 2026-02-14
    trich_yeu: >-
      Phát động thi đua
      năm 2026  # ghi chú
    noi_dung: |
      Sở Y tế phát động {{ bien.so_dot + 1 }} đợt{{ bien.rong }}, mã {{ bien.ma }}, {{ bien.dung }}.

      {% for d in [1, 2] -%}
      - Đợt {{ d }}: {% if d == 1 %}đầu{% elif d == 2 %}cuối{% endif %} năm;

      {% endfor %}
      {% if bien.so_dot == 4 %}Bốn đợt{% else %}Sai{% endif %}: 5 * 3 = 15, tỷ lệ 100%, {a} và (*) ___/___.
    noi_nhan: UBND tỉnh
    nguoi_ky:
      ai: tran_quang_hai
",
    );
    for said in [
        "Số: 04/KH-SYT",
        "phát động 5 đợt, mã 007, yes.",
        "- Đợt 1: đầu năm;",
        "- Đợt 2: cuối năm;",
        "Bốn đợt: 5 * 3 = 15, tỷ lệ 100%, {a} và (*) ___/___./.",
    ] {
        assert!(words.contains(said), "“{said}” is not in: {words}");
    }
}
