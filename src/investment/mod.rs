//! Does the investment carry its own cost? The effect it needs, what it may cost at a given effect, when it is paid back, what is left at
//! the horizon, and how sure that is.
//!
//! ```text
//!  costs, effects, time ─► case ─► sensitivity ─► simulation
//!                            └────► combined
//! ```

mod answer;
mod break_even;
mod case;
mod combined;
pub mod contract;
mod costs;
mod effects;
mod ground;
mod sensitivity;
mod simulation;
mod time;

pub use answer::Answer;
pub use case::{Case, Point, Verdict};
pub use combined::{Coverage, MOST, Overlap, overlaps};
pub use costs::Costs;
pub use effects::{Baseline, Effects, Stream};
pub use ground::{Ground, Perspective, Place, Values};
pub use sensitivity::{Bar, Input, Map, Scenario, Shape, Spread, Uncertain};
pub use simulation::{Driver, Outcome, Simulation};
pub use time::{Clock, Profile, Year};
