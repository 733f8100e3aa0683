//! `vanthu new`

use super::args::NewArgs;
use super::mau::{self, Mau};
use super::{End, say, schema, show, warn};
use std::path::Path;
use vanthu::diag::{Files, nearest};
use vanthu::project::Project;
use vanthu::{assets, write};

/// Files that examples of the program's own come with.
const EXAMPLES: &str = "data/mau_du_an";

/// Makes a folder with a small working campaign, or with the example of a type of document; a folder that is a project
/// already gets the example beside what it has. Nothing that is there is written over.
pub fn run(args: &NewArgs) -> End {
    let folder = args.folder.as_deref().unwrap_or(Path::new(""));
    let example = match &args.mau {
        None if args.folder.is_none() => {
            warn(
                "lỗi: thiếu tên thư mục\n  viết: vanthu new du_an_moi, hoặc vanthu new --mau \"tờ trình\" trong thư mục dự án",
            );
            return End::UsageWrong;
        }
        None => {
            Mau { ten: "vi_du".to_owned(), mo_ta: String::new(), chu: text(&format!("{EXAMPLES}/chien_dich.yaml")) }
        }
        Some(loai) => match find(loai) {
            Some(mau) => mau,
            None => return End::UsageWrong,
        },
    };
    let is_project = folder.join("data").is_dir();
    let here = if args.folder.is_some() { folder } else { Path::new(".") };
    let empty = std::fs::read_dir(here).map_or(true, |mut entries| entries.next().is_none());
    if !(empty || is_project && args.mau.is_some()) {
        let (what, advice) = match args.mau {
            Some(_) => {
                (" mà không phải dự án", "chuyển vào thư mục dự án (có thư mục data), hoặc ghi tên một thư mục mới")
            }
            None => ("", "chọn tên thư mục khác"),
        };
        warn(format!("lỗi: thư mục {} đã có tệp{what}\n  {advice}", here.display()));
        return End::InputWrong;
    }
    let campaign = format!("data/chien_dich/{}.yaml", example.ten);
    if folder.join(&campaign).exists() {
        warn(format!("lỗi: đã có tệp {}\n  đổi tên tệp cũ rồi chạy lại", folder.join(&campaign).display()));
        return End::InputWrong;
    }
    let schema = match schema::text() {
        Ok(schema) => schema,
        Err((files, findings)) => {
            show(&files, &findings);
            return End::InputWrong;
        }
    };
    let mut files = vec![(campaign.clone(), example.chu.clone()), ("chien_dich.schema.json".to_owned(), schema)];
    for ma in example.co_quan() {
        files.push((format!("data/co_quan/{ma}.yaml"), text(&format!("{EXAMPLES}/{ma}.yaml"))));
    }
    for (path, text) in files {
        let path = folder.join(path);
        if path.exists() {
            continue;
        }
        if let Err(error) = create(&path, text.as_bytes()) {
            show(&Files::default(), &[write::explain(&path, &error)]);
            return End::InputWrong;
        }
    }
    if is_project {
        say(format!("đã thêm {}", folder.join(&campaign).display()));
    } else {
        say(format!("đã tạo dự án {}", here.display()));
    }
    say(format!("  sửa: {}", folder.join(&campaign).display()));
    if args.folder.is_some() {
        say(format!("  chạy: cd {}", folder.display()));
        say(format!("        vanthu render {campaign}"));
    } else {
        say(format!("  chạy: vanthu render {campaign}"));
    }
    End::Done
}

fn find(loai: &str) -> Option<Mau> {
    let mut all = mau::all(&Project::here());
    if let Some(ten) = mau::find(&all, loai).map(|mau| mau.ten.clone()) {
        return all.drain(..).find(|mau| mau.ten == ten);
    }
    warn(format!("lỗi: không có mẫu “{loai}”"));
    match nearest(loai, all.iter().map(|mau| mau.ten.as_str())) {
        Some(near) => warn(format!("  có phải là {near}?")),
        None => warn("  xem các mẫu bằng lệnh vanthu list --mau"),
    }
    None
}

fn text(asset: &str) -> String {
    String::from_utf8_lossy(assets::file(asset).unwrap_or_default()).into_owned()
}

fn create(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, bytes)
}
