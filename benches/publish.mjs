// Writes what was measured into docs/performance.md, between the marks <!-- NAME --> and <!-- /NAME -->.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";

const DOCUMENT = "docs/performance.md";

/** Replaces the part of that name. */
export function publish(name, text) {
  const document = readFileSync(DOCUMENT, "utf8");
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${DOCUMENT} has no part ${name}`);
  writeFileSync(DOCUMENT, `${document.slice(0, from)}${begin}\n${text.trim()}\n${document.slice(to)}`);
  console.log(`\n${text.trim()}\n`);
}

/** A table in Markdown. */
export const table = (heading, rows) =>
  [heading, heading.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** When and where. */
export const measured = (browser) =>
  `Measured on ${new Date().toISOString().slice(0, 10)}, Chromium ${browser}, ${cpus()[0]?.model}, ${cpus().length} cores.`;

export const megabytes = (bytes) => (bytes / 1e6).toFixed(0);
