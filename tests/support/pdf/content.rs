//! Follows the drawing instructions of a page and notes the glyphs and the horizontal lines.

use std::collections::HashMap;
use std::rc::Rc;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::colour::{self, Colour};
use super::font::{Font, number};
use super::matrix::Matrix;
use super::{Frame, Glyph, MM_PER_PT, Page, Rule, dictionary, text_string};

/// Lengths below this, in points, are nothing.
const EPSILON_PT: f64 = 0.01;

/// A filled rectangle is a line when it is no thicker than this…
const THICKEST_RULE_PT: f64 = 3.0;

/// …and at least so many times as long as it is thick.
const SHORTEST_RULE: f64 = 4.0;

/// Form `XObjects` nested deeper than this are a mistake in the PDF.
const DEEPEST_NESTING: usize = 16;

/// Reads all pages of a document.
pub fn pages(document: &Document) -> Vec<Page> {
    let mut fonts = HashMap::new();
    document.page_iter().map(|id| read_page(document, id, &mut fonts)).collect()
}

/// The fonts read so far, by the address of their dictionary in the document.
type Fonts<'a> = HashMap<*const Dictionary, Rc<Font<'a>>>;

fn read_page<'a>(document: &'a Document, id: ObjectId, fonts: &mut Fonts<'a>) -> Page {
    let page = document.get_dictionary(id).expect("a page is a dictionary");
    let area = inherited(document, page, b"CropBox")
        .or_else(|| inherited(document, page, b"MediaBox"))
        .expect("a page has a media box")
        .as_array()
        .expect("the box of a page is an array");
    let area: Vec<f64> = area.iter().map(number).collect();
    let [x0, x1] = [area[0].min(area[2]), area[0].max(area[2])];
    let [y0, y1] = [area[1].min(area[3]), area[1].max(area[3])];
    let rotation = inherited(document, page, b"Rotate").and_then(|angle| angle.as_i64().ok());
    // From the page's own coordinates to points from the top left corner as it is shown.
    let (ctm, width, height) = match rotation.unwrap_or(0).rem_euclid(360) {
        90 => (Matrix([0.0, 1.0, 1.0, 0.0, -y0, -x0]), y1 - y0, x1 - x0),
        180 => (Matrix([-1.0, 0.0, 0.0, 1.0, x1, -y0]), x1 - x0, y1 - y0),
        270 => (Matrix([0.0, -1.0, -1.0, 0.0, y1, x1]), y1 - y0, x1 - x0),
        _ => (Matrix([1.0, 0.0, 0.0, -1.0, -x0, y1]), x1 - x0, y1 - y0),
    };

    let mut reader = Reader {
        document,
        fonts,
        glyphs: Vec::new(),
        rules: Vec::new(),
        frames: Vec::new(),
        runs: 0,
        marked: Vec::new(),
    };
    let resources = inherited(document, page, b"Resources").and_then(|it| it.as_dict().ok());
    let state = State::new(ctm);
    reader.run(&document.get_page_content(id), resources, state, 0);
    let (glyphs, rules) = (reader.glyphs, reader.rules);
    Page::new(width * MM_PER_PT, height * MM_PER_PT, glyphs, rules, reader.frames)
}

/// An attribute of a page, its own or that of the nearest node above it.
fn inherited<'a>(document: &'a Document, node: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    let own = node.get_deref(key, document).ok();
    own.or_else(|| inherited(document, dictionary(document, node, b"Parent")?, key))
}

/// The part of the graphics state that matters here.
#[derive(Clone)]
struct State<'a> {
    ctm: Matrix,
    line_width: f64,
    /// Whether strokes go beyond their end points, by half their width.
    line_cap: bool,
    fill: Colour,
    stroke: Colour,
    font: Option<Rc<Font<'a>>>,
    size: f64,
    character_spacing: f64,
    word_spacing: f64,
    horizontal_scale: f64,
    leading: f64,
    rise: f64,
    /// Where the next glyph goes.
    text: Matrix,
    /// Where the line of text begins.
    text_line: Matrix,
}

