// The only importer of the core: loads its two modules, and gives their calls types. What shows figures comes with the page; what reads
// tables and counts follows as soon as the page is there, and hands over what was counted.
import init, { Figures, read_number, version } from "./pkg-figures/barkraft.js";
import { loadReading } from "reading-source";
import { figuresSource } from "figures-source";
import type { ChoiceSettings, FigureView, Question, Settings, TableView, View } from "./types";

/** What of a view comes of the tables and their counting: all but what is told of investments. */
export type Counted = Omit<View, "investment" | "follow_up" | "production">;

/** What of a view the module for tables tells. */
type Told = Pick<View, "reading" | "tables" | "notes">;

/** What can be had before tables can be read. */
export interface Numbers {
  readNumber(text: string): number | undefined;
  version: string;
}

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
  view(settings: Settings): Counted;
  /** What investments rest on, as numbers and texts; nothing where it is as it was when this was last asked for. */
  ground(settings: Settings): [Float64Array, string[]] | null;
  /** Some of what the next `view` does, where something has been counted since the last: with rests between. */
  prepare(settings: Settings, rest: () => Promise<void>): Promise<void>;
  /** How a table begins, read by itself: nothing of it stays. */
  peek(head: Uint8Array, choices: ChoiceSettings): TableView | undefined;
  explain(settings: Settings, question: Question): FigureView;
  /** Gives back what it holds. It cannot be used any more. */
  free(): void;
}

/** The module that comes with the page. Rejects where the browser cannot or may not run it. */
export async function loadNumbers(): Promise<Numbers> {
  await init({ module_or_path: figuresSource() });
  return { readNumber: (text) => read_number(text), version: version() };
}

/** All of the core, once the first module is there. */
export async function loadCore(): Promise<Core> {
  const { Tables } = await loadReading();
  const tables = new Tables();
  const figures = new Figures();
  let told: Told;

  /** How often something else was counted, and what was shown last of it. */
  let counts = 0;
  let shown = { key: "", figures: null as Counted | null, grounded: "" };

  /** What was counted last, on its way to the figures. */
  let passing: Iterator<void> = [].values();

  function* pass(settings: Settings) {
    const counted = tables.counted(settings);
    if (!counted) return;
    yield;
    const [numbers, texts] = [counted.numbers(), counted.texts()];
    counted.free();
    told = tables.told() as Told;
    yield;
    figures.take(numbers, texts);
    counts++;
  }

  /** Has the figures know what was counted last. */
  function handOver(settings: Settings) {
    while (!passing.next().done);
    passing = pass(settings);
    while (!passing.next().done);
  }

  return {
    begin: (table, choices) => tables.begin(table, choices),
    push: (bytes) => tables.push(bytes),
    end: () => tables.end(),
    cancel: () => tables.cancel(),
    remove: (table) => tables.remove(table),
    work: (settings) => tables.work(settings),
    beginSetAside: (table, labels) => tables.begin_set_aside(table, labels),
    endSetAside: () => tables.end_set_aside(),
    clear: () => tables.clear(),
    view(settings) {
      handOver(settings);
      // What is said of investments changes none of it.
      const key = keyOf(settings, counts);
      if (shown.figures === null || shown.key !== key) {
        shown = { ...shown, key, figures: Object.assign(figures.view(settings) as Counted, told) };
      }
      return shown.figures as Counted;
    },
    ground(settings) {
      handOver(settings);
      const places = settings.investment?.cases?.map(({ unit, department }) => [unit, department]);
      const key = JSON.stringify([keyOf(settings, counts), places]);
      if (shown.grounded === key) return null;
      shown.grounded = key;
      const ground = figures.ground(settings);
      const passed: [Float64Array, string[]] = [ground.numbers(), ground.texts()];
      ground.free();
      return passed;
    },
    async prepare(settings, rest) {
      while (!passing.next().done);
      const mine = (passing = pass(settings));
      while (!mine.next().done) await rest();
    },
    peek(head, choices) {
      const peeked = new Tables();
      try {
        peeked.begin(0, choices);
        do peeked.push(head);
        while (!peeked.end());
        return peeked.table() as TableView | undefined;
      } finally {
        peeked.free();
      }
    },
    explain(settings, question) {
      handOver(settings);
      return figures.explain(settings, question) as FigureView;
    },
    free() {
      tables.free();
      figures.free();
    },
  };
}

/** What the figures hang on. */
const keyOf = (settings: Settings, counted: number) =>
  JSON.stringify([counted, { ...settings, investment: null, follow_up: null, production: null }]);

/** Spells of twelve people in three units over two years. */
const trial = () => ["Anst.nr;Enhet;Fr.o.m.;T.o.m.;Omfattning;Orsak", ...Array.from({ length: 72 }, (_, at) => {
  const month = `${2022 + (at % 2)}-${String(1 + (at % 12)).padStart(2, "0")}`;
  return `${at % 12};Enhet ${at % 3};${month}-0${1 + (at % 9)};${month}-${at % 5 ? 10 : 28};${at % 4 ? 100 : 50} %;Sjuk`;
})].join("\n");

/** Browsers compile a function of the core when it is first called. This calls most of them on a table of its own, which it throws away, so
 * that the first table of a user is read and shown as quickly as the next. `rest` lets something else come first. */
export async function warmUp(rest: () => Promise<void>) {
  const core = await loadCore();
  const steps = [
    () => { core.begin(0, {}); core.push(new TextEncoder().encode(trial())); },
    () => { core.end(); },
    () => { while (core.work({}) < 1); },
    () => { core.view({}); },
  ];
  for (const step of steps) {
    await rest();
    step();
  }
  core.free();
}
