//! What an editor needs while somebody types.

use axum::Json;
use detente_case::assist;

use super::{Sent, apart};
use crate::protocol::{Completed, Hovered, PlaceAsked};
use crate::refusal::Refused;
use crate::units::Units;

/// `POST /api/assist/complete`
pub(super) async fn complete(Sent(asked): Sent<PlaceAsked>) -> Result<Json<Completed>, Refused> {
    apart(move || {
        let units = Units::of(&asked.text);
        let found = assist::completions(&asked.text, units.byte(asked.at));
        Ok(Json(Completed::of(found, asked.at, &units)))
    })
    .await
}

/// `POST /api/assist/hover`
pub(super) async fn hover(Sent(asked): Sent<PlaceAsked>) -> Result<Json<Option<Hovered>>, Refused> {
    apart(move || {
        let units = Units::of(&asked.text);
        let found = assist::hover(&asked.text, units.byte(asked.at));
        Ok(Json(found.map(|found| Hovered::of(found, &units))))
    })
    .await
}
