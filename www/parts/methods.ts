// The same absence by each method, side by side; and what is booked beside what the rules give.
import type { App, Part } from "../app";
import { h, setText, show } from "../dom";
import { NONE, plain, sekRound } from "../format";
import type { BookedView } from "../types";
import { t } from "../words";
import { Fold, lacking, opens, renew, Sheet } from "./folds";

const PARTS = ["short", "long", "short_day", "long_day"] as const;

export function methods(app: App): Part {
  const table = new Sheet(t("methods.table"));
  const about = h("dl", { class: "kinds methods-about screen-only" });
  const periods = h("p", { class: "quiet", id: "if-periods-differ" });
  const fold = new Fold(app, "methods", true, table.el, about);
  fold.el.insertBefore(periods, fold.el.querySelector(".disclosed"));
  return {
    el: fold.el,
    update(view) {
      if (!view) return;
      const { methods: all, if_periods_differ: differ } = view.in_span;
      const totals = all.flatMap(({ total }) => (total == null ? [] : [total]));
      const chosen = all.find(({ id }) => id === view.method.id);
      const words = { low: sekRound(Math.min(...totals)), high: sekRound(Math.max(...totals)), method: t(`method.${view.method.id}.inline`), amount: sekRound(chosen?.total) };
      if (totals.length === 0) fold.say(lacking(view, chosen?.missing ?? []));
      else fold.say(t(totals.length === 1 ? "methods.one" : chosen?.total == null ? "methods.range" : "methods.line", words));
      const name = (id: string) => h("span", null, t(`method.${id}`), id === view.method.id && h("span", { class: "chosen" }, " ", t("methods.chosen")));
      table.update([t("methods.method"), t("methods.total"), ...PARTS.map((id) => t(`methods.${id}`))], all.map((one) => ({
        name: name(one.id),
        cells: [one.total == null ? NONE : opens(app, "span", `method_${one.id}`, plain(one.total)), ...PARTS.map((id) => plain(one[id]))],
      })));
      renew(about, ...all.flatMap((one) => [
        h("dt", null, name(one.id)),
        h("dd", null, t(`method.${one.id}.about`), " ", t(`method.${one.id}.differs`), " ",
          one.source && h("span", { class: "quiet" }, t("how.method.source", { source: one.source }), " "), lacking(view, one.missing))]));
      const [low, high] = (differ?.sick_pay ?? []) as number[];
      setText(periods, low == null || high == null ? "" : t("methods.periods", { low: sekRound(low), high: sekRound(high) }));
      show(periods, periods.textContent !== "");
    },
  };
}

const AMOUNTS = ["booked", "calculated", "difference"] as const;

export function booked(app: App): Part {
  const facts = h("dl", { class: "facts" });
  const fold = new Fold(app, "booked", true, facts, h("p", { class: "quiet" }, t("booked.why")));
  const text = (id: keyof BookedView, now: BookedView) => plain(now[id] as number | null | undefined);
  return {
    el: fold.el,
    update(view) {
      const now = view?.in_span.booked;
      if (!show(fold.el, now != null) || !now || !view) return;
      const words = { booked: sekRound(now.booked), calculated: sekRound(now.calculated) };
      fold.say(t(now.calculated == null ? "booked.only" : "booked.line", words), " ", lacking(view, now.missing));
      renew(facts, ...AMOUNTS.map((id) => h("div", null, h("dt", null, t(`booked.${id}`)),
        h("dd", null, id === "calculated" && now.calculated != null ? opens(app, "span", "sick_pay_of_booked", text(id, now)) : text(id, now)))));
    },
  };
}
