//! An answer that is told bit by bit while it is worked out.

use std::sync::Arc;

use axum::response::Response;
use detente_brief::{FIRST_DRAWS, Sitting, SittingError};
use detente_deals::Sampling;
use tokio::sync::OwnedSemaphorePermit;

use super::apart;
use crate::protocol::LookDone;
use crate::server::Shared;
use crate::sittings::Seat;
use crate::stream::{self, Gone, Teller};

/// How many worlds a sitting draws at the most.
pub(super) fn draws(sitting: &Sitting) -> u64 {
    match sitting.options().sampling {
        Sampling::Draws(draws) => draws,
        Sampling::Interval { most, .. } => most,
    }
}

/// Opens the stream, and works out in its turn what is told into it. When the reader goes, the work is given up.
pub(super) fn streamed(
    shared: &Shared,
    place: OwnedSemaphorePermit,
    seat: Seat,
    work: impl FnOnce(&Sitting, &Teller) -> Result<Result<(), Gone>, SittingError> + Send + 'static,
) -> Response {
    let computing = seat.computing();
    let (response, teller) = stream::open(place, seat);
    let turns = Arc::clone(&shared.computing);
    tokio::spawn(async move {
        let Ok(turn) = turns.acquire_owned().await else { return };
        let told = teller.clone();
        let done = apart(move || {
            match work(computing.sitting(), &told) {
                Ok(Ok(())) => {
                    let _ = told.tell("done", &LookDone { draws: draws(computing.sitting()) });
                }
                Ok(Err(Gone)) => {}
                Err(SittingError::Cancelled(_)) if told.is_gone() => {}
                Err(error) => told.refuse(&error.into()),
            }
            drop((computing, turn));
            Ok(())
        })
        .await;
        if let Err(refused) = done {
            let _ = teller.tell_there("failed", &refused.said).await;
        }
    });
    response
}

/// Tells what is found in the first draws, where there are many, and then in all.
pub(super) fn first_then_all(
    sitting: &Sitting,
    tell: impl Fn(&Sitting, bool) -> Result<Result<(), Gone>, SittingError>,
) -> Result<Result<(), Gone>, SittingError> {
    if draws(sitting) > FIRST_DRAWS && tell(&sitting.first()?, true)?.is_err() {
        return Ok(Err(Gone));
    }
    tell(sitting, false)
}
