// Name, one sentence, and the promise first; language and light.
import type { App, Part, Theme } from "../app";
import { h, put, svg } from "../dom";
import { t, type Lang } from "../words";
import { Segmented } from "./pieces";

/** A beam on two supports: what bears its own load. */
const sign = () =>
  svg("svg", { viewBox: "0 0 28 24", class: "sign", "aria-hidden": "true", focusable: "false" },
    svg("path", { d: "M1 4h26v4H1z" }), svg("path", { d: "M5 11h4v10H5zM19 11h4v10h-4z" }));

export function header(app: App): Part {
  const lang = new Segmented<Lang>(t("header.language"), "language", [
    { value: "sv", text: "Svenska", lang: "sv" },
    { value: "en", text: "English", lang: "en" },
  ], (value) => void app.speak(value));
  const theme = new Segmented<Theme>(t("header.theme"), "theme", [
    { value: "auto", text: t("header.theme.auto") },
    { value: "light", text: t("header.theme.light") },
    { value: "dark", text: t("header.theme.dark") },
  ], app.setTheme);
  const failed = h("div", { class: "quiet language-failed", id: "language-failed", role: "status" });

  const el = h("header", { class: "top" },
    h("div", { class: "bar" },
      h("p", { class: "name" }, sign(), t("name")),
      h("div", { class: "switches" }, lang.el, theme.el)),
    failed,
    h("h1", null, t("header.question")),
    h("p", { class: "lead" }, t("header.lead")),
    h("p", { class: "promise" }, h("strong", null, t("header.promise")), " ", t("header.promise.more"), " ",
      h("a", { href: "#privacy" }, t("header.promise.check"))));
  return {
    el,
    update() {
      lang.update(app.state.lang);
      theme.update(app.state.theme);
      const missed = app.state.languageFailed;
      if (missed === failed.hasChildNodes()) return;
      put(failed, missed && h("p", null, t("header.language.failed")), missed && h("p", { lang: "en" }, t("header.language.failed.en")));
    },
  };
}
