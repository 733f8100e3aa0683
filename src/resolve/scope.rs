//! The values that strings may use, and what to say of a name that is none of them.

use super::tag::{Name, Slip};
use super::vien_dan::NguoiVienDan;
use crate::diag::words::shorten;
use crate::diag::{code, nearest};
use crate::model::danh_sach::{DanhSach, Dong};
use crate::model::{CacTruong, CoQuan, DauVanBan};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tera::{Context, Value};

/// All rendered one-line texts of a campaign, and again those of one document, in bytes. Values that hold one another
/// grow fast: ten levels of ten copies are as many as a YAML bomb has.
const MAX_RENDERED: usize = 4 << 20;

/// What a document tells of another.
const FIELDS: &[&str] = &["loai", "so", "ky_hieu", "so_ky_hieu", "ngay", "trich_yeu"];

/// What an agency tells.
const AGENCY: [&str; 5] = ["ten", "chu_quan", "viet_tat", "dia_danh", "ten_goi"];

/// Families that are looked through for a name of none. The others are large, or of the program's own.
const SUGGESTED: [&str; 5] = ["bien", "cau_chu", "co_quan", "dong", "van_ban"];

/// Values of one kind: `bien.so_dot`, `van_ban.ke_hoach.so`.
#[derive(Debug, Clone)]
struct Family {
    name: &'static str,
    values: Arc<Vec<(String, Value)>>,
    /// What each value is made of; empty if it is one text or list.
    fields: &'static [&'static str],
}

