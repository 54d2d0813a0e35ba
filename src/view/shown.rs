//! How the view leaves the core: told piece by piece to a receiver, which makes of it what its side knows, JavaScript for the page.
//!
//! By one small table a struct and not by serde: what serde derives is written out anew for every struct, and was an eighth of the WASM
//! module. The command line's JSON goes by serde; a test holds the two together.

use std::collections::BTreeMap;

/// Takes in one value. What consists of several is begun, and its parts are told after it.
pub trait Receiver {
    /// A value that is not known: `null`.
    fn nothing(&mut self);
    /// What does not stand there at all: a field without its name.
    fn left_out(&mut self);
    /// Yes or no.
    fn flag(&mut self, flag: bool);
    /// A whole number.
    fn whole(&mut self, number: i64);
    /// A number.
    fn number(&mut self, number: f64);
    /// A text.
    fn text(&mut self, text: &str);
    /// A word as its variant is called, `PastSickPay`; shown as [`snake_case`](super::given::snake_case).
    fn word(&mut self, variant: &'static str);
    /// Begins a list.
    fn list(&mut self);
    /// The next item of the list.
    fn item(&mut self, item: &dyn Shown);
    /// Begins what has names.
    fn named(&mut self);
    /// The next of it, by a name from the data.
    fn entry(&mut self, name: &str, value: &dyn Shown);
    /// The next of it, by names of ours: each with the value in the same place.
    fn fields(&mut self, names: &'static [&'static str], values: &[&dyn Shown]);
}

/// What can be shown.
pub trait Shown {
    /// Tells itself.
    fn show(&self, to: &mut dyn Receiver);

    /// Tells that there is none.
    fn show_none(to: &mut dyn Receiver)
    where
        Self: Sized,
    {
        to.nothing();
    }
}

impl Shown for bool {
    fn show(&self, to: &mut dyn Receiver) {
        to.flag(*self);
    }
}

impl Shown for u32 {
    fn show(&self, to: &mut dyn Receiver) {
        to.whole((*self).into());
    }
}

impl Shown for i16 {
    fn show(&self, to: &mut dyn Receiver) {
        to.whole((*self).into());
    }
}

impl Shown for f64 {
    fn show(&self, to: &mut dyn Receiver) {
        to.number(*self);
    }
}

impl Shown for String {
    fn show(&self, to: &mut dyn Receiver) {
        to.text(self);
    }
}

impl<T: Shown> Shown for Option<T> {
    fn show(&self, to: &mut dyn Receiver) {
        match self {
            Some(value) => value.show(to),
            None => T::show_none(to),
        }
    }
}

impl<T: Shown> Shown for Vec<T> {
    fn show(&self, to: &mut dyn Receiver) {
        to.list();
        for item in self {
            to.item(item);
        }
    }
}

/// A low and a high value.
impl Shown for (f64, f64) {
    fn show(&self, to: &mut dyn Receiver) {
        to.list();
        to.item(&self.0);
        to.item(&self.1);
    }
}

impl<T: Shown> Shown for BTreeMap<String, T> {
    fn show(&self, to: &mut dyn Receiver) {
        to.named();
        for (name, value) in self {
            to.entry(name, value);
        }
    }

    // The figures with their steps are for the command line, and not even named on the page.
    fn show_none(to: &mut dyn Receiver) {
        to.left_out();
    }
}
