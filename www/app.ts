// What the parts share: the state of the page, and the few things that change it.
import type { Core } from "./core";
import type { ChoiceSettings, FigureView, OpenedSettings, Question, Settings, View } from "./types";
import type { Lang } from "./words";

export type Kind = FigureView["kind"];
export type Theme = "auto" | "light" | "dark";
export type Scope = Question["scope"];

/** Where a table came from. The browser keeps its bytes, so that a corrected column can be read again; the page and the core do not. */
export interface Table {
  kind: "paste" | "case" | "file";
  /** Of a file or sheet; nothing for a paste. Shown, and kept nowhere else. */
  name: string;
  bytes: Blob;
  choices: ChoiceSettings;
  /** The name of the profile that was recognised and applied. */
  profile: string | null;
}

/** A reading under way. */
export interface Progress {
  /** The share that is done, 0 to 1. */
  done: number;
  /** Seconds left, once there is something to judge by. */
  left: number | null;
  /** Rows are read, or what they say is counted. */
  phase: "reading" | "counting";
}

/** All that the page itself holds. */
export interface State {
  lang: Lang;
  /** The words of the other language could not be fetched. */
  languageFailed: boolean;
  theme: Theme;
  settings: Settings;
  /** What was read, in the order it was added: none before the first paste. */
  tables: Table[];
  /** How far the reading under way has come. */
  reading: Progress | null;
  /** Why the last paste could not be taken: a key of the catalogue. */
  pasteProblem: string | null;
  /** Text of number fields that could not be read, by id of the field. */
  drafts: Map<string, string>;
  /** Disclosures that the user has opened or closed, by id. */
  open: Map<string, boolean>;
  /** Hours of each day of the week, while the schedule is being filled in. */
  week: (number | null)[] | null;
  /** How the units are sorted. */
  sort: { by: string; descending: boolean };
}

export interface App {
  state: State;
  core(): Core | null;
  view(): View | null;
  /** Changes settings and shows the result. */
  set(patch: Partial<Settings>): void;
  setInvestment(patch: Partial<Settings["investment"]>): void;
  /** Opens a department or a unit: everything shown is then of it alone. */
  openLevel(opened: OpenedSettings): void;
  /** Changes how a table's columns and causes are read, and shows the result. */
  choose(table: number, change: (choices: ChoiceSettings) => void): void;
  /** Takes what was pasted, dropped or opened: in place of what is there, or added to it. */
  take(table: Pick<Table, "kind" | "name" | "bytes"> & { typed?: boolean }, how: "replace" | "add"): void;
  /** Takes a table away again. */
  remove(table: number): void;
  /** Stops the reading under way; what was there before stands. */
  cancel(): void;
  /** Rows set aside that can be mended, as a CSV file for the user. */
  downloadSetAside(table: number): void;
  /** Says why nothing could be taken. */
  refuse(problem: string): void;
  clear(): void;
  speak(lang: Lang): Promise<void>;
  setTheme(theme: Theme): void;
  /** Opens a figure into its steps. */
  explain(scope: Scope, key: string, figure: string): void;
  /** Shows everything anew in the next frame. */
  refresh(): void;
  /** Tells a screen reader, politely. */
  say(text: string): void;
}

/** A part of the page: an element, and how it follows what there is to show. */
export interface Part {
  el: HTMLElement;
  update(view: View | null): void;
}
