//! The values that strings may use, and what to say of a name that is none of them.

use super::tag::{Name, Slip};
use crate::diag::nearest;
use crate::diag::words::shorten;
use crate::model::{CacTruong, CoQuan, DauVanBan};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tera::{Context, Value};

/// All rendered one-line texts of a campaign, and again those of one document, in bytes. Values that hold one another
/// grow fast: ten levels of ten copies are as many as a YAML bomb has.
const MAX_RENDERED: usize = 4 << 20;

/// What a document tells of another.
const FIELDS: [&str; 6] = ["loai", "so", "ky_hieu", "so_ky_hieu", "ngay", "trich_yeu"];

/// What an agency tells.
const AGENCY: [&str; 5] = ["ten", "chu_quan", "viet_tat", "dia_danh", "ten_goi"];

/// The values that strings may use. Cloning is cheap but for the values themselves, which Tera shares.
#[derive(Debug, Clone)]
pub struct Scope {
    context: Context,
    bien: Arc<Vec<(String, Value)>>,
    /// Names of `bien` that stand further down.
    later: Arc<Vec<String>>,
    /// The one that is being computed.
    current: Option<String>,
    /// Values whose own text is wrong: reported there, so nothing more is said where they are used.
    broken: Arc<BTreeSet<String>>,
    /// Ids of all documents, and whether their heads may be used here.
    ids: Arc<Vec<String>>,
    heads: bool,
    /// Keys of `truong`.
    fields: Arc<Vec<String>>,
    rendered: Arc<AtomicUsize>,
}

impl Scope {
    /// A scope that knows the year, the variables to come and the documents there will be.
    pub fn new(nam: Option<i32>, bien: Vec<String>, ids: Vec<String>) -> Self {
        let mut context = Context::new();
        context.insert("nam", &nam.unwrap_or_default());
        context.insert_value("bien", map(std::iter::empty()));
        Scope {
            context,
            bien: Arc::default(),
            later: Arc::new(bien),
            current: None,
            broken: Arc::default(),
            ids: Arc::new(ids),
            heads: false,
            fields: Arc::default(),
            rendered: Arc::default(),
        }
    }

    /// Begins with the text of `bien.<name>`, which cannot use itself.
    pub fn begin_variable(&mut self, name: &str) {
        self.current = Some(name.to_owned());
    }

    /// Adds `bien.<name>`; `None` for one whose text is wrong.
    pub fn add_variable(&mut self, name: &str, value: Option<Value>) {
        Arc::make_mut(&mut self.later).retain(|n| n != name);
        self.current = None;
        if value.is_none() {
            Arc::make_mut(&mut self.broken).insert(name.to_owned());
        }
        let value = value.unwrap_or_else(|| Value::from("…"));
        Arc::make_mut(&mut self.bien).push((name.to_owned(), value));
        self.context.insert_value("bien", map(self.bien.iter().cloned()));
    }

    /// Sets `co_quan.*`.
    pub fn set_agency(&mut self, co_quan: &CoQuan) {
        let [ten, chu_quan] = [&co_quan.ten, &co_quan.chu_quan].map(|lines| lines.join(" "));
        let values = [ten, chu_quan, co_quan.viet_tat.clone(), co_quan.dia_danh.clone(), co_quan.goi()];
        let fields = AGENCY.into_iter().zip(values);
        self.context.insert_value("co_quan", map(fields.map(|(k, v)| (k.to_owned(), Value::from(v.as_str())))));
    }

    /// Sets `truong.*`, for the wording of the document's type.
    pub fn set_fields(&mut self, truong: &CacTruong) {
        self.fields = Arc::new(truong.keys().cloned().collect());
        self.context.insert_value("truong", Value::from_serializable(truong));
    }

    /// Adds `van_ban.<id>.*`, what other documents may know of each.
    pub fn set_heads(&mut self, bo: &[DauVanBan]) {
        self.heads = true;
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
            let fields = FIELDS.into_iter().zip(values).map(|(k, v)| (k.to_owned(), Value::from(v)));
            (dau.id.value.clone(), map(fields))
        };
        self.context.insert_value("van_ban", map(bo.iter().map(head)));
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
        matches!(name.path.as_slice(), [first, second, ..] if first == "bien" && self.broken.contains(second))
    }

    /// What is wrong with a name, if it is none of the values.
    pub fn unknown(&self, name: &Name) -> Option<Slip> {
        let words = shorten(&name.path.join("."));
        let path: Vec<&str> = name.path.iter().map(String::as_str).collect();
        let known = match path.as_slice() {
            ["nam"] => true,
            ["bien"] => true,
            ["bien", field, ..] => self.bien.iter().any(|(n, _)| n == field),
            ["truong", field, ..] => self.fields.iter().any(|f| f == field),
            ["co_quan"] => true,
            ["co_quan", field] => AGENCY.contains(field),
            ["van_ban", ..] if !self.heads => {
                return Some(Slip::new(
                    name.range.clone(),
                    format!("“{words}” chưa dùng được ở đây"),
                    "giá trị của văn bản khác chỉ dùng trong noi_dung, kinh_gui, noi_nhan và luu",
                ));
            }
            ["van_ban"] => true,
            ["van_ban", id] => self.ids.iter().any(|i| i == id),
            ["van_ban", id, field] => self.ids.iter().any(|i| i == id) && FIELDS.contains(field),
            _ => false,
        };
        if known {
            return None;
        }
        if let ["bien", field, ..] = path.as_slice()
            && self.later.iter().any(|n| n == field)
        {
            if self.current.as_deref() == Some(field) {
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

    /// A list, or a whole group of values, that would be printed with its brackets.
    pub fn prints_many(&self, name: &Name, alone: bool) -> Option<Slip> {
        let path: Vec<&str> = name.path.iter().map(String::as_str).collect();
        let list = match path.as_slice() {
            ["bien", field] => self.bien.iter().any(|(n, value)| n == field && value.is_array()),
            _ => false,
        };
        let group = matches!(path.as_slice(), ["bien" | "co_quan" | "van_ban"] | ["van_ban", _]);
        let words = shorten(&name.path.join("."));
        let advice = if list {
            format!(
                "nối các mục: {{{{ {words} | join(sep=\", \") }}}}, hoặc lặp: {{% for x in {words} %}} … {{% endfor %}}"
            )
        } else {
            format!(
                "ghi rõ giá trị nào, ví dụ {{{{ {words}.{} }}}}",
                if path.len() == 2 { "so_ky_hieu" } else { "ten" }
            )
        };
        let kind = if list { "một danh sách" } else { "một nhóm giá trị" };
        (alone && (list || group))
            .then(|| Slip::new(name.range.clone(), format!("“{words}” là {kind}, không in ra được"), advice))
    }

    fn suggest(&self, words: &str, path: &[&str]) -> String {
        let mut names = vec!["nam".to_owned()];
        names.extend(self.bien.iter().map(|(name, _)| format!("bien.{name}")));
        names.extend(AGENCY.map(|f| format!("co_quan.{f}")));
        if self.heads {
            names.extend(self.ids.iter().take(20).flat_map(|id| FIELDS.map(|f| format!("van_ban.{id}.{f}"))));
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

fn map(entries: impl Iterator<Item = (String, Value)>) -> Value {
    let map: indexmap::IndexMap<String, Value> = entries.collect();
    Value::from_serializable(&map)
}
