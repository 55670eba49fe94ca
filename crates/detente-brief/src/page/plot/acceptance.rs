//! How often each leading package is accepted: by all at once, and by each principal.

use serde::Serialize;

use crate::page::{Chance, Face};

/// The shares, one row a package.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Acceptance {
    /// The principals.
    pub faces: Vec<Face>,
    /// The packages.
    pub rows: Vec<Accepted>,
}

/// A package.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Accepted {
    /// Its letter.
    pub letter: String,
    /// How often all accept it at once.
    pub all: Chance,
    /// How often each principal does, 0 to 1, in the order of the faces.
    pub each: Vec<f64>,
}
