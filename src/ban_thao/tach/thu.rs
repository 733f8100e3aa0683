//! Whole documents through reader and parser.
