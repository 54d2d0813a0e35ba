// What a first visit transfers: `node benches/first-load.mjs`, after `make dist`.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { publish, table } from "./publish.mjs";

const LIMIT = 200_000;
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

let first = 0;
const rows = [];
for (const file of readdirSync("dist").filter((name) => name !== "barkraft.html" && !/\.(br|gz)$/.test(name))) {
  const bytes = readFileSync(join("dist", file));
  const packed = gzipSync(bytes, { level: 9 }).length;
  const later = /^(words|sheets)-/.test(file); // the other language and workbooks are fetched when they are asked for
  if (!later) first += packed;
  rows.push([file.replace(/-[0-9a-f]{10}/, "") + (later ? ", on demand" : ""), kilobytes(bytes.length), kilobytes(packed)]);
}
rows.push(["first load", "", kilobytes(first)]);
publish(
  "first-load",
  `${table(["file", "kB", "kB gzip"], rows)}\n\nThe mark is ${kilobytes(LIMIT)} kB: ${first <= LIMIT ? "met" : "**not met**"}.`,
);
