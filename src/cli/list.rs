//! `vanthu list`

use super::args::{ListArgs, What};
use super::{End, say, show};
use vanthu::diag::{Files, Sink};
use vanthu::load::Reference;
use vanthu::project::Project;

/// Lists document types, agencies and campaigns of the current folder's project.
pub fn run(args: &ListArgs) -> End {
    let project = Project::here();
    let wanted = |what| args.what.is_none_or(|w| w == what);
    if wanted(What::Loai) {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let Some(reference) = Reference::load(&project, &mut files, &mut sink) else {
            show(&files, &sink.into_sorted());
            return End::InputWrong;
        };
        say("Loại văn bản:");
        for loai in reference.loai.iter() {
            say(format!("  {:<14} {:<4} mẫu {}", loai.ten, loai.viet_tat.as_deref().unwrap_or("-"), loai.mau));
        }
    }
    for (what, title, folder) in
        [(What::CoQuan, "Cơ quan:", "data/co_quan"), (What::ChienDich, "Chiến dịch:", "data/chien_dich")]
    {
        if wanted(what) {
            say(title);
            for name in project.list(folder).iter().filter(|n| n.ends_with(".yaml")) {
                let own = if project.own(&format!("{folder}/{name}")).is_some() {
                    ""
                } else {
                    "  (đi kèm chương trình)"
                };
                say(format!("  {}{own}", name.trim_end_matches(".yaml")));
            }
        }
    }
    End::Done
}
