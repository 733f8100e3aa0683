//! Step 6: bytes to files. A file is written whole beside its place and then renamed, so that no reader and no power cut
//! ever finds half a document.

mod nhat_ky;

pub use nhat_ky::{Muc, NhatKy, Tep, hex};

use crate::diag::{Diagnostic, code};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::OnceLock;
use std::time::SystemTime;

/// Folder of the journals and of files that are not whole yet, in a campaign's folder.
const OWN: &str = ".vanthu";

/// The files of one campaign: `DIR/<campaign>/`.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// Whether files wait until all of them are right.
    all_or_nothing: bool,
    /// Where they wait; dropped with all that is in it.
    waiting: OnceLock<tempfile::TempDir>,
}

impl Folder {
    /// The folder of a campaign, made with its first file. The campaign's name comes from its file name and must be one
    /// plain folder name. With `all_or_nothing`, files appear only when [`Folder::publish`] is called.
    pub fn open(output: &Path, campaign: &str, all_or_nothing: bool) -> Result<Folder, Diagnostic> {
        let mut parts = Path::new(campaign).components();
        let plain =
            matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None)) && !campaign.contains('\\');
        if !plain {
            return Err(Diagnostic::new(
                &code::GHI,
                format!("tên tệp chiến dịch “{campaign}” không dùng làm tên thư mục được"),
            )
            .advice("đổi tên tệp, chỉ dùng chữ không dấu, số và _"));
        }
        let path = output.join(campaign);
        sweep(&path.join(OWN));
        Ok(Folder { path, all_or_nothing, waiting: OnceLock::new() })
    }

    /// Where files that are not whole yet, and the journals, are.
    fn own(&self) -> Result<PathBuf, Diagnostic> {
        let own = self.path.join(OWN);
        if !own.is_dir() {
            std::fs::create_dir_all(&own).map_err(|error| explain(&self.path, &error))?;
        }
        Ok(own)
    }

    /// Where a file is written to.
    fn root(&self, own: &Path) -> io::Result<&Path> {
        if !self.all_or_nothing {
            return Ok(&self.path);
        }
        if self.waiting.get().is_none() {
            let made = tempfile::Builder::new().prefix("cho-").tempdir_in(own)?;
            // Another worker may have been first: its folder serves both, this one is removed.
            drop(self.waiting.set(made));
        }
        Ok(self.waiting.get().map_or(self.path.as_path(), tempfile::TempDir::path))
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The journals of the folder.
    pub fn nhat_ky(&self) -> NhatKy {
        NhatKy::read(&self.path.join(OWN))
    }

    /// Writes one file, `ke_hoach.pdf` or `thu_moi/bv_01.pdf`, and gives the path it has or will have. `name` is made of
    /// document ids and keys of rows, which are checked on loading.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, Diagnostic> {
        let own = self.own()?;
        let write = || -> io::Result<()> {
            let path = self.root(&own)?.join(name);
            if let Some(folder) = path.parent().filter(|_| name.contains('/')) {
                std::fs::create_dir_all(folder)?;
            }
            put(&path, bytes, &own)
        };
        let place = self.path.join(name);
        write().map_err(|error| explain(&place, &error))?;
        Ok(place)
    }

    /// Moves the files that wait to their places.
    pub fn publish<'n>(&self, names: impl Iterator<Item = &'n str>) -> Result<(), Diagnostic> {
        let Some(waiting) = self.waiting.get() else { return Ok(()) };
        for name in names {
            let path = self.path.join(name);
            let moved = || -> io::Result<()> {
                if let Some(folder) = path.parent().filter(|_| name.contains('/')) {
                    std::fs::create_dir_all(folder)?;
                }
                std::fs::rename(waiting.path().join(name), &path)
            };
            moved().map_err(|error| explain(&path, &error))?;
        }
        Ok(())
    }
}

/// Removes what killed processes left behind. Nothing depends on it.
fn sweep(own: &Path) {
    let now = SystemTime::now();
    for entry in std::fs::read_dir(own).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let modified = entry.metadata().and_then(|meta| meta.modified());
        let old = modified.is_ok_and(|at| now.duration_since(at).is_ok_and(|age| age > nhat_ky::ABANDONED));
        if old && name.ends_with(".tmp") {
            let _ = std::fs::remove_file(entry.path());
        } else if old && name.starts_with("cho-") {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

/// Writes one file whole: first beside its place, then renamed.
pub fn whole(path: &Path, bytes: &[u8]) -> Result<(), Diagnostic> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    put(path, bytes, folder).map_err(|error| explain(path, &error))
}

/// Writes a file in `workshop`, on the same disk as its place, and moves it there.
fn put(path: &Path, bytes: &[u8], workshop: &Path) -> io::Result<()> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".vanthu-").suffix(".tmp");
    #[cfg(unix)]
    {
        // Temporary files are private by default; a document is as readable as any file of the user.
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(workshop)?;
    file.write_all(bytes)?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// A failed write, said by kind. Files already written stay as they are.
pub fn explain(path: &Path, error: &io::Error) -> Diagnostic {
    use io::ErrorKind as K;
    let (what, advice) = match error.kind() {
        K::PermissionDenied | K::ReadOnlyFilesystem => ("không được phép ghi vào", "chọn thư mục khác bằng -o"),
        K::StorageFull | K::QuotaExceeded => ("ổ đĩa đầy, không ghi được", "dọn bớt tệp hoặc chọn ổ khác bằng -o"),
        K::NotADirectory | K::AlreadyExists => {
            ("đã có một tệp trùng tên thư mục trên đường dẫn", "đổi tên tệp đó hoặc chọn thư mục khác bằng -o")
        }
        K::IsADirectory => ("đã có một thư mục trùng tên", "đổi tên hoặc xóa thư mục đó"),
        _ => ("không ghi được", "kiểm tra ổ đĩa và đóng tệp PDF đang mở ở chương trình khác"),
    };
    Diagnostic::new(&code::GHI, format!("{what} {}", path.display())).advice(advice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_write_says_what_to_do() {
        let said = |kind: io::ErrorKind| {
            let finding = explain(Path::new("output/a.pdf"), &kind.into());
            format!("{}; {}", finding.message, finding.advice.join("; "))
        };
        let full = "ổ đĩa đầy, không ghi được output/a.pdf; dọn bớt tệp hoặc chọn ổ khác bằng -o";
        assert_eq!(said(io::ErrorKind::StorageFull), full);
        let refused = "không được phép ghi vào output/a.pdf; chọn thư mục khác bằng -o";
        assert_eq!(said(io::ErrorKind::ReadOnlyFilesystem), refused);
    }
}
