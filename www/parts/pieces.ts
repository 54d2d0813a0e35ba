// Small pieces that several parts are made of.
import type { App, Kind, Said, Scope } from "../app";
import { h, newId, svg, type Child } from "../dom";
import type { View } from "../types";
import { has, t } from "../words";

/** Whether there is absence to tell anything of: a table about units alone says nothing of it. */
export const isUsable = (view: View | null): view is View =>
  view !== null && view.reading.used > 0 && view.reading.layout !== "about_units";

/** How sure a figure is: a shape, the same as in the charts, and a word. */
export function kindBadge(kind: Kind) {
  return h("span", { class: `kind kind-${kind}` }, kindMark(kind), t(`kind.${kind}`));
}

/** The shape alone: filled = booked, hatched = calculated, half = both, outlined = estimated. */
export function kindMark(kind: Kind) {
  const mark = svg("svg", { viewBox: "0 0 14 14", class: "mark", "aria-hidden": "true", focusable: "false" });
  const box = { x: 1, y: 1, width: 12, height: 12, class: "mark-frame" };
  if (kind === "estimated") mark.append(svg("rect", { ...box, rx: 6, class: "mark-frame mark-dashed" }));
  else mark.append(svg("rect", box));
  if (kind === "booked") mark.append(svg("rect", { ...box, class: "mark-fill" }));
  if (kind === "partly_booked") mark.append(svg("path", { d: "M1 13V1L13 13Z", class: "mark-fill" }));
  if (kind === "calculated") mark.append(svg("path", { d: "M1 7L7 1M1 13L13 1M7 13L13 7", class: "mark-line" }));
  return mark;
}

/** The sign of a figure that rests on a value of the user's own: a pencil, and words for those who do not see it. */
export function changedMark(figure?: string) {
  const mark = svg("svg", { viewBox: "0 0 14 14", class: "mark", "aria-hidden": "true", focusable: "false" },
    svg("path", { d: "M1 13V10L9.5 1.5L12.5 4.5L4 13Z", class: "mark-fill" }));
  return h("span", { class: "changed", "data-mark": figure, title: t("changed.mark") }, mark, h("span", { class: "sr" }, ` (${t("changed.mark")})`));
}

// Names of what a figure is worked out from, and of its part of the page, which some rules shape before there is any arithmetic.
const UNDER: Record<string, string[]> = {
  investment: ["investment", "value_short_day", "value_long_day"],
  parties: ["pay_lost", "employer", "state", "employee"],
  bands: ["long_share"],
};

/** Whether a figure rests on a value of the user's own. What is forecast rests on what has been. */
export function isChanged(app: App, figure: string, scope?: Scope) {
  const names = app.view()?.overridden ?? {};
  return [figure, figure.replace(/^forecast_|_calculated$/g, ""), ...(UNDER[scope === "investment" ? scope : figure] ?? [])].some((name) => names[name]);
}

/**
 * The sign of that, or nothing: put it after every figure that is shown, also where it cannot be opened. `figure` is a name in
 * `view.overridden`, also that of a part: `bands`, `parties`, `statutory`, `repeated`, `watch`, `rolling`, `spread`, `investment`.
 */
export const markIfChanged = (app: App, figure: string, scope?: Scope) => (isChanged(app, figure, scope) ? changedMark(figure) : false);

/**
 * A figure that opens into its steps. Every part uses this one for every figure that can be opened (`figure` is its name in
 * `view.overridden`), so that it is marked where it rests on a rule that the user has changed.
 */
export function figureButton(app: App, { scope, key = "", figure, id, look = "cell" }: { scope: Scope; key?: string; figure: string; id?: string; look?: string }, ...children: Child[]) {
  const button = h("button", { type: "button", class: look, id, "data-figure": figure, onclick: () => app.explain(scope, key, figure) }, ...children);
  const mark = markIfChanged(app, figure, scope);
  // Beside the value, where the figure has one of its own line.
  if (mark) (button.querySelector(".layer-value") ?? button).append(mark);
  return button;
}

