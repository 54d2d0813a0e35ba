// What can be answered to a question, what each answer would mean, and what has been answered.
import type { App } from "../app";
import { date, inline, plain, sekRound } from "../format";
import type { AnswerView, ChoiceSettings, NoteView } from "../types";
import { t } from "../words";
import { chooseColumns, columnName, columnNames, forgetColumns } from "./said";

export interface Answer {
  text: string;
  /** What it would mean. */
  means: string;
  give(): void;
}

type Begun = NonNullable<App["state"]["settings"]["begun_earlier"]>;
type Single = "filter" | "same_months";
const SINGLE: Record<string, Single | undefined> = { filtered: "filter", same_months: "same_months" };

/** The first spells: an answer for the whole of the data, with what sick pay it gives. */
function begun(app: App, note: NoteView): Answer[] {
  const view = app.view();
  const amounts: [Begun, number | null | undefined][] = [
    ["starts_here", view?.[view.span].sick_pay],
    ["past_sick_pay", view?.in_span.sick_pay_if_past],
  ];
  return amounts.map(([answer, amount]) => ({
    text: t(`question.begun.${answer}`, { count: note.count }),
    means: amount == null ? "" : t("question.begun.then", { amount: sekRound(amount) }),
    give: () => app.set({ begun_earlier: answer }),
  }));
}

function sayCause(choices: ChoiceSettings, cause: string, sickness: boolean) {
  const causes = (choices.causes ??= []);
  const known = causes.find((choice) => choice.cause === cause);
  if (known) known.sickness = sickness;
  else causes.push({ cause, sickness });
}

/** One column for a meaning, and none of the others that it was asked about. */
function takeColumn(app: App, table: number, note: NoteView, { id, column }: AnswerView) {
  const others = note.answers.map((answer) => answer.column);
  app.choose(table, (choices) => {
    const columns = (choices.columns ?? []).map((choice) => (others.includes(choice.column) ? { ...choice, meaning: null } : choice));
    const known = columns.find((choice) => choice.column === column);
    if (known) known.meaning = id;
    else columns.push({ column: column ?? 0, meaning: id });
    choices.columns = columns;
  });
}

/** What the sign of `239.554` would be: the decimal one, or the one between thousands. */
function signText(found: string, { id, number }: AnswerView) {
  const sign = found.includes(",") ? "comma" : "point";
  return t(id === `decimal_${sign}` ? "question.is_decimal" : "question.is_thousands", { sign: t(`question.${sign}`), whole: plain(Math.trunc(number ?? 0)) });
}

function answer(app: App, table: number, note: NoteView, columns: number[], offered: AnswerView): Answer {
  const column = offered.column ?? note.column ?? 0;
  const found = note.found ?? "";
  const { id } = offered;
  switch (note.id) {
    case "unknown_cause":
      return {
        text: t(`question.cause.${id}`),
        means: t(`question.cause.${id}.means`, { count: note.count }),
        give: () => app.choose(table, (choices) => sayCause(choices, found, id === "sickness")),
      };
    case "ambiguous_number":
      return {
        text: t("question.reads", { found, as: plain(offered.number, 6) }),
        means: signText(found, offered),
        give: () => chooseColumns(app, table, columns, { number: id }),
      };
    case "ambiguous_date":
      return {
        text: offered.date ? t("question.reads", { found, as: date(offered.date) }) : t(`form.${id}`),
        means: t(`question.${id}`),
        give: () => chooseColumns(app, table, columns, { date: id }),
      };
    case "two_columns":
      return {
        text: t("quoted", { text: columnName(offered.heading, column) }),
        means: offered.samples.length > 0 ? t("question.samples", { samples: offered.samples.join(" · ") }) : "",
        give: () => takeColumn(app, table, note, offered),
      };
    case "filtered":
    case "same_months":
      return {
        text: t(`question.${note.id}.${id}`),
        means: t(`question.${note.id}.${id}.means`),
        give: () => app.choose(table, (choices) => void (choices[SINGLE[note.id] as Single] = id)),
      };
    default:
      return { text: t(`meaning.${id}`), means: "", give: () => chooseColumns(app, table, [column], { meaning: id }) };
  }
}

/** What can be answered, of `columns` at once. */
export const answersTo = (app: App, table: number, note: NoteView, columns: number[]) =>
  note.id === "may_have_begun_earlier" ? begun(app, note) : note.answers.map((offered) => answer(app, table, note, columns, offered));

/** What was answered, in words, and how to take it back. */
export interface Given {
  key: string;
  text: string;
  /** The column it is about. */
  column?: number;
  takeBack(): void;
}

/** What has been answered about a table, in the order of its columns. */
export function givenOf(app: App, table: number, headings: (column: number) => string | undefined): Given[] {
  const source = app.state.tables[table];
  if (!source) return [];
  const { columns = [], causes = [], filter, same_months } = source.choices;
  // What was said of several columns in the same words stands on one line.
  const ofColumns: (Given & { names: string[]; columns: number[] })[] = [];
  for (const { column = 0, meaning, number, date: order } of columns) {
    const heading = headings(column);
    if (heading === undefined) continue;
    for (const [what, value] of [["meaning", meaning], ["number", number], ["date", order]] as const) {
      // What a profile says of many columns stands with the columns.
      if (value == null || (what === "meaning" && source.profile !== null)) continue;
      const key = `${what} ${value}`;
      const name = columnName(heading, column);
      const same = ofColumns.find((one) => one.key === key);
      const given = same ?? { key, text: "", column, names: [], columns: [], takeBack: () => forgetColumns(app, table, given.columns, what) };
      if (!same) ofColumns.push(given);
      given.names.push(name);
      given.columns.push(column);
      given.text = t(`questions.given.${value === "ignore" ? value : what}`, {
        count: given.names.length,
        columns: columnNames(given.names),
        value: what === "meaning" ? t(`meaning.${value}`) : inline(t(`columns.form.${value}`)),
      });
    }
  }
  const ofCauses = causes.map(({ cause = "", sickness }) => ({
    key: `cause ${cause}`,
    text: t(sickness ? "questions.given.sickness" : "questions.given.other", { found: cause }),
    takeBack: () => app.choose(table, (choices) => void (choices.causes = (choices.causes ?? []).filter((choice) => choice.cause !== cause))),
  }));
  const single = (what: Single, id: string | null | undefined) =>
    id == null ? [] : [{ key: what, text: t(`questions.given.${what}.${id}`), takeBack: () => app.choose(table, (choices) => void (choices[what] = null)) }];
  return [...ofColumns, ...ofCauses, ...single("filter", filter), ...single("same_months", same_months)];
}

/** What has been answered about the first spells. */
export function givenBegun(app: App, notes: NoteView[]): Given[] {
  const note = notes.find(({ id }) => id === "begun_earlier");
  const said = app.state.settings.begun_earlier;
  if (!note || !said) return [];
  const { count } = note;
  return [{
    key: "begun",
    text: `${t("note.begun_earlier", { count })} ${t("quoted", { text: t(`question.begun.${said}`, { count }) })}`,
    takeBack: () => app.set({ begun_earlier: null }),
  }];
}
