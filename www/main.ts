// Start and wiring: one state, one core, and parts that follow what there is to show.
import type { App, Part, State } from "./app";
import { loadCore, type Core } from "./core";
import { h, put, setText, show } from "./dom";
import { cost } from "./parts/cost";
import { figurePanel } from "./parts/figure";
import { footer } from "./parts/footer";
import { forecast } from "./parts/forecast";
import { glance } from "./parts/glance";
import { header } from "./parts/header";
import { how } from "./parts/how";
import { investment } from "./parts/investment";
import { closer, measures } from "./parts/more";
import { listen, paste } from "./parts/paste";
import { understood } from "./parts/understood";
import { workplace } from "./parts/workplace";
import type { View } from "./types";
import { headlineText } from "./parts/headline";
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
  settings: { investment: {}, today: today() },
  choices: { columns: [], causes: [] },
  source: null,
  pasteProblem: null,
  drafts: new Map(),
  open: new Map(),
  week: null,
  sort: { by: "estimated_total", descending: true },
});

/** Above this many bytes the page says that it is reading before it does. */
const LONG_READ = 1_000_000;

const state = fresh();
const page = document.getElementById("page") as HTMLElement;
const status = h("p", { class: "sr", role: "status", id: "status" });
const trouble = h("div", { class: "trouble page-trouble", role: "alert", id: "trouble", hidden: true });
const busy = h("p", { class: "busy", id: "busy", hidden: true });
let core: Core | null = null;
let view: View | null = null;
let parts: Part[] = [];
let panel: ReturnType<typeof figurePanel> | null = null;
let frame = 0;
let failed: string | null = null;
/** The language that was asked for last; its words may still be on their way. */
let wanted = state.lang;

const loading = loadCore();

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

const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

function showAll() {
  frame = 0;
  guarded(() => {
    view = core && state.source ? core.view(state.settings) : null;
    for (const part of parts) part.update(view);
  });
}

const app: App = {
  state,
  core: () => core,
  view: () => view,
  refresh() {
    frame ||= requestAnimationFrame(showAll);
  },
  set(patch) {
    Object.assign(state.settings, patch);
    app.refresh();
  },
  setInvestment(patch) {
    Object.assign((state.settings.investment ??= {}), patch);
    app.refresh();
  },
  openLevel(opened) {
    app.set({ opened });
  },
  choose(change) {
    guarded(() => {
      change(state.choices);
      core?.reread(state.choices);
      app.refresh();
    });
  },
  take(source, bytes) {
    void read(source, bytes);
  },
  refuse(problem) {
    state.pasteProblem = problem;
    app.refresh();
  },
  clear() {
    guarded(() => {
      core?.clear();
      Object.assign(state, { ...fresh(), lang: state.lang, theme: state.theme });
      build();
      showAll();
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
      showAll();
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
      if (core && view) panel?.open(core.explain(state.settings, { scope, key, figure }), scope, key, view);
    });
  },
  say: (text) => setText(status, text),
};

async function read(source: NonNullable<State["source"]>, bytes: Uint8Array) {
  try {
    setText(busy, t("paste.reading"));
    show(busy, core === null || bytes.length > LONG_READ);
    if (!busy.hidden) await painted();
    core ??= await loading;
    if (!busy.hidden) await painted();
    state.choices = { columns: [], causes: [] };
    // What was said of the table before holds for that table alone.
    Object.assign(state.settings, { opened: {}, begun_earlier: null });
    state.source = source;
    state.pasteProblem = null;
    failed = null;
    show(trouble, false);
    core.read(bytes, state.choices);
    showAll();
    if (failed === null) arrive();
  } catch (error) {
    if (core) fail("trouble.unexpected", error);
  } finally {
    show(busy, false);
  }
}

/** After a paste: the eye and the screen reader go to what was understood. */
function arrive() {
  if (!view) return;
  const title = document.getElementById("understood-title");
  title?.focus({ preventScroll: true });
  title?.closest("section")?.scrollIntoView();
  app.say(headlineText(view));
}

/** Builds the parts in the language of the state; all input lives in the state and comes back. */
function build() {
  speak(state.lang);
  document.documentElement.lang = state.lang;
  document.title = t("title");
  const costs = cost(app);
  parts = [header(app), paste(app), understood(app), workplace(app), costs, forecast(app), closer(app), investment(app), measures(app), how(app), footer(app)];
  const [top, ...rest] = parts;
  const foot = rest.pop();
  const corner = glance(app, costs.el);
  panel = figurePanel(app);
  if (failed) put(trouble, h("p", null, h("strong", null, t(failed))), h("p", null, t(`${failed}.next`)));
  put(page,
    h("a", { class: "skip", href: "#main" }, t("skip")),
    top?.el, trouble, busy,
    h("main", { id: "main", tabindex: "-1" }, ...rest.map(({ el }) => el)),
    foot?.el, corner.el, panel.el, status);
  parts.push(corner);
}

// A notice of the browser's own, such as one of a ResizeObserver, carries no error.
window.addEventListener("error", (event) => {
  if (event.error) fail("trouble.unexpected", event.error);
});
window.addEventListener("unhandledrejection", (event) => fail("trouble.unexpected", event.reason));

build();
showAll();
listen(app);
loading.then(
  (loaded) => {
    core = loaded;
    document.documentElement.dataset["core"] = "ready";
    app.refresh();
  },
  (error) => {
    document.documentElement.dataset["core"] = "failed";
    fail("trouble.core", error);
  },
);
