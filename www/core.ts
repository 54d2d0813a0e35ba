// The only importer of the core: loads it, and gives its calls their types.
import init, { Barkraft, read_number, version } from "./pkg/barkraft.js";
import { wasmSource } from "wasm-source";
import type { ChoiceSettings, FigureView, Question, Settings, View } from "./types";

export interface Core {
  read(bytes: Uint8Array, choices: ChoiceSettings): void;
  reread(choices: ChoiceSettings): void;
  clear(): void;
  view(settings: Settings): View;
  explain(settings: Settings, question: Question): FigureView;
  readNumber(text: string): number | undefined;
  version: string;
}

/** Loads the core. Rejects where the browser cannot or may not run it. */
export async function loadCore(): Promise<Core> {
  await init({ module_or_path: wasmSource() });
  const core = new Barkraft();
  return {
    read: (bytes, choices) => core.read(bytes, choices),
    reread: (choices) => core.reread(choices),
    clear: () => core.clear(),
    view: (settings) => core.view(settings) as View,
    explain: (settings, question) => core.explain(settings, question) as FigureView,
    readNumber: (text) => read_number(text),
    version: version(),
  };
}
