//! What is built into the program: templates, data, fonts. The only place that embeds files.

use include_dir::{Dir, include_dir};

static TEMPLATES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates");
static DATA: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/data");

/// An embedded file by its path from the project's root, for example `data/the_thuc.yaml`.
pub fn file(path: &str) -> Option<&'static [u8]> {
    let (dir, rest) = split(path)?;
    dir.get_file(rest).map(include_dir::File::contents)
}

/// The JSON twins of `data/*.yaml` and `data/kiem_tra/*.yaml`, sorted by path; made by `build.rs`.
static JSON: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/du_lieu.rs"));

/// An embedded YAML file as JSON, which is read many times faster.
pub fn json(path: &str) -> Option<&'static str> {
    let at = JSON.binary_search_by_key(&path, |(of, _)| of).ok()?;
    JSON.get(at).map(|(_, json)| *json)
}

/// The names of the files directly in an embedded folder, sorted.
pub fn list(path: &str) -> Vec<&'static str> {
    let Some((dir, rest)) = split(path) else { return Vec::new() };
    let folder = if rest.is_empty() { Some(dir) } else { dir.get_dir(rest) };
    let mut names: Vec<&str> =
        folder.into_iter().flat_map(Dir::files).filter_map(|f| f.path().file_name()?.to_str()).collect();
    names.sort_unstable();
    names
}

fn split(path: &str) -> Option<(&'static Dir<'static>, &str)> {
    let (first, rest) = path.split_once('/').unwrap_or((path, ""));
    match first {
        "templates" => Some((&TEMPLATES, rest)),
        "data" => Some((&DATA, rest)),
        _ => None,
    }
}
