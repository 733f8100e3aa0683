//! The package: a zip of parts, each unpacked at most so far. A file of 30 KB can hold gigabytes, and what it tells of
//! its sizes may be wrong.

use super::xml::{Nut, Xml};
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// The most that the parts which are read may unpack to together, in bytes; the text of 1,000 pages is some 20 MB.
const MAX: u64 = 96 << 20;

/// The most members that are looked at; Word writes some 20, and one for each picture.
const MAX_TEP: usize = 20_000;

/// What keeps a file from being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loi {
    /// Cut short, damaged, or no package of Word's.
    Hong,
    /// More than the program is willing to read.
    QuaLon,
    /// A zip of something else: what, and advice.
    Khac(&'static str, &'static str),
}

/// A package, and how much of it may still be unpacked.
pub struct Goi<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Names in lower case, with "/".
    ten: Vec<String>,
    con: u64,
}

impl<'a> Goi<'a> {
    /// Opens a package.
    pub fn mo(bytes: &'a [u8]) -> Result<Goi<'a>, Loi> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Loi::Hong)?;
        if zip.len() > MAX_TEP {
            return Err(Loi::QuaLon);
        }
        let ten = zip.file_names_raw().map(|n| String::from_utf8_lossy(n).to_lowercase().replace('\\', "/")).collect();
        Ok(Goi { zip, ten, con: MAX })
    }

    /// Whether a member is there.
    pub fn co(&self, name: &str) -> bool {
        self.ten.iter().any(|ten| ten == name)
    }

    /// The text of a part by its name in lower case; `None` when it is not there.
    pub fn phan(&mut self, name: &str) -> Result<Option<String>, Loi> {
        let Some(index) = self.ten.iter().position(|ten| ten == name) else { return Ok(None) };
        let file = self.zip.by_index(index).map_err(|_| Loi::Hong)?;
        let mut bytes = Vec::new();
        let size = file.take(self.con + 1).read_to_end(&mut bytes).map_err(|_| Loi::Hong)? as u64;
        if size > self.con {
            return Err(Loi::QuaLon);
        }
        self.con -= size;
        Ok(Some(chu(bytes)))
    }

    /// The main part: what the package's own relations name, as some programs call it otherwise.
    pub fn than(&mut self) -> Result<String, Loi> {
        if self.co("xl/workbook.xml") {
            return Err(Loi::Khac("bảng tính Excel", "mở bản thảo bằng Word rồi lưu thành .docx"));
        }
        if self.co("ppt/presentation.xml") {
            return Err(Loi::Khac("tệp PowerPoint", "chép nội dung sang Word rồi lưu thành .docx"));
        }
        if self.co("mimetype") && self.co("content.xml") {
            return Err(Loi::Khac(
                "tệp LibreOffice (.odt)",
                "mở bằng Word hoặc LibreOffice, lưu thành kiểu Word (.docx)",
            ));
        }
        let rels = self.quan_he("")?;
        let main = rels.into_iter().find(|r| r.kieu == "officedocument" && self.co(&r.dich)).map(|r| r.dich);
        match main {
            Some(main) => Ok(main),
            None if self.co("word/document.xml") => Ok("word/document.xml".to_owned()),
            None => Err(Loi::Khac("tệp nén", "giải nén rồi ghi tên tệp .docx ở trong")),
        }
    }

    /// What a part is related to; the package itself has an empty name.
    pub fn quan_he(&mut self, part: &str) -> Result<Vec<QuanHe>, Loi> {
        let (folder, name) = part.rsplit_once('/').map_or(("", part), |(folder, name)| (folder, name));
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let Some(text) = self.phan(&format!("{prefix}_rels/{name}.rels"))? else { return Ok(Vec::new()) };
        let (mut xml, mut out) = (Xml::new(&text), Vec::new());
        while let Some(nut) = xml.tiep()? {
            let Nut::Mo(the) = nut else { continue };
            if the.dia_phuong() != "Relationship" || the.thuoc("TargetMode").is_some_and(|mode| mode == "External") {
                continue;
            }
            let of = |key| the.thuoc(key).unwrap_or_default().into_owned();
            let kieu = of("Type").rsplit('/').next().unwrap_or_default().to_lowercase();
            let target = of("Target").to_lowercase().replace('\\', "/");
            let dich = match target.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None => join(&prefix, &target),
            };
            out.push(QuanHe { ma: of("Id"), kieu, dich });
        }
        Ok(out)
    }
}

/// A relation of a part to another.
pub struct QuanHe {
    /// Its id within the part.
    pub ma: String,
    /// The last word of its type, in lower case: "styles".
    pub kieu: String,
    /// The name of the other part, in lower case.
    pub dich: String,
}

/// A name beside a part, with its "../".
fn join(folder: &str, target: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// XML is UTF-8, or says by its first bytes that it is UTF-16.
fn chu(bytes: Vec<u8>) -> String {
    let wide = |order: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| order([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes.as_slice() {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
    }
}