impl State<'_> {
    fn new(ctm: Matrix) -> Self {
        Self {
            ctm,
            line_width: 1.0,
            line_cap: false,
            fill: colour::BLACK,
            stroke: colour::BLACK,
            font: None,
            size: 0.0,
            character_spacing: 0.0,
            word_spacing: 0.0,
            horizontal_scale: 1.0,
            leading: 0.0,
            rise: 0.0,
            text: Matrix::IDENTITY,
            text_line: Matrix::IDENTITY,
        }
    }

    fn set_text(&mut self, matrix: Matrix) {
        self.text_line = matrix;
        self.text = matrix;
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.set_text(Matrix::translation(x, y).then(self.text_line));
    }

    fn advance(&mut self, distance: f64) {
        let distance = distance * self.horizontal_scale;
        self.text = Matrix::translation(distance, 0.0).then(self.text);
    }
}

/// A part of a path, in points from the top left corner of the page.
#[derive(Default)]
struct Subpath {
    points: Vec<[f64; 2]>,
    closed: bool,
    curved: bool,
}

impl Subpath {
    /// Least and greatest x, least and greatest y.
    fn bounds(&self) -> [[f64; 2]; 2] {
        [0, 1].map(|axis| {
            let values = self.points.iter().map(|point| point[axis]);
            let least = values.clone().fold(f64::INFINITY, f64::min);
            [least, values.fold(f64::NEG_INFINITY, f64::max)]
        })
    }

    fn is_rectangle(&self) -> bool {
        let [[x0, x1], [y0, y1]] = self.bounds();
        let at = |value: f64, end: f64| (value - end).abs() < EPSILON_PT;
        !self.curved
            && self.points.len() >= 4
            && self.points.iter().all(|&[x, y]| (at(x, x0) || at(x, x1)) && (at(y, y0) || at(y, y1)))
    }
}

struct Reader<'a, 'f> {
    document: &'a Document,
    fonts: &'f mut Fonts<'a>,
    glyphs: Vec<Glyph>,
    rules: Vec<Rule>,
    frames: Vec<Frame>,
    /// Text-showing instructions so far.
    runs: usize,
    /// The marked content sequences that are open, each with its `ActualText` if it has one. The
    /// first glyph takes the text out and leaves an empty one.
    marked: Vec<Option<String>>,
}

