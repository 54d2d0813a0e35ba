// What happens to tables: one thing at a time. What the core holds is brought to be what is wanted, and put back if that is stopped.
import type { App, Given, Progress, State, Table } from "./app";
import type { Core } from "./core";
import { choicesBy, recognise, sameHeadings } from "./profile";
import { Pace, Stopped, count, head, readTable, rowsSetAside } from "./reading";
import type { Settings, TableView } from "./types";

interface Page {
  state: State;
  core(): Promise<Core>;
  /** How what is there was understood. */
  tables(): TableView[];
  /** How far it has come; nothing when it is done. */
  tell(progress: Progress | null): void;
  /** Shows what came of it; `arrived` when a table has come. Fulfilled when all of it is shown. */
  show(arrived: boolean): Promise<void>;
  notify(id: string, name?: string): void;
  refuse(id: string, name?: string): void;
  /** Tables about units have been added, from this one on. */
  added(from: number): void;
  /** Shows the question what to do with what has come, or that it has been answered. */
  ask(): void;
  fail(error: unknown): void;
}

/** Notes of what is no table at all: nothing to add, and nothing to put in place of what is there. */
const HOPELESS = ["empty", "not_text", "endless_row", "too_wide"];

/** Whether it is about units, and says nothing of absence. */
const isAbout = (table: TableView | undefined) => table?.layout === "about_units";

/** A table as it came, before anything is said of it. */
const plainTable = ({ kind, name, bytes, typed = false }: Given): Table => ({
  kind, name, bytes, choices: { columns: [], causes: [], typed }, profile: null,
});

/** Reading that lasts longer than this is shown, unless it is nearly done: milliseconds, and the share. */
const [SLOW, NEARLY] = [300, 0.8];

export type Intake = Pick<App, "take" | "offer" | "choose" | "follow" | "remove" | "cancel" | "busy"> & {
  /** Whether the core holds what is shown, and may be asked for more of it. */
  settled(): boolean;
  /** Whether something is under way. */
  working(): boolean;
  /** Works out what changed settings need, where that takes a while. */
  recount(): void;
  setAside(table: number, labels: string[]): Promise<Uint8Array | null>;
  forget(): void;
};

