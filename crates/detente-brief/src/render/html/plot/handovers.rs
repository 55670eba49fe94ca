//! A schedule as steps: how much of what each side holds is still to come, and where a side would stop.

use detente_exchange::words as told;

use super::super::look::{colour, dash, shape};
use super::label::shorten;
use super::panel::Panel;
use super::svg::num;
use crate::page::{Handovers, Plot};

/// Letters of a name beside its line.
const COLUMNS: usize = 16;

/// Draws the schedule.
pub(super) fn draw(plot: &Plot, of: &Handovers) -> String {
    let mut panel = Panel::new(plot, of.days, 100.0, " %");
    let mut labels = Vec::new();
    for side in &of.sides {
        let (look, points) = (side.face.look, &side.left);
        let attributes = format!(
            r#"fill="none" stroke="{}" stroke-width="1.8" stroke-dasharray="{}""#,
            colour(look),
            dash(look)
        );
        panel.line(points, &attributes);
        let middle = points.iter().rfind(|point| point.1 > 0.0).copied().unwrap_or((0.0, 100.0));
        labels.push((middle, look, shorten(&side.face.name, COLUMNS)));
    }
    if let Some(stop) = &of.stop {
        let at = (stop.day, stop.left);
        let (x, y) = (panel.along.at(at.0), panel.up.at(at.1));
        let cross = format!(
            "M{} {}L{} {}M{} {}L{} {}",
            num(x - 4.0),
            num(y - 4.0),
            num(x + 4.0),
            num(y + 4.0),
            num(x - 4.0),
            num(y + 4.0),
            num(x + 4.0),
            num(y - 4.0)
        );
        panel.svg.path(&cross, r#"class="ring""#);
        let who = shorten(&stop.who, COLUMNS);
        panel.label(at, "letter", &format!("{who} would stop, day {}", told::day(stop.day)));
    }
    for (at, look, name) in labels {
        let (x, y) = (panel.along.at(at.0), panel.up.at(at.1));
        panel.svg.path(&shape(look, x, y, 3.4), &format!(r#"fill="{}""#, colour(look)));
        panel.label(at, "name", &name);
    }
    panel.svg.finish()
}
