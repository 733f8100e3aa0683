//! Tools of the tests: a project in a temporary folder, a PDF reader that is not Typst's.

pub mod pdf;
pub mod project;