export function intake(page: Page): Intake {
  const { state } = page;
  /** The tables that the core holds. */
  let held: Table[] = [];
  /** Those that it is on its way to hold. */
  let wanted: Table[] | null = null;
  /** Whether a table is among them that has not been shown. */
  let arrives = false;
  let counting = false;
  /** What was said of the tables before, while it may come back. */
  let said: Partial<Settings> | null = null;
  let current: AbortController | null = null;
  /** The file that is being opened. */
  let opening: AbortController | null = null;
  let line: Promise<unknown> = Promise.resolve();

  /** Has the core hold these tables, in this order, and nothing else. */
  async function become(core: Core, next: Table[], pace: Pace) {
    for (const [at, table] of next.entries()) {
      if (held[at] === table) continue;
      const later = held.indexOf(table, at);
      if (later >= 0) drop(core, at, later);
      else {
        await readTable(core, at, table, pace);
        held = [...held.slice(0, at), table, ...held.slice(at + 1)];
      }
    }
    drop(core, next.length, held.length);
  }

  function drop(core: Core, from: number, to: number) {
    for (let at = to - 1; at >= from; at--) core.remove(at);
    held = held.filter((_, at) => at < from || at >= to);
  }

  const settled = () => !counting && held.length === state.tables.length && held.every((table, at) => table === state.tables[at]);

  async function counted(core: Core, pace: Pace) {
    counting = true;
    try {
      await count(core, () => state.settings, pace);
    } finally {
      counting = false;
    }
  }

  /** Tells how far it has come, once it has taken long. */
  function teller() {
    const began = performance.now();
    let last: Progress = { done: null, left: null, phase: "opening" };
    let open = false;
    const tell = (progress: Progress) => {
      last = progress;
      open ||= performance.now() - began > SLOW && (progress.done ?? 0) < NEARLY;
      if (open) page.tell(progress);
    };
    const timer = setTimeout(() => tell(last), SLOW + 1);
    return { tell, end: () => clearTimeout(timer) };
  }

  /** Does it when what is under way has come to its end, which is at once. */
  function begin(work: (core: Core, pace: Pace) => Promise<void>): Promise<void> {
    current?.abort();
    const mine = (current = new AbortController());
    const turn = line.then(async () => {
      if (mine.signal.aborted) return;
      const { tell, end } = teller();
      try {
        const core = await page.core();
        const pace = new Pace(mine.signal, tell);
        pace.woken();
        await work(core, pace);
      } catch (error) {
        if (mine === current) await putBack(error);
      } finally {
        end();
        if (mine === current) {
          [current, wanted, said, arrives] = [null, null, null, false];
          page.tell(null);
        }
      }
    });
    line = turn;
    return turn;
  }

  const cancelled = () => page.notify(state.tables.length > 0 ? "progress.cancelled" : "progress.cancelled.empty");

  /** What was there before stands, or is read once more. */
  async function putBack(error: unknown) {
    try {
      const core = await page.core();
      if (!(error instanceof Stopped) && !(error instanceof DOMException)) return page.fail(error);
      Object.assign(state.settings, said);
      if (!settled()) await become(core, state.tables, new Pace(null, (progress) => page.tell({ ...progress, phase: "restoring" })));
      void page.show(false);
      if (error instanceof Stopped) cancelled();
      // A file that has been moved or changed since it was opened.
      else page.refuse("paste.problem.file");
    } catch (error) {
      page.fail(error);
    }
  }

  /** Has the core hold these tables, and shows it. `anew`: what was said of all of them together holds no longer. */
  function want(next: (core: Core) => Promise<Table[]> | Table[], arrived: boolean, anew: boolean) {
    arrives ||= arrived;
    let shown: Promise<void> | undefined;
    return begin(async (core, pace) => {
      wanted = await next(core);
      await become(core, wanted, pace);
      if (anew) {
        said ??= { opened: state.settings.opened ?? {}, begun_earlier: state.settings.begun_earlier ?? null };
        Object.assign(state.settings, { opened: {}, begun_earlier: null });
      }
      await counted(core, pace);
      state.tables = wanted;
      shown = page.show(arrives);
    }).then(() => shown);
  }

  /** A table as it is to be read: by a profile, if it is of a kind that is known. */
  async function ready(core: Core, given: Given): Promise<Table> {
    const table = plainTable(given);
    if (given.kind === "case" || state.profiles.length === 0) return table;
    const begins = core.peek(await head(given.bytes), table.choices);
    const profile = begins && recognise(begins, state.profiles);
    return profile ? { ...table, choices: choicesBy(profile, begins, given.typed === true), profile: profile.name } : table;
  }

  function take(given: Given | Given[], how: "replace" | "add", arrives = true) {
    Object.assign(state, { notice: null, asked: null });
    page.ask();
    const before = how === "add" ? state.tables : [];
    return want(async (core) => [...before, ...(await Promise.all([given].flat().map((one) => ready(core, one))))], arrives, true);
  }

  /** Reads one of the tables in another way. */
  function again(at: number, change: (table: Table) => Table) {
    const next = (wanted ?? state.tables).map((table, index) => (index === at ? change(table) : table));
    wanted = next;
    return want(() => next, false, false);
  }

  return {
    take,
    settled,
    working: () => current !== null,
    async offer(given) {
      const first = given[0];
      if (!first) return;
      const tables = page.tables();
      // Made-up data gives way, and so does what could not be used.
      const own = state.tables.some(({ kind }, at) => kind !== "case" && ((tables[at]?.used ?? 0) > 0 || isAbout(tables[at])));
      if (!own) return take(given, "replace");
      current?.abort();
      const core = await page.core();
      const peeked = await Promise.all(given.map(async ({ kind, bytes, typed }) => kind === "case" ? undefined : core.peek(await head(bytes), { typed: typed === true })));
      const [begins] = peeked;
      const hopeless = begins?.notes.find(({ id }) => HOPELESS.includes(id));
      if (hopeless) return page.refuse(`note.${hopeless.id}`, first.name);
      // What units are and what absence they had can only belong together.
      const about = peeked.every(isAbout);
      if (about || (begins && tables.every(isAbout))) {
        const from = state.tables.length;
        await take(given, "add", !about);
        if (about && state.tables.length > from) page.added(from);
        return;
      }
      const like = first.kind === "case" ? "example"
        : begins && tables.some((table) => sameHeadings(table, begins)) ? "same" : "other";
      state.asked = { given, like };
      page.ask();
    },
    choose: (at, change) =>
      again(at, (table) => {
        const choices = structuredClone(table.choices);
        change(choices);
        return { ...table, choices };
      }),
    follow: (at, profile) =>
      again(at, (table) => {
        const typed = table.choices.typed === true;
        const view = page.tables()[at];
        const choices = profile && view ? choicesBy(profile, view, typed) : { columns: [], causes: [], typed };
        return { ...table, choices, profile: profile?.name ?? null };
      }),
    remove(at) {
      const next = state.tables.filter((_, index) => index !== at);
      void want(() => next, false, true);
    },
    cancel() {
      current?.abort();
      if (!opening) return;
      opening.abort();
      cancelled();
    },
    async busy(work) {
      opening?.abort();
      const { tell, end } = teller();
      const mine = (opening = new AbortController());
      const stopped = new Promise<never>((_, reject) => mine.signal.addEventListener("abort", () => reject(new Stopped())));
      try {
        return await Promise.race([work(new Pace(mine.signal, tell)), stopped]);
      } finally {
        end();
        if (mine === opening) opening = null;
        if (current === null && opening === null) page.tell(null);
      }
    },
    recount: () => void begin(async (core, pace) => {
      await counted(core, pace);
      void page.show(false);
    }),
    setAside(at, labels) {
      const table = state.tables[at];
      const turn = line.then(async () => {
        const core = await page.core();
        return table ? rowsSetAside(core, at, table.bytes, labels, new Pace(null, page.tell)) : null;
      }).catch((error: unknown) => (page.fail(error), null)).finally(() => page.tell(null));
      line = turn;
      return turn;
    },
    forget() {
      current?.abort();
      opening?.abort();
      [current, held, wanted, said, arrives] = [null, [], null, null, false];
    },
  };
}
