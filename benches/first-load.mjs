// What a first visit transfers: `node benches/first-load.mjs`, after `make dist`, which packs each file beforehand.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { publish, table } from "./publish.mjs";

const LIMIT = 200_000;
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

const first = [0, 0];
const rows = [];
for (const file of readdirSync("dist").filter((name) => name !== "barkraft.html" && !/\.(br|gz)$/.test(name))) {
  const packed = ["br", "gz"].map((way) => statSync(join("dist", `${file}.${way}`)).size);
  // the other language, examples and workbooks are fetched when they are asked for
  const later = /^(words|cases|sheets)-/.test(file) ? ", on demand" : /^(reading|economics)-/.test(file) ? ", follows" : "";
  if (!later) packed.forEach((size, way) => (first[way] += size));
  rows.push([file.replace(/-[0-9a-f]{10}/, "") + later, kilobytes(statSync(join("dist", file)).size), ...packed.map(kilobytes)]);
}
rows.push(["first load", "", ...first.map(kilobytes)]);
publish(
  "first-load",
  `${table(["file", "kB", "kB brotli", "kB gzip"], rows)}\n\nThe mark is ${kilobytes(LIMIT)} kB packed: ${first[0] <= LIMIT ? "met" : "**not met**"}.`,
);
