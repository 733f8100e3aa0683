//! The changes themselves: `nam`, `so`, `ngay` and nothing else, however the file is written.

use super::{Moi, text, thu};
use crate::support::project::TestProject;

/// A campaign of one kế hoạch; `fields` are its lines, indented here.
fn campaign(fields: &str) -> String {
    let lines: String = fields.lines().map(|line| format!("    {line}\n")).collect();
    format!("chien_dich: Thử\nnam: 2026\nco_quan: syt_thai_binh\nvan_ban:\n  ke_hoach:\n{lines}")
}

/// The fields after renewing.
fn fields(fields: &str) -> String {
    let new = text(&campaign(fields), 2027).renewed.text;
    let rest = new.strip_prefix("chien_dich: Thử\nnam: 2027\nco_quan: syt_thai_binh\nvan_ban:\n  ke_hoach:\n");
    rest.expect("the head unchanged")
        .lines()
        .map(|line| format!("{}\n", line.strip_prefix("    ").unwrap_or(line)))
        .collect()
}

#[test]
fn number_goes_date_is_blanked() {
    let cases = [
        // Block lines.
        ("loai: kế hoạch\nso: 13\nngay: 14/02/2026\nluu: VT\n", "loai: kế hoạch\nngay:\nluu: VT\n"),
        ("so: 13\nloai: kế hoạch\n", "loai: kế hoạch\n"),
        ("loai: kế hoạch\nso: 13\n", "loai: kế hoạch\n"),
        ("ngay: 2026-02-14\nso: '04'\nloai: a\n", "ngay:\nloai: a\n"),
        ("\"so\": 13\n\"ngay\" : \"4/2026\"\nloai: a\n", "\"ngay\" :\nloai: a\n"),
        // Computed ones move by themselves.
        (
            "so: \"{{ nam - 2000 }}\"\nngay: \"15/3/{{ nam }}\" # dự kiến\nloai: a\n",
            "so: \"{{ nam - 2000 }}\"\nngay: \"15/3/{{ nam }}\" # dự kiến\nloai: a\n",
        ),
        (
            "so: 13\nngay: \"{% if nam > 2000 %}1/3/{{ nam }}{% endif %}\"\nsao: {so: \"{{ bien.so }}\", ngay: 5/2026}\nloai: a\n",
            "ngay: \"{% if nam > 2000 %}1/3/{{ nam }}{% endif %}\"\nsao: {so: \"{{ bien.so }}\"}\nloai: a\n",
        ),
        // Nothing to take: the keys stay.
        ("so:\nngay:\nloai: a\n", "so:\nngay:\nloai: a\n"),
        ("so: # văn thư ghi\nloai: a\n", "so: # văn thư ghi\nloai: a\n"),
        // Comments stay, in their column where that is possible.
        ("so: 13  # sổ công văn đi\nloai: a\n", "# sổ công văn đi\nloai: a\n"),
        ("ngay: 14/02/2026  # dự kiến\nloai: a\n", "ngay:             # dự kiến\nloai: a\n"),
        ("ngay: 14/02/2026  #dự kiến\nloai: a\n", "ngay:            # dự kiến\nloai: a\n"),
        ("# trước\nso: 13\n# giữa\nngay: 14/02/2026\n# sau\nloai: a\n", "# trước\n# giữa\nngay:\n# sau\nloai: a\n"),
        ("so:\n  13\nngay:\n  14/02/2026\nloai: a\n", "ngay:\nloai: a\n"),
        (
            "so: # ghi chú\n  13\nngay: # dự kiến\n  14/02/2026 # hay 15\nloai: a\n",
            "# ghi chú\nngay: # dự kiến\n  # hay 15\nloai: a\n",
        ),
        // A copy, alone or in a list.
        ("loai: a\nsao:\n  so: 5\n  ngay: 1/3/2026\n  nguoi_ky: b\n", "loai: a\nsao:\n  ngay:\n  nguoi_ky: b\n"),
        (
            "loai: a\nsao:\n  - so: 5\n    ngay: 1/3/2026\n    nguoi_ky: b\n",
            "loai: a\nsao:\n  -\n    ngay:\n    nguoi_ky: b\n",
        ),
        ("sao: {so: 5, ngay: 14/02/2026, nguoi_ky: b}\nso: 2\nloai: a\n", "sao: {nguoi_ky: b}\nloai: a\n"),
        ("sao: {nguoi_ky: b, so: 5, ngay: 14/02/2026}\nloai: a\n", "sao: {nguoi_ky: b}\nloai: a\n"),
        ("sao: {ngay: 14/02/2026, nguoi_ky: b, so: 5}\nloai: a\n", "sao: {nguoi_ky: b}\nloai: a\n"),
        ("sao: {so: 5}\nloai: a\n", "sao: {}\nloai: a\n"),
        ("sao: { \"so\" : 5 , ngay: 1/3/2026 , }\nloai: a\n", "sao: {  }\nloai: a\n"),
        (
            "sao: {so: 5, # sổ sao\n  ngay: 1/3/2026, nguoi_ky: b}\nloai: a\n",
            "sao: { # sổ sao\n  nguoi_ky: b}\nloai: a\n",
        ),
        ("sao: {nguoi_ky: b, # người\n  so: 5}\nloai: a\n", "sao: {nguoi_ky: b # người\n  }\nloai: a\n"),
        // The words stand elsewhere too: there they are nobody's number or date.
        (
            "loai: a\nso: 13\nnoi_dung: |\n  so: 13\n  ngay: 14/02/2026\ntrich_yeu: \"so: 13\"\n",
            "loai: a\nnoi_dung: |\n  so: 13\n  ngay: 14/02/2026\ntrich_yeu: \"so: 13\"\n",
        ),
    ];
    for (old, new) in cases {
        assert_eq!(fields(old), new, "from\n{old}");
    }
}

