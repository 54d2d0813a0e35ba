// Where the table comes in: pasted, dropped, opened, or one of the two examples.
import type { App, Part } from "../app";
import monthly from "../cases/monthly.tsv";
import spells from "../cases/spells.tsv";
import { h, put, setText, show } from "../dom";
import { t } from "../words";
import { section } from "./pieces";

const cases: Record<string, string> = { spells, monthly };

/** Takes a paste or a drop: text first, since a spreadsheet sends a picture of the cells along. */
export async function takeTransfer(app: App, data: DataTransfer | null, name: string) {
  const text = data?.getData("text/plain") ?? "";
  if (text.trim() !== "") return app.take({ kind: "paste", name: "" }, new TextEncoder().encode(text));
  const files = [...(data?.files ?? [])];
  const file = files.find((one) => !one.type.startsWith("image/"));
  if (file) return takeFile(app, file);
  app.refuse(files.length > 0 ? "paste.problem.image" : name);
}

// How an .xlsx and an .xls begin.
const WORKBOOKS = [[0x50, 0x4b, 0x03, 0x04], [0xd0, 0xcf, 0x11, 0xe0]];

async function takeFile(app: App, file: File) {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return app.refuse("paste.problem.file");
  }
  if (WORKBOOKS.some((start) => start.every((byte, at) => bytes[at] === byte))) return app.refuse("paste.problem.workbook");
  app.take({ kind: "file", name: "" }, bytes);
}

/** Pastes and drops anywhere on the page, except in a field that is being filled in. */
export function listen(app: App) {
  const inField = (target: EventTarget | null) =>
    target instanceof Element && target.closest("input:not([type=radio]):not([type=range]), textarea, select") !== null;
  // Cells belong in no number field; a single cell comes with a line break at its end, and does.
  const isTable = (data: DataTransfer | null) => /[\t\r\n]/.test(data?.getData("text/plain").trim() ?? "");
  document.addEventListener("paste", (event) => {
    if (inField(event.target) && !isTable(event.clipboardData)) return;
    event.preventDefault();
    void takeTransfer(app, event.clipboardData, "paste.problem.empty");
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
    void takeTransfer(app, event.dataTransfer, "paste.problem.empty");
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
    type: "file", hidden: true, id: "paste-file", accept: ".csv,.tsv,.txt,.skv,text/*",
    onchange: () => {
      const chosen = file.files?.[0];
      if (chosen) void takeFile(app, chosen);
      file.value = "";
    },
  });
  const example = (id: string) =>
    h("button", {
      type: "button", class: "link", id: `case-${id}`,
      onclick: () => app.take({ kind: "case", name: id }, new TextEncoder().encode(cases[id])),
    }, t(`case.${id}`));

  const fromClipboard = h("button", {
    type: "button", class: "primary", id: "paste-button",
    onclick: async () => {
      try {
        const text = await navigator.clipboard.readText();
        if (text.trim() === "") app.refuse("paste.problem.empty");
        else app.take({ kind: "paste", name: "" }, new TextEncoder().encode(text));
      } catch {
        app.refuse("paste.problem.denied");
        zone.focus();
      }
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
  const problem = h("p", { class: "trouble", id: "paste-problem", role: "alert" });

  const current = h("p", { class: "data-name" });
  const source = h("div", { class: "data-bar" }, current,
    h("button", { type: "button", id: "remove-all", onclick: () => app.clear() }, t("paste.clear")));
  const el = section("paste", t("paste.title"), source, area, problem, examples);

  return {
    el,
    update() {
      const { source: from, pasteProblem } = app.state;
      el.classList.toggle("filled", from !== null);
      setText(offer, t(from ? "paste.examples.again" : "paste.examples"));
      setText(title, t(from ? "paste.zone.again" : "paste.zone"));
      if (show(source, from !== null) && from) {
        put(current, t(`paste.source.${from.kind}`, { name: from.kind === "case" ? t(`case.${from.name}`) : from.name }));
      }
      setText(problem, pasteProblem ? t(pasteProblem) : "");
    },
  };
}
