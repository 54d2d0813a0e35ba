// What the tests do, and the small sheets whose answers are known.
import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixture.ts";

/** As copied from LibreOffice: tabs between cells, no-break blanks in numbers. One week's sickness at 30 000 kr, published case 3. */
export const WEEK = [
  "Anst.nr\tEnhet\tFr.o.m.\tT.o.m.\tOmfattning\tOrsak\tMånadslön",
  "101\tHemtjänst Norr\t2024-03-04\t2024-03-08\t100 %\tSjuk\t30\u00a0000",
  "102\tHemtjänst Norr\t2024-03-11\t2024-03-11\t100 %\tVAB\t31\u00a0500",
  "Summa\t\t\t\t\t\t61\u00a0500",
  "",
].join("\n");

/** The same week without pay. */
export const WEEK_WITHOUT_PAY = WEEK.split("\n").map((line) => line.split("\t").slice(0, 6).join("\t")).join("\n");

/** A paste as a spreadsheet gives it: text, and a picture of the cells. */
export async function paste(page: Page, text: string | null, picture = true) {
  await page.evaluate(
    ([text, picture]) => {
      const data = new DataTransfer();
      if (text !== null) data.setData("text/plain", text as string);
      if (picture) data.items.add(new File([new Uint8Array([137, 80, 78, 71])], "image.png", { type: "image/png" }));
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    },
    [text, picture] as const,
  );
}

/** What stands there, with ordinary blanks. */
export async function text(locator: Locator) {
  return (await locator.innerText()).replace(/[\u00a0\u202f\s]+/g, " ").replace(/\u2060/g, "").trim();
}

/** Waits until it reads so. */
export async function expectText(locator: Locator, expected: string) {
  await expect.poll(() => text(locator)).toBe(expected);
}

/** Fills a number field and leaves it. */
export async function fill(page: Page, id: string, value: string) {
  await page.locator(`#${id}`).fill(value);
  await page.locator(`#${id}`).blur();
}

/** Tabs on until the element has the focus, as one does who has no mouse. */
export async function tabTo(page: Page, locator: Locator) {
  for (let presses = 0; presses < 150; presses++) {
    if (await locator.evaluate((el) => el === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`not reached by Tab: ${locator}`);
}

/** Opens all that opens. */
export async function openAll(page: Page) {
  const closed = page.locator("[aria-expanded=false]:visible");
  while ((await closed.count()) > 0) await closed.first().click();
}
