// An outcome contract about the investment: what buyer and provider agree on, and what each of them gets of it by the days saved.
import type { App, Part } from "../app";
import { PARTIES, contractChart } from "../charts/contract";
import { h, put, setText, show, type Child } from "../dom";
import { days, exact, inline, list, plain, sek, sekRound } from "../format";
import type { ContractSettings, ContractView } from "../types";
import { t, tn } from "../words";
import { Fold, opens, refusal, Sheet } from "./folds";
import { NumberField } from "./number-field";
import { Disclosure, kindBadge } from "./pieces";
import { refusedText } from "./workplace";

type Id = (typeof FIELDS)[number]["id"];
const FIELDS = [
  { id: "whole_cost", unit: "sek" }, { id: "provider_share", unit: "percent" }, { id: "risk", unit: "percent" },
  { id: "premium", unit: "percent" }, { id: "value_per_day", unit: "sek_per_day" }, { id: "days_saved", unit: "net_days" },
  { id: "split", unit: "percent" }, { id: "provider_cost", unit: "sek" },
] as const;
/** Those that follow from the others, and are seldom given. */
const FURTHER: string[] = ["split", "provider_cost"];
/** What is shown of a value that was not given: rounded, as it is worked out. */
const DECIMALS = { sek: 0, percent: 2, sek_per_day: 0, net_days: 1 };
const TERMS = ["price", "activity_payment", "highest_outcome", "cap_days"] as const;
const LEFT_OPEN = 5;

const inDays = (value: number) => t("unit.net_days", { value: days(value), count: value });

/** How a party comes out: plus, minus, or even. */
function comesOut(party: "buyer" | "provider", result: number) {
  const way = Math.abs(result) < 0.5 ? "even" : result > 0 ? "plus" : "minus";
  return t(`contract.${party}.${way}`, { amount: sekRound(Math.abs(result)) });
}

/** What the contract means, in a sentence. */
function sentence({ missing, expected, activity_payment: activity, highest_outcome: highest }: ContractView) {
  if (missing.length > 0) return t("contract.asks", { fields: list(missing.map((id) => inline(t(`contract.${id}`)))) });
  if (!expected) return t("contract.open", { activity: sekRound(activity), highest: sekRound(highest) });
  const { days: saved } = expected;
  return t(`contract.sentence.${saved < 0 ? "grows" : saved > 0 ? "falls" : "stays"}`, {
    days: inDays(Math.abs(saved)),
    paid: sek(expected.paid),
    activity: sek(expected.activity_payment),
    outcome: sek(expected.outcome_payment),
    buyer: comesOut("buyer", expected.buyer),
    provider: comesOut("provider", expected.provider),
  });
}

/** At how many days each party breaks even, and both together. */
function partiesTable(app: App, { parties, expected }: ContractView) {
  const heads = ["break_even", "nothing_saved", ...(expected ? ["expected"] : []), "highest"];
  return {
    heads: [t("contract.party"), ...heads.map((head) => t(`contract.${head}`))],
    rows: parties.map(({ party, break_even, break_even_days, nothing_saved, highest }) => {
      const at = break_even_days == null ? t(`contract.break_even.${break_even}`)
        : opens(app, "investment", `contract_${party}_break_even`, inDays(break_even_days));
      const best = highest == null ? t("contract.no_limit") : sek(highest);
      const cells: Child[] = [at, sek(nothing_saved), ...(expected ? [opens(app, "investment", `contract_${party}_result`, sek(expected[party]))] : []), best];
      return { name: t(`contract.${party}`), cells };
    }),
  };
}

