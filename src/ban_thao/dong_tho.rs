//! Lines cut and joined without losing where their words stand.

use super::DongTho;
use crate::diag::Place;
use crate::model::ban_thao::ViTri;
use std::ops::Range;

impl DongTho {
    /// A part of the words, without white space around it, with its own place.
    pub fn phan(&self, range: Range<usize>) -> DongTho {
        let part = self.text.get(range.clone()).unwrap_or_default();
        let start = range.start + part.len() - part.trim_start().len();
        let text = part.trim().to_owned();
        let range = start..start + text.len();
        let vi_tri = cat(&self.vi_tri, &range);
        let place = match &vi_tri {
            ViTri::Nguyen(segments) => match (segments.first(), segments.last()) {
                (Some(first), Some(last)) => {
                    Place { file: self.place.file, span: first.1..last.1 + text.len().saturating_sub(last.0) }
                }
                _ => self.place.clone(),
            },
            ViTri::Tim => self.place.clone(),
        };
        DongTho { text, place, vi_tri, dang: self.dang.clone(), ..*self }
    }

    /// Takes another line on behind a space. A word that was broken behind its hyphen, "01/CT-" and "UBND", is whole
    /// again.
    pub fn noi(&mut self, next: &DongTho) {
        let mut tail = self.text.chars().rev();
        let hyphen = tail.next() == Some('-') && tail.next().is_some_and(char::is_alphanumeric);
        if !(hyphen && next.text.starts_with(char::is_alphanumeric)) {
            self.text.push(' ');
        }
        let shift = self.text.len();
        self.text.push_str(&next.text);
        match (&mut self.vi_tri, &next.vi_tri) {
            (ViTri::Nguyen(all), ViTri::Nguyen(more)) => {
                all.extend(more.iter().map(|(words, file)| (words + shift, *file)));
            }
            (own, _) => *own = ViTri::Tim,
        }
        self.place.span.end = self.place.span.end.max(next.place.span.end);
        self.dam &= next.dam;
    }
}

/// How a stretch of words lies in the file.
pub fn cat(vi_tri: &ViTri, range: &Range<usize>) -> ViTri {
    let ViTri::Nguyen(segments) = vi_tri else { return ViTri::Tim };
    let first = segments.partition_point(|(words, _)| *words <= range.start).saturating_sub(1);
    let cut = |(words, file): &(usize, usize)| {
        let inside = range.start.saturating_sub(*words);
        (words.saturating_sub(range.start), file + inside)
    };
    ViTri::Nguyen(segments.iter().skip(first).take_while(|s| s.0 < range.end.max(1)).map(cut).collect())
}
