//! `vanthu explain`

use super::args::ExplainArgs;
use super::{End, say, warn};
use vanthu::check::{Ho, RULES, Rule};
use vanthu::diag::sarif::About;
use vanthu::diag::{Code, code, nearest, nghia};
use vanthu::pipeline::{KiemBanThao, codes};
use vanthu::project::Project;

/// Explains a rule, or lists all of them.
pub fn run(args: &ExplainArgs) -> End {
    let Some(name) = &args.rule else {
        list();
        return End::Done;
    };
    // People copy the name with its brackets.
    let typed = name.trim().trim_matches(['[', ']']).to_lowercase();
    let drafts = KiemBanThao::open(Project::here()).ok();
    match explained(&typed, drafts.as_ref()) {
        Some(text) => {
            say(text);
            End::Done
        }
        None => {
            warn(unknown(&typed));
            End::UsageWrong
        }
    }
}

/// No rule has this name; which one may be meant.
pub fn unknown(name: &str) -> String {
    let all = codes();
    match nearest(name, all.iter().map(|code| code.name)) {
        Some(near) => format!("lỗi: không có quy tắc “{name}”\n  có phải là {near}?"),
        None => format!("lỗi: không có quy tắc “{name}”\n  xem tên các quy tắc: vanthu explain"),
    }
}

/// What reviews of code show of a rule.
pub fn about(name: &str) -> Option<About> {
    let code = codes().into_iter().find(|code| code.name == name)?;
    let rule = RULES.iter().find(|rule| rule.code.name == name);
    let short = rule.map_or_else(|| nghia(code), |rule| rule.vi_sao);
    Some(About { name: code.name, severity: code.severity, short: short.to_owned(), help: explained(name, None)? })
}

/// All that is told of a rule; with what it says of its examples, where somebody can ask it.
fn explained(name: &str, drafts: Option<&KiemBanThao>) -> Option<String> {
    if let Some(rule) = RULES.iter().find(|rule| rule.code.name == name) {
        return Some(of_rule(rule, drafts));
    }
    code::ALL.iter().find(|code| code.name == name).map(|code| of_code(code))
}

fn of_rule(rule: &Rule, drafts: Option<&KiemBanThao>) -> String {
    let mut out = head(rule.code, rule.ho.ten());
    out.push_str(&format!("\n{}\n", rule.vi_sao));
    let said = drafts.map(|drafts| drafts.vi_du(rule)).unwrap_or_default();
    for (index, example) in rule.vi_du.iter().enumerate() {
        let (sai, dung) = example.texts();
        out.push('\n');
        if let Some(where_) = example.o_dau() {
            out.push_str(&format!("{where_}\n"));
        }
        out.push_str(&sample("Sai:", sai));
        for finding in said.get(index).into_iter().flatten() {
            out.push_str(&format!("      → {}\n", finding.message));
        }
        out.push_str(&sample("Đúng:", dung));
    }
    if drafts.is_some() {
        let fixes = said.iter().flatten().any(|finding| finding.fix.is_some());
        out.push_str(if fixes {
            "\nTự sửa được: vanthu check … --fix\n"
        } else {
            "\nKhông tự sửa được.\n"
        });
    }
    out.push_str(&format!("\n{}", how_to_silence(rule.code.name)));
    out
}

fn of_code(code: &Code) -> String {
    let mut out = head(code, OF_FILES);
    out.push_str(&format!("\n{}\n", nghia(code)));
    if code.chan {
        out.push_str("\nPhải sửa mới làm được văn bản, nên không bỏ qua được.");
    } else {
        out.push_str(&format!("\n{}", how_to_silence(code.name)));
    }
    out
}

/// What is no rule of a document: how its files are written.
const OF_FILES: &str = "Tệp chiến dịch, tệp cơ quan, dữ liệu";

fn head(code: &Code, ho: &str) -> String {
    let mut out = format!("{}: {}\n{ho}\n", code.name, code.severity.ten());
    if let Some(clause) = code.clause {
        out.push_str(&format!("Căn cứ: {clause}\n"));
    }
    out
}

/// An example, its further lines under the first.
fn sample(label: &str, text: &str) -> String {
    if text.trim().is_empty() {
        return format!("{label:<6}(không có thành phần này)\n");
    }
    let mut out = String::new();
    for (index, line) in text.trim_matches('\n').lines().enumerate() {
        let before = if index == 0 { label } else { "" };
        out.push_str(format!("{before:<6}{line}").trim_end());
        out.push('\n');
    }
    out
}

/// The ways to put a rule aside, the narrowest first.
fn how_to_silence(name: &str) -> String {
    format!(
        "Bỏ qua khi có lý do:\n  \
         một dòng của tệp YAML      # bo-qua {name}: lý do\n  \
         một đoạn nội dung          <!-- bo-qua {name}: lý do -->\n  \
         một lần chạy               vanthu check … --bo-qua {name}\n  \
         cả dự án, vanthu.yaml      kiem_tra: {{{name}: tắt}}"
    )
}

fn list() {
    for ho in Ho::ALL {
        let mut of_it: Vec<&&Rule> = RULES.iter().filter(|rule| rule.ho == ho).collect();
        if of_it.is_empty() {
            continue;
        }
        of_it.sort_by_key(|rule| rule.code.name);
        say(format!("{}:", ho.ten()));
        of_it.iter().for_each(|rule| say(line(rule.code, rule.vi_sao)));
    }
    say(format!("{OF_FILES}:"));
    code::ALL.iter().for_each(|code| say(line(code, nghia(code))));
    say("\nXem kỹ một quy tắc: vanthu explain TÊN");
}

/// Name, severity, and what it is about in one line.
fn line(code: &Code, about: &str) -> String {
    const MOST: usize = 90;
    let first = about.split(". ").next().unwrap_or_default().trim_end_matches('.');
    let short: String = first.chars().take(MOST).collect();
    let more = if first.chars().count() > MOST { "…" } else { "" };
    format!("  {:<30} {:<9} {short}{more}", code.name, code.severity.ten()).trim_end().to_owned()
}
