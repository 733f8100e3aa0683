//! `vanthu list`

use super::args::{ListArgs, What};
use super::{End, mau, say, show};
use vanthu::diag::{Diagnostic, Files, Sink, fold};
use vanthu::load::{self, Reference, du_kien};
use vanthu::model::du_kien::{Lich, NgayKyNiem, TinhThanh, VanBanPhapLuat};
use vanthu::model::lich::viet_so;
use vanthu::model::ngay::thang_in;
use vanthu::project::Project;

/// Lists document types, agencies and campaigns of the current folder's project, or the facts that campaigns may name.
pub fn run(args: &ListArgs) -> End {
    let project = Project::here();
    if args.mau {
        for mau in mau::all(&project) {
            say(format!("  {:<20} {}", mau.ten, mau.mo_ta));
        }
        return End::Done;
    }
    if let Some(lines) = args.what.and_then(|what| facts(what, &project)) {
        return match lines {
            Ok(lines) => {
                let tim = fold(args.tim.as_deref().unwrap_or_default());
                lines.iter().filter(|line| fold(line).contains(&tim)).for_each(|line| say(format!("  {line}")));
                End::Done
            }
            Err((files, findings)) => {
                show(&files, &findings);
                End::InputWrong
            }
        };
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

/// What was found, and the texts it points into.
type Findings = (Files, Vec<Diagnostic>);

/// A line for each fact of a kind, its key first; `None` for what is no kind of fact.
fn facts(what: What, project: &Project) -> Option<Result<Vec<String>, Findings>> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let (files_, sink_) = (&mut files, &mut sink);
    let lines: Option<Vec<String>> = match what {
        What::KyNiem => du_kien::ky_niem(project, files_, sink_).map(|all| {
            let line = |k: &NgayKyNiem| {
                let lunar = if k.lich == Lich::Am { " âm lịch" } else { "" };
                let goc = k.nam_goc.filter(|_| k.dem_nam).map(|nam| format!(", đếm từ {nam}")).unwrap_or_default();
                let thang = thang_in(k.thang);
                format!("{:<32} {} ({:02}/{thang}{lunar}{goc})", k.ma, k.ten, k.ngay)
            };
            all.iter().map(line).collect()
        }),
        What::PhapLuat => du_kien::phap_luat(project, files_, sink_).map(|all| {
            let line = |v: &VanBanPhapLuat| {
                let het = v.het_hieu_luc_tu.map(|tu| format!(" [hết hiệu lực từ {}]", viet_so(tu))).unwrap_or_default();
                format!("{:<28} {}{het}", v.ma, v.lan_dau())
            };
            all.iter().map(line).collect()
        }),
        What::GiaiDoan => du_kien::giai_doan(project, files_, sink_)
            .map(|all| all.iter().map(|g| format!("{:<20} {}", g.ma, g.ten)).collect()),
        What::TinhThanh => du_kien::tinh_thanh(project, files_, sink_).map(|all| {
            let line = |t: &TinhThanh| {
                let het = t.het.as_ref();
                let het = het.map(|h| format!(" [hết từ {}, nay thuộc {}]", viet_so(h.tu), h.vao)).unwrap_or_default();
                format!("{:<20} {}{het}", t.ma, t.ten)
            };
            all.iter().map(line).collect()
        }),
        What::Loai | What::CoQuan | What::ChienDich => return None,
    };
    Some(lines.ok_or_else(|| (files, sink.into_sorted())))
}

/// The project's own campaigns, as they are given to `vanthu render`. Those the program was built with are examples of
/// its source, not files a user has.
fn campaigns(project: &Project) -> Vec<String> {
    const FOLDER: &str = "data/chien_dich";
    let names = project.list(FOLDER);
    let paths = names.iter().filter(|n| n.ends_with(".yaml")).map(|name| format!("{FOLDER}/{name}"));
    paths.filter(|path| project.own(path).is_some()).collect()
}
