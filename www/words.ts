// The message catalogue: the only place that words come from.
import { otherWords } from "other-words";
import sv from "./words/sv.json";

export type Lang = "sv" | "en";
export type Params = Record<string, string | number>;

const catalogues: Partial<Record<Lang, Record<string, string | undefined>>> = { sv };
/** Words of what follows the page, in every language, once they have come. */
let further: Partial<Record<Lang, Record<string, string>>> = {};
const locales: Record<Lang, string> = { sv: "sv-SE", en: "en-GB" };

let lang: Lang = "sv";
let words: Record<string, string | undefined> = sv;
export const language = () => lang;
export const locale = () => locales[lang];

/** What the browser's Intl makes for a language and some options is kept: making it takes a hundred times as long as using it. */
export function kept<Options, Made>(make: (locale: string, options: Options) => Made) {
  const made = new Map<string, Made>();
  return (options: Options) => {
    const key = locale() + JSON.stringify(options);
    let found = made.get(key);
    if (found === undefined) made.set(key, (found = make(locale(), options)));
    return found;
  };
}

const wholes = kept((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));
const plurals = kept((locale, options: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options));

/** Has the words of a language ready. Rejects where they cannot be had. */
export async function learn(next: Lang) {
  if (catalogues[next]) return;
  const values = await otherWords();
  catalogues[next] = Object.fromEntries(Object.keys(sv).map((key, at) => [key, values[at]]));
}

/** Speaks a language that has been learnt. */
export function speak(next: Lang) {
  lang = next;
  words = { ...(catalogues[next] ?? sv), ...further[next] };
}

/** Has the words ready of what has followed the page. */
export function teach(more: Record<Lang, Record<string, string>>) {
  further = more;
  speak(lang);
}

/** Whether the catalogue has a word for this. */
export const has = (key: string) => template(key) !== undefined;

// `key`, or `key.one` / `key.other` by the parameter `count`.
function template(key: string, params?: Params): string | undefined {
  if (key in words) return words[key];
  const count = params?.["count"];
  const form = typeof count === "number" ? plurals({}).select(count) : "other";
  const found = words[`${key}.${form}`] ?? words[`${key}.other`];
  // What goes into a step is often what an earlier step worked out, and has its name.
  return found ?? (key.startsWith("operand.") ? words[key.replace("operand", "step")] : undefined);
}

const written = (value: string | number) =>
  typeof value === "number" ? wholes({ maximumFractionDigits: 0 }).format(value) : value;

/** No line breaks after the dash of `1–14`. */
const joined = (text: string | undefined) => text?.replace(/(\d–)(?=\d)/g, "$1\u2060");

/** The words for `key`, with `{name}` filled in. A key without words shows itself. */
export function t(key: string, params?: Params): string {
  const text = joined(template(key, params));
  if (text === undefined) return key;
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params?.[name];
    return value === undefined ? place : written(value);
  });
}

/** The same with elements in the places: the parts in order, to be appended. */
export function tn(key: string, parts: Record<string, Node | string>, params?: Params): (Node | string)[] {
  return (joined(template(key, params)) ?? key).split(/(\{\w+\})/).filter((piece) => piece !== "").map((piece) => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    if (name === undefined) return piece;
    const value = parts[name] ?? params?.[name];
    return value === undefined ? piece : value instanceof Node ? value : written(value);
  });
}
