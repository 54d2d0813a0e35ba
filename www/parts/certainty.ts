// How sure the answer is: what it hangs on, one input at a time and two at a time, and how likely the investment is to carry itself.
import type { App, Part } from "../app";
import { histogram } from "../charts/histogram";
import { mapChart, type Named } from "../charts/map";
import { netChart } from "../charts/net";
import { tornadoChart } from "../charts/tornado";
import { h, setText, show } from "../dom";
import { exact, list, percent, plain, sek, sekRound } from "../format";
import { Simulating, type Draws } from "../simulation";
import type { SimulationView } from "../types";
import { t } from "../words";
import { caseOf, Choice, ends, type Case, type Investment, shownCase } from "./case-fields";
import { renew, Sheet } from "./folds";
import { Disclosure } from "./pieces";
import { likely, monthCount } from "./verdict";

type Input = Case["tornado"][number]["input"];
type Outcome = SimulationView["outcomes"][number];

/** How many draws, and what they come from: the same every time. */
const DRAWS = 10_000;
const MANY = 100_000;
const SEED = 2018;

/** A value of an uncertain input, as its field has it. */
export function inputValue(input: Input, value: number) {
  if (input === "delay" || input === "duration") return plain(value, 1);
  return input === "effect_leavers" ? plain(value, 1) : percent(value, 1);
}

/** What is uncertain by assumption where nobody says. */
const ASSUMED: Input[] = ["cost", "value", "days"];

const inputName = (input: Input) => t(`input.of.${input}`);

/** The outcome of the draws that are of the case that is shown. */
const outcomeOf = (drawn: SimulationView | null, at: number): Outcome | null => drawn?.outcomes[drawn.cases.indexOf(at)] ?? null;

