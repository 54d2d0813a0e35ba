// Time and memory of the core in Chromium, and what a first visit transfers: `node benches/page.mjs`.
// docs/performance.md quotes it. Medians of five, after one run that is not counted.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { cpus } from "node:os";
import { extname, join } from "node:path";
import { chromium } from "@playwright/test";

const types = { ".js": "text/javascript", ".wasm": "application/wasm" };
let table = Buffer.alloc(0);
const server = createServer((request, response) => {
  if (request.url === "/") return response.setHeader("content-type", "text/html").end("<!doctype html><title>bench</title>");
  if (request.url === "/table.csv") return response.end(table);
  const path = join("www/pkg", new URL(request.url, "http://x").pathname);
  if (!existsSync(path)) return response.writeHead(404).end();
  response.setHeader("content-type", types[extname(path)] ?? "text/plain").end(readFileSync(path));
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));

/** Rows of spells over 200 units and 36 months, about twelve a person, by person or in no order. */
function spells({ rows, shuffled }) {
  let state = 0x2545f491n;
  const random = (below) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number(state >> 33n) % below;
  };
  const day = (number) => new Date(Date.UTC(2022, 0, 1 + number)).toISOString().slice(0, 10);
  const lines = [];
  let person = 0;
  let from = 0;
  while (lines.length < rows) {
    const to = from + (random(20) === 0 ? random(90) : random(8));
    const unit = String(person % 200).padStart(3, "0");
    lines.push(`${1000000 + person};Enhet ${unit};${day(from)};${day(to)};${[100, 100, 100, 50, 25][random(5)]};Sjukdom;Tillsvidare\n`);
    from = to + 1 + random(160);
    if (from >= 1080) [person, from] = [person + 1, random(160)];
  }
  for (let last = shuffled ? lines.length - 1 : 0; last > 0; last--) {
    const other = random(last + 1);
    [lines[last], lines[other]] = [lines[other], lines[last]];
  }
  lines.unshift("Anst.nr;Enhet;Fr.o.m.;T.o.m.;Omfattning;Orsak;Anställningsform\n");
  return Buffer.from(lines.join(""));
}

/** Runs in the page. */
async function measure(rows) {
  const { default: init, Barkraft } = await import("/barkraft.js");
  const wasm = await init({ module_or_path: "/barkraft_bg.wasm" });
  const bytes = new Uint8Array(await (await fetch("/table.csv")).arrayBuffer());
  const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
  const timed = (work) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const read = [];
  const show = [];
  let core;
  for (let run = 0; run < 6; run++) {
    core?.free();
    core = new Barkraft();
    let view;
    read.push(timed(() => {
      core.read(bytes, {});
      view = core.view({ monthly_pay: 32000 }); // the first view counts
    }));
    if (view.reading.used < rows * 0.99) throw new Error(`only ${view.reading.used} rows used`);
  }
  for (let run = 0; run < 21; run++) show.push(timed(() => core.view({ monthly_pay: 32000 + run })));
  const memory = wasm.memory.buffer.byteLength;
  return { read: median(read.slice(1)), show: median(show.slice(1)), memory, size: bytes.length };
}

/** Bytes in mebibytes. */
const mib = (bytes) => (bytes / 1024 / 1024).toFixed(1);

let version = "";
const rowsOfTable = [];
for (const run of [10_000, 100_000, 1_000_000].flatMap((rows) => [{ rows, shuffled: false }, { rows, shuffled: true }])) {
  table = spells(run);
  // A browser of its own for each run, so that the peak of its memory is that of this run.
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  version = browser.version();
  const session = await browser.newBrowserCDPSession();
  const peak = async () => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const peaks = processInfo
      .filter((process) => process.type === "renderer")
      .map((process) => /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${process.id}/status`, "utf8"))?.[1] ?? 0);
    return Math.max(...peaks.map(Number)) * 1024;
  };
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const blank = await peak();
  const { read, show, memory, size } = await page.evaluate(measure, run.rows);
  const order = run.shuffled ? "none" : "by person";
  const peakAbove = mib((await peak()) - blank);
  rowsOfTable.push(`| ${run.rows} | ${order} | ${mib(size)} | ${read.toFixed(0)} | ${show.toFixed(1)} | ${mib(memory)} | ${peakAbove} |`);
  await browser.close();
}
console.log(`Chromium ${version}, ${cpus()[0]?.model}, ${cpus().length} cores\n`);
console.log("| rows | order | paste MiB | read and sum ms | view ms | WASM memory MiB | peak above a blank page MiB |");
console.log("|---|---|---|---|---|---|---|");
console.log(rowsOfTable.join("\n"));

const firstLoad = { br: 0, gz: 0 };
console.log("\n| file | kB | kB brotli | kB gzip |\n|---|---|---|---|");
for (const file of readdirSync("dist").filter((name) => existsSync(join("dist", `${name}.br`)))) {
  const size = (suffix) => statSync(join("dist", file + suffix)).size / 1000;
  // The words of the other language are fetched when they are asked for.
  if (!file.startsWith("words-")) for (const way of ["br", "gz"]) firstLoad[way] += size(`.${way}`);
  console.log(`| ${file.replace(/-[0-9a-f]{10}/, "")} | ${["", ".br", ".gz"].map((suffix) => size(suffix).toFixed(1)).join(" | ")} |`);
}
console.log(`| first load | | ${firstLoad.br.toFixed(1)} | ${firstLoad.gz.toFixed(1)} |`);
server.close();
