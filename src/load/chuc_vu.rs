//! What may stand as a post, as a name and after "TM." in an agency file (Phụ lục I, phần I, mục II, khoản 7 điểm b, c).

use crate::diag::words::shorten;
use crate::diag::{Diagnostic, Sink, code};
use crate::model::chuc_vu::{ends_with, holds, starts_with};
use crate::model::draft::Text;
use crate::model::{DanhMucChucVu, QuyenHan};

/// A post, the value of `khoa`. `tu_van`: it is a post in an advisory body, which is not the State's to name.
pub fn chuc_vu(khoa: &str, typed: &Text, tu_van: bool, danh_muc: &DanhMucChucVu, sink: &mut Sink) {
    let text = typed.value.trim_end_matches([')', '.', ' ']);
    let said = shorten(&typed.value);
    let finding = |message: String| Diagnostic::new(&code::CHUC_VU, message).at(typed.place.clone());
    if let Some(word) = danh_muc.giao_quyen.iter().find(|word| starts_with(text, word) || bracketed(text, word)) {
        let post = without(&typed.value, word);
        sink.push(finding(format!("“{said}”: quyền cấp trưởng là quyền hạn ký (Q.), không phải chức vụ")).advice(
            format!(
                "viết {khoa}: {post} và thêm khóa quyen_han: Q cho người này; chương trình in “Q. {}”",
                post.to_uppercase()
            ),
        ));
    } else if let Some(quyen_han) = authority(text) {
        let mut finding =
            finding(format!("“{said}”: chữ {} không ghi trong chức vụ, chương trình tự in quyền hạn", quyen_han.0))
                .advice(format!("ghi chức vụ của chính người ký, ví dụ {khoa}: {}", quyen_han.1));
        if quyen_han.0 == "Q." {
            finding = finding.advice("người được giao quyền cấp trưởng: thêm khóa quyen_han: Q cho người này");
        }
        sink.push(finding);
    } else if let Some((_, dung)) = danh_muc.khong_co.iter().find(|(sai, _)| sai.to_uppercase() == text.to_uppercase())
    {
        sink.push(finding(format!("không có chức vụ “{said}”")).advice(format!("viết {khoa}: {dung}")));
    } else if !tu_van && let Some(word) = extra(text, danh_muc) {
        let finding = finding(format!("không ghi chữ “{word}” trong chức vụ: Nhà nước không quy định chức vụ này"))
            .advice(format!("viết {khoa}: {}", without(&typed.value, &word)));
        sink.push(if khoa == "chuc_vu" {
            finding.advice(
                "cấp phó được giao phụ trách hoặc điều hành ký như cấp phó ký thay cấp trưởng: chương trình in “KT.”",
            )
        } else {
            finding
        });
    }
}

/// Words that no post, or no deputy's post, holds.
fn extra(text: &str, danh_muc: &DanhMucChucVu) -> Option<String> {
    let anywhere = danh_muc.khong_ghi.iter().find(|word| holds(text, word));
    let last = danh_muc.khong_ghi_o_cuoi.iter();
    let mut last = last.filter(|word| ends_with(text, word) && danh_muc.cap_truong(text).is_some());
    anywhere.or_else(|| last.next()).cloned()
}

/// "Giám đốc (quyền": the word in brackets, the closing one taken off.
fn bracketed(text: &str, word: &str) -> bool {
    ends_with(text, word) && text.contains('(')
}

/// The post without a word and what follows it: "Phó Giám đốc phụ trách Sở" → "Phó Giám đốc", "Quyền Giám đốc" → "Giám đốc".
fn without(text: &str, word: &str) -> String {
    let upper = text.to_uppercase();
    let at = upper.find(&word.to_uppercase()).filter(|_| upper.len() == text.len());
    let Some(at) = at.filter(|at| text.is_char_boundary(*at) && text.is_char_boundary(*at + word.len())) else {
        return "Phó Giám đốc".to_owned();
    };
    let part = if at == 0 { &text[word.len()..] } else { &text[..at] };
    shorten(part.trim_matches([' ', '(', ')', ',', '-', '.']))
}

/// The authority a text begins with, as "KT. Giám đốc", "K/T GIÁM ĐỐC", "Q.Giám đốc", and the words after it.
fn authority(text: &str) -> Option<(String, String)> {
    let end = text.find([' ', '.'])?;
    let word = text[..end].replace('/', "").to_uppercase();
    QuyenHan::parse(&word)?;
    Some((format!("{word}."), shorten(text[end..].trim_matches(['.', ' ', '/']))))
}

/// A post that repeats the agency's name: "Giám đốc Sở Y tế" on a paper of Sở Y tế (samples of mục V, ô 7). The post itself
/// may hold such words: "Chánh Văn phòng" of a Văn phòng.
pub fn ten_co_quan(typed: &Text, ten: &str, danh_muc: &DanhMucChucVu, sink: &mut Sink) {
    if ten.is_empty() || !ends_with(&typed.value, ten) {
        return;
    }
    let letters = typed.value.chars().count() - ten.chars().count();
    let post: String = typed.value.chars().take(letters).collect();
    let post = post.trim();
    if danh_muc.dung_dau([post].into_iter()).is_some() {
        sink.push(
            Diagnostic::new(&code::CHUC_VU, "chức vụ người ký không nhắc lại tên cơ quan ban hành")
                .at(typed.place.clone())
                .advice(format!("viết chuc_vu: {}", shorten(post))),
        );
    }
}