export function certainty(app: App, draws: Draws): Part & { drawn(): SimulationView | null } {
  const simulating = new Simulating(app, draws, () => app.refreshInvestments());
  const bounds = [ends(app, "effect_short"), ends(app, "effect_long"), ends(app, "cost"), ends(app, "value"), ends(app, "days"), ends(app, "delay"), ends(app, "duration")];
  const shape = new Choice("invest-shape", t("invest.shape"), (value) => app.setCase({ shape: value as "triangle" | "normal" }), t("invest.shape.help"));
  const assumed = h("p", { class: "quiet", id: "certainty-assumed" });
  const limits = new Disclosure(app, "certainty-bounds", { title: t("certainty.bounds"), closed: t("rules.show"), open: t("rules.hide") },
    h("p", { class: "quiet" }, t("certainty.bounds.help")), ...bounds.map((one) => one.el), shape.el);
  limits.el.classList.add("screen-only");

  const probability = h("p", { class: "headline-more", id: "probability", "aria-live": "polite" });
  const worth = h("p", { id: "knowing" });
  const chart = histogram();
  const more = h("button", { type: "button", class: "link", id: "more-draws", onclick: () => { many = !many; app.refreshInvestments(); } });
  const method = h("p", { class: "quiet", id: "draws-method" });
  const drivers = new Sheet(t("draws.drivers"));
  let many = false;

  const net = netChart();
  const tornado = tornadoChart();
  const table = new Sheet(t("tornado.table"));
  const tableFold = new Disclosure(app, "tornado-table", { closed: t("table.show"), open: t("table.hide") }, table.el);
  const scenarios = new Sheet(t("scenario.table"));
  const across = new Choice("map-across", t("map.across"), (value) => app.setInvestment({ map: { ...app.state.settings.investment?.map, across: value as Input } }));
  const down = new Choice("map-down", t("map.down"), (value) => app.setInvestment({ map: { ...app.state.settings.investment?.map, down: value as Input } }));
  const map = mapChart();
  scenarios.el.classList.add("scenarios");
  const mapTable = new Sheet(t("map.table"));
  const mapFold = new Disclosure(app, "map-table", { closed: t("table.show"), open: t("table.hide") }, mapTable.el);
  const two = new Disclosure(app, "map", { title: t("map.heading"), closed: t("rules.show"), open: t("rules.hide") },
    h("div", { class: "map-choice" }, across.el, down.el), map.el, mapFold.el);
  two.el.classList.add("screen-only");
  // What stands in a closed fold is drawn when it is opened.
  const draw = () => app.refreshInvestments();
  for (const one of [tableFold, mapFold]) {
    one.opened = draw;
    one.body.classList.add("screen-only");
  }
  two.opened = () => app.setInvestment({ map: { ...app.state.settings.investment?.map, shown: true } });
  const rest = h("div", null,
    probability, chart.el, worth, h("div", { class: "screen-only" }, drivers.el), method, h("p", { class: "screen-only" }, more),
    net.el, h("h3", null, t("tornado.heading")), h("p", { class: "quiet" }, t("tornado.lead")), tornado.el, tableFold.el,
    h("h3", null, t("scenario.heading")), scenarios.el, two.el);
  const nothing = h("p", { class: "quiet" });
  const el = h("div", { class: "certainty", id: "certainty" }, h("h3", { class: "big" }, t("certainty.title")), nothing, limits.el, assumed, rest);

  function tell(investment: Investment) {
    const outcome = outcomeOf(simulating.drawn, shownCase(app));
    el.classList.toggle("pending", simulating.busy);
    for (const part of [probability, worth, drivers.el, method]) show(part, outcome !== null);
    chart.update(outcome);
    if (!outcome) return;
    renew(probability, t("draws.probability", { percent: likely(outcome.carries), horizon: monthCount(investment.horizon) }), " ",
      t("draws.between", { low: sekRound(outcome.low), high: sekRound(outcome.high) }));
    const first = outcome.drivers[0];
    renew(worth, first && first.share_of_variance > 0 ? t("draws.first", { what: inputName(first.input), percent: percent(first.share_of_variance, 0) }) : "", " ",
      outcome.knowing >= 1 ? t("draws.knowing", { sek: sekRound(outcome.knowing) }) : t("draws.knowing.nothing"));
    drivers.update([t("tornado.input"), t("draws.share"), t("draws.worth")], outcome.drivers.map((one) => ({
      name: inputName(one.input), cells: [percent(one.share_of_variance, 0), sek(one.knowing)],
    })));
    const of = caseOf(app).shape === "normal" ? "draws.method.normal" : "draws.method";
    setText(method, t(of, { count: plain(simulating.drawn?.draws), seed: String(simulating.drawn?.seed) }));
  }

  return {
    el,
    drawn: () => simulating.drawn,
    update(view) {
      if (!view) return;
      const investment = view.investment;
      const now = investment.cases[shownCase(app)];
      if (!now) return;
      const uncertain = now.tornado.length > 0;
      for (const one of bounds) one.update(investment);
      shape.update([["triangle", t("invest.shape.triangle")], ["normal", t("invest.shape.normal")]], caseOf(app).shape ?? "triangle");
      el.classList.toggle("screen-only", !uncertain);
      show(rest, uncertain);
      show(nothing, !uncertain);
      setText(nothing, t("certainty.nothing"));
      const taken = ASSUMED.filter((id) => now.tornado.some(({ input, assumed }) => input === id && assumed)).map(inputName);
      const given = now.tornado.some(({ input }) => input.startsWith("effect_"));
      renew(assumed, ...(uncertain ? [
        taken.length > 0 && t("certainty.assumed", { what: list(taken), percent: percent(investment.spread) }), " ",
        !given && t("certainty.no_bounds"),
      ].filter((part) => part !== false) : []));
      show(assumed, uncertain);
      if (!uncertain) return;
      simulating.follow(many ? MANY : DRAWS, SEED, [investment.value_short_day, investment.value_long_day, investment.short_net_days_per_year, investment.long_net_days_per_year]);
      setText(more, t(many ? "draws.fewer" : "draws.more", { count: plain(many ? DRAWS : MANY) }));
      tell(investment);
      net.update(now);
      tornado.update(now.tornado.map((bar) => ({
        name: inputName(bar.input), low: inputValue(bar.input, bar.low), high: inputValue(bar.input, bar.high), at_low: bar.at_low, at_high: bar.at_high,
      })), now.result_at_horizon ?? 0);
      if (tableFold.isOpen) table.update(["tornado.input", "tornado.low", "tornado.at", "tornado.high", "tornado.at", "tornado.switching"].map((key) => t(key)), now.tornado.map((bar) => ({
        name: h("span", null, inputName(bar.input), bar.assumed && h("span", { class: "why quiet" }, t("tornado.assumed"))),
        cells: [inputValue(bar.input, bar.low), sek(bar.at_low), inputValue(bar.input, bar.high), sek(bar.at_high),
          bar.switching == null ? t("tornado.never") : inputValue(bar.input, bar.switching)],
      })));
      scenarios.update(["scenario.case", "scenario.cost", "scenario.saving", "scenario.result", "scenario.payback"].map((key) => t(key)), now.scenarios.map((one) => ({
        name: t(`scenario.${one.id}`),
        cells: [sek(one.cost), sek(one.saving), sek(one.result), one.payback_months == null ? t("invest.never") : exact(Math.ceil(one.payback_months), "months")],
      })));
      show(two.el, now.tornado.length > 1);
      if (now.map && two.isOpen) {
        const { map: shown } = now;
        const options = now.tornado.map(({ input }): [string, string] => [input, inputName(input)]);
        across.update(options, shown.across);
        down.update(options, shown.down);
        const named: Named = {
          across: inputName(shown.across), down: inputName(shown.down),
          show: (side, value) => inputValue(side === "across" ? shown.across : shown.down, value),
        };
        map.update(shown, named);
        const every = (_: unknown, at: number) => at % 5 === 0;
        if (mapFold.isOpen) mapTable.update(["", ...shown.across_values.filter(every).map((value) => inputValue(shown.across, value))],
          shown.down_values.map((value, at): [number, number[]] => [value, shown.results[at] ?? []]).filter(every).map(([value, results]) => ({
            name: inputValue(shown.down, value), cells: results.filter(every).map((result) => sek(result)),
          })));
      }
    },
  };
}

