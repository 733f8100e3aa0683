//! Step 6: bytes to files. A file is written whole beside its place and then renamed, so that no reader and no power cut
//! ever finds half a document.

use crate::diag::{Diagnostic, code};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

/// The files of one campaign: `DIR/<campaign>/`.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// Makes the folder if needed. The campaign's name comes from its file name and must be one plain folder name.
    pub fn open(output: &Path, campaign: &str) -> Result<Folder, Diagnostic> {
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
        std::fs::create_dir_all(&path).map_err(|error| explain(&path, &error))?;
        Ok(Folder { path })
    }

    /// Writes one file and gives its path. `name` is made of document ids, which are checked on loading.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, Diagnostic> {
        let path = self.path.join(name);
        whole(&path, bytes)?;
        Ok(path)
    }
}

/// Writes one file whole: first beside its place, then renamed.
pub fn whole(path: &Path, bytes: &[u8]) -> Result<(), Diagnostic> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let write = || -> io::Result<()> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(".vanthu-").suffix(".tmp");
        #[cfg(unix)]
        {
            // Temporary files are private by default; a document is as readable as any file of the user.
            use std::os::unix::fs::PermissionsExt as _;
            builder.permissions(std::fs::Permissions::from_mode(0o666));
        }
        let mut file = builder.tempfile_in(folder)?;
        file.write_all(bytes)?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    };
    write().map_err(|error| explain(path, &error))
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
