// Units by level and trend, by a definition that can be seen and changed; and how far they lie from each other.
import type { App, Part } from "../app";
import { linesChart } from "../charts/lines";
import { h, setText, show } from "../dom";
import { fixed, month, monthShort, percent, percentFixed, plain } from "../format";
import type { SpreadView, WatchedUnit, WatchSettings, WatchView } from "../types";
import { t } from "../words";
import { Fold, ruleOf, Sheet } from "./folds";
import { signed } from "./measures";
import { Disclosure, Segmented } from "./pieces";

const MANY = 25;
const LEVELS = ["short", "all", "percent"] as const;
const HIGHS = ["above_whole", "top"] as const;

const mark = ({ high, rising }: WatchedUnit) => (high && rising ? "both" : high ? "high_only" : rising ? "rising_only" : "");

export function watch(app: App): Part {
  const set = (patch: WatchSettings) => app.set({ watch: { ...app.state.settings.watch, ...patch } });
  const choice = <T extends string>(name: string, values: readonly T[], change: (value: T) => void) => {
    const one = new Segmented<T>(t(`watch.${name}`), `watch-${name}`, values.map((value) => ({ value, text: t(`watch.${name}.${value}`) })), change);
    return { row: h("div", { class: "watch-choice" }, h("span", { "aria-hidden": "true" }, t(`watch.${name}`)), one.el), update: (value: T) => one.update(value) };
  };
  const level = choice("level", LEVELS, (value) => set({ level: value }));
  const high = choice("high", HIGHS, (value) => set({ high: value }));
  const definition = h("p", { class: "quiet", id: "watch-definition" });
  const table = new Sheet(t("watch.table"));
  const all = h("button", { type: "button", id: "all-watched", onclick: () => { app.state.open.set("watched", true); app.refresh(); } });
  const fold = new Fold(app, "watch", false, level.row, high.row, definition, table.el, all);

  function line(now: WatchView) {
    if (now.whole == null) return t("watch.incomparable");
    if (now.units.every(({ before }) => before == null)) return t("watch.no_trend");
    const count = now.units.filter((unit) => mark(unit) === "both").length;
    return count === 0 ? t("watch.none") : t("watch.line", { count });
  }

  return {
    el: fold.el,
    update(view) {
      const now = view?.measures.watch;
      if (!show(fold.el, (now?.units.length ?? 0) > 1) || !view || !now) return;
      fold.say(line(now));
      level.update(now.level);
      high.update(now.high);
      const text = (value: number | null | undefined) => (now.level === "percent" ? percentFixed(value, 1) : fixed(value, 1));
      const alone = now.level !== "percent" && !now.per_employee;
      const unit = now.level === "percent" ? "" : t(alone ? "watch.days" : "watch.per_employee");
      setText(definition, [
        t(`watch.definition.${now.high}`, { percent: percent(ruleOf(view, "high_share")) }),
        t("watch.definition"), unit, now.whole != null && t(alone ? "watch.average" : "watch.whole", { level: text(now.whole) }),
      ].filter(Boolean).join(" "));
      const shown = app.state.open.get("watched") ? now.units : now.units.slice(0, MANY);
      table.update([t("column.unit"), t("watch.now"), t("watch.before"), t("rolling.change")], shown.map((one) => {
        const place = mark(one);
        const name = one.department ? `${one.department}: ${one.unit}` : one.unit;
        return {
          name: h("span", null, name || t("units.unnamed"),
            place && h("span", { class: place === "both" ? "why chosen" : "why quiet" }, t(`watch.${place}`))),
          cells: [text(one.level), text(one.before), signed(one.change_percent)],
        };
      }));
      setText(all, t("units.all", { count: now.units.length }));
      show(all, shown.length < now.units.length);
    },
  };
}

export function spread(app: App): Part {
  const chart = linesChart();
  const table = new Sheet(t("spread.table"));
  const tableFold = new Disclosure(app, "spread-table", { closed: t("table.show"), open: t("table.hide") }, table.el);
  const fold = new Fold(app, "spread", false, h("p", { class: "quiet" }, t("spread.text")), chart.el, tableFold.el);
  const text = (value: number, { percent: inPercent }: SpreadView) => (inPercent ? percentFixed(value, 1) : fixed(value, 1));
  return {
    el: fold.el,
    update(view) {
      const months = view?.measures.spread ?? [];
      const last = months.at(-1);
      if (!show(fold.el, last != null) || !last) return;
      const [low, high] = [text(last.p10, last), text(last.p90, last)];
      fold.say(t(last.percent ? "spread.line" : "spread.line.days", { month: month(last.month), low, high }));
      chart.update(months.map((one) => ({ month: one.month, value: one.mean, low: one.p10, high: one.p90 })), {
        title: t("spread.table"), description: t("lines.text"), unit: last.percent ? t("unit.percent.short") : t("axis.net_days"),
        line: t("spread.mean"), band: t("spread.band"),
      });
      table.update([t("months.month"), t("spread.units"), t("spread.p10"), t("spread.mean"), t("spread.p90")], months.map((one) => ({
        name: monthShort(one.month),
        cells: [plain(one.units), text(one.p10, one), text(one.mean, one), text(one.p90, one)],
      })));
    },
  };
}
