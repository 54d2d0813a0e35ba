// The measures of the field: twelve months at a time, how long periods are, and how many are sick often. Never who.
import type { App, Part } from "../app";
import { linesChart } from "../charts/lines";
import { h, setText, show } from "../dom";
import { days, fixed, month, monthShort, NONE, percent, percentFixed, plain } from "../format";
import type { RollingView, View } from "../types";
import { t } from "../words";
import { Fold, ruleOf, Sheet } from "./folds";
import { Disclosure } from "./pieces";

/** A change in per cent, in words: 8 % fewer. */
export const changeText = (change: number, more: string, fewer: string) => t(change > 0 ? more : fewer, { percent: percent(Math.abs(change)) });

/** The same in a column, with its sign. */
export const signed = (change: number | null | undefined) => (change == null ? NONE : `${change > 0 ? "+" : ""}${percentFixed(change, 1)}`);

export function rolling(app: App): Part {
  const chart = linesChart();
  const table = new Sheet(t("rolling.table"));
  const tableFold = new Disclosure(app, "rolling-table", { closed: t("table.show"), open: t("table.hide") }, table.el);
  const fold = new Fold(app, "rolling", false, h("p", { class: "quiet" }, t("rolling.text")), chart.el, tableFold.el);
  return {
    el: fold.el,
    update(view) {
      const all = view?.measures.rolling ?? [];
      const last = all.at(-1);
      if (!show(fold.el, last != null) || !last) return;
      const words = { days: t("unit.net_days", { value: days(last.net_days), count: last.net_days }) };
      const change = last.change_percent;
      fold.say(change == null ? t("rolling.alone", words) : t("rolling.line", { ...words, change: changeText(change, "rolling.more", "rolling.fewer") }));
      const [title, unit] = [t("rolling.table"), t("axis.net_days")];
      chart.update(all.map((one) => ({ month: one.month, value: one.net_days })), { title, unit, description: t("lines.text"), line: t("rolling.key") });
      const columns = ([
        ["fact.net_days", (one) => fixed(one.net_days, 1)],
        ["column.short_net_days", (one) => one.short_net_days != null && fixed(one.short_net_days, 1)],
        ["rolling.short", (one) => one.short_net_days_per_employee != null && fixed(one.short_net_days_per_employee, 1)],
        ["fact.absence_percent", (one) => one.absence_percent != null && percentFixed(one.absence_percent, 1)],
        ["rolling.change", (one) => one.change_percent != null && signed(one.change_percent)],
      ] as [string, (one: RollingView) => string | false][]).filter(([, text]) => all.some((one) => text(one) !== false));
      table.update([t("rolling.until"), ...columns.map(([name]) => t(name))],
        all.map((one) => ({ name: monthShort(one.month), cells: columns.map(([, text]) => text(one) || NONE) })));
    },
  };
}

export function lengths(app: App): Part {
  const table = new Sheet(t("bands.table"));
  const fold = new Fold(app, "bands", false, h("p", { class: "quiet" }, t("bands.text")), table.el);
  return {
    el: fold.el,
    update(view) {
      const { bands, long_share_percent: long } = view?.in_span ?? { bands: [] };
      if (!view || !show(fold.el, bands.length > 0 || long != null)) return;
      fold.say(long == null ? t("bands.text") : t("bands.line", { percent: percent(long), days: ruleOf(view, "long_spell") }));
      show(table.el, bands.length > 0);
      table.update([t("bands.day"), t("fact.net_days"), t("bands.share")], bands.map(({ from_day: from, to_day: to, net_days, percent: share }) => ({
        name: to == null ? t("bands.after", { from }) : t("bands.days", { from, to }),
        cells: [fixed(net_days, 1), percentFixed(share, 1)],
      })));
    },
  };
}

function repeatedLine({ measures: { repeated: now } }: View) {
  const limit = now.limit;
  if (now.more == null) return t("repeated.few", { limit });
  const people = t("repeated.of", { count: now.more });
  return t("repeated.line", { people, limit }) + (now.more_percent == null ? "" : ` ${t("repeated.percent", { percent: percent(now.more_percent) })}`);
}

export function repeated(app: App): Part {
  const small = h("p", { class: "quiet" });
  const table = new Sheet(t("repeated.table"));
  const months = new Sheet(t("repeated.months"));
  const monthsFold = new Disclosure(app, "repeated-months", { closed: t("repeated.months"), open: t("table.hide") }, months.el);
  const fold = new Fold(app, "repeated", false, small, table.el, monthsFold.el);
  return {
    el: fold.el,
    update(view) {
      if (!view || !show(fold.el, view.reading.people != null)) return;
      const now = view.measures.repeated;
      fold.say(now.known ? repeatedLine(view) : t("repeated.unknown"));
      setText(small, t("repeated.small", { count: ruleOf(view, "small_group") }));
      show(small, !now.known || now.hidden);
      show(table.el, now.known && now.people.some(({ people }) => people));
      table.update([t("repeated.spells"), t("repeated.people")], now.people.map(({ spells, or_more, people }) => ({
        name: or_more ? t("repeated.or_more", { count: spells }) : plain(spells),
        cells: [people == null ? t("repeated.hidden") : plain(people)],
      })));
      const known = view.months.filter(({ has_data }) => has_data);
      months.update([t("months.month"), t("fact.spells"), t("repeated.absent")],
        known.map((one) => ({ name: month(one.month), cells: [plain(one.spells), plain(one.people)] })));
    },
  };
}
