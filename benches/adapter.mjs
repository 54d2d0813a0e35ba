// How the benches read with the core: as the page does, by its own way through a table. The one place that changes when the
// core's calls do. Runs in the page.
import init, { Barkraft } from "../www/pkg/barkraft.js";
import { Pace, count, readTable } from "../www/reading.ts";

const CHOICES = { columns: [], causes: [], typed: false };

/** Loads the module; gives its memory. */
export async function load() {
  const { memory } = await init({ module_or_path: "/core.wasm" });
  return memory;
}

/** Everything from the bytes (a Uint8Array or a File) to the first view, slice by slice, with the page's rests between. */
export async function read(source) {
  const core = new Barkraft();
  const calls = {
    begin: (table, choices) => core.begin(table, choices),
    push: (bytes) => core.push(bytes),
    end: () => core.end(),
    cancel: () => core.cancel(),
    work: (settings) => core.work(settings),
  };
  const settings = { monthly_pay: 32000 };
  const pace = new Pace(null, () => {});
  await readTable(calls, 0, { bytes: source instanceof Uint8Array ? inMemory(source) : source, choices: CHOICES }, pace);
  await count(calls, () => settings, pace);
  return { core, view: core.view(settings) };
}

/** What a moved slider costs. */
export function show(core, pay) {
  return core.view({ monthly_pay: pay });
}

/** Bytes in memory with what is asked of a file. */
const inMemory = (bytes) => ({
  size: bytes.length,
  slice: (from, to) => ({ arrayBuffer: async () => bytes.slice(from, to).buffer }),
});
