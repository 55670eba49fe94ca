use super::features::COUNT;
pub const CAMP_SETTLEMENTS: u64 = 0;
pub const CAMP: [f64; COUNT] = [0.0; COUNT];
pub const CAMP_COVARIANCE: [f64; COUNT * (COUNT + 1) / 2] = [0.0; COUNT * (COUNT + 1) / 2];
pub const ITEMS_SETTLEMENTS: u64 = 0;
pub const ITEMS: [f64; COUNT] = [0.0; COUNT];
pub const ITEMS_COVARIANCE: [f64; COUNT * (COUNT + 1) / 2] = [0.0; COUNT * (COUNT + 1) / 2];
pub const POOLED: [f64; COUNT] = [0.0; COUNT];
pub const POOLED_COVARIANCE: [f64; COUNT * (COUNT + 1) / 2] = [0.0; COUNT * (COUNT + 1) / 2];