export function contract(app: App): Part {
  const given = (): ContractSettings => app.state.settings.investment?.contract ?? {};
  const set = (id: Id, value: number | null) => app.setInvestment({ contract: { ...given(), [id]: value } });
  const fields = FIELDS.map(({ id, unit }) => {
    const name = `contract-${id}`;
    const field = new NumberField(app, {
      id: name, label: t(`contract.${id}`), unit: t(`unit.${unit}.short`), help: t(`contract.${id}.help`), change: (value) => set(id, value),
    });
    const reset = h("button", {
      type: "button", class: "link",
      onclick: () => {
        app.state.drafts.delete(name);
        field.release();
        set(id, null);
        field.input.focus();
      },
    });
    return { id, unit, name, field, reset };
  });
  const terms = h("dl", { class: "facts" });
  const basis = h("p", { class: "quiet" });
  const chart = contractChart();
  const table = new Sheet(t("contract.table"));
  const tableFold = new Disclosure(app, "contract-table", { closed: t("table.show"), open: t("table.hide") }, table.el);
  const parties = new Sheet(t("contract.parties"));
  const result = h("div", { class: "contract-result", id: "contract-result" }, basis, terms, parties.el, h("p", { class: "quiet" }, t("contract.grows")), chart.el, tableFold.el);
  const basic = fields.filter(({ id }) => !FURTHER.includes(id)).map(({ field }) => field.el);
  const further = fields.filter(({ id }) => FURTHER.includes(id)).map(({ field }) => field.el);
  const more = new Disclosure(app, "contract-further", { closed: t("contract.further.show"), open: t("contract.further.hide") }, h("div", { class: "fields" }, ...further));
  const fold = new Fold(app, "contract", false,
    h("p", { class: "quiet" }, t("contract.about")), h("div", { class: "fields" }, ...basic), more.el, result,
    h("h4", null, t("contract.rule.title")), h("p", { class: "quiet" }, t("contract.rule")),
    h("h4", null, t("contract.left_open.title")),
    h("ul", { class: "quiet" }, ...Array.from({ length: LEFT_OPEN }, (_, at) => h("li", null, t(`contract.left_open.${at + 1}`)))));

  /** Where the value in use comes from, and a way back to what it would be. */
  function origin(id: Id, now: ContractView, reset: HTMLButtonElement): Child[] {
    if (given()[id] != null) {
      setText(reset, t(now.proposed.includes(id) || FURTHER.includes(id) ? `contract.${id}.reset` : "input.remove"));
      return [h("span", { class: "yours" }, t("origin.given")), " ", reset];
    }
    if (now.missing.includes(id)) return [t("origin.missing")];
    if (now[id] == null) return [t("origin.optional")];
    return [t(`contract.${id}.default`)];
  }

  return {
    el: fold.el,
    update(view) {
      const now = view?.investment.contract;
      if (!show(fold.el, now != null) || !view || !now) return;
      for (const { id, unit, field, reset } of fields) {
        const own = given()[id];
        const limit = now.limits[id];
        const value = now.problems[id] ? own : now[id];
        field.update(value, limit && refusal(now.problems[id], plain(limit.lowest), exact(limit.highest, limit.unit)), own == null ? DECIMALS[unit] : 4);
        const needed = now.missing.includes(id) && now.problems[id] == null;
        field.el.classList.toggle("missing", needed);
        field.say(h("p", { class: needed ? "needed" : "quiet" }, ...origin(id, now, reset)));
      }
      const wrong = fields.filter(({ id, name }) => now.problems[id] != null || app.state.drafts.has(name))
        .map(({ id, name }) => ({ field: name, label: t(`contract.${id}`) }));
      // On paper it has its room only where something has been agreed on.
      fold.el.classList.toggle("screen-only", now.parties.length === 0);
      if (wrong.length > 0) fold.say(...refusedText("verdict.refused", wrong));
      else fold.say(sentence(now));
      if (!show(result, wrong.length === 0 && now.parties.length > 0)) return;
      put(basis, ...tn("contract.basis", { kind: kindBadge(now.kind) }));
      put(terms, ...TERMS.map((id) => {
        const value = now[id];
        const text = id === "cap_days" ? (value == null ? t("contract.cap_days.never") : inDays(value)) : sek(value);
        return h("div", null, h("dt", null, t(`contract.${id}`)),
          h("dd", null, value == null ? text : opens(app, "investment", `contract_${id}`, text)));
      }));
      const { heads, rows } = partiesTable(app, now);
      parties.update(heads, rows);
      chart.update(now);
      show(tableFold.el, now.points.length > 0);
      table.update([t("contract.days"), t("contract.outcome_payment"), ...PARTIES.map((party) => t(`contract.${party}`)), t("contract.mark")],
        now.points.map((point) => ({
          name: days(point.days),
          cells: [plain(point.outcome_payment), ...PARTIES.map((party) => plain(point[party])), list(point.marks.map((mark) => t(`contract.mark.${mark}`)))],
        })), [5]);
    },
  };
}
