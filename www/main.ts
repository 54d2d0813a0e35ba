// Start and wiring: one state, one core, and parts that follow what there is to show.
import type { App, Part, State } from "./app";
import { loadCore, loadNumbers, warmUp, type Core, type Numbers } from "./core";
import { h, put, setText, show, whenIdle } from "./dom";
import { Drawing } from "./drawing";
import type { Economics } from "./economics";
import { intake } from "./intake";
import { cost } from "./parts/cost";
import { figurePanel } from "./parts/figure";
import { follows } from "./parts/follows";
import { footer } from "./parts/footer";
import { forecast } from "./parts/forecast";
import { glance } from "./parts/glance";
import { header } from "./parts/header";
import { how } from "./parts/how";
import { closer, measures } from "./parts/more";
import { listen, paste } from "./parts/paste";
import { isOfSaving, saveProfile } from "./parts/profile";
import { progress } from "./parts/progress";
import { understood } from "./parts/understood";
import { workplace } from "./parts/workplace";
import { store, stored, withProfile } from "./profile";
import type { View } from "./types";
import { headlineText } from "./parts/headline";
import { download, go } from "./parts/pieces";
import { rested } from "./reading";
import { sheetName } from "./source";
import { learn, speak, t } from "./words";

/** The core reads no clock. */
function today() {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const fresh = (): State => ({
  lang: "sv",
  languageFailed: false,
  theme: "auto",
  settings: { investment: { cases: [{}] }, today: today() },
  tables: [],
  reading: null,
  problems: [],
  notice: null,
  asked: null,
  books: [],
  profiles: stored(),
  drafts: new Map(),
  open: new Map(),
  week: null,
  sort: { by: "estimated_total", descending: true },
});

const state = fresh();
const page = document.getElementById("page") as HTMLElement;
const status = h("p", { class: "sr", role: "status", id: "status" });
const trouble = h("div", { class: "trouble page-trouble", role: "alert", id: "trouble", hidden: true });
let numbers: Numbers | null = null;
let core: Core | null = null;
/** What follows the page, with parts of its own. */
let economics: Economics | null = null;
/** It is on its way. */
let following: Promise<void> | null = null;
let followingFailed = false;
/** Stands where its parts will. */
let place: Part | null = null;
let view: View | null = null;
let parts: Part[] = [];
/** Those of them that follow the page. */
let further: Part[] = [];
const drawing = new Drawing();
let bar: Part | null = null;
let panel: ReturnType<typeof figurePanel> | null = null;
let frame = 0;
/** What was changed last of the investments. */
let change = Symbol("change");
/** Whether more is to be shown anew than what rests on investments. */
let all = false;
/** How often the page is being shown in steps. */
let steps = 0;
let failed: string | null = null;
/** The language that was asked for last; its words may still be on their way. */
let wanted = state.lang;

/** So many parts come down to what was understood of a table. */
const FIRST = 3;

const loading = loadNumbers().then((loaded) => {
  numbers = loaded;
  document.documentElement.dataset["core"] = "figures";
  app.refresh();
  return loadCore();
});

/** The one place for what should not happen. */
function fail(problem: string, error: unknown) {
  console.error(error);
  failed = problem;
  put(trouble, h("p", null, h("strong", null, t(problem))), h("p", null, t(`${problem}.next`)));
  show(trouble, true);
}

function guarded(work: () => void) {
  try {
    work();
  } catch (error) {
    fail("trouble.unexpected", error);
  }
}

/** What there is to show. */
function look() {
  if (state.tables.length === 0) view = null;
  else if (core && tables.settled()) {
    // What takes long is worked out first, with rests; what was there is shown meanwhile.
    if (tables.working() || core.work(state.settings) >= 1) view = Object.assign(core.view(state.settings), economics?.view(core, state.settings)) as unknown as View;
    else tables.recount();
  }
}

/** All of it anew, whatever has changed. */
function showEverything() {
  all = true;
  showAll();
}

function showAll() {
  frame = 0;
  const every = all || drawing.busy;
  all = false;
  guarded(() => {
    look();
    const [first, ...rest] = further;
    if (every || !first) drawing.atOnce(parts, view);
    else {
      // An investment is answered within the frame; what came of earlier ones hardly hangs on it.
      first.update(view);
      const mine = (change = Symbol("change"));
      whenIdle(() => guarded(() => mine === change && rest.forEach((part) => part.update(view))));
    }
  });
}

/** The same where most of it may be new: part by part, first down to what was understood of the tables. */
async function showInSteps() {
  const main = document.getElementById("main");
  steps++;
  main?.setAttribute("aria-busy", "true");
  try {
    await rested();
    if (state.tables.length > 0 && tables.settled()) await core?.prepare(state.settings, rested);
    look();
    await rested();
    await drawing.inSteps(parts.slice(0, FIRST), view);
    if (main) {
      // what is still to come makes room for scrolling already
      main.style.paddingBottom = "100vh";
      // unless something newer has been asked or said
      if (!state.asked && !state.notice && state.problems.length === 0) meetTables();
    }
    await drawing.inSteps(parts.slice(FIRST), view);
  } catch (error) {
    fail("trouble.unexpected", error);
  }
  if (--steps === 0) main?.removeAttribute("aria-busy");
  if (main) main.style.paddingBottom = "";
  if (failed === null) tell();
}

/** Fetches what follows the page, unless it is there or on its way. */
function fetchFurther() {
  if (economics) return;
  followingFailed = false;
  following ??= import("./economics").then(({ loadEconomics }) => loadEconomics()).then(
    (loaded) => {
      economics = loaded;
      document.documentElement.dataset["economics"] = "ready";
      guarded(standInPlace);
    },
    () => {
      following = null;
      followingFailed = true;
      document.documentElement.dataset["economics"] = "failed";
      app.refresh();
    },
  );
  app.refresh();
}

/** The parts that have come stand where their place was, and have its focus. */
function standInPlace() {
  if (!place || !economics) return;
  const arrived = economics.parts(app);
  const focused = place.el.contains(document.activeElement);
  place.el.replaceWith(...arrived.map(({ el }) => el));
  parts.splice(parts.indexOf(place), 1, ...arrived);
  further = arrived;
  place = null;
  look();
  for (const part of arrived) part.update(view);
  if (focused) arrived[0]?.el.querySelector("h2")?.focus();
}

/** Brings what has been said of what came into sight, where it is not. */
const meet = (id: string) => requestAnimationFrame(() => requestAnimationFrame(() => go(id)));

const tables = intake({
  state,
  core: () => loading,
  tables: () => view?.tables ?? [],
  tell(progress) {
    state.reading = progress;
    bar?.update(view);
  },
  show(arrived) {
    // A book stays for as long as one of its sheets does, or is asked about.
    const named = [...state.tables, ...(state.asked?.given ?? [])];
    state.books = state.books.filter(({ name, open }) => open || named.some((table) => table.name.startsWith(sheetName(name, ""))));
    failed = null;
    show(trouble, false);
    // Who corrects a column goes on typing: what is drawn then is known, and little of it is new.
    if (state.tables.length > 0) fetchFurther();
    if (arrived) return showInSteps();
    showEverything();
    return Promise.resolve();
  },
  notify: (id, name) => app.notify(id, name),
  refuse: (id, name) => app.refuse(id, name),
  added(from) {
    // What could not be used asks to be looked at.
    if (view?.tables.slice(from).every(({ used }) => used > 0)) app.notify("tables.added");
    else {
      meetTables();
      tell();
    }
  },
  ask: () => app.refresh(),
  fail(error) {
    if (core) fail(error instanceof RangeError || error instanceof WebAssembly.RuntimeError ? "trouble.memory" : "trouble.unexpected", error);
  },
});

const app: App = {
  state,
  numbers: () => numbers,
  core: () => core,
  view: () => view,
  further: () => (economics ? "there" : followingFailed ? "failed" : "coming"),
  fetchFurther,
  refresh() {
    all = true;
    frame ||= requestAnimationFrame(showAll);
  },
  set(patch) {
    Object.assign(state.settings, patch);
    app.refresh();
  },
  setInvestment(patch) {
    Object.assign((state.settings.investment ??= {}), patch);
    app.refreshInvestments();
  },
  refreshInvestments() {
    frame ||= requestAnimationFrame(showAll);
  },
  setCase(patch) {
    const { cases: all = [], shown } = state.settings.investment ?? {};
    const cases = all.map((one, at) => (at === (shown ?? 0) ? { ...one, ...patch } : one));
    app.setInvestment({ cases });
  },
  openLevel(opened) {
    app.set({ opened });
  },
  take: tables.take,
  offer: tables.offer,
  choose: tables.choose,
  follow: tables.follow,
  cancel: tables.cancel,
  busy: tables.busy,
  remove(table) {
    if (state.tables.length < 2) return app.clear();
    tables.remove(table);
    app.say(t("tables.removed"));
    document.getElementById("paste-title")?.focus();
  },
  open(sheets, name) {
    state.books.push({ name, sheets, taken: new Set(), open: false });
    app.chooseSheet(state.books.length - 1);
  },
  chooseSheet(book) {
    state.books.forEach((one, at) => (one.open = at === book));
    Object.assign(state, { notice: null, asked: null });
    app.refresh();
  },
  keep(profile, id) {
    state.profiles = withProfile(state.profiles, profile);
    app.notify(store(state.profiles) ? id : "profile.unstored", profile.name);
  },
  forget(profile) {
    state.profiles = state.profiles.filter((one) => one !== profile);
    store(state.profiles);
    app.notify("profile.deleted", profile.name);
  },
  async downloadSetAside(table) {
    const reasons = view?.tables[table]?.set_aside_groups.map(({ reason }) => reason) ?? [];
    const labels = [t("aside.row"), t("aside.why"), ...reasons.flatMap((reason) => [reason, t(`aside.reason.${reason}`)])];
    const rows = await tables.setAside(table, labels);
    if (rows) download(new Blob([rows as Uint8Array<ArrayBuffer>], { type: "text/csv" }), t("tables.set_aside.file"));
  },
  refuse(id, name = "") {
    state.problems = [...state.problems, { id, name }];
    state.notice = null;
    app.refresh();
    meet("paste-problem");
  },
  notify(id, name = "") {
    Object.assign(state, { notice: { id, name }, problems: [] });
    app.refresh();
    meet(isOfSaving({ id, name }) ? "profile-notice" : "notice");
  },
  clear() {
    guarded(() => {
      tables.forget();
      core?.clear();
      Object.assign(state, { ...fresh(), lang: state.lang, theme: state.theme, profiles: state.profiles });
      build();
      showEverything();
      document.getElementById("paste-zone")?.focus();
      app.say(t("paste.cleared"));
    });
  },
  async speak(lang) {
    wanted = lang;
    try {
      await learn(lang);
      state.languageFailed = false;
    } catch {
      state.languageFailed = true;
      return app.refresh();
    }
    if (lang !== wanted) return;
    state.lang = lang;
    guarded(() => {
      const focused = document.activeElement?.id;
      build();
      showEverything();
      if (focused) document.getElementById(focused)?.focus();
    });
  },
  setTheme(theme) {
    state.theme = theme;
    if (theme === "auto") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
    app.refresh();
  },
  explain(scope, key, figure) {
    guarded(() => {
      if (!core || !view || !tables.settled()) return;
      const question = { scope, key, figure };
      panel?.open(economics?.explain(core, state.settings, question) ?? core.explain(state.settings, question), scope, key, view);
    });
  },
  say: (text) => setText(status, text),
};

/** After a paste the eye and the screen reader go to what was understood, */
function meetTables() {
  if (!view) return;
  const title = document.getElementById("understood-title");
  title?.focus({ preventScroll: true });
  title?.closest("section")?.scrollIntoView();
}

/** and the answer is said. */
function tell() {
  if (!view) return;
  const profiles = [...new Set(state.tables.flatMap(({ profile }) => profile ?? []))].map((name) => t("profile.read", { name }));
  app.say([...profiles, headlineText(view)].join(" "));
}

/** Builds the parts in the language of the state; all input lives in the state and comes back. */
function build() {
  speak(state.lang);
  document.documentElement.lang = state.lang;
  document.title = t("title");
  const costs = cost(app);
  place = economics ? null : follows(app);
  further = place ? [place] : (economics?.parts(app) ?? []);
  bar = progress(app);
  parts = [header(app), paste(app), understood(app), saveProfile(app), workplace(app), costs, forecast(app), closer(app), ...further, measures(app), how(app), footer(app)];
  const [top, ...rest] = parts;
  const foot = rest.pop();
  const corner = glance(app, costs.el);
  panel = figurePanel(app);
  if (failed) put(trouble, h("p", null, h("strong", null, t(failed))), h("p", null, t(`${failed}.next`)));
  put(page,
    h("a", { class: "skip", href: "#main" }, t("skip")),
    top?.el, trouble, bar.el,
    h("main", { id: "main", tabindex: "-1" }, ...rest.map(({ el }) => el)),
    foot?.el, corner.el, panel.el, status);
  parts.push(corner, bar);
}

/** Waits until the browser has nothing else to do. */
const idle = () => new Promise<void>((resolve) => { whenIdle(resolve, {}); });

// A notice of the browser's own, such as one of a ResizeObserver, carries no error.
window.addEventListener("error", (event) => {
  if (event.error) fail("trouble.unexpected", event.error);
});
window.addEventListener("unhandledrejection", (event) => fail("trouble.unexpected", event.reason));

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && state.reading && !document.querySelector("dialog[open]")) app.cancel();
});

build();
showEverything();
listen(app);
loading.then(
  (loaded) => {
    core = loaded;
    document.documentElement.dataset["core"] = "ready";
    app.refresh();
    void idle().then(fetchFurther).then(() => warmUp(idle));
  },
  (error) => {
    document.documentElement.dataset["core"] = "failed";
    fail("trouble.core", error);
  },
);
