//! The body's grammar: lines to blocks, blocks to the tree, numbers counted (Phụ lục I, phần I, mục II.6đ).
//!
//! Blocks are our own grammar because CommonMark loses what the law needs: typed numbers, `đ)`, a wrapped line that
//! happens to begin with "- ". A marker begins a block only after a blank line or a line that ends in `.`, `;` or `:`.

use super::chunk::{Chunk, Marker, chunks, number};
use super::inline::{self, Stars};
use crate::diag::{Diagnostic, Files, Place, Severity, Sink, code};
use crate::model::draft::Lines;
use crate::model::numbering::{diem, roman};
use crate::model::{Block, BlockKind, BoCuc, Inline, NoiDung};

/// Finding the place of a star costs as much as the paragraph is long; so many in one paragraph have one cause.
const MAX_STARS: usize = 100;

/// A page is 165 mm wide between its margins; laying out thousands of columns would take minutes.
const MAX_COLUMNS: usize = 40;

/// Characters of a paragraph or a row of a table: some eight pages. The time to justify a paragraph grows with the square
/// of its length.
const MAX_PARAGRAPH: usize = 20_000;

/// Reads a body. Findings are recorded; the tree holds whatever could be read.
pub fn parse(lines: Lines, bo_cuc: BoCuc, files: &Files, sink: &mut Sink) -> NoiDung {
    let chunks = chunks(lines, bo_cuc, files, sink);
    let levels = Levels::of(&chunks, bo_cuc);
    let mut tree = Tree { stack: vec![Frame::default()], dieu: 0, chuong: 0, bo_cuc };
    for chunk in chunks {
        if let Some(block) = block(&chunk, &levels, files, sink) {
            tree.add(block, sink);
        }
    }
    tree.finish()
}

/// Ends the body with "./." (mẫu 1.4, 1.5): the author's own final mark gives way to it.
pub fn finish(noi_dung: &mut NoiDung, place: &Place) {
    fn last(block: &mut Block) -> &mut Block {
        if block.children.is_empty() {
            return block;
        }
        let end = block.children.len() - 1;
        last(&mut block.children[end])
    }
    let Some(block) = noi_dung.blocks.last_mut().map(last) else { return };
    if block.inlines.is_empty() {
        let mut own_line = Block::new(BlockKind::Doan, place.clone());
        own_line.inlines.push(Inline::Text("./.".to_owned()));
        noi_dung.blocks.push(own_line);
        return;
    }
    strip_final_mark(&mut block.inlines);
    block.inlines.push(Inline::Text("./.".to_owned()));
}

fn strip_final_mark(inlines: &mut [Inline]) {
    match inlines.last_mut() {
        Some(Inline::Text(text)) => {
            let bare = text.trim_end();
            let bare = bare.strip_suffix("./.").unwrap_or(bare).trim_end_matches(['.', ';', ',']).trim_end();
            // An ellipsis is the author's word, not a final mark.
            let bare = if text.trim_end().ends_with("...") { text.trim_end() } else { bare };
            *text = bare.to_owned();
        }
        Some(Inline::Dam(inner) | Inline::Nghieng(inner)) => strip_final_mark(inner),
        _ => {}
    }
}

/// What each depth of `#` stands for: "the shallowest level that the document's scheme and content use".
struct Levels(Vec<BlockKind>);

impl Levels {
    fn of(chunks: &[Chunk], bo_cuc: BoCuc) -> Levels {
        use BlockKind::{Chuong, Diem, Dieu, Khoan, Muc, Phan, TieuMuc};
        let depths = || {
            chunks.iter().filter_map(|c| match c.marker {
                Marker::Heading(depth) => Some((depth, number(&c.text).map(|(kind, ..)| kind))),
                _ => None,
            })
        };
        let scheme: &[BlockKind] = match bo_cuc {
            BoCuc::Muc => &[Phan, Muc, Khoan, Diem],
            BoCuc::Dieu => &[Phan, Chuong, Muc, TieuMuc, Dieu, Khoan, Diem],
        };
        // A title with a typed number says what its depth is; the depths above and below follow the scheme.
        let typed = depths().find_map(|(depth, kind)| {
            let at = scheme.iter().position(|k| Some(*k) == kind)?;
            (at + 1 >= depth).then(|| scheme[at + 1 - depth..].to_vec())
        });
        if let Some(levels) = typed {
            return Levels(levels);
        }
        Levels(match bo_cuc {
            BoCuc::Muc => vec![Muc, Khoan, Diem],
            BoCuc::Dieu => {
                let deepest = depths().map(|(depth, _)| depth).max().unwrap_or(0);
                let dieu_typed = chunks.iter().any(|c| matches!(c.marker, Marker::Numbered(Dieu, _)));
                match (deepest, dieu_typed) {
                    (0 | 1, false) => vec![Dieu, Khoan],
                    (2, false) => vec![Chuong, Dieu, Khoan],
                    (3, false) => vec![Chuong, Muc, Dieu, Khoan],
                    (_, false) => vec![Phan, Chuong, Muc, Dieu],
                    (0..=2, true) => vec![Chuong, Muc],
                    (_, true) => vec![Phan, Chuong, Muc, TieuMuc],
                }
            }
        })
    }
}

