import { paste, WEEK } from "./actions.ts";
import { afterLoad, expect, isWords, test } from "./fixture.ts";

/** Kilobytes that the browser receives, heads of answers included, before the page can be used. */
const FIRST_LOAD = 200;

/** What follows meanwhile: the module that reads tables, and then what is of economics. Budgets, to notice growth. */
const FOLLOWS = { reading: 160, economics: 140 };

test("the page opens, and its core runs", async ({ page, open }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await open(page);
  await expect(page.locator("html")).toHaveAttribute("data-core", "ready");
  expect(errors).toEqual([]);
});

test("the watch on the network sees what leaves the browser", async ({ page, open, network }) => {
  await open(page);
  await page.goto(`${network.origin}/?leaked`);
  await page.goto("https://example.invalid/").catch(() => undefined);
  const seen = network.requests.slice(network.loaded);
  expect(seen).toContain(`GET ${network.origin}/?leaked`);
  expect(seen).toContain("CONNECT example.invalid:443");
  network.loaded = undefined; // seen as meant: let the test pass
});

test("the first load keeps to its mark, and what reads tables follows it, and then the economics", async ({ page, open, network }, info) => {
  test.skip(info.project.name === "file", "the single file is one load");
  const watch = await page.context().newCDPSession(page);
  await watch.send("Network.enable");
  const paths = new Map<string, string>();
  const received: Record<string, number> = {};
  const packings = new Set<string | undefined>();
  watch.on("Network.responseReceived", ({ requestId, response }) => {
    paths.set(requestId, new URL(response.url).pathname);
    packings.add(response.headers["content-encoding"]);
  });
  watch.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    received[paths.get(requestId) ?? requestId] = encodedDataLength / 1000;
  });
  await open(page);
  await expect.poll(() => Object.keys(received).length, "the page, its two scripts, its styles, its module; a module that follows and its script; script, styles and module of economics").toBe(10);
  const order = ["reading", "economics"] as const;
  const stage = (path: string) => order.findIndex((name) => path.includes(`/${name}-`)) + 1;
  const [first = 0, reading = 0, economics = 0] = [0, 1, 2].map((at) =>
    Object.entries(received).reduce((sum, [path, size]) => sum + (stage(path) === at ? size : 0), 0));
  console.log(`    first load: ${first.toFixed(1)} kB received; ${reading.toFixed(1)} and ${economics.toFixed(1)} kB follow`);
  expect(network.requests.slice(0, network.loaded).map(stage)).toEqual([0, 0, 0, 0, 0, 1, 1, 2, 2, 2]);
  expect([...packings], "everything comes packed by brotli").toEqual(["br"]);
  expect(first, JSON.stringify(received)).toBeLessThanOrEqual(FIRST_LOAD);
  expect(reading, JSON.stringify(received)).toBeLessThanOrEqual(FOLLOWS.reading);
  expect(economics, JSON.stringify(received)).toBeLessThanOrEqual(FOLLOWS.economics);
});

test("the page can be used before the module for tables has come, and a table that comes sooner waits for it", async ({ page, network }, info) => {
  test.skip(info.project.name === "file", "the single file carries it");
  let let_through = () => {};
  const held = new Promise<void>((resolve) => (let_through = resolve));
  await page.route("**/reading-*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${network.origin}/`);
  await expect(page.locator("html")).toHaveAttribute("data-core", "figures");
  await page.locator("label[for=language-en]").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.locator("label[for=language-sv]").click();
  await paste(page, WEEK);
  await expect(page.locator("#progress")).toBeVisible();
  await expect(page.locator("#used")).toBeHidden();
  let_through();
  await expect(page.locator("#used")).toContainText("1 av 3 rader används.");
});

test("a table that comes before the economics is shown without them, and they take their place when they come", async ({ page, network }, info) => {
  test.skip(info.project.name === "file", "the single file carries them");
  let let_through = () => {};
  const held = new Promise<void>((resolve) => (let_through = resolve));
  await page.route("**/economics-*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${network.origin}/`);
  await expect(page.locator("html")).toHaveAttribute("data-core", "ready");
  await page.locator("label[for=language-en]").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await paste(page, WEEK);
  await expect(page.locator("#cost")).toBeVisible();
  await expect(page.locator("#follows")).toContainText("The sums for the investment are on their way.");
  await expect(page.locator("#follows-again")).toBeHidden();
  const parts = () => page.locator("main > section").evaluateAll((found) => found.map(({ id }) => id));
  const before = await parts();
  let_through();
  await expect(page.locator("#verdict")).toContainText("Fill in what the investment costs");
  await expect(page.locator("#follows")).toHaveCount(0);
  expect((await parts()).filter((id) => before.includes(id)), "in the same place").toEqual(before);
});

test("economics that cannot be fetched are said to be, and can be had later", async ({ page, network }, info) => {
  test.skip(info.project.name === "file", "the single file carries them");
  let broken = true;
  await page.route("**/economics-*", (route) => (broken ? route.abort() : route.continue()));
  await page.goto(`${network.origin}/`);
  await expect(page.locator("html")).toHaveAttribute("data-economics", "failed");
  await expect(page.locator("#trouble")).toBeHidden();
  await paste(page, WEEK);
  await expect(page.locator("#follows")).toContainText("Räkningen på insatsen gick inte att hämta. Koppla upp dig och försök igen.");
  broken = false;
  await page.locator("#follows-again").click();
  await expect(page.locator("#verdict")).toContainText("Fyll i vad insatsen kostar");
  await expect(page.locator("#investment-title"), "the focus is where the button was").toBeFocused();
});

test("changing the language fetches the words once, and nothing else", async ({ page, open, network }, info) => {
  await open(page);
  const html = page.locator("html");
  for (const language of ["en", "sv", "en"]) {
    await page.locator(`label[for=language-${language}]`).click();
    await expect(html).toHaveAttribute("lang", language);
  }
  const requests = afterLoad(network);
  expect(requests).toHaveLength(info.project.name === "file" ? 0 : 1);
  for (const request of requests) expect(isWords(network, request), request).toBe(true);
});

test("examples that cannot be fetched are said to be, and can be had later", async ({ page, open }, info) => {
  test.skip(info.project.name === "file", "the single file carries its examples");
  await open(page);
  await page.context().setOffline(true);
  await page.locator("#case-spells").click();
  await expect(page.locator("#paste-problem")).toContainText("Exemplet gick inte att hämta. Koppla upp dig och försök igen.");
  await page.context().setOffline(false);
  await page.locator("#case-spells").click();
  await expect(page.locator("#used")).toContainText("57 rader");
  await expect(page.locator("#paste-problem")).toBeEmpty();
});

test("words that cannot be fetched leave the language, and it is said", async ({ page, open }, info) => {
  test.skip(info.project.name === "file", "the single file carries both languages");
  await open(page);
  await page.context().setOffline(true);
  await page.locator("label[for=language-en]").click();
  await expect(page.locator("#language-failed")).toContainText("De engelska orden gick inte att hämta.");
  await expect(page.locator("#language-failed [lang=en]")).toContainText("The English words could not be fetched.");
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  await expect(page.locator("#language-sv")).toBeChecked();
  await page.context().setOffline(false);
  await page.locator("label[for=language-en]").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("#language-failed")).toBeEmpty();
});
