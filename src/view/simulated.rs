//! Draws of the uncertain inputs, in as many goes as one likes.

use super::economics::planned;
use super::investment::simulation_view;
use super::model::{Settings, SimulationView};
use crate::investment::{Ground, Simulation};

/// Draws in the seed's order, so that the same settings, number and seed give the same answer.
#[derive(Debug, Clone)]
pub struct Simulated {
    simulation: Simulation,
    cases: Vec<u32>,
    draws: u32,
    seed: u32,
}

impl Simulated {
    /// Begins; `None` where no investment has both a cost and an effect.
    #[must_use]
    pub fn new(ground: &Ground, settings: &Settings, draws: u32, seed: u32) -> Option<Self> {
        let (simulation, cases) = planned(ground, settings).simulation(draws, seed)?;
        Some(Self { simulation, cases, draws, seed })
    }

    /// Draws so many more; gives the share that is done.
    pub fn work(&mut self, draws: u32) -> f64 {
        self.simulation.work(draws)
    }

    /// What the draws give.
    #[must_use]
    pub fn view(&self) -> SimulationView {
        simulation_view(&self.simulation.outcomes(), &self.cases, self.draws, self.seed)
    }
}
