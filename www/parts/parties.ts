// Who pays: the employer, the state, and the one who is sick; for the months at the top, and for one spell as an example.
import type { App, Part } from "../app";
import { sharesChart } from "../charts/shares";
import { h, put, setText, show } from "../dom";
import { date, exact, percent, plain, sek, sekRound } from "../format";
import type { ExampleSettings, ExampleView, PartiesView, View } from "../types";
import { t } from "../words";
import { Fold, lacking, opens, refusal, Sheet } from "./folds";
import { NumberField } from "./number-field";

const PAYERS = [["employer", "solid"], ["state", "hatch"], ["employee", "thin"]] as const;
const FIELDS = [["days", "days", 1, 1000], ["extent", "percent", 1, 100], ["monthly_pay", "sek", 1000, 1e6]] as const;

const shares = ({ pay_lost, employer, state, employee }: PartiesView, write = sekRound) =>
  ({ lost: write(pay_lost), employer: write(employer), state: write(state), employee: write(employee) });

export function parties(app: App): Part {
  const chart = sharesChart();
  const table = new Sheet(t("parties.table"));
  const fold = new Fold(app, "parties", true, h("p", { class: "quiet" }, t("parties.text")), chart.el, table.el);
  return {
    el: fold.el,
    update(view) {
      const now = view?.in_span.parties;
      if (!view || !now || !show(fold.el, now.unknown != null || now.missing.length > 0 || now.pay_lost != null)) return;
      const known = now.pay_lost != null;
      fold.el.classList.toggle("lacking", !known);
      if (!known) {
        fold.say(now.unknown ? t(`parties.unknown.${now.unknown}`) : lacking(view, now.missing));
        return;
      }
      const line = t("parties.line", shares(now));
      fold.say(line);
      chart.update(PAYERS.map(([id, surface]) => ({ name: t(`parties.${id}`), value: now[id] ?? 0, surface })), t("parties.title"), line);
      table.update([t("parties.who"), t("parties.what"), t("parties.amount")], [
        ...PAYERS.map(([id]) => ({ name: t(`parties.${id}`), cells: [t(`parties.${id}.about`), opens(app, "span", id, plain(now[id]))] })),
        { name: t("parties.pay_lost"), cells: [t("parties.pay_lost.about"), opens(app, "span", "pay_lost", plain(now.pay_lost))], sum: true },
      ], [1]);
    },
  };
}

/** One spell: for teaching, and to understand the sums above. */
export function example(app: App): Part {
  const set = (patch: ExampleSettings) => app.set({ example: { ...app.state.settings.example, ...patch } });
  const fields = FIELDS.map(([id, unit]) => new NumberField(app, {
    id: `example-${id}`, label: t(`example.${id}`), unit: unit === "days" ? t("example.unit") : t(`unit.${unit}.short`),
    change: (value) => set({ [id]: value }),
  }));
  const from = dateField((value) => set({ from: value }));
  const deduction = h("p", { class: "quiet" });
  const table = new Sheet(t("example.table"));
  const fold = new Fold(app, "example", false, h("div", { class: "fields" }, ...fields.map(({ el }) => el), from.el), table.el, deduction);
  fold.el.classList.add("screen-only");
  const row = (name: string, parties: PartiesView, sum = false) =>
    ({ name, cells: [...PAYERS.map(([id]) => plain(parties[id])), plain(parties.pay_lost)], sum });
  const dayText = ({ from_day, to_day }: ExampleView["rows"][number]) =>
    from_day === to_day ? t("example.day", { day: from_day }) : t("bands.days", { from: from_day, to: to_day });
  return {
    el: fold.el,
    update(view: View | null) {
      const now = view?.example;
      if (!view || !now) return;
      const given = app.state.settings.example ?? {};
      FIELDS.forEach(([id, , lowest, highest], at) => fields[at]?.update(
        given[id] ?? now[id], refusal(now.problems[id], plain(lowest), id === "extent" ? exact(highest, "percent") : plain(highest)), given[id] == null ? 0 : 4));
      from.update(now.problems["from"] ? given.from ?? "" : now.from, refusal(now.problems["from"], "", ""));
      const known = now.sum.pay_lost != null;
      fold.say(known
        ? t("example.line", { days: t("example.of", { count: now.days }), extent: percent(now.extent), pay: sek(now.monthly_pay), ...shares(now.sum, sek) })
        : t("example.ask"));
      show(table.el, known);
      table.update([t("example.period", { from: date(now.from), to: date(now.to) }), ...PAYERS.map(([id]) => t(`parties.${id}`)), t("example.lost")],
        [...now.rows.map((one) => row(dayText(one), one.parties)), row(t("example.sum"), now.sum, true)]);
      setText(deduction, now.deduction ? t("example.deduction", { amount: sek(now.deduction) }) : "");
    },
  };
}

function dateField(change: (value: string | null) => void) {
  const input = h("input", {
    type: "text", id: "example-from", inputmode: "numeric", autocomplete: "off", spellcheck: "false", class: "number",
    "aria-describedby": "example-from-help example-from-error", onchange: () => change(input.value.trim() || null),
  });
  const error = h("p", { class: "field-error", id: "example-from-error", hidden: true });
  return {
    el: h("div", { class: "field" },
      h("div", { class: "field-name" }, h("label", { for: input.id }, t("example.from")), h("p", { class: "quiet", id: "example-from-help" }, t("example.from.help"))),
      h("div", { class: "field-value" }, h("span", { class: "field-box" }, input), error)),
    update(value: string, problem: string | null | undefined) {
      if (document.activeElement !== input) input.value = value;
      put(error, problem);
      if (show(error, problem != null)) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    },
  };
}
