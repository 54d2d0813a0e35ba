// Whether it pays: a script of its own that follows the page, with parts, words and styles that are not in the first load, and the only
// importer of the module behind them. What it shares with the page, such as the language, is the page's own (www/build.mjs).
import { economicsSource, economicsStyles } from "economics-source";
import type { App, Part } from "./app";
import type { Core } from "./core";
import { h } from "./dom";
import { folded } from "./parts/folds";
import { followUp } from "./parts/follow-up";
import { investment } from "./parts/investment";
import { production } from "./parts/production";
import type { Draws } from "./simulation";
import init, { Economics as Module } from "./pkg-economics/barkraft.js";
import type { FigureView, Question, Settings, SimulationView, View } from "./types";
import { teach } from "./words";
import en from "./words/economics.en.json";
import sv from "./words/economics.sv.json";

/** What of a view it tells. */
type Told = Pick<View, "investment" | "follow_up" | "production">;

export interface Economics {
  /** Its parts of the page, in their order, in the language that is spoken. */
  parts(app: App): Part[];
  /** What it has to tell of a view. */
  view(core: Core, settings: Settings): Told;
  /** One figure with every step; nothing where it is none of its own. */
  explain(core: Core, settings: Settings, question: Question): FigureView | null;
}

/** Has its styles in use before any of its parts stands there. */
async function dress(file: string) {
  const link = h("link", { rel: "stylesheet", href: file });
  const there = new Promise((resolve, reject) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", reject);
  });
  document.head.append(link);
  await there.catch((error: unknown) => {
    link.remove();
    throw error;
  });
}

/** All that its parts need. Rejects where it cannot be fetched. */
export async function loadEconomics(): Promise<Economics> {
  await Promise.all([init({ module_or_path: economicsSource() }), economicsStyles && dress(economicsStyles)]);
  teach({ sv, en });
  const module = new Module();

  /** Has the module know what investments rest on. */
  function rest(core: Core, settings: Settings) {
    const ground = core.ground(settings);
    if (ground) module.take(...ground);
  }

  const draws: Draws = {
    begin: (core, settings, count, seed) => {
      rest(core, settings);
      return module.begin(settings, count, seed);
    },
    work: (count) => module.work(count),
    drawn: () => module.simulated() as SimulationView | null,
  };

  return {
    parts: (app) => [investment(app, draws), folded("outcome", followUp(app), production(app))],
    view(core, settings) {
      rest(core, settings);
      return module.view(settings) as Told;
    },
    explain(core, settings, question) {
      if (!SCOPES.has(question.scope) || OF_FIGURES.has(question.figure)) return null;
      rest(core, settings);
      return module.explain(settings, question) as FigureView;
    },
  };
}

const SCOPES = new Set(["investment", "follow_up", "production"]);
/** The value of a day is worked out with the figures. */
const OF_FIGURES = new Set(["value_short_day", "value_long_day"]);

