//! Colours of text and of strokes.

use lopdf::Object;

use super::font::number;

/// Red, green and blue, from 0 to 1.
pub type Colour = [f64; 3];

/// What is drawn before a colour is chosen.
pub const BLACK: Colour = [0.0; 3];

/// The operands of a colour operator: one number is a grey, three are red, green and blue.
pub fn read(operands: &[Object]) -> Colour {
    let numbers: Vec<f64> = operands.iter().map(number).collect();
    match numbers.as_slice() {
        [grey] => [*grey; 3],
        [red, green, blue] => [*red, *green, *blue],
        other => panic!("a colour of {} numbers", other.len()),
    }
}
