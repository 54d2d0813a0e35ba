//! Bärkraft: what sickness absence costs a workplace, and whether an investment in the work environment carries its own cost.
//!
//! The way through the crate is the way a manager thinks, and runs one way only:
//!
//! ```text
//! pasted text, file ─► read ─► absence ─► cost ─► investment ─► view ─► page, report, command line
//!                        │        │         ▲
//!                      notes   measures   rules
//! ```
//!
//! - `sheets`: workbooks, `PAXml` and HTML → text, which is then read as any paste is; in the page a module of its own
//! - [`read`]: bytes → records, with notes on what was noticed; never fails, never drops anything in silence
//! - [`absence`]: records → what happened, by unit and month
//! - [`rules`]: dated, sourced values, and the law as short functions
//! - [`cost`]: what it costs, in three layers that are never mixed
//! - [`investment`]: whether an investment carries itself
//! - [`evaluation`]: what came of it, a follow-up period against a reference period
//! - [`productivity`]: what is lost at work, before and after
//! - [`figure`]: a value with every step that led to it
//! - [`view`]: what is shown, as plain data
//!
#![forbid(unsafe_code)]

pub mod absence;
pub mod cost;
pub mod evaluation;
pub mod figure;
pub mod investment;
pub mod note;
pub mod order;
pub mod productivity;
pub mod quantity;
pub mod random;
pub mod read;
pub mod rules;
#[cfg(any(not(target_arch = "wasm32"), feature = "sheets"))]
pub mod sheets;
pub mod view;
#[cfg(all(target_arch = "wasm32", any(feature = "figures", feature = "reading", feature = "economics")))]
pub mod wasm;
#[cfg(all(target_arch = "wasm32", feature = "bench"))]
pub mod wasm_bench;
#[cfg(all(target_arch = "wasm32", feature = "sheets"))]
pub mod wasm_sheets;

/// The example of the README is a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
