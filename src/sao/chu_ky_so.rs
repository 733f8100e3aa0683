//! Digital signatures of the original. They vouch for the bytes they were put on, which a copy no longer has: left in,
//! every viewer would call them broken. What they show on the page stays.

use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeSet;

/// Form fields nest no deeper in any sane file; a cycle among them ends here.
const MAX_DEPTH: usize = 32;

/// Entries of a field or widget that a drawn stamp does not have.
const CUA_O_KY: [&[u8]; 17] = [
    b"FT", b"V", b"DV", b"T", b"TU", b"TM", b"Ff", b"Kids", b"Parent", b"MK", b"DA", b"Lock", b"SV", b"AA", b"A", b"H",
    b"Q",
];

/// Takes the signatures out and leaves their pictures. Whether there was any.
pub fn go_bo(pdf: &mut Document) -> bool {
    let mut o_ky = BTreeSet::new();
    for field in fields(pdf) {
        tim(pdf, field, (false, false), 0, &mut o_ky);
    }
    let quyen = [b"Perms".as_slice(), b"DSS"];
    let Ok(catalog) = pdf.catalog() else { return false };
    let signed = !o_ky.is_empty() || quyen.iter().any(|key| catalog.has(key));
    if !signed {
        return false;
    }
    for id in &o_ky {
        if let Ok(widget) = pdf.get_dictionary_mut(*id) {
            CUA_O_KY.iter().for_each(|key| drop(widget.remove(key)));
            // A stamp shows its picture as a widget does and asks for nothing.
            widget.set("Subtype", Object::Name(b"Stamp".to_vec()));
        }
    }
    rut_ten(pdf, &o_ky);
    let empty = fields(pdf).is_empty();
    if let Some(form) = acro_form(pdf) {
        form.remove(b"SigFlags");
    }
    if let Ok(catalog) = pdf.catalog_mut() {
        quyen.iter().for_each(|key| drop(catalog.remove(key)));
        if empty {
            catalog.remove(b"AcroForm");
        }
    }
    true
}

/// The top fields of the form.
fn fields(pdf: &Document) -> Vec<ObjectId> {
    let form = pdf.catalog().and_then(|c| c.get_deref(b"AcroForm", pdf)).and_then(Object::as_dict);
    form.map(|form| references(pdf, form, b"Fields")).unwrap_or_default()
}

fn references(pdf: &Document, dict: &Dictionary, key: &[u8]) -> Vec<ObjectId> {
    let array = dict.get_deref(key, pdf).and_then(Object::as_array);
    array.map(|array| array.iter().filter_map(|o| o.as_reference().ok()).collect()).unwrap_or_default()
}

/// Collects the signed fields below `id` and their widgets. `above`: whether a field above is a signature, is signed.
fn tim(pdf: &Document, id: ObjectId, above: (bool, bool), depth: usize, o_ky: &mut BTreeSet<ObjectId>) {
    let Ok(field) = pdf.get_dictionary(id) else { return };
    let kind = field.get_deref(b"FT", pdf).and_then(Object::as_name);
    let here = (kind.map_or(above.0, |kind| kind == b"Sig"), above.1 || field.has(b"V"));
    if here == (true, true) {
        o_ky.insert(id);
    }
    if depth < MAX_DEPTH {
        for kid in references(pdf, field, b"Kids") {
            tim(pdf, kid, here, depth + 1, o_ky);
        }
    }
}

/// Takes the fields out of every list of fields, whether the list stands in a dictionary or by itself.
fn rut_ten(pdf: &mut Document, o_ky: &BTreeSet<ObjectId>) {
    let mut lists = BTreeSet::new();
    let rut = |array: &mut Vec<Object>| array.retain(|o| o.as_reference().map_or(true, |id| !o_ky.contains(&id)));
    let mut from = |dict: &mut Dictionary| {
        for key in [b"Fields".as_slice(), b"Kids", b"CO"] {
            match dict.get_mut(key) {
                Ok(Object::Array(array)) => rut(array),
                Ok(Object::Reference(id)) => drop(lists.insert(*id)),
                _ => {}
            }
        }
    };
    for object in pdf.objects.values_mut() {
        let Ok(dict) = object.as_dict_mut() else { continue };
        if let Ok(form) = dict.get_mut(b"AcroForm").and_then(Object::as_dict_mut) {
            from(form);
        }
        from(dict);
    }
    for id in lists {
        if let Ok(array) = pdf.get_object_mut(id).and_then(Object::as_array_mut) {
            rut(array);
        }
    }
}

fn acro_form(pdf: &mut Document) -> Option<&mut Dictionary> {
    match pdf.catalog().ok()?.get(b"AcroForm").ok()? {
        Object::Reference(id) => {
            let id = *id;
            pdf.get_dictionary_mut(id).ok()
        }
        _ => pdf.catalog_mut().ok()?.get_mut(b"AcroForm").and_then(Object::as_dict_mut).ok(),
    }
}
