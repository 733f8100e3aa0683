use super::*;

static CODE: Code = Code::canh_bao("thu");

fn tu_dien(chuan: &[&str], sai: &[(&str, &str)], tru: &[&str]) -> TuDien {
    let own = |list: &[&str]| list.iter().map(|s| (*s).to_owned()).collect();
    let table = BangTu {
        quy_tac: "thu".to_owned(),
        chuan: own(chuan),
        sai: sai.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect(),
        tru: own(tru),
        ..BangTu::default()
    };
    TuDien::new(vec![table], |name| (name == "thu").then_some(&CODE)).0
}

/// The words that are wrong in a text and what is right.
fn wrong(tu_dien: &TuDien, text: &str) -> Vec<String> {
    let chu = Chu::new(text);
    let judged = tu_dien.tra(&tu_dien.so(&chu)).into_iter().filter_map(|Thay(first, last, muc)| {
        let words = &chu.text[chu.khoang(first, last)];
        let begins = chu.dau_cau(first);
        match muc {
            Muc::Chuan(_, forms) if !forms.iter().any(|form| form.khop(&chu, first, begins)) => {
                Some(format!("{words} > {}", cach_viet(&chu, first, &forms[0], begins)))
            }
            Muc::Sai(_, right) => Some(format!("{words} > {right}")),
            _ => None,
        }
    });
    judged.collect()
}

#[test]
fn what_stands_in_brackets_must_be_there_and_is_not_judged() {
    let lists = tu_dien(&["(của) Nhà nước", "thứ Hai (hằng tuần)"], &[], &[]);
    assert_eq!(wrong(&lists, "chính sách của nhà nước, quản lý nhà nước"), ["nhà nước > Nhà nước"]);
    assert_eq!(wrong(&lists, "họp vào thứ hai hằng tuần; lần thứ hai"), ["thứ hai > thứ Hai"]);
    assert_eq!(wrong(&lists, "CỦA Nhà nước; thứ Hai Hằng tuần"), [""; 0]);
}

#[test]
fn a_longer_phrase_wins_over_one_that_asks_for_a_word_before() {
    let lists = tu_dien(&["(dịp) Tết", "tết Nguyên đán"], &[], &[]);
    assert_eq!(
        wrong(&lists, "trong dịp tết; dịp tết Nguyên đán; dịp Tết Nguyên Đán"),
        ["tết > Tết", "Tết Nguyên Đán > tết Nguyên đán"]
    );
}

#[test]
fn the_writer_keeps_his_tone_marks_and_spaces() {
    let lists = tu_dien(&["Ủy ban nhân dân", "Hội đồng Thi đua - Khen thưởng"], &[], &[]);
    assert_eq!(wrong(&lists, "Uỷ ban Nhân dân tỉnh"), ["Uỷ ban Nhân dân > Uỷ ban nhân dân"]);
    let text = "của hội đồng Thi đua –  khen thưởng";
    assert_eq!(wrong(&lists, text), ["hội đồng Thi đua –  khen thưởng > Hội đồng Thi đua –  Khen thưởng"]);
}

#[test]
fn several_writings_may_be_right_and_exceptions_are_left_alone() {
    let lists = tu_dien(&["Nhân dân", "Cao Bằng", "cao bằng", "Sở Y tế"], &[], &["chiến tranh nhân dân", "cơ sở"]);
    assert_eq!(wrong(&lists, "Cao bằng, cao bằng"), [""; 0]);
    assert_eq!(wrong(&lists, "tại Cao bằng, thế trận chiến tranh nhân dân, cơ sở y tế"), ["Cao bằng > Cao Bằng"]);
    assert_eq!(wrong(&lists, "nhân dân và sở Y Tế"), ["nhân dân > Nhân dân", "sở Y Tế > Sở Y tế"]);
}
