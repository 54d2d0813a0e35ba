// What the parts share: the state of the page, and the few things that change it.
import type { Core } from "./core";
import type { ChoiceSettings, FigureView, OpenedSettings, Question, Settings, View } from "./types";
import type { Lang } from "./words";

export type Kind = FigureView["kind"];
export type Theme = "auto" | "light" | "dark";
export type Scope = Question["scope"];

/** All that the page itself holds. What was pasted is in the core, and nowhere else. */
export interface State {
  lang: Lang;
  /** The words of the other language could not be fetched. */
  languageFailed: boolean;
  theme: Theme;
  settings: Settings;
  choices: ChoiceSettings;
  /** What was read: none before the first paste. */
  source: { kind: "paste" | "case" | "file"; name: string } | null;
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
  /** Changes how columns and causes are read, and shows the result. */
  choose(change: (choices: ChoiceSettings) => void): void;
  /** Takes what was pasted, dropped or opened. */
  take(source: NonNullable<State["source"]>, bytes: Uint8Array): void;
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
