// What the parts with more to tell share: a fold with a telling line, a table, and figures that open.
import type { App, Part, Scope } from "../app";
import { h, put, show, type Child } from "../dom";
import type { View } from "../types";
import { t } from "../words";
import { Disclosure, figureButton, goTo, isUsable, markIfChanged, scroller, section } from "./pieces";
import { fieldId } from "./workplace";

/** A title, a line that tells what is inside, and the rest on demand; on paper the rest only where it is worth its room. */
export class Fold {
  el: HTMLElement;
  private line = h("p", { class: "fold-line" });

  constructor(private app: App, private id: string, paper: boolean, ...children: Child[]) {
    const fold = new Disclosure(app, id, { title: t(`${id}.title`), closed: t("rules.show"), open: t("rules.hide") }, ...children);
    fold.body.classList.toggle("screen-only", !paper);
    this.el = fold.el;
    this.el.id = id;
    this.el.classList.add("fold");
    this.el.insertBefore(this.line, fold.body);
  }

  /** What is inside, in a line; without one there is nothing to tell. */
  say(...line: Child[]) {
    renew(this.line, ...line, line.length > 0 && markIfChanged(this.app, this.id));
    return show(this.el, line.length > 0);
  }
}

/** A section of folds, for as long as one of them has something to tell. */
export function folded(id: string, ...folds: Part[]): Part {
  const el = section(id, t(`${id}.title`), h("div", { class: "folds" }, ...folds.map((fold) => fold.el)));
  return {
    el,
    update(view) {
      const usable = isUsable(view);
      if (usable) for (const fold of folds) fold.update(view);
      show(el, usable && folds.some((fold) => !fold.el.hidden));
      // A title by itself says nothing on paper.
      el.classList.toggle("screen-only", folds.every((fold) => fold.el.hidden || fold.el.classList.contains("screen-only")));
    },
  };
}

/** Children anew, where they would look different; the focus stays, by id. */
export function renew(el: Element, ...children: Child[]) {
  const next = el.cloneNode() as Element;
  put(next, ...children);
  if (next.isEqualNode(el)) return;
  const id = el.contains(document.activeElement) ? document.activeElement?.id : "";
  el.replaceChildren(...next.childNodes);
  if (id) document.getElementById(id)?.focus();
}

export interface Row {
  name: Child;
  cells: Child[];
  sum?: boolean;
}

/** A table that scrolls by itself; the columns named in `words` hold text, the others numbers. */
export class Sheet {
  el: HTMLElement;
  private table = h("table", { class: "figures" });

  constructor(private caption: string) {
    this.el = scroller(caption, this.table);
  }

  update(heads: string[], rows: Row[], words: number[] = []) {
    const side = (at: number) => (words.includes(at) ? null : "number");
    const line = ({ name, cells }: Row) => h("tr", null, h("th", { scope: "row" }, name),
      ...cells.map((cell, at) => h("td", { class: side(at + 1) }, cell)));
    const sums = rows.filter(({ sum }) => sum);
    renew(this.table,
      h("caption", null, this.caption),
      h("thead", null, h("tr", null, ...heads.map((head, at) => h("th", { scope: "col", class: at ? side(at) : null }, head)))),
      h("tbody", null, ...rows.filter(({ sum }) => !sum).map(line)),
      sums.length > 0 && h("tfoot", null, ...sums.map(line)));
  }
}

/** A figure that opens into its steps. */
export const opens = (app: App, scope: Scope, figure: string, text: string) => figureButton(app, { scope, figure, id: `figure-${figure}` }, text);

/** Ways to what is missing. The own values of a day have fields only while they are used. */
export function lacking(view: View, ids: string[]) {
  const field = (id: string) => (/_day$/.test(id) && view.method.id !== "own" ? "method-own" : fieldId(id));
  return ids.length > 0 && h("span", { class: "screen-only" },
    ...ids.map((id) => h("span", { "data-to": field(id) }, goTo(t("asks.go", { what: t(`input.${id}.inline`) }), field(id)), " ")));
}

/** The value of a rule as it is now. */
export const ruleOf = (view: View, id: string) => view.rules.find((rule) => rule.id === id)?.value ?? 0;

/** Why a value was refused. */
export const refusal = (problem: string | null | undefined, lowest: string, highest: string) =>
  problem && t(`problem.${/date|rules|whole/.test(problem) ? "" : "invest."}${problem}`, { lowest, highest });
