//! A strip laid over a page of the original, or on a page added after it. The original's own streams stay as they are,
//! byte by byte.

use super::trang::{Trang, ke_thua};
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

/// Name of the strip among the page's resources, with a number where a copy is copied.
const TEN: &str = "VanthuBanSao";

/// What is laid over, as a PDF of one page.
pub struct Khoi {
    pdf: Document,
    page: ObjectId,
    /// Width in points.
    pub rong: f64,
    /// Height in points.
    pub cao: f64,
}

impl Khoi {
    /// Reads the strip that Typst made. `None` if it is not one page.
    pub fn doc(bytes: &[u8]) -> Option<Khoi> {
        let pdf = Document::load_mem(bytes).ok()?;
        let mut pages = pdf.page_iter();
        let (page, more) = (pages.next()?, pages.next());
        drop(pages);
        let trang = Trang::doc(&pdf, page)?;
        more.is_none().then_some(Khoi { pdf, page, rong: trang.rong, cao: trang.cao })
    }

    /// Brings the strip into `pdf` as a form.
    fn nhap(&self, pdf: &mut Document) -> Option<ObjectId> {
        let mut khoi = self.pdf.clone();
        let page = khoi.get_dictionary(self.page).ok()?;
        let (resources, group) = (page.get(b"Resources").ok()?.clone(), page.get(b"Group").ok().cloned());
        let mut form = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Form",
            "BBox" => vec![0.into(), 0.into(), so(self.rong), so(self.cao)],
            "Resources" => resources,
        };
        if let Some(group) = group {
            form.set("Group", group);
        }
        let mut stream = Stream::new(form, khoi.get_page_content(self.page));
        stream.compress().ok()?;
        let form = khoi.add_object(stream);
        // The form hangs on the catalog while numbers change, so that what it refers to changes with it.
        khoi.catalog_mut().ok()?.set("VanthuForm", form);
        khoi.renumber_objects_with(pdf.max_id + 1);
        let form = khoi.catalog().ok()?.get(b"VanthuForm").and_then(Object::as_reference).ok()?;
        pdf.max_id = khoi.max_id;
        pdf.objects.extend(khoi.objects);
        Some(form)
    }
}

/// Lays the strip over a page, its top `tren` points below the page's.
pub fn dan(pdf: &mut Document, khoi: &Khoi, trang: &Trang, tren: f64) -> Option<()> {
    let form = khoi.nhap(pdf)?;
    let old = pdf.get_page_contents(trang.id);
    let open = open_states(pdf, trang.id);
    let page = pdf.get_dictionary(trang.id).ok()?;
    let mut resources = match ke_thua(pdf, page, b"Resources") {
        Some(resources) => resources.as_dict().ok()?.clone(),
        None => Dictionary::new(),
    };
    let mut forms = match resources.get_deref(b"XObject", pdf) {
        Ok(forms) => forms.as_dict().ok()?.clone(),
        Err(_) => Dictionary::new(),
    };
    let ten = (0..).map(|n| format!("{TEN}{n}")).find(|ten| !forms.has(ten.as_bytes()))?;
    forms.set(ten.as_str(), form);
    resources.set("XObject", forms);
    // The original's graphics state ends before the strip, also where it forgot to end it itself.
    let before = pdf.add_object(Stream::new(Dictionary::new(), b"q\n".to_vec()));
    let after = format!("\n{}{}", "Q ".repeat(open + 1), ve(&ten, khoi, trang, tren));
    let after = pdf.add_object(Stream::new(Dictionary::new(), after.into_bytes()));
    let contents: Vec<Object> = std::iter::once(before).chain(old).chain([after]).map(Object::Reference).collect();
    let page = pdf.get_dictionary_mut(trang.id).ok()?;
    page.set("Contents", contents);
    page.set("Resources", resources);
    Some(())
}

/// Puts the strip on a new page after the last one, its top `tren` points below the page's.
pub fn them_trang(pdf: &mut Document, khoi: &Khoi, co: (f64, f64), tren: f64) -> Option<()> {
    let form = khoi.nhap(pdf)?;
    let last = pdf.page_iter().last()?;
    let parent = pdf.get_dictionary(last).ok()?.get(b"Parent").and_then(Object::as_reference).ok()?;
    let ten = format!("{TEN}0");
    let trang = Trang::moi((0, 0), co);
    let contents = pdf.add_object(Stream::new(Dictionary::new(), ve(&ten, khoi, &trang, tren).into_bytes()));
    let hop = vec![0.into(), 0.into(), so(co.0), so(co.1)];
    let mut forms = Dictionary::new();
    forms.set(ten, form);
    let page = pdf.add_object(dictionary! {
        "Type" => "Page",
        "Parent" => parent,
        "MediaBox" => hop.clone(),
        // Against what the nodes above may say.
        "CropBox" => hop,
        "Rotate" => 0,
        "Resources" => dictionary! { "XObject" => forms },
        "Contents" => contents,
    });
    let kids = pdf.get_dictionary(parent).ok()?.get(b"Kids").ok()?.clone();
    match kids {
        Object::Reference(id) => pdf.get_object_mut(id).and_then(Object::as_array_mut).ok()?.push(page.into()),
        _ => {
            pdf.get_dictionary_mut(parent).ok()?.get_mut(b"Kids").and_then(Object::as_array_mut).ok()?.push(page.into())
        }
    }
    let mut node = Some(parent);
    let mut seen = Vec::new();
    while let Some(id) = node.filter(|id| !seen.contains(id)) {
        seen.push(id);
        let dict = pdf.get_dictionary_mut(id).ok()?;
        let count = dict.get(b"Count").and_then(Object::as_i64).ok()?;
        dict.set("Count", count + 1);
        node = dict.get(b"Parent").and_then(Object::as_reference).ok();
    }
    Some(())
}

/// The instructions that draw the strip.
fn ve(ten: &str, khoi: &Khoi, trang: &Trang, tren: f64) -> String {
    let [a, b, c, d, e, f] = trang.ma_tran(0.0, trang.cao - tren - khoi.cao);
    format!("q {a:.6} {b:.6} {c:.6} {d:.6} {e:.4} {f:.4} cm /{ten} Do Q\n")
}

/// How many graphics states a page opens and does not close.
fn open_states(pdf: &Document, page: ObjectId) -> usize {
    let Ok(content) = Content::decode(&pdf.get_page_content(page)) else { return 0 };
    content.operations.iter().fold(0_usize, |open, operation| match operation.operator.as_str() {
        "q" => open + 1,
        "Q" => open.saturating_sub(1),
        _ => open,
    })
}

#[expect(clippy::cast_possible_truncation, reason = "lopdf keeps numbers as f32; a page is a few thousand points")]
fn so(value: f64) -> Object {
    Object::Real(value as f32)
}