/// A name, which bears no title unless the agency says that it may.
pub fn ho_ten(typed: &Text, duoc_ghi: bool, danh_muc: &DanhMucChucVu, sink: &mut Sink) {
    let found = danh_muc.hoc_vi.iter().filter(|word| starts_with(&typed.value, word)).max_by_key(|word| word.len());
    let Some(word) = found.filter(|_| !duoc_ghi) else { return };
    sink.push(
        Diagnostic::new(&code::HOC_VI, format!("trước họ tên người ký không ghi học hàm, học vị, danh hiệu, quân hàm: “{word}”"))
            .at(typed.place.clone())
            .advice("chỉ ghi họ, tên đệm và tên")
            .advice("đơn vị vũ trang, tổ chức sự nghiệp giáo dục, y tế, khoa học được cơ quan quản lý ngành cho ghi thì thêm dòng hoc_vi: cho_phep vào tệp cơ quan"),
    );
}

/// The post of the head, `dung_dau`, that KT., TL., TUQ. and Q. stand before. `ten`: the agency's name.
pub fn dung_dau(typed: &Text, ten: &str, danh_muc: &DanhMucChucVu, sink: &mut Sink) {
    let finding = |message: String| Diagnostic::new(&code::QUYEN_HAN, message).at(typed.place.clone());
    let said = shorten(&typed.value);
    if let Some(truong) = danh_muc.cap_truong(&typed.value) {
        let message = format!("“{said}” là chức vụ cấp phó; KT., TL., TUQ., Q. chỉ đứng trước chức vụ người đứng đầu");
        sink.push(finding(message).advice(format!("viết dung_dau: {}", sentence(&truong))));
    } else if typed.value.to_uppercase() == ten.to_uppercase()
        || danh_muc.tap_the.iter().any(|word| starts_with(&typed.value, word))
    {
        let message = format!("“{said}” là tên cơ quan; KT., TL., TUQ., Q. chỉ đứng trước chức vụ người đứng đầu");
        sink.push(finding(message).advice("viết chức vụ, ví dụ dung_dau: Giám đốc"));
    } else {
        chuc_vu("dung_dau", typed, false, danh_muc, sink);
    }
}

/// The name of a collective, `tap_the`, that TM. stands before. `dung_dau`: the head's post, if known.
pub fn tap_the(typed: &Text, dung_dau: Option<&str>, danh_muc: &DanhMucChucVu, sink: &mut Sink) {
    let finding = |message: String| Diagnostic::new(&code::QUYEN_HAN, message).at(typed.place.clone());
    let said = shorten(&typed.value);
    let upper = typed.value.to_uppercase();
    let truong = danh_muc.cap_truong(&typed.value).unwrap_or_else(|| upper.clone());
    let posts = danh_muc.dung_dau.iter().map(|d| d.to_uppercase());
    if posts.chain(dung_dau.map(str::to_owned)).any(|post| post == truong) {
        let message = format!("“{said}” là chức vụ; TM. chỉ đứng trước tên tập thể lãnh đạo hoặc tên cơ quan, tổ chức");
        let mut finding = finding(message);
        finding = finding.advice(
            "cơ quan làm việc theo chế độ thủ trưởng thì bỏ che_do và tap_the: người đứng đầu tự ký, cấp phó ký KT.",
        );
        sink.push(
            finding.advice("cơ quan làm việc theo chế độ tập thể thì ghi tên tập thể, ví dụ tap_the: ỦY BAN NHÂN DÂN"),
        );
    } else if let Some((_, name)) = authority(&typed.value).filter(|(word, _)| word == "TM.") {
        let message = format!("“{said}”: không gõ TM., chương trình tự in");
        sink.push(finding(message).advice(format!("viết tap_the: {name}")));
    } else if let Some((tat, du)) = danh_muc.viet_du.iter().find(|(tat, _)| starts_with(&typed.value, tat)) {
        let message = format!("tên tập thể sau TM. không viết tắt “{tat}”");
        sink.push(finding(message).advice(format!("viết tap_the: {}", du.to_uppercase())));
    } else if let Some(word) = danh_muc.thu_truong.iter().find(|word| starts_with(&typed.value, word)) {
        let message = format!("{word} làm việc theo chế độ thủ trưởng, không ký thay mặt (TM.)");
        let mut finding = finding(message).advice("bỏ che_do và tap_the: người đứng đầu tự ký, cấp phó ký KT.");
        finding.clause = Some("NĐ 30/2020/NĐ-CP, Điều 13 khoản 1");
        sink.push(finding);
    }
}

/// "GIÁM ĐỐC" → "Giám đốc".
fn sentence(post: &str) -> String {
    let mut chars = post.chars();
    chars.next().map(|c| c.to_string() + &chars.as_str().to_lowercase()).unwrap_or_default()
}
