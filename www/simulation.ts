// Many draws of what is uncertain, in goes between which the page answers. What is newer puts an end to what is older.
import type { App } from "./app";
import type { Core } from "./core";
import { rested } from "./reading";
import type { Settings, SimulationView } from "./types";

/** The draws of the core. */
export interface Draws {
  /** False: there is nothing to draw. */
  begin(core: Core, settings: Settings, count: number, seed: number): boolean;
  /** The share that is done. */
  work(count: number): number;
  drawn(): SimulationView | null;
}

/** How many at a time: a few milliseconds. */
const GO = 1000;
/** Milliseconds after the last change before anything is drawn. */
const CALM = 120;

export class Simulating {
  private newest = 0;
  private key = "";
  drawn: SimulationView | null = null;

  constructor(private app: App, private draws: Draws, private done: () => void) {}

  /** Draws anew where something has changed. Meanwhile what was drawn stands, and is said to be of before. */
  follow(count: number, seed: number) {
    const { settings } = this.app.state;
    const key = JSON.stringify([settings, count, seed, this.app.view()?.as_of]);
    if (key === this.key) return;
    this.key = key;
    void this.draw(++this.newest, settings, count, seed);
  }

  private async draw(mine: number, settings: Settings, count: number, seed: number) {
    await new Promise((resolve) => setTimeout(resolve, this.drawn ? CALM : 0));
    const core = this.app.core();
    if (mine !== this.newest || !core) return;
    if (!this.draws.begin(core, settings, count, seed)) this.drawn = null;
    else {
      while (this.draws.work(GO) < 1) {
        await rested();
        if (mine !== this.newest) return;
      }
      this.drawn = this.draws.drawn();
    }
    this.done();
  }

  /** Whether what was drawn is of before. */
  get old() {
    return this.drawn !== null && this.pending;
  }

  private get pending() {
    return false;
  }
}
