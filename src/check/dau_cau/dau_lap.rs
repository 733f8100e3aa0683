//! Marks typed twice, or two marks where one belongs.

use super::{cum, la_dia_chi, la_van, sau, truoc};
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::Doan;

static C_LAP: Code = Code::canh_bao("dau-cau-lap");
static C_HAI_CHAM: Code = Code::goi_y("hai-cham-truoc-ten-phong-trao");

/// ",,", "..", ";.".
pub static DAU_LAP: Rule = Rule {
    code: &C_LAP,
    ho: Ho::DauCau,
    vi_sao: "Mỗi chỗ chỉ có một dấu câu; ba chấm viết “…” hoặc “...”.",
    vi_du: &[
        ViDu::noi_dung("Các đơn vị,, địa phương triển khai.", "Các đơn vị, địa phương, v.v.… triển khai."),
        ViDu::noi_dung("Các đơn vị triển khai;.", "Báo, đài,...; các trang tin,… đưa tin."),
    ],
    kiem: Kiem::Doan(dau_lap),
};

/// "phong trào: “…”".
pub static HAI_CHAM_THUA: Rule = Rule {
    code: &C_HAI_CHAM,
    ho: Ho::DauCau,
    vi_sao: "Tên phong trào, cuộc vận động đứng ngay sau từ chỉ loại, không cần dấu hai chấm.",
    vi_du: &[ViDu::noi_dung(
        "Thực hiện tốt phong trào: “Đền ơn đáp nghĩa”.",
        "Thực hiện tốt phong trào “Đền ơn đáp nghĩa”.",
    )],
    kiem: Kiem::Doan(hai_cham),
};

fn is_mark(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '.' | '…')
}

fn dau_lap(doan: &Doan, soi: &mut Soi<'_>) {
    let text = doan.chu.text.as_str();
    let pairs = |w: &[u8]| matches!(w, [b',' | b';' | b':' | b'.', b',' | b';' | b':' | b'.']);
    if !la_van(doan) || !text.as_bytes().windows(2).any(pairs) {
        return;
    }
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if at < end || !is_mark(c) {
            continue;
        }
        end = at + text[at..].find(|c| !is_mark(c)).unwrap_or(text.len() - at);
        let run = &text[at..end];
        let (before, after) = (truoc(text, at), sau(text, end));
        // Room to write in, a path, "./." belong to others.
        if run.len() < 2 || before.is_none_or(|c| c.is_whitespace() || c == '/' || is_mark(c)) || after == Some('/') {
            continue;
        }
        let Some(wrong) = wrong(run, after) else { continue };
        if la_dia_chi(&text[cum(text, at)]) || (run.starts_with('.') && abbreviation(text, at)) {
            continue;
        }
        let message = format!("dấu câu “{run}” viết thừa");
        match wrong {
            Some(right) => soi.sua(&C_LAP, doan, at..end, message, right),
            None => soi.bao(&C_LAP, doan, at..end, message),
        }
    }
}

/// What is wrong with a run of marks: what it surely should be, if that is known.
fn wrong(run: &str, after: Option<char>) -> Option<Option<&'static str>> {
    // An ellipsis may stand behind a comma, a colon, and before any mark; a row of dots is room to write in.
    let core = run.trim_start_matches([',', ';', ':']);
    if core.contains('…') || core.starts_with("...") {
        let ends = core.trim_start_matches(['.', '…']).chars().count() <= 1 && run.len() - core.len() <= 1;
        return (!ends || (run == "...." && after.is_none())).then_some(None);
    }
    let core = run;
    match core {
        ",," => Some(Some(",")),
        ";;" => Some(Some(";")),
        "::" => Some(Some(":")),
        ".." => Some(None),
        _ => Some(None),
    }
}

/// Whether the full stop ends an abbreviation: "v.v.,", "TP.;".
fn abbreviation(text: &str, at: usize) -> bool {
    let word = text[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word.chars().count() <= 2 || word.chars().any(char::is_uppercase)
}

fn hai_cham(doan: &Doan, soi: &mut Soi<'_>) {
    let chu = &doan.chu;
    if !la_van(doan) {
        return;
    }
    for n in 2..chu.tu.len().saturating_sub(1) {
        if chu.viet(n) == ":"
            && matches!(chu.viet(n + 1), "“" | "\"")
            && (chu.khop(n - 2, &["phong", "trào"]) || chu.khop(n - 2, &["vận", "động"]))
            && !chu.khop(n.saturating_sub(3), &["các"])
            && !chu.khop(n.saturating_sub(4), &["các"])
        {
            soi.sua(&C_HAI_CHAM, doan, chu.khoang(n, n), "không cần dấu hai chấm trước tên phong trào", "");
        }
    }
}
