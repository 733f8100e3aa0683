//! `vanthu check`: rules on campaigns, on drafts, on pages; what it prints; what it mends.

mod trang;
