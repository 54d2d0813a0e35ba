//! Bärkraft: what sickness absence costs a workplace, and whether an investment in the work environment carries itself.
#![forbid(unsafe_code)]

pub mod absence;
pub mod cost;
pub mod figure;
pub mod investment;
pub mod note;
pub mod order;
pub mod quantity;
pub mod read;
pub mod rules;
pub mod view;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
