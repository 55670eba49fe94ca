//! The normal distribution: its quantiles and its tail.
//!
//! Quantiles: rational approximation by Acklam (2003), relative error below 1.2 · 10⁻⁹. The tail: the power series of the
//! integral near the middle, the continued fraction of Laplace (1805) beyond, both to nearly the last digit.

use std::f64::consts::PI;

const A: [f64; 6] = [
    -3.969_683_028_665_376e1,
    2.209_460_984_245_205e2,
    -2.759_285_104_469_687e2,
    1.383_577_518_672_69e2,
    -3.066_479_806_614_716e1,
    2.506_628_277_459_239,
];
const B: [f64; 6] = [
    -5.447_609_879_822_406e1,
    1.615_858_368_580_409e2,
    -1.556_989_798_598_866e2,
    6.680_131_188_771_972e1,
    -1.328_068_155_288_572e1,
    1.0,
];
const C: [f64; 6] = [
    -7.784_894_002_430_293e-3,
    -3.223_964_580_411_365e-1,
    -2.400_758_277_161_838,
    -2.549_732_539_343_734,
    4.374_664_141_464_968,
    2.938_163_982_698_783,
];
const D: [f64; 5] =
    [7.784_695_709_041_462e-3, 3.224_671_290_700_398e-1, 2.445_134_137_142_996, 3.754_408_661_907_416, 1.0];

/// The value below which a share `u` in (0, 1) of a standard normal variable lies.
pub fn quantile(u: f64) -> f64 {
    let horner = |coefficients: &[f64], x: f64| coefficients.iter().fold(0.0, |sum, c| sum * x + c);
    if u < 0.024_25 {
        let q = (-2.0 * u.ln()).sqrt();
        horner(&C, q) / horner(&D, q)
    } else if u > 1.0 - 0.024_25 {
        -quantile(1.0 - u)
    } else {
        let q = u - 0.5;
        horner(&A, q * q) * q / horner(&B, q * q)
    }
}

/// P(Z ≤ z) of a standard normal variable.
///
/// ```
/// use detente_model::normal::below;
///
/// assert!((below(0.0) - 0.5).abs() < 1e-12 && (below(1.959_964) - 0.975).abs() < 1e-7);
/// ```
pub fn below(z: f64) -> f64 {
    log_tail(-z).exp()
}

/// Below it the series is used, beyond it the continued fraction.
const FAR: f64 = 3.0;
/// Terms of the continued fraction; at 3, where it is slowest, forty are enough.
const TERMS: u32 = 80;

/// ln P(Z > z) of a standard normal variable: finite also where the probability itself is too small to be held.
pub fn log_tail(z: f64) -> f64 {
    if z < 0.0 {
        // The other side has all but this.
        return (-log_tail(-z).exp()).ln_1p();
    }
    let log_density = -0.5 * z * z - 0.5 * (2.0 * PI).ln();
    if z < FAR {
        let (mut term, mut sum, mut odd) = (z, z, 1.0);
        while term > sum * f64::EPSILON / 4.0 {
            odd += 2.0;
            term *= z * z / odd;
            sum += term;
        }
        (0.5 - log_density.exp() * sum).ln()
    } else {
        let fraction = (1..=TERMS).rev().fold(z, |below, i| z + f64::from(i) / below);
        log_density - fraction.ln()
    }
}

#[cfg(test)]
mod tests {
    use super::{below, log_tail, quantile};

    #[test]
    fn tabulated_tails() {
        for (z, tail) in [
            (0.0, 0.5),
            (1.0, 0.158_655_253_931_457_05),
            (-1.0, 0.841_344_746_068_542_9),
            (2.999, 1.354_336_533_727_106e-3),
            (3.0, 1.349_898_031_630_094_6e-3),
            (6.0, 9.865_876_450_376_98e-10),
            (-9.0, 1.0),
        ] {
            assert!((log_tail(z).exp() / tail - 1.0).abs() < 1e-9, "{z}: {}", log_tail(z).exp());
            assert!((below(z) + tail - 1.0).abs() < 1e-12);
        }
        // Where the probability is no number any more: ln P(Z > 50), by its asymptotic series.
        let (z, x) = (50.0_f64, 1.0_f64 / 2500.0);
        let series = -0.5 * z * z - 0.5 * (2.0 * std::f64::consts::PI).ln() - z.ln()
            + (1.0 - x + 3.0 * x * x - 15.0 * x * x * x).ln();
        assert!((log_tail(50.0) - series).abs() < 1e-9);
        // The two ways agree where they meet.
        assert!((log_tail(3.0 - 1e-12) - log_tail(3.0)).abs() < 1e-10);
        assert!(log_tail(f64::INFINITY) == f64::NEG_INFINITY && log_tail(f64::NEG_INFINITY) == 0.0);
    }

    #[test]
    fn tabulated_values() {
        for (u, z) in [
            (0.5, 0.0),
            (0.841_344_746_068_542_9, 1.0),
            (0.975, 1.959_963_984_540_054),
            (0.999, 3.090_232_306_167_813),
            (0.01, -2.326_347_874_040_841),
            (1e-6, -4.753_424_308_822_899),
        ] {
            assert!((quantile(u) - z).abs() < 1e-8, "{u}");
        }
    }
}