fn block(chunk: &Chunk, levels: &Levels, files: &Files, sink: &mut Sink) -> Option<Block> {
    let text = chunk.text.as_str();
    if let Some(length) = chunk.longest().filter(|length| *length > MAX_PARAGRAPH) {
        sink.push(too_long(length, chunk.marker_place(files)));
        return None;
    }
    let (kind, so_go, words, titled) = match &chunk.marker {
        Marker::Heading(depth) => {
            if *depth > 4 {
                sink.push(too_deep(*depth, chunk.marker_place(files)));
            }
            match number(text) {
                Some((kind, so, rest)) => (kind, Some(so), rest, true),
                None => (*levels.0.get(depth - 1).or(levels.0.last())?, None, text, true),
            }
        }
        // "Điều 1. Phạm vi điều chỉnh" is a title; a whole sentence behind the number is not (mẫu 1.2).
        Marker::Numbered(kind, so) => {
            (*kind, Some(so.clone()), text, *kind == BlockKind::Dieu && !text.ends_with(['.', ';', ':', '/']))
        }
        Marker::Gach(depth) => (BlockKind::Gach, Some(if *depth == 2 { "+" } else { "-" }.to_owned()), text, false),
        Marker::Quote => (BlockKind::TrichDan, None, text, false),
        Marker::Table => (BlockKind::Bang, None, text, false),
        Marker::None => (BlockKind::Doan, None, text, false),
    };
    let mut block = Block::new(kind, chunk.place.clone());
    block.so_go = so_go;
    let place = |at: usize, length: usize| {
        let at = at + text.len() - words.len();
        chunk.locate(files, &(at..at + length))
    };
    if kind == BlockKind::Bang {
        table(chunk, &mut block, files, sink);
        return Some(block);
    }
    let (inlines, stars) = inline::parse(words);
    report(&stars, place, sink);
    if titled {
        block.tieu_de = Some(inlines);
    } else {
        block.inlines = inlines;
    }
    Some(block)
}

fn too_long(length: usize, place: Place) -> Diagnostic {
    Diagnostic::new(&code::QUA_LON, format!("đoạn này dài {length} ký tự, quá dài cho một đoạn văn"))
        .at(place)
        .advice("chia thành nhiều đoạn, giữa hai đoạn để một dòng trống")
}

fn too_deep(depth: usize, place: Place) -> Diagnostic {
    Diagnostic::new(&code::DAU_VAN_BAN, format!("tiêu đề có {depth} dấu #: bố cục văn bản không có cấp này"))
        .at(place)
        .advice("dùng nhiều nhất bốn dấu #; dưới khoản là điểm a) và gạch đầu dòng -")
}

fn table(chunk: &Chunk, block: &mut Block, files: &Files, sink: &mut Sink) {
    let Some(inline::Table { rows, can_cot, stars }) = inline::parse_table(&chunk.text) else {
        sink.push(
            Diagnostic::new(&code::DAU_VAN_BAN, "các dòng bắt đầu bằng | chưa thành bảng")
                .at(block.place.clone())
                .advice("ngay dưới dòng đầu bảng thêm dòng |---|---|, mỗi cột một ô"),
        );
        return;
    };
    report(&stars, |at, length| chunk.locate(files, &(at..at + length)), sink);
    let columns = rows.first().map_or(0, Vec::len);
    if columns > MAX_COLUMNS {
        let message = format!("bảng có {columns} cột, quá nhiều cho một trang giấy");
        sink.push(
            Diagnostic::new(&code::DAU_VAN_BAN, message)
                .at(chunk.marker_place(files))
                .advice("chia thành nhiều bảng, hoặc đổi cột thành dòng"),
        );
        return;
    }
    for piece in chunk.pieces.iter().skip(2) {
        let (line, place) = piece.line();
        let cells = inline::cells(line);
        if cells > columns {
            // CommonMark drops what is too much without a word.
            let message = format!("dòng này có {cells} ô, đầu bảng có {columns} cột: ô thừa sẽ không được in");
            let advice = "thêm cột ở đầu bảng và dòng |---|, hoặc gộp các ô; dấu | trong ô thì viết \\|";
            sink.push(Diagnostic::new(&code::DAU_VAN_BAN, message).at(place.clone()).advice(advice));
        }
    }
    block.rows = rows;
    block.can_cot = can_cot;
}

