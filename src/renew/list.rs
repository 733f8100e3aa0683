//! Cells of lists. They are printed as they are typed, and a column says the same thing in many rows: that is one item.

use super::flat::Flat;
use super::{MAX_VIEC, Worklist, code, walk};
use crate::diag::{Diagnostic, FileId, Files, Place, Severity, Sink};
use crate::load::bang_tinh;
use crate::load::yaml::Node;
use std::collections::HashMap;

/// Cells with different words; more are not looked through.
const MAX_O: usize = 20_000;

/// From so many different words of one kind on, a column is one item.
const CA_COT: usize = 4;

/// A cell to look at.
struct Cell<'a> {
    cot: &'a str,
    /// The line or row that a person finds it by.
    dong: usize,
    place: Place,
}

impl Worklist<'_> {
    /// Cells written in the campaign.
    pub(super) fn cells(&mut self, cells: &[(&str, &Node)], file: FileId, files: &Files) {
        let line = |node: &Node| files.line_column(&node.place).0;
        let cells = cells.iter().filter(|(_, node)| node.place.file == file);
        self.columns(cells.map(|(cot, node)| Cell { cot, dong: line(node), place: node.place.clone() }), files, None);
    }

    /// Tables beside the campaign.
    pub(super) fn tables(&mut self, tables: &[walk::Bang], files: &mut Files) {
        for walk::Bang { tep, trang_tinh } in tables {
            self.named_after_the_year(tep, &self.campaign.with_file_name(&tep.value));
            self.left_behind(tep);
            let sheet = trang_tinh.as_ref();
            let (campaign, sink) = (self.campaign, &mut Sink::default());
            let Some(table) = bang_tinh::bang_tinh(self.project, campaign, tep, sheet, files, sink) else {
                self.unread(tep);
                continue;
            };
            let cell = |(i, o): (usize, &crate::diag::Located<String>), dong| {
                let cot = table.cot.get(i).filter(|_| !o.value.is_empty())?;
                Some(Cell { cot: &cot.ma, dong, place: o.place.clone() })
            };
            let cells = table.dong.iter().flat_map(|row| row.o.iter().enumerate().filter_map(|o| cell(o, row.so)));
            self.columns(cells, files, Some("chiến dịch cũ cũng dùng tệp này"));
        }
    }

    fn columns<'c>(&mut self, cells: impl Iterator<Item = Cell<'c>>, files: &Files, label: Option<&str>) {
        // Where the findings of the same words in the same column are.
        let mut seen: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
        let mut found: Vec<(&str, Diagnostic)> = Vec::new();
        let mut index: HashMap<(&str, String, Vec<String>), usize> = HashMap::new();
        for cell in cells {
            let text = files.slice(&cell.place);
            if let Some(again) = seen.get(&(cell.cot, text)) {
                again.iter().for_each(|&at| also(&mut found[at].1, cell.dong));
                continue;
            }
            if seen.len() >= MAX_O {
                let finding =
                    Diagnostic::new(&code::CHUA_XEM, format!("danh sách dài: chưa xem từ dòng {} trở đi", cell.dong));
                found.push((cell.cot, finding.at(cell.place).advice("tìm tiếp năm cũ trong tệp")));
                break;
            }
            let flat = Flat::cell(cell.place.file, files.text(cell.place.file), cell.place.span.clone());
            let before = self.scanner.found.len();
            self.scanner.text(&flat, |finding| finding);
            let mut places = Vec::new();
            for mut finding in self.scanner.found.split_off(before) {
                let key = (cell.cot, finding.message.clone(), finding.advice.clone());
                let at = *index.entry(key).or_insert_with(|| {
                    finding.dong = finding.place.clone().map(|place| (place, Vec::new()));
                    finding.label = label.map(str::to_owned);
                    found.push((cell.cot, finding));
                    found.len() - 1
                });
                also(&mut found[at].1, cell.dong);
                places.push(at);
            }
            seen.insert((cell.cot, text), places);
        }
        let left = MAX_VIEC.saturating_sub(self.scanner.found.len());
        self.scanner.found.extend(whole_columns(found).into_iter().take(left));
    }
}

/// Another row of a finding.
fn also(finding: &mut Diagnostic, row: usize) {
    if let Some((_, rows)) = finding.dong.as_mut().filter(|(_, rows)| rows.last() != Some(&row)) {
        rows.push(row);
    }
}

/// Makes one item of a column of dates or years that differ from row to row.
fn whole_columns(found: Vec<(&str, Diagnostic)>) -> Vec<Diagnostic> {
    let kind = |(cot, finding): &(&str, Diagnostic)| {
        let of_year = [code::NAM_CU.name, code::NGAY_CU.name].contains(&finding.code.name);
        of_year.then(|| ((*cot).to_owned(), finding.code.name, finding.severity == Severity::CanhBao))
    };
    let mut groups: HashMap<_, Vec<usize>> = HashMap::new();
    for (at, finding) in found.iter().enumerate() {
        kind(finding).into_iter().for_each(|kind| groups.entry(kind).or_default().push(at));
    }
    let mut joined: HashMap<usize, (usize, Vec<usize>)> = HashMap::new();
    let mut gone = vec![false; found.len()];
    for group in groups.values().filter(|group| group.len() >= CA_COT) {
        let rows = |at: &usize| found[*at].1.dong.iter().flat_map(|(_, rows)| rows.iter().copied()).collect::<Vec<_>>();
        let mut all: Vec<usize> = group.iter().flat_map(rows).collect();
        all.sort_unstable();
        all.dedup();
        group.iter().skip(1).for_each(|&at| gone[at] = true);
        joined.insert(group[0], (group.len(), all));
    }
    let mut out = Vec::new();
    for (at, (cot, mut finding)) in found.into_iter().enumerate().filter(|(at, _)| !gone[*at]) {
        if let Some((count, rows)) = joined.remove(&at) {
            finding.message = format!("cột {cot}: {} và {} giá trị khác", finding.message, count - 1);
            finding.advice = finding.advice.iter().map(|advice| format!("{advice}; sửa cả cột")).collect();
            finding.dong = finding.place.clone().map(|place| (place, rows));
        }
        // A row alone is where the finding stands.
        finding.dong = finding.dong.filter(|(_, rows)| rows.len() > 1);
        out.push(finding);
    }
    out
}