impl<'a> Reader<'a, '_> {
    /// Follows the instructions of a content stream.
    fn run(&mut self, content: &[u8], resources: Option<&'a Dictionary>, mut state: State<'a>, depth: usize) {
        let content = Content::decode_strict(content).expect("a content stream can be parsed");
        let resource = |kind: &[u8], name: &Object| {
            let name = name.as_name().expect("a resource is called by its name");
            dictionary(self.document, resources?, kind)?.get_deref(name, self.document).ok()
        };
        let mut saved = Vec::new();
        let mut path: Vec<Subpath> = Vec::new();
        for Operation { operator, operands } in &content.operations {
            let n = |index: usize| number(&operands[index]);
            let point = |state: &State, index: usize| state.ctm.apply(n(index), n(index + 1));
            match operator.as_str() {
                "q" => saved.push(state.clone()),
                "Q" => state = saved.pop().expect("every Q has its q"),
                "cm" => state.ctm = Matrix::from_operands(operands).then(state.ctm),
                "w" => state.line_width = n(0),
                "J" => state.line_cap = n(0) > 0.0,
                "g" | "rg" | "sc" | "scn" => state.fill = colour::read(operands),
                "G" | "RG" | "SC" | "SCN" => state.stroke = colour::read(operands),
                "cs" => state.fill = colour::BLACK,
                "CS" => state.stroke = colour::BLACK,

                "m" => path.push(Subpath { points: vec![point(&state, 0)], ..Subpath::default() }),
                "l" | "c" | "v" | "y" => {
                    let subpath = path.last_mut().expect("a path begins with a point");
                    subpath.points.push(point(&state, operands.len() - 2));
                    subpath.curved |= operator != "l";
                }
                "h" => path.last_mut().expect("a path begins with a point").closed = true,
                "re" => {
                    let (x, y, width, height) = (n(0), n(1), n(2), n(3));
                    let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)];
                    path.push(Subpath {
                        points: corners.map(|(x, y)| state.ctm.apply(x, y)).to_vec(),
                        closed: true,
                        curved: false,
                    });
                }
                "S" | "s" | "f" | "F" | "f*" | "B" | "B*" | "b" | "b*" | "n" => {
                    self.paint(operator, std::mem::take(&mut path), &state);
                }

                "BT" => state.set_text(Matrix::IDENTITY),
                "Tf" => {
                    let font = resource(b"Font", &operands[0]).and_then(|it| it.as_dict().ok());
                    state.font = font.map(|font| self.font(font));
                    state.size = n(1);
                }
                "Tc" => state.character_spacing = n(0),
                "Tw" => state.word_spacing = n(0),
                "Tz" => state.horizontal_scale = n(0) / 100.0,
                "TL" => state.leading = n(0),
                "Ts" => state.rise = n(0),
                "Tm" => state.set_text(Matrix::from_operands(operands)),
                "Td" => state.next_line(n(0), n(1)),
                "TD" => {
                    state.leading = -n(1);
                    state.next_line(n(0), n(1));
                }
                "T*" => state.next_line(0.0, -state.leading),
                "Tj" => self.show(&mut state, operands),
                "TJ" => {
                    let pieces = operands[0].as_array().expect("TJ has an array");
                    self.show(&mut state, pieces);
                }
                "'" => {
                    state.next_line(0.0, -state.leading);
                    self.show(&mut state, operands);
                }
                "\"" => {
                    state.word_spacing = n(0);
                    state.character_spacing = n(1);
                    state.next_line(0.0, -state.leading);
                    self.show(&mut state, &operands[2..]);
                }

                "BMC" => self.marked.push(None),
                "BDC" => {
                    let properties = match &operands[1] {
                        Object::Dictionary(properties) => Some(properties),
                        name => resource(b"Properties", name).and_then(|it| it.as_dict().ok()),
                    };
                    let text = properties.and_then(|it| text_string(self.document, it, b"ActualText"));
                    self.marked.push(text);
                }
                "EMC" => {
                    self.marked.pop().expect("every EMC has its BMC or BDC");
                }
                "Do" => {
                    let form = resource(b"XObject", &operands[0])
                        .and_then(|object| object.as_stream().ok())
                        .expect("an XObject that is drawn exists");
                    self.draw(form, resources, &state, depth);
                }
                _ => {}
            }
        }
    }

    /// Draws an `XObject` if it is a form; images are of no interest.
    fn draw(&mut self, form: &'a Stream, outer: Option<&'a Dictionary>, state: &State<'a>, depth: usize) {
        if form.dict.get(b"Subtype").and_then(Object::as_name).ok() != Some(b"Form") {
            return;
        }
        assert!(depth < DEEPEST_NESTING, "forms are nested too deeply");
        let mut state = state.clone();
        if let Ok(matrix) = form.dict.get_deref(b"Matrix", self.document) {
            let matrix = matrix.as_array().expect("the matrix of a form is an array");
            state.ctm = Matrix::from_operands(matrix).then(state.ctm);
        }
        let content = form.get_plain_content().expect("a form can be decompressed");
        let resources = dictionary(self.document, &form.dict, b"Resources").or(outer);
        self.run(&content, resources, state, depth + 1);
    }

    fn font(&mut self, font: &'a Dictionary) -> Rc<Font<'a>> {
        let document = self.document;
        let read = self.fonts.entry(std::ptr::from_ref(font));
        Rc::clone(read.or_insert_with(|| Rc::new(Font::read(document, font))))
    }

    /// Draws the strings and the gaps, in thousandths of an em, of one text-showing instruction.
    fn show(&mut self, state: &mut State<'a>, pieces: &[Object]) {
        let font = state.font.clone().expect("text has a font");
        self.runs += 1;
        for piece in pieces {
            let Object::String(codes, _) = piece else {
                state.advance(-number(piece) / 1000.0 * state.size);
                continue;
            };
            for code in codes.chunks(font.code_length) {
                let width = font.width(code);
                let glyph_space = Matrix([state.size * state.horizontal_scale, 0.0, 0.0, state.size, 0.0, state.rise]);
                let placed = glyph_space.then(state.text).then(state.ctm);
                let [x, baseline] = placed.apply(0.0, 0.0);
                let actual = self.marked.iter_mut().find_map(|text| text.as_mut());
                self.glyphs.push(Glyph {
                    text: actual.map_or_else(|| font.text(code), std::mem::take),
                    x_mm: x * MM_PER_PT,
                    baseline_mm: baseline * MM_PER_PT,
                    advance_mm: width * placed.x_scale() * MM_PER_PT,
                    size_pt: placed.y_scale(),
                    font: font.name.clone(),
                    bold: font.bold,
                    italic: font.italic,
                    colour: state.fill,
                    run: self.runs,
                });
                let spacing = if code == b" " { state.word_spacing } else { 0.0 };
                state.advance(width * state.size + state.character_spacing + spacing);
            }
        }
    }

    /// Paints a path by one of the path-painting operators.
    fn paint(&mut self, operator: &str, mut path: Vec<Subpath>, state: &State) {
        if let ("s" | "b" | "b*", Some(last)) = (operator, path.last_mut()) {
            last.closed = true;
        }
        for subpath in &path {
            if !matches!(operator, "S" | "s" | "n") {
                self.fill(subpath);
            }
            if !matches!(operator, "f" | "F" | "f*" | "n") {
                self.stroke(subpath, state);
            }
        }
    }

    /// Notes the horizontal segments of a stroked path, and the path itself if it is a rectangle.
    fn stroke(&mut self, subpath: &Subpath, state: &State) {
        if subpath.curved {
            return;
        }
        let thickness = state.line_width * (state.ctm.x_scale() * state.ctm.y_scale()).sqrt();
        let cap = if state.line_cap && !subpath.closed { thickness / 2.0 } else { 0.0 };
        if let ([[x0, x1], [y0, y1]], true) = (subpath.bounds(), subpath.is_rectangle())
            && x1 - x0 > EPSILON_PT
            && y1 - y0 > EPSILON_PT
        {
            let [x0_mm, x1_mm, y0_mm, y1_mm] = [x0, x1, y0, y1].map(|pt| pt * MM_PER_PT);
            self.frames.push(Frame { x0_mm, x1_mm, y0_mm, y1_mm, thickness_pt: thickness, colour: state.stroke });
        }
        let closing = subpath.closed.then(|| subpath.points[0]);
        let ends = subpath.points.iter().copied().skip(1).chain(closing);
        for ([x0, y0], [x1, y1]) in subpath.points.iter().copied().zip(ends) {
            if (y0 - y1).abs() < EPSILON_PT && (x0 - x1).abs() > EPSILON_PT {
                self.rule(x0.min(x1) - cap, x0.max(x1) + cap, y0, thickness);
            }
        }
    }

    /// Notes a filled rectangle that is a line.
    fn fill(&mut self, subpath: &Subpath) {
        let [[x0, x1], [y0, y1]] = subpath.bounds();
        let thickness = y1 - y0;
        if subpath.is_rectangle() && thickness <= THICKEST_RULE_PT && x1 - x0 >= SHORTEST_RULE * thickness {
            self.rule(x0, x1, f64::midpoint(y0, y1), thickness);
        }
    }

    fn rule(&mut self, x0: f64, x1: f64, y: f64, thickness_pt: f64) {
        self.rules.push(Rule { x0_mm: x0 * MM_PER_PT, x1_mm: x1 * MM_PER_PT, y_mm: y * MM_PER_PT, thickness_pt });
    }
}
