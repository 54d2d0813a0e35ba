// The core beside other engines that run in a browser, all with the same file in memory: `node benches/compare.mjs`.
// In one page, medians of five after one run that is not counted; memory in a browser of its own for each.
import { open, serve } from "./browser.mjs";
import { measured, megabytes, publish, table } from "./publish.mjs";
import { written } from "./table.mjs";

const ROWS = Number(process.env.ROWS ?? 1_000_000);
const WHO = {
  bare: "bare pass in WASM: counts `;` and line ends",
  direct: "Bärkraft, plain sum, cut by the known columns",
  cut: "Bärkraft, plain sum, cut by the core's cutter",
  full: "**Bärkraft, full reading to the first view**",
  hand: "JavaScript by hand over the bytes",
  papa: "PapaParse and JavaScript",
  duckdb: "DuckDB-WASM, one thread",
  threads: "DuckDB-WASM, threads",
};
// It may answer wrongly, and is then shown as having done so, without times and marks. From all others a wrong sum fails the bench.
const UNSURE = "threads";
const SUMS = Object.keys(WHO).filter((name) => name !== "bare" && name !== "full");

/** Runs in the page: each starts, runs once and five times more; the same sums from all, or it fails. */
async function race({ names, sums, unsure, rows }) {
  const { contestants, differ } = await import("/contestants.js");
  const bytes = new Uint8Array(await document.querySelector("input").files[0].arrayBuffer());
  const results = {};
  let first;
  for (const name of names) {
    const { start, prepare, run } = contestants[name];
    let began = performance.now();
    await start();
    const started = performance.now() - began;
    const times = [];
    let wrong = 0;
    for (let turn = 0; turn < 6; turn++) {
      const given = prepare ? prepare(bytes) : bytes;
      began = performance.now();
      const result = await run(given);
      times.push(performance.now() - began);
      if (sums.includes(name)) {
        first ??= result;
        const difference = differ(first, result);
        if (name === unsure && !(difference <= 1e-6)) wrong++;
        else if (!(difference <= 1e-6)) throw new Error(`${name} differs by ${difference}`);
      } else if (name === "full" && result !== rows) throw new Error(`${result} of ${rows} rows used`);
    }
    const [cold, ...warm] = times;
    results[name] = { started, wrong, cold, warm: warm.sort((a, b) => a - b)[2], size: bytes.length };
  }
  return results;
}

/** Runs in the page: one reading, as a user makes it. */
async function once(name) {
  const { contestants } = await import("/contestants.js");
  const bytes = new Uint8Array(await document.querySelector("input").files[0].arrayBuffer());
  if (!name) return;
  const { start, run } = contestants[name];
  await start();
  await run(bytes);
}

const server = await serve();
const names = Object.keys(WHO);
const [byPerson, none] = ["person", "none"].map((order) => written({ rows: ROWS, order }));
let version;

async function raced(file) {
  const browser = await open(server.address, file);
  version = browser.version;
  const results = await browser.page.evaluate(race, { names, sums: SUMS, unsure: UNSURE, rows: ROWS });
  await browser.close();
  return results;
}

async function peak(name) {
  const browser = await open(server.address, none);
  await browser.page.evaluate(once, name);
  const above = await browser.peak();
  await browser.close();
  return above;
}

const person = await raced(byPerson);
const shuffled = await raced(none);
const file = await peak("");
const peaks = {};
for (const name of names) peaks[name] = await peak(name);
server.close();

// What other marks are held to must not itself be slow: a sum that does more has to take longer.
for (const { bare, direct, cut } of [person, shuffled]) {
  if (Math.min(direct.warm, cut.warm) < bare.warm) throw new Error("the bare pass is slower than a sum: it measures nothing");
}

const ms = (time) => time.toFixed(0);
const rows = names.map((name) => {
  const told = ({ wrong }, time) => (wrong ? `wrong in ${wrong} of 6` : ms(time));
  const [one, other] = [person[name], shuffled[name]];
  return [WHO[name], ms(one.started), told(one, one.cold), told(one, one.warm), told(other, other.warm), megabytes(peaks[name])];
});
const marks = [];
function mark(said, value, limit, unit) {
  marks.push([said, `at most ${limit} ${unit}`, `${value.toFixed(2)} ${unit}`, value <= limit ? "met" : "**not met**"]);
}
for (const [order, results] of [["by person", person], ["in no order", shuffled]]) {
  mark(`full reading, ${order}`, results.full.warm / 1000, 0.3, "s");
  mark(`full reading beside DuckDB-WASM on one thread, warm, ${order}`, results.full.warm / results.duckdb.warm, 0.25, "times");
  if (!results.threads.wrong) mark(`full reading beside DuckDB-WASM with threads, warm, ${order}`, results.full.warm / results.threads.warm, 0.25, "times");
  mark(`plain sum by the core's cutter beside the bare pass, ${order}`, results.cut.warm / results.bare.warm, 2, "times");
  mark(`plain sum by the known columns beside the bare pass, ${order}`, results.direct.warm / results.bare.warm, 2, "times");
}
mark("full reading, peak above a blank page", peaks.full / 1e6, 250, "MB");
publish(
  "compare",
  [
    `${measured(version)} ${ROWS} spells, ${(person.full.size / 1e6).toFixed(1)} MB. All sums agree within 10⁻⁶, but where the table says otherwise.`,
    table(["", "start ms", "first run ms", "by person ms", "in no order ms", "peak MB"], rows),
    `The file alone, in memory and not read: ${megabytes(file)} MB of the peak.`,
    table(["mark", "limit", "measured", ""], marks),
  ].join("\n\n"),
);
