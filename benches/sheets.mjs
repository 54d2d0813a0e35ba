// Time of the module for workbooks in Chromium: `node benches/sheets.mjs [ROWS…]`. docs/performance.md quotes it.
// The module by itself, from the bytes of the file to the text that the core reads: medians of five, after one run that is not counted.
// Then Bärkraft from dist/, each run in a page of its own: from the dropped file to the view, and the longest task on the way.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { cpus, tmpdir } from "node:os";
import { extname, join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { chromium } from "@playwright/test";

/** Spells as cells: numbers, texts, days since 1899-12-30, a share. */
export function* spells(rows) {
  let state = 0x2545f491n;
  const random = (below) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number(state >> 33n) % below;
  };
  for (let row = 0; row < rows; row++) {
    const person = Math.floor(row / 12);
    const from = 44562 + random(1080);
    yield [1000000 + person, `Enhet ${String(person % 200).padStart(3, "0")}`, from, from + random(8), [1, 1, 0.75, 0.5, 0.25][random(5)], "Sjukdom", "Tillsvidare"];
  }
}

/** A workbook as Excel writes it: shared texts, dates and shares by style, deflated. */
export function workbook(rows) {
  const texts = new Map();
  const shared = (text) => {
    if (!texts.has(text)) texts.set(text, texts.size);
    return texts.get(text);
  };
  const letters = "ABCDEFG";
  const styles = ["", "", ' s="1"', ' s="1"', ' s="2"', "", ""];
  const lines = [];
  let number = 0;
  for (const cells of [["Anst.nr", "Enhet", "Fr.o.m.", "T.o.m.", "Omfattning", "Orsak", "Anställningsform"], ...spells(rows)]) {
    number++;
    const written = cells.map((cell, at) => {
      const place = `r="${letters[at]}${number}"`;
      return typeof cell === "string" ? `<c ${place} t="s"><v>${shared(cell)}</v></c>` : `<c ${place}${styles[at]}><v>${cell}</v></c>`;
    });
    lines.push(`<row r="${number}" spans="1:7">${written.join("")}</row>`);
  }
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relations = (...list) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
      .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`).join("")}</Relationships>`;
  return zip({
    "_rels/.rels": relations(["rId1", "officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Frånvaro" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(["rId1", "worksheet", "worksheets/sheet1.xml"], ["rId2", "styles", "styles.xml"], ["rId3", "sharedStrings", "sharedStrings.xml"]),
    "xl/styles.xml": `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `<sst xmlns="${main}">${[...texts.keys()].map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${lines.join("")}</sheetData></worksheet>`,
  });
}

/** A zip archive of texts. The sums of its files are left out: the module does not ask for them. */
export function zip(files) {
  const parts = [];
  const list = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const [raw, path] = [Buffer.from(text), Buffer.from(name)];
    const packed = deflateRawSync(raw, { level: 6 });
    const fields = Buffer.alloc(26);
    [20, 0x800, 8, 0, 0].forEach((value, index) => fields.writeUInt16LE(value, index * 2));
    [0, packed.length, raw.length].forEach((value, index) => fields.writeUInt32LE(value, 10 + index * 4));
    fields.writeUInt16LE(path.length, 22);
    parts.push(Buffer.from("PK\x03\x04", "latin1"), fields, path, packed);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(at, 10);
    list.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), fields, more, path);
    at += 30 + path.length + packed.length;
  }
  const size = list.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...list, end]);
}

/** Runs in a blank page: the module by itself, as sheets.ts drives it but without rests. */
async function measure(rows) {
  const { default: init, Book } = await import("/barkraft.js");
  const wasm = await init({ module_or_path: "/barkraft_bg.wasm" });
  const bytes = new Uint8Array(await (await fetch("/book.xlsx")).arrayBuffer());
  const times = [];
  let text;
  for (let run = 0; run < 6; run++) {
    text = 0;
    const start = performance.now();
    const book = new Book(bytes.length);
    book.push(bytes);
    for (let done = 0; done < 1; ) {
      done = book.step(1 << 18);
      for (let piece = book.piece(); piece; piece = book.piece()) text += piece.text.length;
    }
    times.push(performance.now() - start);
    if (book.sheets()[0].rows !== rows + 1) throw new Error(`${book.sheets()[0].rows} rows`);
    book.free();
  }
  const median = times.slice(1).sort((a, b) => a - b)[2];
  return { median, fastest: Math.min(...times), text, memory: wasm.memory.buffer.byteLength };
}

/** Runs in Bärkraft itself: a chosen workbook until what was understood of it is shown, until everything is, and the longest task on the
 * way. */
function whole() {
  const channel = new MessageChannel();
  const result = { view: 0, all: 0, task: 0, at: 0 };
  let [start, last] = [0, 0];
  return new Promise((resolve) => {
    channel.port1.onmessage = () => {
      const now = performance.now();
      if (now - last > result.task) [result.task, result.at] = [now - last, last - start];
      last = now;
      if (result.view === 0 && document.getElementById("used")?.checkVisibility()) result.view = now - start;
      if (result.view === 0 || document.querySelector("main[aria-busy]")) return channel.port2.postMessage(null);
      result.all = now - start;
      resolve(result);
    };
    document.getElementById("paste-file").addEventListener("change", () => {
      start = last = performance.now();
      channel.port2.postMessage(null);
    }, { capture: true });
  });
}

const types = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html", ".css": "text/css" };
let book = Buffer.alloc(0);
const folder = mkdtempSync(join(tmpdir(), "barkraft-"));
const file = join(folder, "bok.xlsx");
const server = createServer((request, response) => {
  if (request.url === "/") return response.setHeader("content-type", "text/html").end("<!doctype html><title>bench</title>");
  if (request.url === "/book.xlsx") return response.end(book);
  const { pathname } = new URL(request.url, "http://x");
  const path = ["www/pkg-sheets", "dist"].map((folder) => join(folder, pathname)).find(existsSync) ?? "";
  if (path === "") return response.writeHead(404).end();
  response.setHeader("content-type", types[extname(path)] ?? "text/plain").end(readFileSync(path));
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const mib = (bytes) => (bytes / 1024 / 1024).toFixed(1);
console.log(`Chromium ${browser.version()}, ${cpus()[0]?.model}, ${cpus().length} cores\n`);
console.log("| rows | .xlsx MiB | text MiB | open and write ms | fastest ms | WASM memory MiB | to the view ms | fastest ms | all shown ms | longest task ms |\n|---|---|---|---|---|---|---|---|---|---|");
const sizes = process.argv.slice(2).map(Number);
for (const rows of sizes.length ? sizes : [10_000, 100_000, 500_000]) {
  book = workbook(rows);
  writeFileSync(file, book);
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const { median, fastest, text, memory } = await page.evaluate(measure, rows);
  await page.close();
  const runs = [];
  for (let time = 0; time < 5; time++) {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/index.html`);
    await page.waitForTimeout(2000); // the core is at hand
    const run = page.evaluate(whole);
    await page.locator("#paste-file").setInputFiles(file);
    runs.push(await run);
    await page.close();
  }
  const views = runs.map(({ view }) => view).sort((a, b) => a - b);
  const all = runs.map(({ all }) => all).sort((a, b) => a - b)[2];
  const longest = Math.max(...runs.map(({ task }) => task));
  const shown = [rows, mib(book.length), mib(text), median.toFixed(0), fastest.toFixed(0), mib(memory), views[2].toFixed(0), views[0].toFixed(0), all.toFixed(0), longest.toFixed(0)];
  console.log(`| ${shown.join(" | ")} |`);
}
await browser.close();
server.close();
rmSync(folder, { recursive: true });
