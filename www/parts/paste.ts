// Where the table comes in: pasted, dropped, opened, or one of the two examples.
import { cases } from "cases-source";
import type { App, Part, Said } from "../app";
import { h, put, setText, show } from "../dom";
import { anew, takeClipboard, takeFiles, takeTransfer } from "../source";
import { t } from "../words";
import { saidText, section } from "./pieces";
import { isOfSaving, profiles } from "./profile";
import { sheets } from "./sheets";
import { ask, tables } from "./tables";

/** Pastes and drops anywhere on the page, except in a field that is being filled in. */
export function listen(app: App) {
  const inField = (target: EventTarget | null) =>
    target instanceof Element && target.closest("input:not([type=radio]):not([type=range]):not([type=checkbox]), textarea, select") !== null;
  // Cells belong in no number field; a single cell comes with a line break at its end, and does.
  const isTable = (data: DataTransfer | null) => /[\t\r\n]/.test(data?.getData("text/plain").trim() ?? "");
  document.addEventListener("paste", (event) => {
    if (inField(event.target) && !isTable(event.clipboardData)) return;
    event.preventDefault();
    void takeTransfer(app, event.clipboardData, false);
  });
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    document.body.classList.add("dragging");
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) document.body.classList.remove("dragging");
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    document.body.classList.remove("dragging");
    void takeTransfer(app, event.dataTransfer, true);
  });
}

export function paste(app: App): Part {
  // An empty editable field that lets nothing in: it can be pasted into by keyboard, by right click and by a long press.
  const zone = h("div", {
    id: "paste-zone", class: "zone-field", role: "textbox", contenteditable: "true", inputmode: "none", spellcheck: "false",
    "aria-label": t("paste.zone"), "aria-describedby": "paste-how", "aria-multiline": "true",
    onbeforeinput: (event: Event) => event.preventDefault(),
  });
  const file = h("input", {
    type: "file", hidden: true, id: "paste-file", multiple: true, accept: ".csv,.tsv,.txt,.skv,.xlsx,.xlsm,.ods,.xml,.json,text/*",
    onchange: () => {
      void takeFiles(app, [...(file.files ?? [])]);
      file.value = "";
    },
  });
  const example = (id: string) =>
    h("button", {
      type: "button", class: "link", id: `case-${id}`,
      onclick: async () => {
        anew(app);
        const tables = await Promise.resolve(cases()).catch(() => null);
        if (tables) void app.offer([{ kind: "case", name: id, bytes: new Blob([tables[id] ?? ""]) }]);
        else app.refuse("paste.problem.example");
      },
    }, t(`case.${id}`));

  const fromClipboard = h("button", {
    type: "button", class: "primary", id: "paste-button",
    onclick: async () => {
      if (!(await takeClipboard(app))) zone.focus();
    },
  }, t("paste.button"));
  const canAsk = typeof navigator.clipboard?.readText === "function";

  const how = h("p", { id: "paste-how", class: "quiet" }, t("paste.how"));
  const title = h("p", { class: "zone-title", "aria-hidden": "true" }, t("paste.zone"));
  const area = h("div", { class: "zone" }, zone, title, how,
    h("div", { class: "zone-buttons" },
      canAsk && fromClipboard,
      h("button", { type: "button", id: "paste-open", onclick: () => file.click() }, t("paste.file")), file));
  const offer = h("span");
  const examples = h("p", { class: "examples" }, offer, " ", example("spells"), " ", t("paste.or"), " ", example("monthly"));
  const problems = h("div", { id: "paste-problem", role: "alert", tabindex: "-1" });
  const notice = h("p", { class: "notice", id: "notice", role: "status", tabindex: "-1" });
  const parts = [tables(app), ask(app), sheets(app), profiles(app)];
  const [there, asked, chooser, kept] = parts.map(({ el }) => el);
  const el = section("paste", t("paste.title"), there, asked, chooser, area, problems, notice, examples, kept);
  let said: Said[] = [];

  return {
    el,
    update(view) {
      const { tables: filled, problems: refused, notice: noted } = app.state;
      for (const part of parts) part.update(view);
      el.classList.toggle("filled", filled.length > 0);
      setText(offer, t(filled.length > 0 ? "paste.examples.again" : "paste.examples"));
      setText(title, t(filled.length > 0 ? "paste.zone.again" : "paste.zone"));
      const here = noted !== null && !isOfSaving(noted);
      setText(notice, here ? saidText(noted) : "");
      show(notice, here);
      if (refused === said) return;
      said = refused;
      put(problems, ...refused.map((one) => h("p", { class: "trouble" }, saidText(one))));
    },
  };
}
