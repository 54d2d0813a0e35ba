import { expect, test } from "./fixture.ts";

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