#[test]
fn other_shapes_of_a_campaign() {
    let head = "chien_dich: a\nnam: 2026\nco_quan: b\n";
    let cases = [
        // Documents on one line, the whole set on one line, nothing behind the last line.
        (
            "van_ban:\n  a: {so: 5, ngay: 14/02/2026, loai: b}\n  c: {loai: d, so: 6}",
            "van_ban:\n  a: {loai: b}\n  c: {loai: d}",
        ),
        ("van_ban: {a: {so: 5, loai: b}, so: {so: 6, ngay: 1/1/2026}}\n", "van_ban: {a: {loai: b}, so: {}}\n"),
        ("van_ban:\n  a:\n    loai: b\n    so: 5", "van_ban:\n  a:\n    loai: b\n"),
        ("van_ban:\n  a:\n    loai: b\n    ngay: 5/2026", "van_ban:\n  a:\n    loai: b\n    ngay:"),
        // A number alone.
        ("van_ban:\n  a:\n    so: 5\n  b:\n    loai: c\n", "van_ban:\n  a:\n  b:\n    loai: c\n"),
        // Defaults.
        ("chung:\n  so: 5\n  ngay: 5/2026\n  luu: VT\nvan_ban: {}\n", "chung:\n  ngay:\n  luu: VT\nvan_ban: {}\n"),
        // Keys of that name that are no document's.
        (
            "bien:\n  so: 5\n  ngay: 14/02/2026\n  nam: 2026\ncau_chu:\n  so: 6\ndanh_sach:\n  a: {cac_dong: [{so: 1, ngay: 2/2026}]}\nvan_ban: {}\n",
            "bien:\n  so: 5\n  ngay: 14/02/2026\n  nam: 2026\ncau_chu:\n  so: 6\ndanh_sach:\n  a: {cac_dong: [{so: 1, ngay: 2/2026}]}\nvan_ban: {}\n",
        ),
        // A document called so, another called ngay.
        ("van_ban:\n  so:\n    so: 5\n  ngay:\n    ngay: 5/2026\n", "van_ban:\n  so:\n  ngay:\n    ngay:\n"),
    ];
    for (old, new) in cases {
        let renewed = text(&format!("{head}{old}"), 2027).renewed.text;
        assert_eq!(renewed, format!("chien_dich: a\nnam: 2027\nco_quan: b\n{new}"));
    }
    for (old, new) in [("nam: '2026' # năm", "nam: '2027' # năm"), ("\"nam\" :   2026", "\"nam\" :   2027")] {
        let rest = "co_quan: b\nvan_ban: {}\n";
        assert_eq!(text(&format!("{old}\n{rest}"), 2027).renewed.text, format!("{new}\n{rest}"));
    }
}

