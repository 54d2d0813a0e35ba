//! What the page gives, as plain data, and how settings are read from it.
//!
//! By hand and not by serde: its readers, and the writing of decimal numbers that their messages bring along, were some seven per cent
//! of the WASM module, packed. One function reads every struct, from the names and the places of its fields; `asked!` in
//! [`super::model`] lists them. What goes out: [`super::shown`].

/// A value from outside the core.
#[derive(Debug, Clone, PartialEq)]
pub enum Given {
    /// Left out: `null` or `undefined`.
    Nothing,
    /// Yes or no.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// Values in order.
    List(Vec<Given>),
    /// Values by name.
    Fields(Vec<(String, Given)>),
    /// Something that no setting is.
    Other,
}

/// Settings in a file.
#[cfg(not(target_arch = "wasm32"))]
impl From<serde_json::Value> for Given {
    fn from(value: serde_json::Value) -> Self {
        use serde_json::Value;
        match value {
            Value::Null => Self::Nothing,
            Value::Bool(flag) => Self::Flag(flag),
            Value::Number(number) => number.as_f64().map_or(Self::Other, Self::Number),
            Value::String(text) => Self::Text(text),
            Value::Array(items) => Self::List(items.into_iter().map(Self::from).collect()),
            Value::Object(fields) => Self::Fields(fields.into_iter().map(|(name, value)| (name, Self::from(value))).collect()),
        }
    }
}

/// Why something given was refused, for whoever wrote the call: where it stood and what was expected.
pub type Refused = String;

/// What can be read from a given value.
pub trait Value: Sized {
    /// The value.
    ///
    /// # Errors
    /// When it is of another shape; the text says where and what was expected.
    fn read(given: Given) -> Result<Self, Refused>;
}

/// A place for a value, of whatever type.
pub trait Place {
    /// Puts in what was given. What is left out stays as it is.
    ///
    /// # Errors
    /// When it is of another shape.
    fn take(&mut self, given: Given) -> Result<(), Refused>;
}

impl<T: Value> Place for T {
    fn take(&mut self, given: Given) -> Result<(), Refused> {
        if given != Given::Nothing {
            *self = T::read(given)?;
        }
        Ok(())
    }
}

/// Reads a struct: each given field into the place of its name.
///
/// # Errors
/// When it is no struct, has a field of another name, or a field of another shape.
pub fn fields(given: Given, names: &[&str], places: &mut [&mut dyn Place]) -> Result<(), Refused> {
    let Given::Fields(fields) = given else { return Err(instead("an object", &given)) };
    for (name, given) in fields {
        let Some((_, place)) = names.iter().zip(places.iter_mut()).find(|(known, _)| **known == name) else {
            return Err(["unknown field ", &name, ", expected one of ", &names.join(", ")].concat());
        };
        place.take(given).map_err(|refused| within(&name, &refused))?;
    }
    Ok(())
}

/// Which of the words was given: as a variant is called, in small letters with `_` between its words.
///
/// # Errors
/// When it is none of them.
pub fn word(given: &Given, variants: &[&str]) -> Result<usize, Refused> {
    let text = if let Given::Text(text) = given { text.as_str() } else { "" };
    let words: Vec<String> = variants.iter().map(|variant| snake_case(variant)).collect();
    words.iter().position(|word| word == text).ok_or_else(|| instead(&words.join(" or "), given))
}

/// `PastSickPay` → `past_sick_pay`.
#[must_use]
pub fn snake_case(variant: &str) -> String {
    let mut word = String::new();
    for letter in variant.chars() {
        if letter.is_ascii_uppercase() && !word.is_empty() {
            word.push('_');
        }
        word.push(letter.to_ascii_lowercase());
    }
    word
}

#[cold]
#[inline(never)]
fn within(name: &str, refused: &str) -> Refused {
    [name, ": ", refused].concat()
}

#[cold]
#[inline(never)]
fn instead(expected: &str, given: &Given) -> Refused {
    let (before, what, after) = match given {
        Given::Nothing => ("", "nothing", ""),
        Given::Flag(_) => ("", "true or false", ""),
        Given::Number(_) => ("", "this number", ""),
        Given::Text(text) => ("\"", text.as_str(), "\""),
        Given::List(_) => ("", "a list", ""),
        Given::Fields(_) => ("", "an object", ""),
        Given::Other => ("", "something else", ""),
    };
    ["expected ", expected, ", not ", before, what, after].concat()
}

impl Value for bool {
    fn read(given: Given) -> Result<Self, Refused> {
        if let Given::Flag(flag) = given { Ok(flag) } else { Err(instead("true or false", &given)) }
    }
}

impl Value for f64 {
    fn read(given: Given) -> Result<Self, Refused> {
        if let Given::Number(number) = given { Ok(number) } else { Err(instead("a number", &given)) }
    }
}

impl Value for u32 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // it is whole and within the bounds
    fn read(given: Given) -> Result<Self, Refused> {
        match given {
            Given::Number(number) if number.fract() == 0.0 && (0.0..=f64::from(Self::MAX)).contains(&number) => Ok(number as Self),
            _ => Err(instead("a whole number from 0", &given)),
        }
    }
}

impl Value for String {
    fn read(given: Given) -> Result<Self, Refused> {
        if let Given::Text(text) = given { Ok(text) } else { Err(instead("a text", &given)) }
    }
}

impl<T: Value> Value for Vec<T> {
    fn read(given: Given) -> Result<Self, Refused> {
        let Given::List(items) = given else { return Err(instead("a list", &given)) };
        items.into_iter().map(T::read).collect()
    }
}

impl<T: Value> Value for Option<T> {
    fn read(given: Given) -> Result<Self, Refused> {
        if given == Given::Nothing { Ok(None) } else { T::read(given).map(Some) }
    }
}
