// What a change of an investment costs in the page, and what draws cost: `node benches/economics.mjs`, after `make dist`. 200 units over 36
// months, in the single file. A change is timed from the beginning of its frame until the frame has been handed on to be painted.
import { pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";
import { measured, publish, table } from "./publish.mjs";

const rows = ["Enhet\tMånad\tKort tim\tLång tim\tAnställda"];
for (let unit = 0; unit < 200; unit++) {
  for (let month = 0; month < 36; month++) {
    const when = `${2021 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, "0")}`;
    rows.push([`Enhet ${unit}`, when, 40 + ((unit * 7 + month * 13) % 60), 30 + ((unit * 11 + month * 5) % 80), 12 + (unit % 30)].join("\t"));
  }
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.goto(pathToFileURL("dist/barkraft.html").href);
await page.waitForSelector("html[data-economics=ready]");
await page.evaluate((text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}, rows.join("\n"));
await page.locator("main:not([aria-busy]) #invest-start").waitFor();
const fill = async (id, value) => {
  await page.locator(`#${id}`).evaluate((field, value) => {
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }, value);
};
await fill("input-monthly_pay", "32000");
await fill("invest-start", "400000");
await fill("invest-monthly", "10000");
await fill("invest-horizon", "36");
await fill("invest-effect_short", "10");
await fill("invest-effect_short-low", "0");
await fill("invest-effect_short-high", "50");
await page.locator("#certainty:not(.pending) #probability").waitFor();

/** Gives a field so many values, each when the page is at rest; milliseconds of each frame, the shortest first. */
const framesOf = (id, count, from, by) => page.evaluate(async ({ id, count, from, by }) => {
  const field = document.getElementById(id);
  const rest = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  const times = [];
  for (let step = 1; step <= count; step++) {
    await rest(400);
    field.value = String(from + step * by);
    times.push(await new Promise((done) => {
      let began = 0;
      requestAnimationFrame(() => (began = performance.now()));
      field.dispatchEvent(new Event("input", { bubbles: true }));
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now() - began);
        port2.postMessage(null);
      });
    }));
  }
  return times.sort((one, other) => one - other);
}, { id, count, from, by });
const frames = await framesOf("slider-effect_short", 40, 0, 1);

/** From a change until what was drawn stands there; the page waits for calm first. */
const CALM = 150;
async function drawing(act, count) {
  const times = [];
  for (let round = 0; round < 5; round++) {
    times.push(await act(round));
    await page.waitForTimeout(200);
  }
  return [count, ...[times.sort((one, other) => one - other)[2], times[0]].map((time) => (time - CALM).toFixed(0))];
}
const until = (change) => page.evaluate(async (change) => {
  const certainty = document.getElementById("certainty");
  const slider = document.getElementById("slider-effect_short");
  const began = performance.now();
  if (change === "many") document.getElementById("more-draws").click();
  else {
    slider.value = String(change);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  }
  await new Promise((done) => {
    const look = () => (certainty.classList.contains("pending") ? setTimeout(look, 1) : done());
    requestAnimationFrame(() => requestAnimationFrame(look));
  });
  return performance.now() - began;
}, change);
const few = await drawing((round) => until(20 + round), "10 000");
await page.locator("#more-draws").evaluate((button) => button.click());
await page.waitForTimeout(1500);
const many = await drawing((round) => until(30 + round), "100 000");
await page.locator("#more-draws").evaluate((button) => button.click());
await page.waitForTimeout(1500);
const fields = [];
for (const [name, id, from, by] of [
  ["Cost at the start", "invest-start", 400_000, 1_000], ["Time to carry itself", "invest-horizon", 24, 1], ["Effect on long absence", "invest-effect_long", 0, 1],
  ["Highest effect", "invest-effect_short-high", 40, 1], ["Delay", "invest-delay", 0, 1], ["Discount rate", "invest-discount", 0, 0.5],
  ["Share of the staff", "invest-share", 50, 1], ["Pay (the whole page)", "input-monthly_pay", 32_000, 100],
]) {
  const times = await framesOf(id, 20, from, by);
  fields.push([name, ...[times[10], times[18], times[19]].map((time) => time.toFixed(1))]);
}
const version = browser.version();
await browser.close();

const at = (share) => frames[Math.floor(frames.length * share)].toFixed(1);
publish("economics", [
  measured(version),
  "",
  `A moved slider, ${rows.length - 1} rows of 200 units over 36 months: median ${at(0.5)} ms of its frame, nine of ten within ${at(0.9)} ms, longest ${frames.at(-1).toFixed(1)} ms (mark 16).`,
  "",
  table(["other inputs, twenty values each", "ms, median", "ms, nine of ten", "ms, longest"], fields),
  "",
  table(["draws", "ms, median of five", "ms, least"], [few, many]),
  "",
  `From the change until the figures stand there, with the page's rests between the goes and less the ${CALM} ms of calm that it waits for. Marks: 60 and 500 ms.`,
].join("\n"));
