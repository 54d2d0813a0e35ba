//! The border of the core as the page sees it, in headless Chromium: `make test`.
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs)]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_version_is_that_of_the_crate() {
    assert_eq!(barkraft::wasm::version(), env!("CARGO_PKG_VERSION"));
}
