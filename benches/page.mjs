// Time and memory of the core in Chromium, and what a first visit transfers: `node benches/page.mjs`.
// docs/performance.md quotes it. Medians of five, after one run that is not counted.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";

const types = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };
const server = createServer((request, response) => {
  const path = request.url === "/" ? null : join("www/pkg", new URL(request.url, "http://x").pathname);
  if (path && !existsSync(path)) return response.writeHead(404).end();
  response.setHeader("content-type", path ? types[extname(path)] ?? "text/plain" : "text/html");
  response.end(path ? readFileSync(path) : "<!doctype html><title>bench</title>");
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--js-flags=--expose-gc"],
});
const session = await browser.newBrowserCDPSession();

/** Peak memory of the largest renderer, MB. */
async function peak() {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const peaks = processInfo
    .filter((process) => process.type === "renderer")
    .map((process) => /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${process.id}/status`, "utf8"))?.[1] ?? 0);
  return Math.max(...peaks.map(Number)) / 1024;
}

/** Runs in the page: reads rows of spells over 200 units and 36 months, about twelve a person, by person or in no order. */
async function measure({ rows, shuffled }) {
  const { default: init, Barkraft } = await import("/barkraft.js");
  const wasm = await init({ module_or_path: "/barkraft_bg.wasm" });
  let state = 0x2545f491n;
  const random = (below) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number(state >> 33n) % below;
  };
  const day = (number) => new Date(Date.UTC(2022, 0, 1 + number)).toISOString().slice(0, 10);
  const parts = [];
  let person = 0;
  let from = 0;
  while (parts.length < rows) {
    const to = from + (random(20) === 0 ? random(90) : random(8));
    const unit = String(person % 200).padStart(3, "0");
    parts.push(`${1000000 + person};Enhet ${unit};${day(from)};${day(to)};${[100, 100, 100, 50, 25][random(5)]};Sjukdom;Tillsvidare\n`);
    from = to + 1 + random(160);
    if (from >= 1080) [person, from] = [person + 1, random(160)];
  }
  for (let last = shuffled ? parts.length - 1 : 0; last > 0; last--) {
    const other = random(last + 1);
    [parts[last], parts[other]] = [parts[other], parts[last]];
  }
  parts.unshift("Anst.nr;Enhet;Fr.o.m.;T.o.m.;Omfattning;Orsak;Anställningsform\n");
  const bytes = new TextEncoder().encode(parts.join(""));
  parts.length = 0;
  const settings = { monthly_pay: 32000 };
  const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
  const read = [];
  const show = [];
  let core;
  for (let run = 0; run < 6; run++) {
    core?.free();
    core = new Barkraft();
    const start = performance.now();
    core.read(bytes, {});
    const view = core.view(settings); // the first view counts
    read.push(performance.now() - start);
    if (view.reading.used < rows * 0.99) throw new Error(`only ${view.reading.used} rows used`);
  }
  for (let run = 0; run < 21; run++) {
    const start = performance.now();
    core.view({ monthly_pay: 32000 + run });
    show.push(performance.now() - start);
  }
  const megabytes = (number) => number / 1024 / 1024;
  return {
    rows,
    megabytes: megabytes(bytes.length),
    readAndSum: median(read.slice(1)),
    view: median(show.slice(1)),
    wasmMemory: megabytes(wasm.memory.buffer.byteLength),
  };
}

console.log(`${browser.version()}, ${(await (await import("node:os")).cpus())[0]?.model}, ${(await import("node:os")).cpus().length} cores`);
console.log("rows | order | paste MB | read and sum ms | view ms | WASM memory MB | renderer peak MB");
const runs = [10_000, 100_000, 1_000_000].flatMap((rows) => [{ rows, shuffled: false }, { rows, shuffled: true }]);
for (const run of runs) {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const blank = await peak();
  const { megabytes, readAndSum, view, wasmMemory } = await page.evaluate(measure, run);
  const figures = [megabytes, readAndSum, view, wasmMemory, await peak()].map((figure) => figure.toFixed(1));
  console.log(`${run.rows} | ${run.shuffled ? "none" : "by person"} | ${figures.join(" | ")} (blank ${blank.toFixed(0)})`);
  await page.close();
}

let first = 0;
for (const file of readdirSync("dist").filter((name) => name !== "barkraft.html")) {
  const bytes = readFileSync(join("dist", file));
  const packed = gzipSync(bytes, { level: 9 }).length;
  first += packed;
  console.log(`${file}: ${(bytes.length / 1000).toFixed(1)} kB, ${(packed / 1000).toFixed(1)} kB gzip`);
}
console.log(`first load: ${(first / 1000).toFixed(1)} kB gzip`);
await browser.close();
server.close();
