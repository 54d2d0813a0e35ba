// A number field of our own: `type=text`, read by the core (1 234,5 and 1234.5), never by Number().
import type { App } from "../app";
import { h, put, setText, show, type Child } from "../dom";
import { inField } from "../format";
import { language, t } from "../words";

export interface NumberFieldOptions {
  id: string;
  label: Child;
  /** Words after the number: kr, %, months. */
  unit: string;
  help?: string;
  /** Called with the number, or null when the field is empty. */
  change(value: number | null): void;
}

/** Why it could not be read: no number, or two numbers at once, as `30.000` is. */
function unread(found: string) {
  const [, whole, part] = /^(\d{1,3})[.,](\d{3})$/.exec(found) ?? [];
  if (!whole || !part) return t("field.not_a_number", { found });
  const decimal = language() === "sv" ? "," : ".";
  return t("field.two_numbers", { found, thousands: `${whole}\u00a0${part}`, decimal: `${whole}${decimal}${part.replace(/0+$/, "") || "0"}` });
}

export class NumberField {
  el: HTMLDivElement;
  input: HTMLInputElement;
  /** Below the field: for what a part has to say of the value. */
  note: HTMLDivElement;
  private error: HTMLParagraphElement;
  private value: number | null = null;
  private decimals = 4;
  /** Between the first keystroke and leaving the field its text is the user's. */
  private writing = false;

  constructor(private app: App, private options: NumberFieldOptions) {
    const { id, label, unit, help } = options;
    this.error = h("p", { class: "field-error", id: `${id}-error`, hidden: true });
    this.note = h("div", { class: "field-note", id: `${id}-note` });
    this.input = h("input", {
      id, type: "text", inputmode: "decimal", autocomplete: "off", spellcheck: "false", class: "number",
      "aria-describedby": `${help ? `${id}-help ` : ""}${id}-error ${id}-note`,
      oninput: () => {
        this.writing = true;
        this.typed(false);
      },
      onchange: () => this.typed(true),
      onblur: () => this.release(),
    });
    this.el = h("div", { class: "field" },
      h("div", { class: "field-name" },
        h("label", { for: id }, label),
        help && h("p", { class: "quiet", id: `${id}-help` }, help),
        this.note),
      h("div", { class: "field-value" },
        h("span", { class: "field-box" }, this.input, unit !== "" && h("span", { class: "unit", "aria-hidden": "true" }, unit)),
        this.error));
    const draft = app.state.drafts.get(id);
    if (draft !== undefined) {
      this.input.value = draft;
      this.complain(unread(draft));
    }
  }

  /** Follows the value in use, unless the user is writing just now, or has written what cannot be read. */
  update(value: number | null | undefined, problem?: string | null | undefined, decimals = 4) {
    this.value = value ?? null;
    this.decimals = decimals;
    if (this.app.state.drafts.has(this.options.id)) return;
    if (!this.writing) this.settle();
    this.complain(problem ?? "");
  }

  /** Says something below the field. */
  say(...children: (Node | string | false)[]) {
    put(this.note, ...children);
  }

  private typed(finished: boolean) {
    const { id, change } = this.options;
    const text = this.input.value.trim();
    const value = text === "" ? null : this.app.numbers()?.readNumber(text);
    if (value === undefined) {
      if (finished) {
        this.app.state.drafts.set(id, text);
        this.complain(unread(text));
        this.app.refresh();
      }
      return;
    }
    this.app.state.drafts.delete(id);
    this.complain("");
    change(value);
  }

  /** The text follows the value again. */
  release() {
    this.writing = false;
    this.settle();
  }

  private settle() {
    if (this.app.state.drafts.has(this.options.id)) return;
    const text = inField(this.value, this.decimals);
    if (this.input.value !== text) this.input.value = text;
  }

  private complain(text: string) {
    setText(this.error, text);
    show(this.error, text !== "");
    if (text) this.input.setAttribute("aria-invalid", "true");
    else this.input.removeAttribute("aria-invalid");
  }
}