/// Says where `**` and `*` have no partner. A single `*` is printed as it is, which may be meant.
fn report(stars: &[Stars], place: impl Fn(usize, usize) -> Place, sink: &mut Sink) {
    for stars in stars.iter().take(MAX_STARS) {
        let finding = match stars.length {
            1 => {
                let mut finding =
                    Diagnostic::new(&code::DAU_VAN_BAN, "dấu * không thành cặp nên được in nguyên như đã gõ");
                finding.severity = Severity::CanhBao;
                finding.advice("muốn in nghiêng thì viết *chữ nghiêng*; muốn in chính dấu * thì viết \\*")
            }
            _ => Diagnostic::new(&code::DAU_VAN_BAN, "dấu ** không thành cặp nên chữ không được in đậm")
                .advice("đặt ** sát hai đầu chữ cần đậm: **chữ đậm**; muốn in chính dấu * thì viết \\*"),
        };
        sink.push(finding.at(place(stars.at, stars.length)));
    }
}

#[derive(Default)]
struct Frame {
    block: Option<Block>,
    children: Vec<Block>,
    /// How many children of a kind were counted: khoản with and without title share one count.
    counts: Vec<(BlockKind, usize)>,
}

impl Frame {
    fn count(&mut self, kind: BlockKind) -> usize {
        match self.counts.iter_mut().find(|(k, _)| *k == kind) {
            Some((_, n)) => {
                *n += 1;
                *n
            }
            None => {
                self.counts.push((kind, 1));
                1
            }
        }
    }
}

struct Tree {
    stack: Vec<Frame>,
    /// Điều and chương are counted through the whole document, whatever part they stand in.
    dieu: usize,
    chuong: usize,
    bo_cuc: BoCuc,
}

impl Tree {
    fn add(&mut self, mut block: Block, sink: &mut Sink) {
        let rank = rank(&block);
        while self.stack.len() > 1
            && self.stack.last().and_then(|f| f.block.as_ref()).is_some_and(|b| self::rank(b) >= rank)
        {
            self.close();
        }
        let Some(parent) = self.stack.last_mut() else { return };
        block.so = match block.kind {
            BlockKind::Phan => roman(parent.count(block.kind)),
            BlockKind::Chuong => {
                self.chuong += 1;
                roman(self.chuong)
            }
            BlockKind::Muc if self.bo_cuc == BoCuc::Muc => roman(parent.count(block.kind)),
            BlockKind::Muc | BlockKind::TieuMuc | BlockKind::Khoan => parent.count(block.kind).to_string(),
            BlockKind::Dieu => {
                self.dieu += 1;
                self.dieu.to_string()
            }
            BlockKind::Diem => match diem(parent.count(block.kind)) {
                Some(letter) => letter.to_owned(),
                None => {
                    sink.push(
                        Diagnostic::new(&code::SAI_GIA_TRI, "quá 23 điểm: bảng chữ cái không đủ để đánh thứ tự")
                            .at(block.place.clone())
                            .advice("tách khoản này thành nhiều khoản"),
                    );
                    String::new()
                }
            },
            BlockKind::Gach => block.so_go.take().unwrap_or_default(),
            BlockKind::Doan | BlockKind::Bang | BlockKind::TrichDan => String::new(),
        };
        if matches!(block.kind, BlockKind::Doan | BlockKind::Bang | BlockKind::TrichDan) {
            parent.children.push(block);
        } else {
            self.stack.push(Frame { block: Some(block), ..Frame::default() });
        }
    }

    fn close(&mut self) {
        let Some(frame) = self.stack.pop() else { return };
        let Some(mut block) = frame.block else { return };
        block.children = frame.children;
        if let Some(parent) = self.stack.last_mut() {
            parent.children.push(block);
        }
    }

    fn finish(mut self) -> NoiDung {
        while self.stack.len() > 1 {
            self.close();
        }
        NoiDung { blocks: self.stack.pop().map(|f| f.children).unwrap_or_default() }
    }
}

/// Order of containment. A plain paragraph stays under the numbered block before it, so that a count goes on after it.
fn rank(block: &Block) -> u8 {
    match block.kind {
        BlockKind::Phan => 0,
        BlockKind::Chuong => 1,
        BlockKind::Muc => 2,
        BlockKind::TieuMuc => 3,
        BlockKind::Dieu => 4,
        BlockKind::Khoan => 5,
        BlockKind::Diem => 6,
        BlockKind::Gach if block.so_go.as_deref().unwrap_or(&block.so) == "+" => 8,
        BlockKind::Gach | BlockKind::Doan | BlockKind::Bang | BlockKind::TrichDan => 7,
    }
}
