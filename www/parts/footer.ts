// The end of the page: what this is, and a way to paper.
import type { App, Part } from "../app";
import { h, setText, show } from "../dom";
import { isUsable } from "./pieces";
import { t } from "../words";

export function footer(app: App): Part {
  const print = h("button", { type: "button", id: "print", onclick: () => window.print() }, t("footer.print"));
  const version = h("p", { class: "quiet" });
  const el = h("footer", { class: "foot" }, h("p", { class: "screen-only" }, print), h("p", { class: "quiet" }, t("footer.about")), version);
  return {
    el,
    update(view) {
      show(print, isUsable(view));
      const numbers = app.numbers();
      setText(version, numbers ? t("footer.version", { version: numbers.version }) : "");
    },
  };
}
