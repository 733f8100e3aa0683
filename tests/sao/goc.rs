//! Originals: small PDFs made by hand, so that what is drawn and where is known to the millimetre.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

/// Points in one millimetre.
const PT: f64 = 72.0 / 25.4;

/// A page to draw.
pub struct Trang {
    /// Lower left corner of its media box, points.
    pub goc: (f64, f64),
    /// Size of its media box, mm.
    pub co: (f64, f64),
    /// `Rotate`.
    pub xoay: i64,
    /// Black bars as shown on the page: left, top, width, height, mm.
    pub vach: Vec<[f64; 4]>,
}

impl Default for Trang {
    fn default() -> Self {
        Trang { goc: (0.0, 0.0), co: (210.0, 297.0), xoay: 0, vach: Vec::new() }
    }
}

/// A line of text that ends at `cuoi` mm from the top of the page as shown.
pub fn dong(cuoi: f64) -> [f64; 4] {
    [30.0, cuoi - 3.0, 100.0, 3.0]
}

/// A document of these pages. The page boxes stand on the node above, as some writers put them.
pub fn pdf(pages: &[Trang]) -> Document {
    let mut doc = Document::with_version("1.4");
    let tree = doc.new_object_id();
    let mut kids: Vec<Object> = Vec::new();
    for trang in pages {
        let content = doc.add_object(Stream::new(Dictionary::new(), ve(trang).into_bytes()));
        let (x, y) = trang.goc;
        let (w, h) = (trang.co.0 * PT, trang.co.1 * PT);
        let hop: Vec<Object> = [x, y, x + w, y + h].map(|v| Object::Real(v as f32)).to_vec();
        let page = doc.add_object(dictionary! {
            "Type" => "Page", "Parent" => tree, "MediaBox" => hop, "Rotate" => trang.xoay, "Contents" => content,
        });
        kids.push(page.into());
    }
    let count = kids.len() as i64;
    doc.set_object(
        tree,
        dictionary! {
            "Type" => "Pages", "Kids" => kids, "Count" => count, "Resources" => Dictionary::new(),
        },
    );
    let catalog = doc.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    doc.trailer.set("Root", catalog);
    doc
}

/// Instructions that draw the bars and, carelessly, leave a scaled graphics state open.
fn ve(trang: &Trang) -> String {
    let (w, h) = (trang.co.0 * PT, trang.co.1 * PT);
    let cao = if trang.xoay % 180 == 0 { h } else { w };
    // The page as shown, turned back by the angle it is shown at.
    let (x, y) = trang.goc;
    let cm = match trang.xoay {
        90 => [0.0, 1.0, -1.0, 0.0, x + w, y],
        180 => [-1.0, 0.0, 0.0, -1.0, x + w, y + h],
        270 => [0.0, -1.0, 1.0, 0.0, x, y + h],
        _ => [1.0, 0.0, 0.0, 1.0, x, y],
    };
    let mut out = cm.map(|v| format!("{v:.3}")).join(" ") + " cm\n";
    for [left, top, width, height] in trang.vach.iter().map(|v| v.map(|mm| mm * PT)) {
        out.push_str(&format!("{left:.3} {:.3} {width:.3} {height:.3} re f\n", cao - top - height));
    }
    out + "q 3 0 0 3 7 7 cm\n"
}

pub fn bytes(mut doc: Document) -> Vec<u8> {
    let mut out = Vec::new();
    doc.save_to(&mut out).expect("a PDF");
    out
}

