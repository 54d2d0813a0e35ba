//! Departments and units: what can be opened, and what is.

use super::Context;
use super::model::{DepartmentView, OpenedSettings, OrganisationView};
use crate::absence::Statistics;

/// The units of the part that the settings open, and the names of its department and unit. A name that the data does not have opens
/// nothing.
pub(super) fn opened(statistics: &Statistics, settings: &OpenedSettings) -> (Vec<usize>, Option<String>, Option<String>) {
    let department = settings.department.clone().filter(|name| statistics.departments.contains(name));
    let in_department = |unit: usize| department.is_none() || name_of(statistics, unit) == department.as_deref();
    let within: Vec<usize> = (0..statistics.units.len()).filter(|unit| in_department(*unit)).collect();
    let unit = settings.unit.clone().filter(|name| within.iter().any(|unit| statistics.units[*unit] == *name));
    let units = within.into_iter().filter(|at| unit.as_ref().is_none_or(|name| statistics.units[*at] == *name)).collect();
    (units, department, unit)
}

/// The name of a unit's department.
fn name_of(statistics: &Statistics, unit: usize) -> Option<&str> {
    let department = *statistics.department_of.get(unit)?;
    statistics.departments.get(department as usize).map(String::as_str)
}

impl Context<'_> {
    /// The name of a unit's department.
    pub(super) fn department_of(&self, unit: usize) -> Option<&str> {
        name_of(self.statistics, unit)
    }

    /// The unit of a key: its name, after its department and a tab where there are departments.
    pub(super) fn unit_of_key(&self, key: &str) -> Option<usize> {
        let (department, name) = key.split_once('\t').map_or((None, key), |(department, name)| (Some(department), name));
        let units = &self.statistics.units;
        (0..units.len()).find(|at| units[*at] == name && (department.is_none() || self.department_of(*at) == department))
    }

    pub(super) fn organisation(&self) -> OrganisationView {
        let statistics = self.statistics;
        let units_of = |department: Option<&str>| {
            let mut names: Vec<String> = Vec::new();
            for unit in 0..statistics.units.len() {
                if self.department_of(unit) == department && !statistics.units[unit].is_empty() {
                    let place = names.partition_point(|name| *name < statistics.units[unit]);
                    names.insert(place, statistics.units[unit].clone());
                }
            }
            names
        };
        let mut departments: Vec<DepartmentView> = Vec::new();
        for name in &statistics.departments {
            let place = departments.partition_point(|known| known.name < *name);
            departments.insert(place, DepartmentView { name: name.clone(), units: units_of(Some(name)) });
        }
        let units = if departments.is_empty() { units_of(None) } else { Vec::new() };
        OrganisationView { departments, units, department: self.department.clone(), unit: self.unit.clone() }
    }
}
