// What the paste leaves open: small cards with two or three answers each, and what each would mean. Until answered, the careful reading
// is used. What has been answered stays in sight, and can be answered anew.
import type { App } from "../app";
import { Keyed, h, put, setText, show } from "../dom";
import type { NoteView } from "../types";
import { has, t } from "../words";
import { answersTo, type Given } from "./answers";
import { paramsOf } from "./notes";
import { go } from "./pieces";
import { columnName, columnNames, idIn } from "./said";

/** The card that asks when the first spells began. */
export const BEGUN = "question-begun";

/** A question, and the columns it is asked of at once. */
interface Asked extends NoteView {
  columns: number[];
  names: string[];
}

/** What is asked of several columns in the same words is asked once: dates of a table are hardly written in two ways. */
function asked(notes: NoteView[]): Asked[] {
  const all: Asked[] = [];
  for (const note of notes.filter(({ weight }) => weight === "question")) {
    const same = note.id.startsWith("ambiguous_") ? all.find(({ id }) => id === note.id) : undefined;
    const own = same ?? { ...note, columns: [], names: [] };
    if (!same) all.push(own);
    if (note.column == null) continue;
    own.columns.push(note.column);
    own.names.push(columnName(note.heading, note.column));
  }
  return all;
}

/** Words of a question, with those for what was found, or for several columns, where they differ. */
function worded(note: Asked, part: "" | ".why") {
  const kind = [note.columns.length > 1 && ".columns", note.found != null && ".found"].find((kind) => kind && has(`note.${note.id}${kind}${part}`)) || "";
  return t(`note.${note.id}${kind}${part}`, { ...paramsOf(note), columns: columnNames(note.names) });
}

/** What waits for the page to be shown anew: the next card after an answer, or the card that comes back. */
type Awaited = { answered: string } | { open: Set<string>; column: number | undefined } | null;

export function questions(app: App, table: number) {
  const title = h("h3");
  const cards = h("div", { class: "cards" });
  const asking = h("div", null, title, cards);
  const items = h("ul", { class: "given-list" });
  const given = h("div", { class: "given" }, h("h3", null, t("questions.given")), items);
  const el = h("div", { class: "questions screen-only" }, asking, given);
  let awaited: Awaited = null;
  let keys: string[] = [];
  const keyOf = (note: Asked) => `${note.id} ${note.columns} ${note.found ?? ""}`;
  const byKey = new Map<string, HTMLElement>();

  const shown = new Keyed<Asked>(cards, (first) => {
    const text = h("p", { class: "question" });
    const why = h("p", { class: "quiet" });
    const buttons = h("div", { class: "answers" });
    const card = h("div", { class: "card", role: "group", tabindex: "-1", ...(first.id === "may_have_begun_earlier" && { id: BEGUN }) }, text, why, buttons);
    byKey.set(keyOf(first), card);
    let drawn = "";
    return {
      el: card,
      update(note) {
        setText(text, worded(note, ""));
        setText(why, worded(note, ".why"));
        card.setAttribute("aria-label", text.textContent ?? "");
        const offered = answersTo(app, table, note, note.columns);
        const now = JSON.stringify(offered);
        if (now === drawn) return;
        drawn = now;
        put(buttons, ...offered.map(({ text: words, means, give }) =>
          h("button", { type: "button", onclick: () => { awaited = { answered: keyOf(note) }; give(); app.say(t("question.answered")); } },
            h("span", { class: "answer" }, words), means && " ", means && h("span", { class: "means" }, means))));
      },
    };
  });

  const answers = new Keyed<Given>(items, () => {
    const text = h("span");
    let now: Given;
    const button = h("button", {
      type: "button", class: "link",
      onclick: () => { awaited = { open: new Set(keys), column: now.column }; now.takeBack(); },
    }, t("question.begun.again"));
    return {
      el: h("li", null, text, " ", button),
      update(next) {
        now = next;
        setText(text, next.text);
        button.setAttribute("aria-label", `${t("question.begun.again")}: ${next.text}`);
      },
    };
  });

  /** The answered card goes away: on to the next one, or to what the answers came to. What is asked again comes into focus. */
  function follow() {
    if (!awaited) return;
    if ("answered" in awaited) {
      if (keys.includes(awaited.answered)) return;
      (cards.querySelector("button") ?? document.getElementById("used"))?.focus();
    } else {
      const { open, column } = awaited;
      const back = keys.find((key) => !open.has(key));
      if (back) {
        byKey.get(back)?.scrollIntoView({ block: "center" });
        byKey.get(back)?.focus({ preventScroll: true });
      } else if (column !== undefined) go(idIn(table, `meaning-${column}`));
      else return; // what is asked anew may have to be counted first
    }
    awaited = null;
  }

  return {
    el,
    update(notes: NoteView[], said: Given[]) {
      const open = asked(notes);
      keys = open.map(keyOf);
      setText(title, t("questions.title", { count: open.length }));
      shown.update(open, keyOf);
      answers.update(said, ({ key }) => key);
      show(asking, open.length > 0);
      show(given, said.length > 0);
      show(el, open.length + said.length > 0);
      follow();
    },
  };
}
