//! `vanthu list`

use super::args::{ListArgs, What};
use super::{End, mau, say, show};
use vanthu::diag::{Files, Sink};
use vanthu::load::{self, Reference};
use vanthu::project::Project;

/// Lists document types, agencies and campaigns of the current folder's project.
pub fn run(args: &ListArgs) -> End {
    let project = Project::here();
    if args.mau {
        for mau in mau::all(&project) {
            say(format!("  {:<20} {}", mau.ten, mau.mo_ta));
        }
        return End::Done;
    }
    let wanted = |what| args.what.is_none_or(|w| w == what);
    if wanted(What::Loai) {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let Some(reference) = Reference::load(&project, &mut files, &mut sink) else {
            show(&files, &sink.into_sorted());
            return End::InputWrong;
        };
        say("Loại văn bản:");
        for loai in reference.loai.iter() {
            say(format!("  {:<15} {:<3}  mẫu {}", loai.ten, loai.viet_tat.as_deref().unwrap_or("-"), loai.mau));
        }
    }
    if wanted(What::CoQuan) {
        say("Cơ quan:");
        for ma in load::co_quan::keys(&project) {
            let own = project.own(&format!("{}/{ma}.yaml", load::co_quan::FOLDER)).is_some();
            say(if own { format!("  {ma}") } else { format!("  {ma}  (đi kèm chương trình)") });
        }
    }
    if wanted(What::ChienDich) {
        say("Chiến dịch:");
        let campaigns = campaigns(&project);
        for campaign in &campaigns {
            say(format!("  {campaign}"));
        }
        if campaigns.is_empty() {
            say("  (chưa có; tạo dự án có chiến dịch mẫu bằng lệnh vanthu new THƯ_MỤC)");
        }
    }
    End::Done
}

/// The project's own campaigns, as they are given to `vanthu render`. Those the program was built with are examples of
/// its source, not files a user has.
fn campaigns(project: &Project) -> Vec<String> {
    const FOLDER: &str = "data/chien_dich";
    let names = project.list(FOLDER);
    let paths = names.iter().filter(|n| n.ends_with(".yaml")).map(|name| format!("{FOLDER}/{name}"));
    paths.filter(|path| project.own(path).is_some()).collect()
}
