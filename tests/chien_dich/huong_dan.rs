//! The examples in the chapters 24 to 29 of the guide: each file that is named there is put into a project, each campaign is
//! rendered, and what the guide says is printed is printed.

use super::holds;
use crate::support::pdf::Pdf;
use crate::support::project::TestProject;
use std::path::Path;
use std::process::Command;

/// A fenced block of the guide, with the last words above it.
struct Block {
    above: String,
    text: String,
}

fn blocks(guide: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut above = String::new();
    let mut lines = guide.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("```") {
            let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            blocks.push(Block { above: above.clone(), text: text.join("\n") + "\n" });
        } else if !line.trim().is_empty() {
            line.clone_into(&mut above);
        }
    }
    blocks
}

/// The path in "Tệp `data/cau_chu.yaml`:".
fn path(above: &str) -> Option<&str> {
    let (_, rest) = above.strip_suffix("`:")?.rsplit_once('`')?;
    rest.starts_with("data/").then_some(rest)
}

/// The blocks of some chapters.
fn chapters(from: &str, to: &str) -> Vec<Block> {
    let guide = std::fs::read_to_string(root().join("docs/huong_dan.md")).expect("the guide");
    let at = |title: &str| guide.find(&format!("\n## {title}. ")).expect("a chapter");
    blocks(&guide[at(from)..at(to)])
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A project with the guide's agency and the files of its examples.
fn project(blocks: &[Block]) -> TestProject {
    let agency = std::fs::read(root().join("data/mau_du_an/so_y_te.yaml")).expect("the agency");
    let mut project = TestProject::new().file("data/co_quan/so_y_te.yaml", agency);
    for block in blocks {
        if let Some(path) = path(&block.above) {
            project = project.file(path, &block.text);
        }
    }
    project
}

#[test]
fn what_the_guide_shows_is_printed() {
    let blocks = chapters("24", "28");
    let project = project(&blocks);
    let mut campaigns: Vec<(&str, Vec<&str>)> = Vec::new();
    for block in &blocks {
        match path(&block.above) {
            Some(path) if block.text.starts_with("chien_dich:") => campaigns.push((path, Vec::new())),
            None if block.above == "In ra:" => {
                campaigns.last_mut().expect("a campaign before it").1.extend(block.text.lines());
            }
            _ => {}
        }
    }
    assert_eq!(campaigns.len(), 4, "campaigns of the chapters 24 to 27");
    assert!(campaigns.iter().any(|(_, printed)| !printed.is_empty()));
    for (path, printed) in campaigns {
        let rendered = project.render(path);
        assert!(rendered.outcome.findings.is_empty(), "{path}\n{}", rendered.messages());
        let texts = rendered.files.iter().map(|file| Pdf::read(rendered.bytes(file)).text());
        let text = texts.collect::<Vec<_>>().join(" ");
        holds(&text.split_whitespace().collect::<Vec<_>>().join(" "), &printed);
    }
}

#[test]
fn what_the_guide_says_of_renew_is_said() {
    let blocks = chapters("29", "30");
    let project = project(&blocks);
    let said = blocks.iter().find(|block| block.above.ends_with("trả lời:")).expect("the answer");
    let (_, command) = said.above.split_once("`vanthu ").expect("the command");
    let (command, _) = command.split_once('`').expect("its end");
    let output = Command::new(env!("CARGO_BIN_EXE_vanthu"))
        .current_dir(project.path())
        .args(command.split(' '))
        .output()
        .expect("the command runs");
    assert_eq!(String::from_utf8_lossy(&output.stdout), said.text, "{}", String::from_utf8_lossy(&output.stderr));
}
