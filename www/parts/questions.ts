// What the paste leaves open: small cards with two or three answers each, and what each would mean. Until answered, the careful reading
// is used. What has been answered stays in sight, and can be answered anew.
import type { App } from "../app";
import { Keyed, h, put, setText, show } from "../dom";
import type { NoteView } from "../types";
import { has, t } from "../words";
import { answersTo, type Given } from "./answers";
import { paramsOf } from "./notes";
import { go } from "./pieces";
import { idIn } from "./said";

/** The card that asks when the first spells began. */
export const BEGUN = "question-begun";

/** Words of a question, with those for what was found where they differ. */
const worded = (note: NoteView, part: "" | ".why") => {
  const found = note.found != null && has(`note.${note.id}.found${part}`) ? ".found" : "";
  return t(`note.${note.id}${found}${part}`, paramsOf(note));
};

/** What waits for the page to be shown anew: the next card after an answer, or the card that comes back. */
type Awaited = { answered: string } | { asked: Set<string>; column: number | undefined } | null;

export function questions(app: App, table: number) {
  const title = h("h3");
  const cards = h("div", { class: "cards" });
  const asking = h("div", null, title, cards);
  const items = h("ul", { class: "given-list" });
  const given = h("div", { class: "given" }, h("h3", null, t("questions.given")), items);
  const el = h("div", { class: "questions screen-only" }, asking, given);
  let awaited: Awaited = null;
  let keys: string[] = [];
  const keyOf = (note: NoteView) => `${note.id} ${note.column ?? ""} ${note.found ?? ""}`;
  const byKey = new Map<string, HTMLElement>();

  const list = new Keyed<NoteView>(cards, (first) => {
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
        const offered = answersTo(app, table, note);
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
      onclick: () => { awaited = { asked: new Set(keys), column: now.column }; now.takeBack(); },
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
      const { asked, column } = awaited;
      const back = keys.find((key) => !asked.has(key));
      if (back) {
        byKey.get(back)?.scrollIntoView({ block: "center" });
        byKey.get(back)?.focus({ preventScroll: true });
      } else if (column !== undefined) go(idIn(table, `meaning-${column}`));
    }
    awaited = null;
  }

  return {
    el,
    update(notes: NoteView[], said: Given[]) {
      const open = notes.filter((note) => note.weight === "question");
      keys = open.map(keyOf);
      setText(title, t("questions.title", { count: open.length }));
      list.update(open, keyOf);
      answers.update(said, ({ key }) => key);
      show(asking, open.length > 0);
      show(given, said.length > 0);
      show(el, open.length + said.length > 0);
      follow();
    },
  };
}
