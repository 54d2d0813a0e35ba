// What the parts share: the state of the page, and the few things that change it.
import type { Core, Numbers } from "./core";
import type { Profile } from "./profile";
import type { Pace } from "./reading";
import type { Sheet } from "./sheets";
import type { CaseSettings, ChoiceSettings, FigureView, OpenedSettings, Question, Settings, View } from "./types";
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

/** A table as it comes in. `typed`: written from the typed cells of a workbook. */
export type Given = Pick<Table, "kind" | "name" | "bytes"> & { typed?: boolean };

/** A reading under way. */
export interface Progress {
  /** The share that is done, 0 to 1; nothing where it cannot be told. */
  done: number | null;
  /** Seconds left, once there is something to judge by. */
  left: number | null;
  /** The core or a workbook is opened, rows are read (again, where a value far down decides), what they say is counted, or what was there
   * before is put back. */
  phase: "opening" | "reading" | "again" | "counting" | "restoring";
}

/** Something to say of what came in: a key of the catalogue, and the name of the file it is about, if it has one. */
export interface Said {
  id: string;
  name: string;
}

/** Tables that have come while others are there: are they added, or do they stand in their place? */
export interface Asked {
  given: Given[];
  /** Whether the first of them has the same headings as one that is there, is made up, or neither. */
  like: "same" | "other" | "example";
}

/** A workbook of several sheets. The page keeps it, so that one more of them can be added. */
export interface OpenBook {
  name: string;
  sheets: Sheet[];
  /** The sheets that have been taken. */
  taken: Set<number>;
  /** Whether the user is asked which sheet to read. */
  open: boolean;
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
  /** Why something that came could not be taken. */
  problems: Said[];
  /** What became of the last thing that was asked for, where nothing else shows it. */
  notice: Said | null;
  /** What has come and waits for an answer. */
  asked: Asked | null;
  books: OpenBook[];
  /** What the user has answered of tables before, saved on request. */
  profiles: Profile[];
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
  /** What can be had before tables can be read. */
  numbers(): Numbers | null;
  core(): Core | null;
  view(): View | null;
  /** Whether the parts that follow the page have come. */
  further(): "coming" | "there" | "failed";
  /** Fetches them, where they have not come. */
  fetchFurther(): void;
  /** Changes settings and shows the result. */
  set(patch: Partial<Settings>): void;
  /** Changes what all investments share, or one of them: that which is shown. Only what rests on it is shown anew. */
  setInvestment(patch: Partial<Settings["investment"]>): void;
  setCase(patch: CaseSettings): void;
  /** Shows anew what rests on investments. */
  refreshInvestments(): void;
  /** Opens a department or a unit: everything shown is then of it alone. */
  openLevel(opened: OpenedSettings): void;
  /** Changes how a table's columns and causes are read. Fulfilled when the result is shown, or when it will not be. */
  choose(table: number, change: (choices: ChoiceSettings) => void): Promise<void>;
  /** Saves a profile, and says so: `id` is how. */
  keep(profile: Profile, id: string): void;
  /** Forgets a saved profile. */
  forget(profile: Profile): void;
  /** Reads a table by a profile, or without the one that was recognised. */
  follow(table: number, profile: Profile | null): Promise<void>;
  /** Takes what was pasted, dropped or opened: in place of what is there, or added to it. */
  take(table: Given | Given[], how: "replace" | "add"): void;
  /** Takes what came where there is nothing yet, and asks where there is. */
  offer(given: Given[]): Promise<void>;
  /** Opens a workbook: its sheet, or the question which. */
  open(sheets: Sheet[], name: string): void;
  /** Asks which sheet of a workbook to read. */
  chooseSheet(book: number): void;
  /** Has a file opened; how far it has come is shown once it has taken long. Rejects with `Stopped` as soon as it is cancelled, by the
   * user or by something newer that is opened. */
  busy<T>(work: (pace: Pace) => Promise<T>): Promise<T>;
  /** Takes a table away again. */
  remove(table: number): void;
  /** Stops the reading under way; what was there before stands. */
  cancel(): void;
  /** Rows set aside that can be mended, as a CSV file for the user. */
  downloadSetAside(table: number): void;
  /** Says why nothing could be taken. */
  refuse(problem: string, name?: string): void;
  /** Says what was done, where nothing else shows it. */
  notify(id: string, name?: string): void;
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
