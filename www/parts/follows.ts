// Where the parts stand that follow the page, until they have come: that they are on their way, or that they could not be fetched.
import type { App, Part } from "../app";
import { h, setText, show } from "../dom";
import { t } from "../words";
import { isUsable, section } from "./pieces";

export function follows(app: App): Part {
  const said = h("p", { id: "follows", role: "status" });
  // The button goes away, and leaves the focus where the parts will be.
  const tryAgain = () => {
    app.fetchFurther();
    el.querySelector("h2")?.focus();
  };
  const again = h("button", { type: "button", id: "follows-again", onclick: tryAgain }, t("follows.again"));
  const el = section("investment", t("invest.title"), said, again);
  el.classList.add("screen-only");
  return {
    el,
    update(view) {
      if (!show(el, isUsable(view))) return;
      const failed = app.further() === "failed";
      setText(said, t(failed ? "follows.failed" : "follows.coming"));
      said.classList.toggle("trouble", failed);
      show(again, failed);
    },
  };
}
