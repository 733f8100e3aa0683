//! Matrices of a PDF.

use lopdf::Object;

use super::font::number;

/// The affine map of a PDF matrix: `x' = ax + cy + e`, `y' = bx + dy + f`.
#[derive(Clone, Copy)]
pub struct Matrix(pub [f64; 6]);

impl Matrix {
    pub const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub fn from_operands(operands: &[Object]) -> Self {
        let numbers: Vec<f64> = operands.iter().map(number).collect();
        Self(numbers.try_into().expect("a matrix has six numbers"))
    }

    pub fn translation(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// The map that does this and then `next`.
    pub fn then(self, next: Self) -> Self {
        let [a, b, c, d, e, f] = self.0;
        let [origin_x, origin_y] = next.apply(e, f);
        let [na, nb, nc, nd, ..] = next.0;
        Self([a * na + b * nc, a * nb + b * nd, c * na + d * nc, c * nb + d * nd, origin_x, origin_y])
    }

    pub fn apply(self, x: f64, y: f64) -> [f64; 2] {
        let [a, b, c, d, e, f] = self.0;
        [a * x + c * y + e, b * x + d * y + f]
    }

    /// How long a unit along the x axis comes out.
    pub fn x_scale(self) -> f64 {
        self.0[0].hypot(self.0[1])
    }

    /// How long a unit along the y axis comes out.
    pub fn y_scale(self) -> f64 {
        self.0[2].hypot(self.0[3])
    }
}
