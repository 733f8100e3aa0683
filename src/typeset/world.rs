//! What Typst sees: one shared base built once, and per document a small world that adds the main source.

use super::fonts::PhongChu;
use crate::project::Project;
use std::collections::HashMap;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// Path of the document's own source.
pub const MAIN: &str = "van_ban_chinh.typ";

/// The one id of the main source, in every world. Ids are interned for the life of the process and there are 65,535 of
/// them, so a document must never get one of its own.
static MAIN_ID: LazyLock<FileId> = LazyLock::new(|| id(MAIN));

fn id(path: &str) -> FileId {
    let path = VirtualPath::new(path).unwrap_or_else(|_| unreachable!("embedded paths are plain: {path}"));
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// Paths of the files that Typst itself reads: the functions of the components, and the measures they use.
pub fn shared(project: &Project) -> Vec<String> {
    const FOLDER: &str = "templates/the_thuc";
    let parts = project.list(FOLDER).into_iter().filter(|name| name.ends_with(".typ"));
    let parts = parts.map(|name| format!("{FOLDER}/{name}"));
    parts.chain([format!("{FOLDER}.typ"), "data/the_thuc.yaml".to_owned()]).collect()
}

/// Library, fonts and shared files: built once, used by every worker.
pub struct Base {
    library: LazyHash<Library>,
    /// The fonts.
    pub phong_chu: PhongChu,
    files: HashMap<FileId, (Source, Bytes)>,
}

impl Base {
    /// A base that serves `files` (path from the project's root, text) and nothing else.
    pub fn new(phong_chu: PhongChu, files: impl IntoIterator<Item = (String, String)>) -> Base {
        let files = files
            .into_iter()
            .map(|(path, text)| {
                let id = id(&path);
                (id, (Source::new(id, text.clone()), Bytes::from_string(text)))
            })
            .collect();
        Base { library: LazyHash::new(Library::default()), phong_chu, files }
    }
}

/// The world of one document.
pub struct DocumentWorld<'a> {
    base: &'a Base,
    main: Source,
}

impl<'a> DocumentWorld<'a> {
    /// A world whose main file is `source`.
    pub fn new(base: &'a Base, source: &str) -> Self {
        DocumentWorld { base, main: Source::new(*MAIN_ID, source.to_owned()) }
    }

    /// The line, from 1, that a byte of a file is on.
    pub fn line_of(&self, id: FileId, byte: usize) -> Option<usize> {
        self.source(id).ok()?.lines().byte_to_line(byte).map(|line| line + 1)
    }
}

impl World for DocumentWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.base.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.base.phong_chu.book
    }

    fn main(&self) -> FileId {
        *MAIN_ID
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == *MAIN_ID {
            return Ok(self.main.clone());
        }
        self.base.files.get(&id).map(|(source, _)| source.clone()).ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.base.files.get(&id).map(|(_, bytes)| bytes.clone()).ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.base.phong_chu.font(index)
    }

    /// No clock: the same input gives the same bytes.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}
