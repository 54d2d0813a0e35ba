// Has the parts of the page follow the view: all at once, or one after the other with a rest between, so that the page answers meanwhile.
import type { Part } from "./app";
import { rested } from "./reading";
import type { View } from "./types";

/** Milliseconds after which the browser has its turn. */
const TASK = 12;

export class Drawing {
  private view: View | null = null;
  /** The parts that do not follow it yet, while there is a rest between. */
  private left: Part[] = [];
  private steps: Promise<void> | null = null;

  /** Whether parts are being drawn one by one. */
  get busy() {
    return this.steps !== null;
  }

  /** What is being drawn part by part gives way to what is newer, and is done when that is. */
  atOnce(parts: Part[], view: View | null) {
    if (this.steps) void this.inSteps(parts, view);
    else for (const part of parts) part.update(view);
  }

  /** Fulfilled when all of them follow the newest view. */
  inSteps(parts: Part[], view: View | null): Promise<void> {
    [this.left, this.view] = [[...parts], view];
    return (this.steps ??= this.step().finally(() => (this.steps = null)));
  }

  private async step() {
    let began = performance.now();
    for (let part = this.left.shift(); part; part = this.left.shift()) {
      part.update(this.view);
      if (this.left.length === 0 || performance.now() - began < TASK) continue;
      await rested();
      began = performance.now();
    }
  }
}
