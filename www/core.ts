// The only importer of the core: loads it, and gives its calls their types.
import init, { Barkraft, read_number, version } from "./pkg/barkraft.js";
import { wasmSource } from "wasm-source";
import type { ChoiceSettings, FigureView, Question, Settings, TableView, View } from "./types";

export interface Core {
  /** Begins to read a table: one that is there anew, or one more where `table` is the number of them. */
  begin(table: number, choices: ChoiceSettings): void;
  /** The next bytes, at most a mebibyte of them. False: this pass needs no more, go to `end`. */
  push(bytes: Uint8Array): boolean;
  /** True: the table is read. False: push it once more, from its first byte. */
  end(): boolean;
  /** Gives up the table under way; what was read before stands. */
  cancel(): void;
  remove(table: number): void;
  /** A slice of the work that `view` needs. The share that is done; 1 when all is. */
  work(settings: Settings): number;
  /** `labels`: the headings of the row number and of the reason; then, two by two, the id of each reason and its words. */
  beginSetAside(table: number, labels: string[]): void;
  /** The rows set aside of the table pushed in between, as CSV. */
  endSetAside(): Uint8Array;
  clear(): void;
  view(settings: Settings): View;
  /** How a table begins, read by itself: nothing of it stays. */
  peek(head: Uint8Array, choices: ChoiceSettings): TableView | undefined;
  explain(settings: Settings, question: Question): FigureView;
  readNumber(text: string): number | undefined;
  version: string;
}

function peek(head: Uint8Array, choices: ChoiceSettings) {
  const core = new Barkraft();
  try {
    core.begin(0, choices);
    do core.push(head);
    while (!core.end());
    return (core.view({}) as View).tables[0];
  } finally {
    core.free();
  }
}

/** Loads the core. Rejects where the browser cannot or may not run it. */
export async function loadCore(): Promise<Core> {
  await init({ module_or_path: wasmSource() });
  const core = new Barkraft();
  return {
    begin: (table, choices) => core.begin(table, choices),
    push: (bytes) => core.push(bytes),
    end: () => core.end(),
    cancel: () => core.cancel(),
    remove: (table) => core.remove(table),
    work: (settings) => core.work(settings),
    beginSetAside: (table, labels) => core.begin_set_aside(table, labels),
    endSetAside: () => core.end_set_aside(),
    clear: () => core.clear(),
    view: (settings) => core.view(settings) as View,
    peek,
    explain: (settings, question) => core.explain(settings, question) as FigureView,
    readNumber: (text) => read_number(text),
    version: version(),
  };
}