/** A choice among a few, side by side: radio buttons underneath. */
export class Segmented<T extends string> {
  el: HTMLFieldSetElement;
  private inputs = new Map<T, HTMLInputElement>();

  constructor(label: string, id: string, options: { value: T; text: string; lang?: string }[], change: (value: T) => void, named = false) {
    this.el = h("fieldset", { class: "segmented", id }, h("legend", { class: named ? null : "sr" }, label));
    for (const { value, text, lang } of options) {
      const input = h("input", { type: "radio", name: id, id: `${id}-${value}`, value, onchange: () => change(value) });
      this.inputs.set(value, input);
      this.el.append(input, h("label", { for: input.id, lang }, text));
    }
  }

  update(value: T) {
    const input = this.inputs.get(value);
    if (input && !input.checked) input.checked = true;
  }
}

const disclosures = new WeakMap<Element, Disclosure>();

/** Something that opens and closes, and is open on paper. The page remembers what the user did. */
export class Disclosure {
  el: HTMLDivElement;
  body: HTMLDivElement;
  button: HTMLButtonElement;
  /** Called when it has been opened: for what is not kept up to date while it is closed. */
  opened: (() => void) | null = null;

  constructor(private app: App, private id: string, private words: { title?: string; closed: string; open: string }, ...children: Child[]) {
    const bodyId = newId("shown");
    this.body = h("div", { class: "disclosed", id: bodyId }, ...children);
    this.button = h("button", {
      type: "button", class: "disclose", id: `disclose-${id}`, "aria-controls": bodyId,
      onclick: () => this.set(!this.isOpen, true),
    });
    const { title } = words;
    this.el = h("div", { class: "disclosure" },
      title ? h("div", { class: "disclosure-head" }, h("h3", null, title), this.button) : this.button, this.body);
    disclosures.set(this.body, this);
    this.set(app.state.open.get(id) ?? false, false);
  }

  /** Opens all that hides an element. */
  static reveal(el: Element) {
    for (let at = el.closest(".closed"); at; at = at.parentElement?.closest(".closed") ?? null) disclosures.get(at)?.set(true, true);
  }

  get isOpen() {
    return this.button.getAttribute("aria-expanded") === "true";
  }

  /** Opens where the user has not decided. */
  suggest(open: boolean) {
    if (!this.app.state.open.has(this.id) && open !== this.isOpen) this.set(open, false);
  }

  private set(open: boolean, byUser: boolean) {
    if (byUser) this.app.state.open.set(this.id, open);
    this.button.setAttribute("aria-expanded", String(open));
    const { title, closed, open: opened } = this.words;
    this.button.textContent = open ? opened : closed;
    if (title) this.button.setAttribute("aria-label", `${open ? opened : closed}: ${title}`);
    this.body.classList.toggle("closed", !open);
    if (open) this.opened?.();
  }
}

/** A section of the conversation. */
export function section(id: string, title: string, ...children: Child[]) {
  return h("section", { class: "part", id, "aria-labelledby": `${id}-title` },
    h("h2", { id: `${id}-title`, tabindex: "-1" }, title), ...children);
}

/** A wide table that scrolls by itself, also by keyboard. */
export function scroller(label: string, table: HTMLTableElement) {
  return h("div", { class: "scroller", role: "region", tabindex: "0", "aria-label": label }, table);
}

/** Goes to a field or a heading, and opens what hides it. */
export function go(id: string, block: ScrollLogicalPosition = "center") {
  const field = document.getElementById(id);
  if (!field) return;
  Disclosure.reveal(field);
  field.scrollIntoView({ block });
  field.focus({ preventScroll: true });
}

/** A button that leads there. */
export const goTo = (text: string, id: string) => h("button", { type: "button", class: "link", onclick: () => go(id) }, text);

/** What is said of something that came; of a file by its name. */
export function saidText({ id, name }: Said) {
  const said = t(id, { name: name === "" ? t("paste.it") : t("quoted", { text: name }) });
  return has(`${id}.next`) ? `${said} ${t(`${id}.next`)}` : said;
}

/** Hands the user a file made here. */
export function download(content: Blob, name: string) {
  const url = URL.createObjectURL(content);
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
