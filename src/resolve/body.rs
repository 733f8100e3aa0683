//! The body's grammar: lines to blocks, blocks to the tree, numbers counted (Phụ lục I, phần I, mục II.6đ).
//!
//! Blocks are our own grammar because CommonMark loses what the law needs: typed numbers, `đ)`, a wrapped line that
//! happens to begin with "- ". A marker begins a block only after a blank line or a line that ends in `.`, `;` or `:`.

use super::inline::{self, Unpaired};
use super::numbering::{diem, is_roman, roman};
use crate::diag::{Diagnostic, Located, Place, Sink, code};
use crate::model::draft::Lines;
use crate::model::{Block, BlockKind, BoCuc, Inline, NoiDung};

/// What begins a block.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Marker {
    /// `#` to `####`.
    Heading(usize),
    /// `1.`, `a)`, `Điều 1.` with the number as typed.
    Numbered(BlockKind, String),
    /// `-` is 1, `+` is 2.
    Gach(u8),
    Quote,
    Table,
    None,
}

/// The lines of one block, joined.
struct Chunk {
    marker: Marker,
    text: String,
    place: Place,
}

/// Reads a body. Findings are recorded; the tree holds whatever could be read.
pub fn parse(lines: Lines, bo_cuc: BoCuc, sink: &mut Sink) -> NoiDung {
    let chunks = chunks(lines, bo_cuc, sink);
    let levels = Levels::of(&chunks, bo_cuc);
    let mut tree = Tree { stack: vec![Frame::default()], dieu: 0, chuong: 0, bo_cuc };
    for chunk in chunks {
        if let Some(block) = block(chunk, &levels, sink) {
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

fn chunks(lines: Lines, bo_cuc: BoCuc, sink: &mut Sink) -> Vec<Chunk> {
    let mut done: Vec<Chunk> = Vec::new();
    let mut current: Option<Chunk> = None;
    let mut may_begin = true;
    for Located { value, place } in lines {
        let line = value.trim();
        if line.is_empty() {
            done.extend(current.take());
            may_begin = true;
            continue;
        }
        let in_table = current.as_ref().is_some_and(|c| c.marker == Marker::Table);
        let (marker, rest) = if may_begin || in_table { marker(line, bo_cuc) } else { (Marker::None, line) };
        let joins = current.is_some()
            && match marker {
                Marker::None => !in_table,
                Marker::Table => in_table,
                Marker::Quote => current.as_ref().is_some_and(|c| c.marker == Marker::Quote),
                _ => false,
            };
        match &mut current {
            Some(chunk) if joins => {
                let table = chunk.marker == Marker::Table;
                // A backslash at a line's end asks for a line break.
                chunk.text.push(if table || chunk.text.ends_with('\\') { '\n' } else { ' ' });
                chunk.text.push_str(rest);
                if place.file == chunk.place.file && place.span.end > chunk.place.span.start {
                    chunk.place.span.end = place.span.end;
                }
            }
            _ => {
                done.extend(current.take());
                current = Some(Chunk { marker, text: rest.to_owned(), place });
            }
        }
        may_begin = line.ends_with(['.', ';', ':']);
        if matches!(current, Some(Chunk { marker: Marker::Heading(_), .. })) {
            done.extend(current.take());
            may_begin = true;
        }
    }
    done.extend(current);
    for chunk in &done {
        if let Marker::Heading(depth @ 5..) = chunk.marker {
            sink.push(
                Diagnostic::new(&code::DAU_VAN_BAN, format!("tiêu đề {depth} dấu #: bố cục văn bản không có cấp này"))
                    .at(chunk.place.clone())
                    .advice("dùng nhiều nhất bốn dấu #; dưới khoản là điểm a) và gạch đầu dòng -"),
            );
        }
    }
    done
}

/// The marker a line begins with, and the words after it.
fn marker(line: &str, bo_cuc: BoCuc) -> (Marker, &str) {
    let hashes = line.len() - line.trim_start_matches('#').len();
    if hashes > 0
        && let Some(rest) = line[hashes..].strip_prefix(' ')
    {
        return (Marker::Heading(hashes), rest.trim());
    }
    for (prefix, marker) in [("- ", Marker::Gach(1)), ("+ ", Marker::Gach(2)), ("> ", Marker::Quote)] {
        if let Some(rest) = line.strip_prefix(prefix) {
            return (marker, rest.trim_start());
        }
    }
    if line.starts_with('|') {
        return (Marker::Table, line);
    }
    if let Some((kind, so, rest)) = number(line)
        && !rest.is_empty()
        && (matches!(kind, BlockKind::Khoan | BlockKind::Diem) || (kind == BlockKind::Dieu && bo_cuc == BoCuc::Dieu))
    {
        return (Marker::Numbered(kind, so), rest);
    }
    (Marker::None, line)
}

/// A typed number at the beginning of a line or title: its kind, the number, the words after it.
fn number(text: &str) -> Option<(BlockKind, String, &str)> {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    let rest = rest.trim_start();
    if let Some(so) = first.strip_suffix('.') {
        if !so.is_empty() && so.len() <= 3 && so.bytes().all(|b| b.is_ascii_digit()) {
            return Some((BlockKind::Khoan, so.to_owned(), rest));
        }
        if is_roman(so) {
            return Some((BlockKind::Muc, so.to_owned(), rest));
        }
    }
    if let Some(so) = first.strip_suffix(')')
        && super::numbering::DIEM.contains(&so)
    {
        return Some((BlockKind::Diem, so.to_owned(), rest));
    }
    let words = [
        ("Phần ", BlockKind::Phan),
        ("Chương ", BlockKind::Chuong),
        ("Tiểu mục ", BlockKind::TieuMuc),
        ("Mục ", BlockKind::Muc),
        ("Điều ", BlockKind::Dieu),
    ];
    for (word, kind) in words {
        if let Some(after) = text.strip_prefix(word) {
            let (so, rest) = after.split_once(' ').unwrap_or((after, ""));
            let so = so.trim_end_matches(['.', ':']);
            let numeric = !so.is_empty() && so.len() <= 3 && so.bytes().all(|b| b.is_ascii_digit());
            if numeric || is_roman(so) {
                return Some((kind, so.to_owned(), rest.trim_start()));
            }
        }
    }
    None
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

fn block(chunk: Chunk, levels: &Levels, sink: &mut Sink) -> Option<Block> {
    let Chunk { marker, text, place } = chunk;
    let (kind, so_go, words, titled) = match marker {
        Marker::Heading(depth) => match number(&text) {
            Some((kind, so, rest)) => (kind, Some(so), rest.to_owned(), true),
            None => (*levels.0.get(depth - 1).or(levels.0.last())?, None, text, true),
        },
        Marker::Numbered(kind, so) => (kind, Some(so), text, kind == BlockKind::Dieu),
        Marker::Gach(depth) => {
            let so = if depth == 2 { "+" } else { "-" };
            (BlockKind::Gach, Some(so.to_owned()), text, false)
        }
        Marker::Quote => (BlockKind::TrichDan, None, text, false),
        Marker::Table => (BlockKind::Bang, None, text, false),
        Marker::None => (BlockKind::Doan, None, text, false),
    };
    let mut block = Block::new(kind, place);
    block.so_go = so_go;
    let unpaired = |Unpaired, block: &Block| {
        Diagnostic::new(&code::DAU_VAN_BAN, "dấu ** không thành cặp nên chữ không được in đậm")
            .at(block.place.clone())
            .advice("đặt ** sát hai đầu chữ cần đậm: **chữ đậm**; muốn in chính dấu * thì viết \\*")
    };
    if kind == BlockKind::Bang {
        match inline::parse_table(&words) {
            Some(Ok(rows)) => block.rows = rows,
            Some(Err(error)) => sink.push(unpaired(error, &block)),
            None => sink.push(
                Diagnostic::new(&code::DAU_VAN_BAN, "các dòng bắt đầu bằng | chưa thành bảng")
                    .at(block.place.clone())
                    .advice("dưới dòng đầu bảng thêm dòng |---|---|, mỗi cột một ô"),
            ),
        }
        return Some(block);
    }
    match inline::parse(&words) {
        Ok(inlines) if titled => block.tieu_de = Some(inlines),
        Ok(inlines) => block.inlines = inlines,
        Err(error) => sink.push(unpaired(error, &block)),
    }
    Some(block)
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