/// The values that strings may use. Cloning is cheap but for the values themselves, which Tera shares.
#[derive(Debug, Clone)]
pub struct Scope {
    context: Context,
    families: Vec<Family>,
    /// Families whose values are known further on only.
    not_here: Vec<&'static str>,
    /// Names of a family that stand further down in its file.
    later: Arc<Vec<(&'static str, String)>>,
    /// The one that is being computed.
    current: Option<(&'static str, String)>,
    /// Values that may not be used, and why; nothing where that has been reported.
    trouble: Arc<BTreeMap<String, Option<(String, String)>>>,
    /// Writes the citations of the texts.
    pub vien_dan: NguoiVienDan,
    rendered: Arc<AtomicUsize>,
}

impl Scope {
    /// A scope that knows the year, and the names of values to come.
    pub fn new(nam: Option<i32>, later: Vec<(&'static str, String)>) -> Self {
        let mut context = Context::new();
        context.insert("nam", &nam.unwrap_or_default());
        let mut scope = Scope {
            context,
            families: Vec::new(),
            not_here: vec!["van_ban"],
            later: Arc::new(later),
            current: None,
            trouble: Arc::default(),
            vien_dan: NguoiVienDan::new(Arc::default()),
            rendered: Arc::default(),
        };
        scope.set("bien", Vec::new(), &[]);
        scope
    }

    /// Sets all values of a family.
    pub fn set(&mut self, name: &'static str, values: Vec<(String, Value)>, fields: &'static [&'static str]) {
        self.not_here.retain(|n| *n != name);
        self.context.insert_value(name, map(values.iter().cloned()));
        let family = Family { name, values: Arc::new(values), fields };
        match self.families.iter_mut().find(|f| f.name == name) {
            Some(old) => *old = family,
            None => self.families.push(family),
        }
    }

    /// Says why a value may not be used; `None` if that has been reported.
    pub fn set_trouble(&mut self, path: String, why: Option<(String, String)>) {
        Arc::make_mut(&mut self.trouble).insert(path, why);
    }

    /// Lets all values of a family be used again; `family` ends with its dot.
    pub fn clear_trouble(&mut self, family: &str) {
        if self.trouble.keys().any(|path| path.starts_with(family)) {
            Arc::make_mut(&mut self.trouble).retain(|path, _| !path.starts_with(family));
        }
    }

    /// Sets `dong.*`: the cells of a row, by their columns; without a row, what stands for any of them.
    pub fn set_row(&mut self, list: &DanhSach, row: Option<&Dong>) {
        let cell = |at: usize| row.and_then(|row| row.o.get(at)).map_or("…", |cell| cell.value.as_str());
        let values = list.cot.iter().enumerate().map(|(at, cot)| (cot.ma.clone(), Value::from(cell(at))));
        self.set("dong", values.collect(), &[]);
    }

    /// Sets `danh_sach.*`: the rows of every list, for loops.
    pub fn set_lists<'l>(&mut self, lists: impl Iterator<Item = (&'l str, &'l DanhSach)>) {
        let rows = |list: &DanhSach| {
            let row = |dong: &Dong| {
                let cells = list.cot.iter().zip(&dong.o);
                map(cells.map(|(cot, cell)| (cot.ma.clone(), Value::from(cell.value.as_str()))))
            };
            Value::from(list.dong.iter().map(row).collect::<Vec<_>>())
        };
        self.set("danh_sach", lists.map(|(ma, list)| (ma.to_owned(), rows(list))).collect(), &[]);
    }

    /// Begins with the text of a value, which cannot use itself.
    pub fn begin_variable(&mut self, family: &'static str, name: &str) {
        self.current = Some((family, name.to_owned()));
    }

    /// Adds the value; `None` for one whose text is wrong.
    pub fn add_variable(&mut self, family: &'static str, name: &str, value: Option<Value>) {
        Arc::make_mut(&mut self.later).retain(|(f, n)| !(*f == family && n == name));
        self.current = None;
        if value.is_none() {
            self.set_trouble(format!("{family}.{name}"), None);
        }
        let mut values = self.family(family).map(|f| f.values.to_vec()).unwrap_or_default();
        values.push((name.to_owned(), value.unwrap_or_else(|| Value::from("…"))));
        self.set(family, values, &[]);
    }

    /// Sets `co_quan.*`.
    pub fn set_agency(&mut self, co_quan: &CoQuan) {
        let [ten, chu_quan] = [&co_quan.ten, &co_quan.chu_quan].map(|lines| lines.join(" "));
        let values = [ten, chu_quan, co_quan.viet_tat.clone(), co_quan.dia_danh.clone(), co_quan.goi()];
        let values = AGENCY.into_iter().zip(values).map(|(k, v)| (k.to_owned(), Value::from(v)));
        self.set("co_quan", values.collect(), &[]);
    }

    /// Sets `truong.*`, for the wording of the document's type.
    pub fn set_fields(&mut self, truong: &CacTruong) {
        let values = truong.iter().map(|(key, value)| (key.clone(), Value::from_serializable(value)));
        self.set("truong", values.collect(), &[]);
    }

    /// Adds `van_ban.<id>.*`, what other documents may know of each.
    pub fn set_heads(&mut self, bo: &[DauVanBan]) {
        let head = |dau: &DauVanBan| {
            let so = dau.so.as_ref().map_or("…", |s| s.value.as_str());
            let values = [
                dau.loai.ten.clone(),
                so.to_owned(),
                dau.ky_hieu.clone(),
                format!("{so}/{}", dau.ky_hieu),
                dau.ngay.value.viet_so(),
                dau.trich_yeu.join(" "),
            ];
            let fields = FIELDS.iter().zip(values).map(|(k, v)| ((*k).to_owned(), Value::from(v)));
            (dau.id.value.clone(), map(fields))
        };
        self.set("van_ban", bo.iter().map(head).collect(), FIELDS);
    }

    /// The same values with a size of its own, so that what one document may hold does not depend on the others.
    pub fn for_document(&self) -> Scope {
        let used = self.rendered.load(Ordering::Relaxed);
        Scope { rendered: Arc::new(AtomicUsize::new(used)), ..self.clone() }
    }

    /// Takes note of a rendered text; whether there is room for it.
    pub fn has_room(&self, length: usize) -> bool {
        self.rendered.fetch_add(length, Ordering::Relaxed) + length <= MAX_RENDERED
    }

    /// What Tera renders with.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// Whether a name leads to a value that has been reported as wrong.
    pub fn is_broken(&self, name: &Name) -> bool {
        self.troubled(name).is_some_and(Option::is_none)
    }

    fn troubled(&self, name: &Name) -> Option<&Option<(String, String)>> {
        let path = name.path.as_slice();
        (2..=path.len().min(3)).find_map(|end| self.trouble.get(&path[..end].join(".")))
    }

    fn family(&self, name: &str) -> Option<&Family> {
        self.families.iter().find(|f| f.name == name)
    }

    fn value(&self, family: &str, key: &str) -> Option<&Value> {
        self.family(family)?.values.iter().find(|(k, _)| k == key).map(|(_, value)| value)
    }

    /// What is wrong with a name, if it is none of the values.
    pub fn unknown(&self, name: &Name) -> Option<Slip> {
        let words = shorten(&name.path.join("."));
        let path: Vec<&str> = name.path.iter().map(String::as_str).collect();
        let here = path.first().and_then(|first| self.family(first));
        let known = match (path.as_slice(), here) {
            (["nam"], _) => true,
            ([_], Some(_)) => true,
            ([first, key, rest @ ..], Some(family)) => {
                let fields = family.fields;
                self.value(first, key).is_some()
                    && (fields.is_empty() || rest.first().is_none_or(|field| fields.contains(field)))
            }
            _ => false,
        };
        if known {
            let (message, advice) = self.troubled(name)?.clone()?;
            return Some(Slip::new(name.range.clone(), message, advice));
        }
        if path.first().is_some_and(|first| self.not_here.contains(first)) {
            return Some(Slip::new(
                name.range.clone(),
                format!("“{words}” chưa dùng được ở đây"),
                "giá trị của văn bản khác chỉ dùng trong noi_dung, kinh_gui, noi_nhan và luu",
            ));
        }
        if path.as_slice().first() == Some(&"dong") {
            return Some(Slip::new(
                name.range.clone(),
                match self.family("dong") {
                    Some(_) => format!("danh sách không có cột “{}”", shorten(path.get(1).unwrap_or(&""))),
                    None => format!("“{words}” chưa dùng được ở đây: văn bản này không lập theo danh sách"),
                },
                match self.family("dong") {
                    Some(family) => {
                        let columns: Vec<&str> = family.values.iter().map(|(k, _)| k.as_str()).collect();
                        let near = path.get(1).and_then(|typed| nearest(typed, columns.iter().copied()));
                        near.map_or_else(
                            || format!("các cột đang có: {}", columns.join(", ")),
                            |near| format!("có phải là {{{{ dong.{near} }}}}?"),
                        )
                    }
                    None => "thêm khóa theo_danh_sach: tên một danh sách ở khóa danh_sach".to_owned(),
                },
            ));
        }
        if let [first, field, ..] = path.as_slice()
            && self.later.iter().any(|(f, n)| f == first && n == field)
        {
            if self.current.as_ref().is_some_and(|(f, n)| f == first && n == field) {
                let advice = format!("ghi giá trị thật của {field}, hoặc dùng một tên khác");
                return Some(Slip::new(name.range.clone(), format!("“{words}” dùng chính nó"), advice));
            }
            return Some(Slip::new(
                name.range.clone(),
                format!("“{words}” được đặt ở dòng dưới nên chưa dùng được"),
                format!("đưa dòng {field}: lên trên; mỗi biến chỉ dùng các biến đứng trên nó"),
            ));
        }
        let message = format!("không có giá trị “{words}”");
        Some(Slip::new(name.range.clone(), message, self.suggest(&words, &path)))
    }

    /// A cell of the row that is printed and empty.
    pub fn empty_cell(&self, name: &Name, alone: bool) -> Option<Slip> {
        let [first, cot] = name.path.as_slice() else { return None };
        let empty = first == "dong" && self.value(first, cot)?.as_str().is_some_and(str::is_empty);
        (alone && empty).then(|| {
            let advice = format!(
                "điền ô này trong danh sách; ô được phép trống thì viết {{{{ dong.{cot} | default(value=\"\") }}}} hoặc {{% if dong.{cot} %}}"
            );
            Slip { code: &code::O_TRONG, ..Slip::new(name.range.clone(), format!("ô “{cot}” để trống"), advice) }
        })
    }

    /// A list, or a whole group of values, that would be printed with its brackets.
    pub fn prints_many(&self, name: &Name, alone: bool) -> Option<Slip> {
        let path: Vec<&str> = name.path.iter().map(String::as_str).collect();
        let list = match path.as_slice() {
            [family, field] => self.value(family, field).is_some_and(Value::is_array),
            _ => false,
        };
        let fields = path.first().and_then(|first| self.family(first)).map(|f| f.fields);
        let group = match path.as_slice() {
            [_] => fields.is_some(),
            [_, _] => fields.is_some_and(|fields| !fields.is_empty()),
            _ => false,
        };
        let words = shorten(&name.path.join("."));
        let advice = if list && path[0] == "danh_sach" {
            format!("lặp qua các dòng: {{% for d in {words} %}} {{{{ d.ten }}}} {{% endfor %}}")
        } else if list {
            format!(
                "nối các mục: {{{{ {words} | join(sep=\", \") }}}}, hoặc lặp: {{% for x in {words} %}} … {{% endfor %}}"
            )
        } else {
            let field = match path.as_slice() {
                ["van_ban", _] => "so_ky_hieu",
                [_, _] => fields.and_then(|f| f.first()).unwrap_or(&"ten"),
                _ => "ten",
            };
            format!("ghi rõ giá trị nào, ví dụ {{{{ {words}.{field} }}}}")
        };
        let kind = if list { "một danh sách" } else { "một nhóm giá trị" };
        (alone && (list || group))
            .then(|| Slip::new(name.range.clone(), format!("“{words}” là {kind}, không in ra được"), advice))
    }

    /// What to write in the place of a name of a known family.
    fn in_the_family(&self, path: &[&str]) -> Option<String> {
        let [first, typed, rest @ ..] = path else { return None };
        let family = self.family(first)?;
        let keys = || family.values.iter().map(|(k, _)| k.as_str());
        let same = keys().find(|k| k == typed);
        let part = || keys().find(|k| typed.len() > 3 && k.contains(typed));
        let Some(key) = same.or_else(|| nearest(typed, keys())).or_else(part) else {
            let few: Vec<&str> = keys().take(8).collect();
            let all = match few.is_empty() || SUGGESTED.contains(first) || *first == "danh_sach" {
                true => return None,
                false => format!("{}…; xem đủ bằng vanthu list {}", few.join(", "), list_of(first)),
            };
            return Some(format!("các mã dùng được sau {first}: {all}"));
        };
        let name = match (rest.first(), family.fields) {
            (_, []) if same.is_some() => return None,
            (_, []) => format!("{first}.{key}"),
            (Some(field), fields) if fields.contains(field) => format!("{first}.{key}.{field}"),
            (Some(field), fields) => match nearest(field, fields.iter().copied()) {
                Some(near) => format!("{first}.{key}.{near}"),
                None => return Some(format!("sau {first}.{key} dùng được: {}", fields.join(", "))),
            },
            (None, fields) => format!("{first}.{key}.{}", fields[0]),
        };
        Some(format!("có phải là {{{{ {name} }}}}?"))
    }

    fn suggest(&self, words: &str, path: &[&str]) -> String {
        if let Some(advice) = self.in_the_family(path) {
            return advice;
        }
        let mut names = vec!["nam".to_owned()];
        for family in self.families.iter().filter(|family| SUGGESTED.contains(&family.name)) {
            for (key, _) in family.values.iter().take(20) {
                let name = format!("{}.{key}", family.name);
                match family.fields {
                    [] => names.push(name),
                    fields => names.extend(fields.iter().map(|field| format!("{name}.{field}"))),
                }
            }
        }
        let tail = |name: &&String| name.rsplit('.').next() == path.last().copied();
        let near = names.iter().find(tail).or_else(|| {
            let near = nearest(words, names.iter().map(String::as_str))?;
            names.iter().find(|n| *n == near)
        });
        // "số đợt" typed without its family.
        let near = near.or_else(|| {
            let tails = names.iter().map(|n| n.rsplit('.').next().unwrap_or_default());
            let near = nearest(path.last()?, tails)?;
            names.iter().find(|n| n.rsplit('.').next() == Some(near))
        });
        match near {
            Some(near) => format!("có phải là {{{{ {near} }}}}?"),
            None => {
                let mut few: Vec<&str> =
                    names.iter().filter(|n| !n.starts_with("van_ban.")).map(String::as_str).collect();
                few.truncate(12);
                few.extend(names.iter().find(|n| n.ends_with(".so_ky_hieu")).map(String::as_str));
                format!("các giá trị dùng được: {}; giá trị mới thì đặt ở khóa bien", few.join(", "))
            }
        }
    }
}

/// What `vanthu list` calls the values of a family.
fn list_of(family: &str) -> &str {
    if family == "vien_dan" { "phap_luat" } else { family }
}

fn map(entries: impl Iterator<Item = (String, Value)>) -> Value {
    Value::from(entries.collect::<indexmap::IndexMap<String, Value>>())
}
