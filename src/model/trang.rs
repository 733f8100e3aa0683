//! A laid-out page as the page rules see it.

/// One page.
#[derive(Debug, Clone, Default)]
pub struct Trang {
    /// Runs of text in reading order.
    pub dong: Vec<Dong>,
}

/// A run of text.
#[derive(Debug, Clone)]
pub struct Dong {
    /// The words.
    pub chu: String,
    /// Baseline from the top of the page, mm.
    pub y_mm: f64,
}
