//! Plots as pictures in lines, in the looks that a page of paper gives them.

use std::sync::LazyLock;

use detente_docx::{DocxError, Drawing, Look, Picture};

use crate::page::Plot;
use crate::render::html;

/// As wide as the text, in millimetres.
pub(super) const WHOLE: f64 = 160.0;
/// As wide as half of it.
pub(super) const HALF: f64 = 78.0;
/// As high as a page leaves room for beside a caption.
const HIGHEST: f64 = 200.0;
/// Millimetres in a unit of a drawing, so that letters are about as large as those of the text.
const UNIT: f64 = 0.29;

static PAPER: LazyLock<Look> = LazyLock::new(|| Look::read(html::STYLE));

/// A plot, no wider than this in millimetres.
pub(super) fn picture(plot: &Plot, widest: f64) -> Result<Picture, DocxError> {
    let drawing = Drawing::read(&html::plot_svg(plot), &PAPER)?;
    let [width, height] = drawing.size();
    let scale = UNIT.min(widest / width).min(HIGHEST / height);
    Ok(Picture { width: width * scale, drawing, title: plot.title.clone(), description: plot.desc.clone() })
}
