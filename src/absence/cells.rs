//! Sums by unit and month. A cell takes room once something is put into it: a large organisation has thousands, and what is tried for a
//! few people touches few of them.

use std::ops::Range;

use super::Sums;
use super::passed::parts;

/// The sums of each unit and month, by the number of the cell.
#[derive(Debug, Clone, Default)]
pub(super) struct Cells {
    /// For each cell where its sums stand: at 0 while nothing has been put into it.
    places: Vec<u32>,
    /// The first are those of all cells that hold nothing.
    sums: Vec<Sums>,
}

impl Cells {
    /// So many cells that hold nothing.
    pub fn new(number: usize) -> Self {
        Self { places: vec![0; number], sums: vec![Sums::default()] }
    }

    /// How many they are; 0 where there are none at all.
    pub const fn len(&self) -> usize {
        self.places.len()
    }

    /// What a cell holds; `None` where there is no such cell.
    pub fn get(&self, cell: usize) -> Option<&Sums> {
        self.sums.get(*self.places.get(cell)? as usize)
    }

    /// What a cell holds, to be added to.
    #[inline]
    pub fn at(&mut self, cell: usize) -> &mut Sums {
        let place = &mut self.places[cell];
        if *place == 0 {
            *place = u32::try_from(self.sums.len()).unwrap_or(0);
            self.sums.push(Sums::default());
        }
        &mut self.sums[*place as usize]
    }

    /// What those of some cells hold that hold anything, by their number among them.
    pub fn filled(&self, cells: Range<usize>) -> impl Iterator<Item = (usize, &Sums)> {
        let places = self.places.get(cells).unwrap_or_default();
        places.iter().enumerate().filter(|(_, place)| **place > 0).map(|(cell, place)| (cell, &self.sums[*place as usize]))
    }

    /// Takes off what others hold; either may have no cells at all.
    pub fn take_off(&mut self, others: &Self) {
        if self.len() < others.len() {
            *self = Self::new(others.len());
        }
        for (cell, sums) in others.filled(0..others.len()) {
            *self.at(cell) -= *sums;
        }
    }
}

parts!(Cells { places, sums });

/// Whether they hold the same, in whatever order they were filled.
impl PartialEq for Cells {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && (0..self.len()).all(|cell| self.get(cell) == other.get(cell))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spells(spells: f64) -> Sums {
        Sums { spells, ..Sums::default() }
    }

    #[test]
    fn cells_hold_the_same_in_whatever_order_they_were_filled() {
        let (mut one, mut other) = (Cells::new(3), Cells::new(3));
        for (cell, sums) in [(0, spells(1.0)), (2, spells(2.0))] {
            *one.at(cell) += sums;
        }
        for (cell, sums) in [(2, spells(2.0)), (1, spells(0.0)), (0, spells(1.0))] {
            *other.at(cell) += sums;
        }
        assert_eq!(one, other);
        assert_eq!(one.filled(1..3).map(|(cell, sums)| (cell, sums.spells)).collect::<Vec<_>>(), [(1, 2.0)]);
        assert_eq!(one.get(1), Some(&Sums::default()));
        assert_eq!(one.get(3), None);
        assert_ne!(one, Cells::new(3));
    }

    #[test]
    fn what_others_hold_is_taken_off() {
        let (mut all, mut part) = (Cells::new(2), Cells::new(2));
        *all.at(0) += spells(3.0);
        *part.at(0) += spells(1.0);
        *part.at(1) += spells(1.0);
        all.take_off(&part);
        assert_eq!((all.get(0), all.get(1)), (Some(&spells(2.0)), Some(&spells(-1.0))));
        let mut none = Cells::default();
        none.take_off(&part);
        assert_eq!(none.get(1), Some(&spells(-1.0)));
        none.take_off(&Cells::default());
        assert_eq!(none.len(), 2);
    }
}
