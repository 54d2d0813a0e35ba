// What the paste leaves open: small cards with two or three answers each. Until answered, the careful reading is used.
import type { App, Part } from "../app";
import { Keyed, h, put, setText, show } from "../dom";
import { date, sekRound } from "../format";
import type { NoteView, View } from "../types";
import { language, t } from "../words";
import { chooseColumn, columnName } from "./columns";
import { goTo } from "./pieces";

/** What `1.234` would be, were its sign the decimal one or the one between thousands. */
function asNumber(found: string, form: string) {
  const [decimal, group] = form === "decimal_comma" ? [",", "."] : [".", ","];
  return found.split("").map((c) => (c === group ? "\u00a0" : c === decimal ? (language() === "sv" ? "," : ".") : c)).join("");
}

/** What `01/03/2024` would be, in words. */
function asDate(found: string, form: string) {
  const parts = found.match(/\d+/g);
  if (parts?.length !== 3) return null;
  const order = { year_first: [0, 1, 2], month_first: [2, 0, 1], day_first: [2, 1, 0] }[form];
  if (!order) return null;
  const [year, month, day] = order.map((at) => (parts[at] ?? "").padStart(2, "0")) as [string, string, string];
  const iso = `${year.length === 2 ? `20${year}` : year}-${month}-${day}`;
  return Number.isNaN(Date.parse(iso)) ? null : date(iso);
}

/** The card that asks when the first spells began. */
export const BEGUN = "question-begun";

interface Answer {
  text: string;
  give(): void;
}

function answers(app: App, note: NoteView): Answer[] {
  const column = note.column ?? -1;
  const found = note.found ?? "";
  switch (note.id) {
    case "may_have_begun_earlier": {
      const view = app.view();
      const here = view && view[view.span].sick_pay;
      const past = view?.in_span.sick_pay_if_past;
      return ([["starts_here", here], ["past_sick_pay", past]] as const).map(([answer, amount]) => ({
        text: t(`question.begun.${answer}`, { count: note.count }) + (amount == null ? "" : ` ${t("question.begun.then", { amount: sekRound(amount) })}`),
        give: () => app.set({ begun_earlier: answer }),
      }));
    }
    case "unknown_cause":
      return [true, false].map((sickness) => ({
        text: t(sickness ? "question.cause.yes" : "question.cause.no"),
        give: () => void app.choose(0, (choices) => {
          const causes = (choices.causes ??= []);
          const known = causes.find((choice) => choice.cause === found);
          if (known) known.sickness = sickness;
          else causes.push({ cause: found, sickness });
        }),
      }));
    case "ambiguous_number":
      return ["decimal_comma", "decimal_point"].map((form) => ({
        text: t(`question.${form}`, { number: asNumber(found, form) }),
        give: () => chooseColumn(app, column, { number: form }),
      }));
    case "ambiguous_date":
      return ["day_first", "month_first", ...(/^\d{1,2}\D\d{1,2}\D\d{4}/.test(found) ? [] : ["year_first"])].map((form) => ({
        text: asDate(found, form) ?? t(`form.${form}`),
        give: () => chooseColumn(app, column, { date: form }),
      }));
    default:
      return note.answers.map(({ id: meaning }) => ({
        text: t(`meaning.${meaning}`),
        give: () => chooseColumn(app, column, { meaning }),
      }));
  }
}

export function questions(app: App): Part {
  const title = h("h3");
  const cards = h("div", { class: "cards" });
  const careful = h("p", { class: "quiet" }, t("questions.help"));
  const el = h("div", { class: "questions screen-only" }, title, careful, cards);
  // The answered card goes away: on to the next one, or to what the answers came to.
  const goOn = () => requestAnimationFrame(() => (cards.querySelector("button") ?? document.getElementById("used"))?.focus());
  const list = new Keyed<NoteView>(cards, (first) => {
    const text = h("p", { class: "question" });
    const why = h("p", { class: "quiet" });
    const buttons = h("div", { class: "answers" });
    return {
      el: h("div", { class: "card", role: "group", ...(first.id === "may_have_begun_earlier" && { id: BEGUN, tabindex: "-1" }) }, text, why, buttons),
      update(note) {
        const params = { count: note.count, found: note.found ?? "", column: columnName(note.heading, note.column ?? 0) };
        put(text, t(`note.${note.id}`, params));
        put(why, t(`note.${note.id}.why`, params));
        const offered = answers(app, note);
        put(buttons,
          ...offered.map(({ text: words, give }) =>
            h("button", { type: "button", onclick: () => { give(); app.say(t("question.answered")); goOn(); } }, words)),
          offered.length === 0 && note.column != null && goTo(t("question.choose_meaning"), `meaning-${note.column}`));
      },
    };
  });
  return {
    el,
    update(view: View | null) {
      const open = [...(view?.tables.flatMap(({ notes }) => notes) ?? []), ...(view?.notes ?? [])].filter((note) => note.weight === "question");
      show(el, open.length > 0);
      setText(title, t("questions.title", { count: open.length }));
      // This one is not about what is left out, and says itself what is done until it is answered.
      show(careful, open.some(({ id }) => id !== "may_have_begun_earlier"));
      list.update(open, (note) => `${note.id} ${note.column ?? ""} ${note.found ?? ""}`);
    },
  };
}
