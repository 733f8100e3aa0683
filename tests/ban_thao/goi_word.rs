//! Makes .docx files in memory, as Word and LibreOffice write them.

use std::io::{Cursor, Write as _};
use vanthu::ban_thao::{Tho, docx};
use vanthu::diag::{Files, Sink};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A file from its parts.
pub struct Word {
    parts: Vec<(String, Vec<u8>)>,
}

/// What came of reading one.
pub struct Ket {
    pub tho: Option<Tho>,
    pub files: Files,
    pub loi: Vec<String>,
}

/// Zips parts.
pub fn zip(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        out.start_file(name.as_str(), options).expect("a member");
        out.write_all(bytes).expect("written");
    }
    out.finish().expect("a zip").into_inner()
}

impl Word {
    /// A document whose body has this XML; on A4 with the margins of the decree unless it has a section of its own.
    pub fn new(body: &str) -> Word {
        let page = r#"<w:sectPr><w:pgSz w:w="11907" w:h="16840"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701"/></w:sectPr>"#;
        let page = if body.contains("<w:sectPr") { "" } else { page };
        let text = format!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="x" xmlns:v="v" xmlns:m="m"><w:body>{body}{page}</w:body></w:document>"#
        );
        Word { parts: Vec::new() }.part("word/document.xml", &text)
    }

    /// The same with another part; in `word/`, XML is put into its root.
    pub fn part(mut self, name: &str, text: &str) -> Word {
        let text = match text.trim_start().starts_with("<?xml") {
            true => text.to_owned(),
            false => format!(r#"<w:root xmlns:w="{W}">{text}</w:root>"#),
        };
        self.parts.retain(|(other, _)| other != name);
        self.parts.push((name.to_owned(), text.into_bytes()));
        self
    }

    /// The bytes of the file.
    pub fn bytes(&self) -> Vec<u8> {
        zip(&self.parts)
    }

    /// Reads it.
    pub fn doc(&self) -> Ket {
        doc(&self.bytes())
    }
}

/// Reads bytes as a .docx.
pub fn doc(bytes: &[u8]) -> Ket {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let tho = docx::doc("ban_thao.docx", bytes, &mut files, &mut sink).map(|(_, tho)| tho);
    Ket { tho, files, loi: sink.into_sorted().into_iter().map(|finding| finding.message).collect() }
}

impl Ket {
    /// The words of each line.
    pub fn chu(&self) -> Vec<&str> {
        self.tho.as_ref().expect("read").dong.iter().map(|dong| dong.text.as_str()).collect()
    }

    /// The look of the line that begins so.
    pub fn dang(&self, dau: &str) -> vanthu::model::ban_thao::DangDoan {
        let found = self.tho.as_ref().expect("read").dong.iter().find(|dong| dong.text.starts_with(dau));
        *found.and_then(|dong| dong.dang.clone()).expect("a line with a look")
    }

    /// Line and column of the line that begins so.
    pub fn dong_cot(&self, dau: &str) -> (usize, usize) {
        let found = self.tho.as_ref().expect("read").dong.iter().find(|dong| dong.text.starts_with(dau));
        self.files.line_column(&found.expect("a line").place)
    }
}

/// A paragraph with properties and runs as XML.
pub fn p(properties: &str, runs: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")
}

/// A run with properties.
pub fn r(properties: &str, words: &str) -> String {
    format!(r#"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>"#)
}

/// A paragraph of plain words.
pub fn chu(words: &str) -> String {
    p("", &r("", words))
}
