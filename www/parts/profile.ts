// Profiles: the offer to save what was answered, and those that are saved.
import type { App, Part, Said, Table } from "../app";
import { h, put, setText, show } from "../dom";
import { LONGEST_NAME, isAnswered, profileOf, written, type Profile, type ProfileColumn } from "../profile";
import { takeFiles } from "../source";
import type { TableView, View } from "../types";
import { t } from "../words";
import { Disclosure, download, saidText } from "./pieces";
import { tableName } from "./tables";

function columnText({ heading, meaning, number, date }: ProfileColumn) {
  const forms = [number, date].filter((form) => form !== undefined).map((form) => t(`form.${form}`));
  const said = [...(meaning === undefined ? [] : [t(`meaning.${meaning}`)]), ...forms];
  return said.length > 0 ? [heading, "→", said.join(", ")].join(" ") : heading;
}

/** What the profile says of columns of months that stand across. */
const acrossText = (column: ProfileColumn) =>
  columnText({ ...column, heading: column.heading === "" ? t("profile.across") : t("profile.across.of", { heading: column.heading }) });

/** All that a profile holds, in words. */
function contents({ columns, across, causes, filter }: Profile) {
  return h("ul", { class: "profile-holds" },
    ...columns.map((column) => h("li", null, columnText(column))),
    ...across.map((column) => h("li", null, acrossText(column))),
    ...causes.map(({ cause, sickness }) => h("li", null, t(sickness ? "profile.cause.yes" : "profile.cause.no", { cause }))),
    filter !== null && h("li", null, t(`profile.filter.${filter}`)));
}

function share(profile: Profile) {
  const name = profile.name.replace(/[^\p{L}\p{N} _-]/gu, "").trim() || "profil";
  download(new Blob([written(profile)], { type: "application/json" }), `${name}.json`);
}

/** What is said where the offer to save stands, and not where tables come in. */
export const isOfSaving = ({ id }: Said) => id === "profile.saved" || id === "profile.unstored";

/** The offer, for each table of which something was answered that is not saved. */
export function saveProfile(app: App): Part {
  const el = h("section", { class: "save-profile screen-only", id: "profile-save", "aria-label": t("profile.save") });
  const notice = h("p", { class: "notice", id: "profile-notice", role: "status", tabindex: "-1" });
  const offers = h("div");
  el.append(notice, offers);
  /** The table whose form is open, and what was written there. */
  let open: { table: Table; name: string } | null = null;
  let drawn = "";

  function form(table: Table, view: TableView) {
    const name = h("input", { id: "profile-name", type: "text", maxlength: LONGEST_NAME, autocomplete: "off", spellcheck: "false", value: open?.name ?? "",
      "aria-describedby": "profile-name-error", oninput: () => open && (open.name = name.value) });
    const error = h("p", { class: "field-error", id: "profile-name-error", role: "alert" });
    const made = profileOf("", view, table.choices);
    return h("form", { class: "card ask", "aria-labelledby": "profile-form-title", id: "profile-form",
      onkeydown: (event: KeyboardEvent) => event.key === "Escape" && close(),
      onsubmit: (event: Event) => {
        event.preventDefault();
        const given = name.value.trim();
        if (given === "") {
          setText(error, t("profile.problem.no_name"));
          return name.focus();
        }
        open = null;
        app.keep({ ...made, name: given }, "profile.saved");
        table.profile = given;
        app.refresh();
      } },
      h("h3", { id: "profile-form-title" }, t("profile.save")),
      h("div", { class: "profile-name" }, h("label", { for: "profile-name" }, t("profile.name")), h("div", { class: "field-box" }, name), error),
      h("p", null, t("profile.holds")), contents(made), h("p", { class: "quiet" }, t("profile.holds.not")),
      h("div", { class: "answers" },
        h("button", { type: "submit", class: "primary", id: "profile-keep" }, t("profile.keep")),
        h("button", { type: "button", onclick: close }, t("progress.cancel"))));
  }

  function close() {
    open = null;
    app.refresh();
    requestAnimationFrame(() => requestAnimationFrame(() => el.querySelector("button")?.focus()));
  }

  function offer(table: Table, at: number) {
    const several = app.state.tables.length > 1;
    return h("p", null,
      h("button", { type: "button", id: `profile-save-${at}`, onclick: () => {
        open = { table, name: table.profile ?? "" };
        app.refresh();
        requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById("profile-name")?.focus()));
      } }, t(several ? "profile.save.of" : "profile.save", { name: tableName(app, table, at) })), " ",
      h("span", { class: "quiet" }, t("profile.about")));
  }

  return {
    el,
    update(view: View | null) {
      const { tables, profiles, notice: noted } = app.state;
      const saved = (table: Table, made: TableView) =>
        profiles.some((one) => one.name === table.profile && written(one) === written(profileOf(one.name, made, table.choices)));
      const asked = tables.flatMap((table, at) => {
        const made = view?.tables[at];
        return made && table.kind !== "case" && isAnswered(made, table.choices) && !saved(table, made) ? [{ table, at, made }] : [];
      });
      if (open && !asked.some(({ table }) => table === open?.table)) open = null;
      const told = noted !== null && isOfSaving(noted);
      setText(notice, told ? saidText(noted) : "");
      show(notice, told);
      if (!show(el, asked.length > 0 || told)) return;
      // Drawn anew only when something in it is another: a name is being written here.
      const now = JSON.stringify([open && tables.indexOf(open.table), ...asked.map(({ at, table, made }) => [at, profileOf(tableName(app, table, at), made, table.choices)])]);
      if (now === drawn) return;
      drawn = now;
      put(offers, ...asked.map(({ table, at, made }) => (open?.table === table ? form(table, made) : offer(table, at))));
    },
  };
}

/** Those that are saved: what they hold, and a way to share and to remove them. */
export function profiles(app: App): Part {
  const items = h("ul", { class: "profile-list", id: "profiles" });
  const none = h("p", { class: "quiet" }, t("profile.none"));
  const file = h("input", { type: "file", hidden: true, id: "profile-file", accept: ".json,application/json", onchange: () => {
    const chosen = file.files?.[0];
    if (chosen) void takeFiles(app, [chosen]);
    file.value = "";
  } });
  const fold = new Disclosure(app, "profiles", { closed: t("profile.title"), open: t("profile.hide") },
    h("p", { class: "quiet" }, t("profile.explained")), none, items,
    h("p", null, h("button", { type: "button", id: "profile-import", onclick: () => file.click() }, t("profile.import")), file));
  fold.el.classList.add("profiles", "screen-only");
  let drawn: Profile[] | null = null;

  const item = (profile: Profile) =>
    h("li", null,
      h("details", null, h("summary", null, profile.name), contents(profile)),
      h("div", { class: "profile-buttons" },
        h("button", { type: "button", class: "link", "aria-label": t("profile.export.of", { name: profile.name }), onclick: () => share(profile) }, t("profile.export")),
        h("button", { type: "button", class: "link", "aria-label": t("profile.delete.of", { name: profile.name }), onclick: () => {
          app.forget(profile);
          fold.button.focus();
        } }, t("profile.delete"))));

  return {
    el: fold.el,
    update() {
      const { profiles: kept } = app.state;
      if (kept === drawn) return;
      drawn = kept;
      show(none, kept.length === 0);
      put(items, ...kept.map(item));
    },
  };
}
