// How far a long reading has come, and a way out of it.
import type { App, Part, Progress } from "../app";
import { h, setText, show } from "../dom";
import { t } from "../words";

/** The time left, as one says it: coarser the longer it is, so that it stands still. */
function leftText(seconds: number | null) {
  if (seconds === null) return "";
  if (seconds < 5) return t("progress.left.soon");
  if (seconds < 50) return t("progress.left.seconds", { count: Math.ceil(seconds / 5) * 5 });
  return t("progress.left.minutes", { count: Math.max(1, Math.round(seconds / 60)) });
}

const STOPPABLE: Progress["phase"][] = ["opening", "reading", "again"];

export function progress(app: App): Part {
  const label = h("p", { class: "progress-label", id: "progress-label", tabindex: "-1" });
  const bar = h("progress", { id: "progress-bar", "aria-labelledby": "progress-label", max: 1 });
  const left = h("p", { class: "quiet", id: "progress-left" });
  const stop = h("button", { type: "button", id: "progress-cancel", onclick: () => app.cancel() }, t("progress.cancel"));
  const el = h("div", { class: "progress", id: "progress", hidden: true }, h("div", { class: "progress-text" }, label, left), bar, stop);
  let told = false;
  return {
    el,
    update() {
      const { reading } = app.state;
      const hadFocus = document.activeElement === stop;
      if (!show(el, reading !== null) || !reading) {
        told = false;
        return;
      }
      setText(label, t(`progress.${reading.phase}`));
      setText(left, leftText(reading.left));
      if (reading.done === null) bar.removeAttribute("value");
      else bar.value = reading.done;
      const stoppable = STOPPABLE.includes(reading.phase);
      if (!show(stop, stoppable) && hadFocus) label.focus();
      // What was pressed to begin it is gone.
      if (!told && stoppable && document.activeElement === document.body) stop.focus({ preventScroll: true });
      if (!told && stoppable) app.say(t("progress.told"));
      told ||= stoppable;
    },
  };
}
