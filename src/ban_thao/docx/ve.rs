//! A line of words and how most of them look.

use super::dang::Run;
use super::than::ky_hieu;
use crate::load::legacy::{self, Legacy};
use crate::model::ban_thao::dang::PhongCu;
use std::rc::Rc;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// More different looks in one line than this are not told apart.
const MAX_KHAC: usize = 24;

/// Words, and letters counted by their look.
#[derive(Default)]
pub struct Ve {
    /// The words.
    pub text: String,
    phong: Vec<(Rc<str>, usize)>,
    /// By half points.
    co: Vec<(u32, usize)>,
    mau: Vec<(Rc<str>, usize)>,
    chu: usize,
    dam: usize,
    nghieng: usize,
}

impl Ve {
    /// Adds words: `low` is the font of basic Latin letters, `high` of the others.
    pub fn them(&mut self, words: &str, look: &Run, low: Option<&Rc<str>>, high: Option<&Rc<str>>) {
        let capitals = look.hoa == Some(true);
        let (mut low_count, mut high_count) = (0, 0);
        for c in words.chars() {
            match c {
                '\n' | '\r' => self.text.push(' '),
                // Nobody sees them, and they stand in no file of another kind.
                '\u{ad}' | '\u{feff}' | '\u{2028}' | '\u{2029}' => {}
                c if c.is_control() && c != '\t' => {}
                c if capitals => self.text.extend(c.to_uppercase()),
                c => self.text.push(ky_hieu(c)),
            }
            if c.is_alphanumeric() {
                *if c.is_ascii() { &mut low_count } else { &mut high_count } += 1;
            }
        }
        let count = low_count + high_count;
        if count == 0 {
            return;
        }
        self.chu += count;
        self.dam += if look.dam == Some(true) { count } else { 0 };
        self.nghieng += if look.nghieng == Some(true) { count } else { 0 };
        low.into_iter().for_each(|font| tally(&mut self.phong, font, low_count));
        high.into_iter().for_each(|font| tally(&mut self.phong, font, high_count));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes are read up to 2,000 pt")]
        // Word's own size where nothing says another.
        let half = (look.co.unwrap_or(10.0) * 2.0).round() as u32;
        tally(&mut self.co, &half, count);
        tally(&mut self.mau, &look.mau.clone().unwrap_or_default(), count);
    }

    /// Font of most letters.
    pub fn phong(&self) -> Option<&Rc<str>> {
        most(&self.phong)
    }

    /// Size of most letters, pt.
    pub fn co(&self) -> Option<f64> {
        most(&self.co).map(|half| f64::from(*half) / 2.0)
    }

    /// Colour of most letters; empty is automatic.
    pub fn mau(&self) -> Option<&Rc<str>> {
        most(&self.mau)
    }

    /// Whether there are letters and all are bold.
    pub fn dam(&self) -> Option<bool> {
        (self.chu > 0).then_some(self.dam == self.chu)
    }

    /// Whether there are letters and all are italic.
    pub fn nghieng(&self) -> Option<bool> {
        (self.chu > 0).then_some(self.nghieng == self.chu)
    }

    /// Puts the words in order once all are there: composed letters, and what an old font draws as Vietnamese.
    pub fn xong(&mut self) {
        let old = self.phong().and_then(|font| PhongCu::cua(font));
        match old {
            Some(PhongCu::Tcvn3) => self.text = legacy::decode(Legacy::Tcvn3, &self.text),
            Some(PhongCu::Tcvn3Hoa) => self.text = legacy::decode(Legacy::Tcvn3, &self.text).to_uppercase(),
            Some(PhongCu::Vni) => self.text = legacy::decode(Legacy::Vni, &self.text),
            None => {}
        }
        if is_nfc_quick(self.text.chars()) != IsNormalized::Yes {
            self.text = self.text.nfc().collect();
        }
    }
}

fn tally<T: PartialEq + Clone>(all: &mut Vec<(T, usize)>, look: &T, count: usize) {
    let room = all.len() < MAX_KHAC;
    match all.iter_mut().find(|(other, _)| other == look) {
        Some((_, sum)) => *sum += count,
        None if count > 0 && room => all.push((look.clone(), count)),
        None => {}
    }
}

/// The look of most letters; of the first one where two have as many.
fn most<T>(all: &[(T, usize)]) -> Option<&T> {
    all.iter().rev().max_by_key(|(_, count)| *count).map(|(look, _)| look)
}
