// The catalogues themselves, and that every key the page names is in them.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

const read = (path: string) => readFileSync(new URL(`../../www/${path}`, import.meta.url), "utf8");
type Words = Record<string, string>;
const words = (language: string): Words[] => [`words/${language}.json`, `words/economics.${language}.json`].map((path) => JSON.parse(read(path)));
const [sv, en]: [Words, Words] = [Object.assign({}, ...words("sv")), Object.assign({}, ...words("en"))];
const known = (words: Words, key: string) => key in words || (`${key}.one` in words && `${key}.other` in words);
const named = (code: string) => [...code.matchAll(/\btn?\("([\w.]+)"/g)].map((match) => match[1] ?? "");

/** The code of a file and of all that it imports; not of what follows it by `import()`. */
function codeOf(file: string, seen = new Set<string>()): string {
  if (seen.has(file)) return "";
  seen.add(file);
  const code = read(file);
  const imported = [...code.matchAll(/^import (?!type).*? from "(\.{1,2}\/[\w./-]+)";$/gm)].map((match) => new URL(match[1] ?? "", `file:///${file}`).pathname.slice(1));
  return [code, ...imported.filter((path) => !/^pkg-|\.json$/.test(path)).map((path) => codeOf(`${path}.ts`, seen))].join("\n");
}

test("every key that the page names has words, and no words are left over", () => {
  const files = readdirSync(new URL("../../www/", import.meta.url), { recursive: true, encoding: "utf8" });
  const code = files.filter((file) => file.endsWith(".ts") && !file.startsWith("pkg")).map((file) => read(file)).join("\n");
  expect(named(code).length).toBeGreaterThan(100);
  expect(named(code).filter((key) => !known(sv, key))).toEqual([]);
  // Keys put together from a family and an id: the family must be named.
  const spoken = (key: string) => {
    const plain = key.replace(/\.(one|other)$/, "").replace(/\.next$/, "");
    const family = key.split(".")[0] ?? "";
    return code.includes(`"${plain}"`) || code.includes(`"${family}"`) || code.includes(`\`${family}.`);
  };
  expect(Object.keys(sv).filter((key) => !spoken(key))).toEqual([]);
});

test("what comes with the page has its words, whatever follows", () => {
  const first = codeOf("main.ts");
  expect(named(first).length).toBeGreaterThan(100);
  expect(first, "the economics follow").not.toContain("export function investment(");
  expect(named(first).filter((key) => !known(words("sv")[0] ?? {}, key))).toEqual([]);
});

test("one thing has one word: none of the words we do not use", () => {
  const banned = { sv: /produktivitet|benchmark|ROI|break-?even|sjukdagspenning|klicka|vänligen/i, en: /please note|click|sick leave\b/i };
  for (const [words, pattern] of [[sv, banned.sv], [en, banned.en]] as const) {
    expect(Object.entries(words).filter(([, text]) => pattern.test(text))).toEqual([]);
  }
});

test("Swedish signs in Swedish, English signs in English", () => {
  for (const [key, text] of Object.entries(sv)) expect(text, key).not.toMatch(/[“‘']|\d%|\d\.\d{1,2} /);
  for (const [key, text] of Object.entries(en)) expect(text, key).not.toMatch(/”[^“]*$(?<!“.*)|\d %/);
});
