// How the benches read with the core: as the page does, by its own way through a table. The one place that changes when the
// core's calls do. Runs in the page.
import { loadCore, loadNumbers, warmUp } from "../www/core.ts";
import { Pace, count, readTable } from "../www/reading.ts";
import { memory } from "reading-source";

const CHOICES = { columns: [], causes: [], typed: false };

/** Loads both modules and warms them up, as the page does before a table comes; gives the memory of the one that reads. */
export async function load() {
  await loadNumbers();
  await warmUp(async () => undefined);
  return memory();
}

/** Everything from the bytes (a Uint8Array or a File) to the first view, slice by slice, with the page's rests between. */
export async function read(source) {
  const core = await loadCore();
  const settings = { monthly_pay: 32000 };
  const pace = new Pace(null, () => {});
  await readTable(core, 0, { bytes: source, choices: CHOICES }, pace);
  await count(core, () => settings, pace);
  return { core, view: core.view(settings) };
}

/** What a moved slider costs. */
export function show(core, pay) {
  return core.view({ monthly_pay: pay });
}
