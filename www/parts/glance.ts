// The answer at a glance, at the foot of the window, for as long as the answer itself lies further down.
import type { App, Part } from "../app";
import { h, put, show } from "../dom";
import { sekRound, days } from "../format";
import { t, tn } from "../words";
import { inSpan } from "./headline";
import { openedName } from "./opening";
import { isUsable, markIfChanged } from "./pieces";

export function glance(app: App, answer: HTMLElement): Part {
  const text = h("span");
  const el = h("aside", { class: "glance screen-only", "aria-label": t("glance.title"), hidden: true },
    text, h("a", { href: "#cost" }, t("glance.go")));
  let below = false;
  let usable = false;
  const settle = () => document.body.classList.toggle("glancing", show(el, below && usable));
  const observer = new IntersectionObserver(([entry]) => {
    if (!entry) return;
    below = !entry.isIntersecting && entry.boundingClientRect.top > 0;
    settle();
  }, { rootMargin: "0px 0px -25% 0px" });

  return {
    el,
    update(view) {
      usable = isUsable(view);
      if (view && usable) {
        const period = inSpan(view);
        const amount = period.estimated_total ?? period.sick_pay;
        const key = period.estimated_total != null ? "glance.estimated" : "glance.plain";
        const figure = period.estimated_total != null ? "estimated_total" : amount == null ? "net_days" : "sick_pay";
        const shown = amount == null ? t("unit.net_days", { value: days(period.net_days), count: period.net_days }) : sekRound(amount);
        const span = [openedName(view), t(`span.${view.span}`)].filter(Boolean).join(" · ");
        put(text, ...tn(key, { span, amount: h("strong", null, shown, markIfChanged(app, figure)) }));
      }
      // To observe anew asks where it stands now: it may have come into the page or moved.
      observer.unobserve(answer);
      observer.observe(answer);
      settle();
    },
  };
}