/// A scan: greyish uneven paper, a dark edge of 4 mm all around, some dust, lines of text down to `cuoi` mm.
pub fn quet(cuoi: f64) -> Vec<u8> {
    const DPI: f64 = 150.0;
    let dots = |mm: f64| (mm / 25.4 * DPI) as usize;
    let (w, h) = (dots(210.0), dots(297.0));
    let mut seed = 12345_u32;
    let mut pixels = Vec::with_capacity(w * h);
    for y in 0..h {
        for x in 0..w {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let grey = 218 + (seed >> 28) as u8;
            let edge = x < dots(4.0) || y < dots(4.0) || x + dots(4.0) > w || y + dots(4.0) > h;
            let text =
                x > dots(30.0) && x < dots(195.0) && y > dots(20.0) && y < dots(cuoi) && y % dots(8.0) > dots(5.0);
            let dust = x.abs_diff(dots(100.0)) < 2 && y.abs_diff(dots(cuoi + 40.0)) < 2;
            pixels.push(if edge || text || dust { 45 + (seed >> 28) as u8 } else { grey });
        }
    }
    // The last line ends exactly at `cuoi`.
    for y in dots(cuoi - 2.0)..dots(cuoi) {
        pixels[y * w + dots(30.0)..y * w + dots(120.0)].fill(50);
    }
    let mut doc = pdf(&[Trang::default()]);
    let mut image = Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => w as i64, "Height" => h as i64,
            "ColorSpace" => "DeviceGray", "BitsPerComponent" => 8,
        },
        pixels,
    );
    image.compress().expect("a compressed image");
    let image = doc.add_object(image);
    let page = doc.page_iter().next().expect("a page");
    let draw = format!("q {:.3} 0 0 {:.3} 0 0 cm /Im0 Do Q", 210.0 * PT, 297.0 * PT);
    let content = doc.add_object(Stream::new(Dictionary::new(), draw.into_bytes()));
    let page = doc.get_dictionary_mut(page).expect("a page");
    page.set("Contents", content);
    page.set("Resources", dictionary! { "XObject" => dictionary! { "Im0" => image } });
    bytes(doc)
}

/// A signed document: its text ends at 100 mm, the picture of the signature at 160 mm.
pub fn da_ky() -> Vec<u8> {
    let mut doc = pdf(&[Trang { vach: vec![dong(100.0)], ..Trang::default() }]);
    let page = doc.page_iter().next().expect("a page");
    let (w, h) = (60.0 * PT, 30.0 * PT);
    let hop: Vec<Object> = vec![0.into(), 0.into(), Object::Real(w as f32), Object::Real(h as f32)];
    let picture = doc.add_object(Stream::new(
        dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => hop, "Resources" => Dictionary::new() },
        format!("0 0 {w:.2} {h:.2} re f").into_bytes(),
    ));
    let value = doc.add_object(dictionary! {
        "Type" => "Sig", "Filter" => "Adobe.PPKLite", "Contents" => Object::string_literal("chu ky"),
    });
    let day = (297.0 - 160.0) * PT;
    let rect: Vec<Object> = [120.0 * PT, day, 120.0 * PT + w, day + h].map(|v| Object::Real(v as f32)).to_vec();
    let field = doc.add_object(dictionary! {
        "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig", "T" => Object::string_literal("Chu ky 1"), "V" => value,
        "Rect" => rect, "F" => 132, "P" => page, "AP" => dictionary! { "N" => picture },
    });
    doc.get_dictionary_mut(page).expect("a page").set("Annots", vec![field.into()]);
    let form = doc.add_object(dictionary! { "Fields" => vec![field.into()], "SigFlags" => 3 });
    let catalog = doc.catalog_mut().expect("a catalog");
    catalog.set("AcroForm", form);
    catalog.set("Perms", dictionary! { "DocMDP" => value });
    bytes(doc)
}

/// A document that opens without a password and forbids changes.
pub fn khoa() -> Vec<u8> {
    let mut doc = pdf(&[Trang::default()]);
    let id = Object::string_literal("0123456789abcdef");
    doc.trailer.set("ID", vec![id.clone(), id]);
    let version = lopdf::EncryptionVersion::V2 {
        document: &doc,
        owner_password: "chu",
        user_password: "",
        key_length: 128,
        permissions: lopdf::Permissions::empty(),
    };
    let state = lopdf::EncryptionState::try_from(version).expect("keys");
    doc.encrypt(&state).expect("an encrypted PDF");
    bytes(doc)
}
