//! `vanthu new`

use super::args::NewArgs;
use super::{End, say, schema, show, warn};
use std::path::Path;
use vanthu::assets;
use vanthu::diag::Files;
use vanthu::write;

/// Files of a new project: where they go, what they are made from.
const FILES: [(&str, &str); 2] = [
    ("data/chien_dich/vi_du.yaml", "data/mau_du_an/chien_dich.yaml"),
    ("data/co_quan/so_y_te.yaml", "data/mau_du_an/co_quan.yaml"),
];

/// Makes a folder with a small working campaign. Refuses a folder that already holds something.
pub fn run(args: &NewArgs) -> End {
    let folder = &args.folder;
    if std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        warn(format!("lỗi: thư mục {} đã có tệp\n  chọn tên thư mục khác", folder.display()));
        return End::InputWrong;
    }
    let mut files: Vec<(&str, Vec<u8>)> = Vec::new();
    for (path, asset) in FILES {
        files.push((path, assets::file(asset).unwrap_or_default().to_vec()));
    }
    match schema::text() {
        Ok(schema) => files.push(("chien_dich.schema.json", schema.into_bytes())),
        Err((files, findings)) => {
            show(&files, &findings);
            return End::InputWrong;
        }
    }
    for (path, bytes) in files {
        let path = folder.join(path);
        if let Err(error) = create(&path, &bytes) {
            show(&Files::default(), &[write::explain(&path, &error)]);
            return End::InputWrong;
        }
    }
    say(format!("đã tạo dự án {}", folder.display()));
    say(format!("  sửa: {}", folder.join(FILES[0].0).display()));
    say(format!("  chạy: cd {}", folder.display()));
    say(format!("        vanthu render {}", FILES[0].0));
    End::Done
}

fn create(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, bytes)
}
