// The one sentence that the page exists for.
import { h } from "../dom";
import { list, monthsOf, percent, plain, sek, sekRound } from "../format";
import type { PeriodView, View } from "../types";
import { t, tn } from "../words";
import { noteText } from "./notes";
import { unitName } from "./opening";
import { isUsable } from "./pieces";

/** The months that stand at the top. */
export const inSpan = (view: View): PeriodView => view[view.span];

/** What is missing for the cost itself, and not only for a measure beside it. */
export const essential = (view: View) => {
  const missing = view.asks.filter((id) => !["headcount", "days_per_period"].includes(id));
  return missing.includes("monthly_pay") ? ["monthly_pay", ...missing.filter((id) => id !== "monthly_pay")] : missing;
};

/** What is missing for the whole cost: own values per day need no pay. */
export const forTotal = (view: View) => essential(view).filter((id) => view.method.id !== "own" || id !== "monthly_pay");

/** The sentence, its amount set large, and the one after it. */
export function headline(view: View, mark: (figure: string) => Node | false = () => false): { first: (Node | string)[]; second: string } {
  const period = inSpan(view);
  const span = period.first_month && period.last_month ? monthsOf(period.first_month, period.last_month) : t(`span.${view.span}`);
  const { unit, department } = view.organisation;
  const level = unit ?? department;
  const where = level == null ? "" : t("headline.where", { level: unitName(level) });
  const big = (figure: string, text: string, exactly?: string) => h("strong", { class: "big", title: exactly }, text, mark(figure));
  if (period.months_with_data === 0) return { first: [t("headline.no_data")], second: "" };
  if (period.estimated_total != null) {
    const share = period.sick_pay_percent_of_total;
    return {
      first: closeUp(tn("headline", { amount: big("estimated_total", sekRound(period.estimated_total), sek(period.estimated_total)) }, { span, where })),
      second: share == null ? "" : t(`headline.share.${period.kinds.sick_pay}`, { percent: percent(share, 0) }),
    };
  }
  const what = list(forTotal(view).map((id) => t(`input.${id}.inline`)));
  return {
    first: closeUp(period.sick_pay == null
      ? tn("headline.days", { days: big("net_days", t("unit.net_days", { value: plain(period.net_days, period.net_days < 100 ? 1 : 0), count: period.net_days })) }, { span, where })
      : tn("headline.sick_pay", { amount: big("sick_pay", sekRound(period.sick_pay), sek(period.sick_pay)) }, { span, where })),
    second: what ? t("headline.missing", { what }) : "",
  };
}

/** A full stop stands beside the large amount, not on a line of its own. */
function closeUp(parts: (Node | string)[]) {
  const [amount, end] = parts.slice(-2);
  if (end === "." && amount instanceof HTMLElement) {
    amount.firstChild?.after(end);
    return parts.slice(0, -1);
  }
  return parts;
}

/** The same for a screen reader. */
export function headlineText(view: View) {
  const usable: boolean = isUsable(view);
  const stop = !usable && [...view.tables.flatMap(({ notes }) => notes), ...view.notes].find((note) => note.weight === "stop");
  if (stop) return noteText(stop);
  const { first, second } = headline(view);
  const used = t("understood.used", { count: view.reading.pasted, used: String(view.reading.used) });
  return [used, first.map((part) => (typeof part === "string" ? part : part.textContent)).join(""), second].join(" ");
}
