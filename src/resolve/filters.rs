//! The filters and the function whose results could grow without end, with a limit; the rest of Tera's is let through
//! by name in [`super::expression::FILTERS`].

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

/// No text put together inside a tag is longer.
const MAX_TEXT: usize = 64 << 10;

/// No list of numbers is longer.
const MAX_RANGE: i64 = 1000;

/// What the error of a limit says; the finding that becomes of it is Vietnamese.
pub const TOO_LONG: &str = "too long";

/// Puts the limited ones in the place of Tera's own, and adds those about days.
pub fn register(tera: &mut Tera) {
    super::lich::register(tera);
    tera.register_filter("join", join);
    // Tera's own makes all the other letters small, and names with them.
    tera.register_filter("capitalize", |text: &str, _: Kwargs, _: &State<'_>| crate::model::van_ban::capitalise(text));
    tera.register_filter("replace", replace);
    tera.register_filter("default", default);
    tera.register_function("range", range);
}

fn too_long() -> Error {
    Error::message(TOO_LONG)
}

fn join(list: Vec<Value>, arguments: Kwargs, _: &State<'_>) -> TeraResult<String> {
    let separator = arguments.get::<&str>("sep")?.unwrap_or_default();
    let mut out = String::new();
    for (i, item) in list.iter().enumerate() {
        if i > 0 {
            out.push_str(separator);
        }
        out.push_str(&item.to_string());
        if out.len() > MAX_TEXT {
            return Err(too_long());
        }
    }
    Ok(out)
}

/// Tera's own takes an empty text for a value; an empty cell of a list is none.
fn default(value: Value, arguments: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let other = arguments.must_get::<Value>("value")?;
    let nothing = value.is_undefined() || value.is_none() || value.as_str().is_some_and(str::is_empty);
    Ok(if nothing { other } else { value })
}

fn replace(text: &str, arguments: Kwargs, _: &State<'_>) -> TeraResult<String> {
    let from = arguments.must_get::<&str>("from")?;
    let to = arguments.must_get::<&str>("to")?;
    let found = text.matches(from).count();
    if text.len() + found * to.len() > MAX_TEXT {
        return Err(too_long());
    }
    Ok(text.replace(from, to))
}

fn range(arguments: Kwargs, _: &State<'_>) -> TeraResult<Vec<i64>> {
    let start = arguments.get::<i64>("start")?.unwrap_or_default();
    let end = arguments.must_get::<i64>("end")?;
    let step = arguments.get::<i64>("step_by")?.unwrap_or(1);
    if step < 1 || end.saturating_sub(start) / step > MAX_RANGE {
        return Err(too_long());
    }
    let mut out = Vec::new();
    let mut at = start;
    while at < end {
        out.push(at);
        at = at.saturating_add(step);
    }
    Ok(out)
}
