// Whether it pays: a script of its own that follows the page, with parts, words and styles that are not in the first load, and the only
// importer of the module behind them. What it shares with the page, such as the language, is the page's own (www/build.mjs).
import { economicsSource, economicsStyles } from "economics-source";
import type { App, Part } from "./app";
import { h } from "./dom";
import { investment } from "./parts/investment";
import init, { Economics as Module } from "./pkg-economics/barkraft.js";
import type { Settings, View } from "./types";
import { teach } from "./words";
import en from "./words/economics.en.json";
import sv from "./words/economics.sv.json";

export interface Economics {
  /** Its parts of the page, in their order, in the language that is spoken. */
  parts(app: App): Part[];
  /** What it has to tell of a view. */
  view(settings: Settings): Partial<View>;
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
  return {
    parts: (app) => [investment(app)],
    view: (settings) => module.view(settings) as Partial<View>,
  };
}
