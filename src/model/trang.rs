//! A laid-out page as the page rules see it. Lengths in mm from the top left corner, sizes in pt.

/// One page.
#[derive(Debug, Clone, Default)]
pub struct Trang {
    /// Width of the paper.
    pub rong_mm: f64,
    /// Runs of text in reading order.
    pub dong: Vec<Dong>,
    /// Horizontal rules.
    pub ke: Vec<Ke>,
}

/// A run of text.
#[derive(Debug, Clone)]
pub struct Dong {
    /// The words.
    pub chu: String,
    /// Its left end.
    pub x_mm: f64,
    /// Its baseline.
    pub y_mm: f64,
    /// Its width.
    pub rong_mm: f64,
}

/// A horizontal rule.
#[derive(Debug, Clone, Copy)]
pub struct Ke {
    /// Its left end.
    pub x_mm: f64,
    /// Its height on the page.
    pub y_mm: f64,
    /// Its length.
    pub dai_mm: f64,
}

/// A line of words: runs that stand beside one another without a gap that parts columns.
#[derive(Debug, Clone)]
pub struct DongChu {
    /// The words.
    pub chu: String,
    /// Its left end.
    pub x_mm: f64,
    /// Its baseline.
    pub y_mm: f64,
    /// Its width.
    pub rong_mm: f64,
}

impl Trang {
    /// The lines of the page from top to bottom. Words further apart than this belong to two columns.
    pub fn dong_chu(&self) -> Vec<DongChu> {
        const COLUMNS_MM: f64 = 6.0;
        const SAME_MM: f64 = 0.4;
        // A space that holds two words together is a space to who reads.
        const HELD: char = '\u{a0}';
        let mut runs: Vec<&Dong> = self.dong.iter().filter(|run| !run.chu.trim().is_empty()).collect();
        runs.sort_by(|a, b| (a.y_mm, a.x_mm).partial_cmp(&(b.y_mm, b.x_mm)).unwrap_or(std::cmp::Ordering::Equal));
        let mut lines: Vec<DongChu> = Vec::new();
        for run in runs {
            let end = |line: &DongChu| line.x_mm + line.rong_mm;
            let beside = |line: &&mut DongChu| {
                (line.y_mm - run.y_mm).abs() < SAME_MM && (run.x_mm - end(line)).abs() < COLUMNS_MM
            };
            match lines.iter_mut().rev().find(beside) {
                Some(line) => {
                    line.chu.push_str(&run.chu.replace(HELD, " "));
                    line.rong_mm = run.x_mm + run.rong_mm - line.x_mm;
                }
                None => lines.push(DongChu {
                    chu: run.chu.replace(HELD, " "),
                    x_mm: run.x_mm,
                    y_mm: run.y_mm,
                    rong_mm: run.rong_mm,
                }),
            }
        }
        lines
    }
}
