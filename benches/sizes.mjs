// Time and memory of a full reading from ten thousand to ten million rows, and how long the page is held up:
// `node benches/sizes.mjs`. A browser of its own for each, so that the peak of its memory is that of this size.
import { open, serve } from "./browser.mjs";
import { measured, megabytes, publish, table } from "./publish.mjs";
import { written } from "./table.mjs";

const SIZES = (process.env.SIZES ?? "10000,100000,1000000,10000000").split(",").map(Number);
const ORDERS = { person: "by person", none: "none" };

/** Runs in the page. */
async function measure(rows) {
  const { load, read, show } = await import("/contestants.js");
  const memory = await load();
  const file = document.querySelector("input").files[0];
  const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
  async function reading() {
    const began = performance.now();
    const { core, view } = await read(file);
    const took = performance.now() - began;
    if (view.reading.used !== rows) throw new Error(`${view.reading.used} of ${rows} rows used`);
    return { core, took };
  }
  // The longest time between two ticks of a message that the page sends to itself.
  async function heldUp(work) {
    const { port1, port2 } = new MessageChannel();
    let before = performance.now();
    let longest = 0;
    port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - before);
      before = now;
      port2.postMessage(0);
    };
    port2.postMessage(0);
    const result = await work();
    await new Promise((done) => setTimeout(done));
    port1.close();
    return { longest, ...result };
  }
  const large = rows > 1_000_000;
  let last = await heldUp(reading); // in a fresh page, as a user meets it
  const { longest } = last;
  const times = large ? [last.took] : [];
  for (let warm = last.took; !large && times.length < 5; ) {
    last.core.free();
    last = await reading();
    if (warm >= 1000) times.push(last.took);
    else warm += last.took;
  }
  const views = [];
  for (let turn = 0; turn < 21; turn++) {
    const began = performance.now();
    show(last.core, 32000 + turn);
    views.push(performance.now() - began);
  }
  return { read: median(times), view: median(views.slice(1)), longest, memory: memory.buffer.byteLength, size: file.size };
}

const server = await serve();
const rows = [];
const costs = [];
let longest = 0;
let version;
for (const size of SIZES) {
  for (const [order, said] of Object.entries(ORDERS)) {
    if (size > 1_000_000 && order === "none") continue; // a file of ten million rows comes by person
    const browser = await open(server.address, written({ rows: size, order }));
    version = browser.version;
    const result = await browser.page.evaluate(measure, size);
    const cost = ((result.read - result.view) / size) * 1e6;
    costs.push({ order, cost });
    longest = Math.max(longest, result.longest);
    rows.push([
      size,
      said,
      (result.size / 1e6).toFixed(1),
      result.read.toFixed(0),
      cost.toFixed(0),
      result.view.toFixed(1),
      result.longest.toFixed(0),
      megabytes(result.memory),
      megabytes(await browser.peak()),
    ]);
    await browser.close();
  }
}
server.close();

const flat = Object.entries(ORDERS).map(([order, said]) => {
  const of = costs.filter((one) => one.order === order).map((one) => one.cost);
  return `- Cost per row, order ${said}: the dearest size costs ${(Math.max(...of) / Math.min(...of)).toFixed(1)} times the cheapest.`;
});
publish(
  "sizes",
  [
    measured(version),
    table(["rows", "order", "file MB", "to the first view ms", "per row ns", "view ms", "longest task ms", "WASM memory MB", "peak above a blank page MB"], rows),
    [
      ...flat,
      `- No task over 50 ms while reading: the longest took ${longest.toFixed(0)} ms: ${longest <= 50 ? "met" : "**not met**"}.`,
      `- ${SIZES.at(-1)} rows, streamed from the file, finish without failure: met.`,
    ].join("\n"),
  ].join("\n\n"),
);
