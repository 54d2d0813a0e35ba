// The catalogues themselves, and that every key the page names is in them.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

const read = (path: string) => readFileSync(new URL(`../../www/${path}`, import.meta.url), "utf8");
const sv: Record<string, string> = JSON.parse(read("words/sv.json"));
const en: Record<string, string> = JSON.parse(read("words/en.json"));

test("every key that the page names has words, and no words are left over", () => {
  const files = readdirSync(new URL("../../www/", import.meta.url), { recursive: true, encoding: "utf8" });
  const code = files.filter((file) => file.endsWith(".ts") && !file.startsWith("pkg")).map((file) => read(file)).join("\n");
  const known = (key: string) => key in sv || (`${key}.one` in sv && `${key}.other` in sv);
  const named = [...code.matchAll(/\btn?\("([\w.]+)"/g)].map((match) => match[1] ?? "");
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((key) => !known(key))).toEqual([]);
  // Keys put together from a family and an id: the family must be named.
  const spoken = (key: string) => {
    const plain = key.replace(/\.(one|other)$/, "").replace(/\.next$/, "");
    const family = key.split(".")[0] ?? "";
    return code.includes(`"${plain}"`) || code.includes(`"${family}"`) || code.includes(`\`${family}.`);
  };
  expect(Object.keys(sv).filter((key) => !spoken(key))).toEqual([]);
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
