// How the benches read with the core: the one place that changes when the core's calls do. Runs in the page.
import init, { Barkraft } from "../www/pkg/barkraft.js";

/** Whether a table can be read piece by piece, so that neither the page nor the core ever holds the whole file. */
export const pieces = false;

/** Loads the module; gives its memory. */
export async function load() {
  const { memory } = await init({ module_or_path: "/core.wasm" });
  return memory;
}

/** Everything from the bytes (a Uint8Array or a File) to the first view, as the page does it. */
export async function read(source) {
  const bytes = source instanceof Uint8Array ? source : new Uint8Array(await source.arrayBuffer());
  const core = new Barkraft();
  core.read(bytes, {});
  return { core, view: core.view({ monthly_pay: 32000 }) };
}

/** What a moved slider costs. */
export function show(core, pay) {
  return core.view({ monthly_pay: pay });
}
