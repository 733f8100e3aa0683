//! Mistakes on the command line, said in Vietnamese by kind: clap's own sentences are English.

use super::{End, say, warn};
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// Prints help, version, or what is wrong with the command line.
pub fn explain(error: &clap::Error) -> End {
    let context = |kind| error.get(kind).map(value).unwrap_or_default();
    let (arg, given) = (context(ContextKind::InvalidArg), context(ContextKind::InvalidValue));
    let message = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            say(error.to_string().trim_end());
            return if error.kind() == ErrorKind::DisplayHelp { End::Done } else { End::UsageWrong };
        }
        ErrorKind::DisplayVersion => {
            say(concat!("vanthu ", env!("CARGO_PKG_VERSION")));
            return End::Done;
        }
        ErrorKind::MissingSubcommand => "thiếu lệnh".to_owned(),
        ErrorKind::InvalidSubcommand => format!("không có lệnh “{}”", context(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument if !arg.starts_with('-') => format!("thừa “{arg}”"),
        ErrorKind::UnknownArgument => format!("không có tùy chọn “{arg}”"),
        ErrorKind::MissingRequiredArgument => format!("thiếu {}", arg.replace(['<', '>'], "").trim_end_matches('.')),
        ErrorKind::InvalidValue if given.is_empty() => format!("thiếu giá trị sau {arg}"),
        ErrorKind::InvalidValue => format!("“{given}” không phải giá trị của {arg}"),
        ErrorKind::ValueValidation if arg.starts_with("--jobs") => {
            format!("“{given}” không dùng được cho {arg}: ghi một số từ 1 đến 256")
        }
        ErrorKind::ValueValidation if arg.starts_with("--shard") => {
            format!("“{given}” không dùng được cho {arg}: viết như 2/8, phần thứ 2 trong 8 phần")
        }
        ErrorKind::NoEquals | ErrorKind::TooFewValues => format!("thiếu giá trị sau {arg}"),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => format!("thừa giá trị sau {arg}"),
        ErrorKind::ArgumentConflict => match context(ContextKind::PriorArg) {
            other if other.is_empty() || other == arg => format!("{arg} ghi quá một lần"),
            other => format!("{arg} không đi cùng {other}"),
        },
        ErrorKind::InvalidUtf8 => "dòng lệnh có ký tự không phải Unicode".to_owned(),
        _ => "dòng lệnh viết chưa đúng".to_owned(),
    };
    warn(format!("lỗi: {message}"));
    let suggestion = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .find_map(|kind| error.get(kind).map(value));
    if let Some(suggestion) = suggestion {
        warn(format!("  có phải là {suggestion}?"));
    } else {
        let valid = context(ContextKind::ValidValue) + &context(ContextKind::ValidSubcommand);
        if !valid.is_empty() {
            warn(format!("  chọn một trong: {valid}"));
        }
    }
    warn("  xem cách dùng: vanthu --help");
    End::UsageWrong
}

fn value(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        other => other.to_string(),
    }
}