/// A file from Windows, and one from a Mac: BOM, line ends and decomposed letters stay byte for byte.
#[test]
fn the_file_stays_as_it_was_saved() {
    let old = "\u{feff}# ghi chu\u{301}\r\nchien_dich: Thi đua\r\nnam: 2026\r\nco_quan: syt_thai_binh\r\nvan_ban:\r\n  a:\r\n    \
               so: 5\r\n    ngay: 14/02/2026   # dự kie\u{302}\u{301}n\r\n    sao: {nguoi_ky: Tra\u{302}\u{300}n, so: 5}\r\n    luu: VT";
    let new = old
        .replace("nam: 2026", "nam: 2027")
        .replace("    so: 5\r\n", "")
        .replace("14/02/2026 ", "           ")
        .replace(", so: 5}", "}");
    assert_eq!(text(old, 2027).renewed.text, new);
}

/// Every way to write number, date and a comment, in every order: what is left is the same lines as before.
#[test]
fn in_any_combination() {
    let so = ["so: 13", "so: '13' # số", "'so': 13", "so:\n      13", "so: 13   ", "so: \"13\" #"];
    let ngay = [
        "ngay: 14/02/2026",
        "ngay: 4/2026  # ngày",
        "\"ngay\": '2026-02-14'",
        "ngay:   14/02/2026   ",
        "ngay:\n\n      4/2026",
    ];
    let other = "trich_yeu: 'A: b'   # chú thích";
    let mut seen = 0;
    for so in so {
        for ngay in ngay {
            for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
                let lines = [so, ngay, other];
                let fields = order.map(|i| format!("    {}\n", lines[i])).concat();
                for end in ["", "  b:\n    loai: c\n", "# hết\n"] {
                    let old = format!("nam: 2026\nco_quan: a\nvan_ban:\n  a:\n{fields}{end}");
                    let moi: Moi = text(&old, 2027);
                    let new = &moi.renewed.text;
                    let value: serde_json::Value = serde_saphyr::from_str(new).expect("YAML");
                    let document = value["van_ban"]["a"].as_object().expect("a document");
                    assert!(!document.contains_key("so") && document["ngay"].is_null(), "{old}\n{new}");
                    assert_eq!(document["trich_yeu"], "A: b");
                    assert!(new.contains(other) && new.ends_with(end), "{new}");
                    assert_eq!(old.matches('#').count(), new.matches('#').count(), "{new}");
                    seen += 1;
                }
            }
        }
    }
    assert_eq!(seen, 6 * 5 * 6 * 3);
}

#[test]
fn what_cannot_be_renewed_is_said() {
    let cases = [
        ("khong_co_nam", "chien_dich: a\nvan_ban: {}\n", 2027),
        ("nam_trong", "chien_dich: a\nnam:\nvan_ban: {}\n", 2027),
        ("nam_sai", "chien_dich: a\nnam: hai mươi\nvan_ban: {}\n", 2027),
        ("nam_hai_so", "chien_dich: a\nnam: 26\nvan_ban: {}\n", 2027),
        ("khong_sau", "chien_dich: a\nnam: 2027\nvan_ban: {}\n", 2027),
        ("truoc", "chien_dich: a\nnam: 2027\nvan_ban: {}\n", 2020),
        ("hong", "chien_dich: \"a\nnam: 2026\n", 2027),
        ("khong_phai_khoa", "- a\n- b\n", 2027),
        ("khoa_kieu_khac", "chien_dich: a\nnam: 2026\nvan_ban:\n  a:\n    ? so\n    : 5\n    loai: b\n", 2027),
    ];
    let mut all = String::new();
    for (name, campaign, nam) in cases {
        let project = TestProject::new().file("cu.yaml", campaign);
        let Err(why) = thu(&project, "cu.yaml", nam) else { panic!("{name} was renewed") };
        all.push_str(&format!("== {name}\n{why}\n\n"));
    }
    let project = TestProject::new();
    all.push_str(&thu(&project, "khong_co.yaml", 2027).err().expect("no file"));
    insta::assert_snapshot!(all);
}
