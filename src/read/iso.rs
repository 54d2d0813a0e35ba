//! `2024-03-01`, as nearly all days are written: two of them stand in each of a million rows, and few months.

use super::date::{digits, ymd};
use crate::quantity::Date;

/// The months that have been met.
#[derive(Debug)]
pub(super) struct IsoDays(Vec<IsoMonth>);

#[derive(Debug, Clone, Copy)]
struct IsoMonth {
    /// `2024-03-`
    text: [u8; 8],
    first: Date,
    days: i32,
}

impl IsoDays {
    /// So many months are remembered, by the last digit of the year and those of the month.
    const REMEMBERED: usize = 1 << 9;

    pub(super) fn new() -> Self {
        Self(vec![IsoMonth { text: [0; 8], first: Date::OPEN, days: 0 }; Self::REMEMBERED])
    }

    /// The day; `None` where it is no day of the calendar, or written in another way.
    #[inline]
    pub(super) fn day(&mut self, cell: &[u8]) -> Option<Date> {
        let (text, [tens, ones]) = cell.split_first_chunk()? else { return None };
        let digits = [text[3], text[5], text[6]].map(|digit| usize::from(digit & 0xf));
        let month = self.0.get_mut(digits[0] << 5 | (digits[1] & 1) << 4 | digits[2])?;
        if month.text != *text {
            *month = IsoMonth::of(*text)?;
        }
        let [tens, ones] = [tens, ones].map(|digit| i32::from(digit.wrapping_sub(b'0')));
        let day = 10 * tens + ones;
        (tens < 4 && ones < 10 && 1 <= day && day <= month.days).then(|| month.first.plus(day - 1))
    }
}

impl IsoMonth {
    #[cold]
    fn of(text: [u8; 8]) -> Option<Self> {
        let [year @ .., b'-', tens, ones, b'-'] = text else { return None };
        let (year, month) = (digits(&year)?, digits(&[tens, ones])?);
        let first = ymd(year, month, 1)?;
        let days = (28..=31).rev().find(|day| ymd(year, month, *day).is_some())?;
        Some(Self { text, first, days })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_written_alike_are_read_alike() {
        let mut days = IsoDays::new();
        let mut day = Date::from_ymd(1995, 1, 1).unwrap();
        while day.year() < 2050 {
            assert_eq!(days.day(day.to_string().as_bytes()), Some(day));
            day = day.plus(1);
        }
        for cell in [
            "2023-02-29",
            "2024-02-30",
            "2024-02-00",
            "2024-13-01",
            "2024-1a-01",
            "2024-02-:1",
            "2024-02-1:",
            "2024/02/01",
            "2024-02-1",
            "",
        ] {
            assert_eq!(days.day(cell.as_bytes()), None, "{cell:?}");
        }
    }
}
