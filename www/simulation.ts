// Many draws of what is uncertain, in goes between which the page answers. What is newer puts an end to what is older.
import type { App } from "./app";
import type { Core } from "./core";
import { rested } from "./reading";
import type { Settings, SimulationView } from "./types";

/** The draws of the core. */
export interface Draws {
  /** False: there is nothing to draw. */
  begin(core: Core, settings: Settings, count: number, seed: number): boolean;
  /** Draws so many more. The share that is done. */
  work(count: number): number;
  drawn(): SimulationView | null;
}

/** How many at a time: a few milliseconds. */
const GO = 1000;
/** Milliseconds after the last change before anything is drawn anew. */
const CALM = 150;

export class Simulating {
  private newest = 0;
  private key = "";
  /** What was drawn; while something newer is being drawn, that of before. */
  drawn: SimulationView | null = null;
  /** Whether something newer is being drawn. */
  busy = false;

  constructor(private app: App, private draws: Draws, private done: () => void) {}

  /** Draws where something has changed. `rest` is what the draws rest on besides the settings. */
  follow(count: number, seed: number, rest: unknown) {
    const { settings } = this.app.state;
    const key = JSON.stringify([settings, count, seed, rest]);
    if (key === this.key) return;
    this.key = key;
    this.busy = true;
    void this.draw(++this.newest, settings, count, seed);
  }

  private async draw(mine: number, settings: Settings, count: number, seed: number) {
    if (this.drawn) await new Promise((resolve) => setTimeout(resolve, CALM));
    else await rested();
    const core = this.app.core();
    if (mine !== this.newest || !core) return;
    if (this.draws.begin(core, settings, count, seed)) {
      while (this.draws.work(GO) < 1) {
        await rested();
        if (mine !== this.newest) return;
      }
      this.drawn = this.draws.drawn();
    } else this.drawn = null;
    this.busy = false;
    this.done();
  }
}
