//! The normal distribution's quantiles.
//!
//! Rational approximation by Acklam (2003), relative error below 1.2 · 10⁻⁹.

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
pub(crate) fn quantile(u: f64) -> f64 {
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

#[cfg(test)]
mod tests {
    use super::quantile;

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
