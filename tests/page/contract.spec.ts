// The outcome contract: what is agreed on goes in, and what each party gets comes out.
import type { Page } from "@playwright/test";
import { expectText, fill, paste, tabTo, text, WEEK } from "./actions.ts";
import { expect, test } from "./fixture.ts";

/** The provider delivers half of an investment of a million, and stakes 40 % of its price on days worth 2 000 kr. */
const AGREED = { whole_cost: "1 000 000", provider_share: "50", risk: "40", premium: "20", value_per_day: "2 000", days_saved: "620" };

async function agree(page: Page, terms: Record<string, string> = AGREED) {
  for (const [id, value] of Object.entries(terms)) await fill(page, `contract-${id}`, value);
}

const line = (page: Page) => page.locator("#contract .fold-line");
const cell = (page: Page, row: string, column: number) =>
  page.locator("#contract-result table").first().locator("tr", { has: page.getByRole("rowheader", { name: row, exact: true }) }).locator("td").nth(column);

test.beforeEach(async ({ page, open }) => {
  await open(page);
  await paste(page, WEEK);
  await expect(page.locator("#cost")).toBeVisible();
  await page.locator("#disclose-contract").click();
});

test("a contract is asked for what has no honest default, and tells what it means in a sentence", async ({ page }) => {
  await expect(line(page)).toContainText("Fyll i insatsens hela kostnad, utförarens andel av insatsen och andel av priset som beror på utfallet");
  await expect(page.locator("#contract-result")).toBeHidden();
  await agree(page);
  await expectText(line(page), "Om frånvaron minskar med 620 nettodagar betalar ni utföraren 548 000 kr: 300 000 kr i aktivitetsersättning och " +
    "248 000 kr i utfallsersättning. När alla kostnader är dragna går ni plus 192 000 kr, och utföraren går plus 48 000 kr.");
  await expectText(page.locator("#figure-contract_price"), "500 000 kr");
  await expectText(page.locator("#figure-contract_cap_days"), "750 nettodagar");
  await fill(page, "contract-days_saved", "-100");
  await expect(line(page)).toContainText("Om frånvaron ökar med 100 nettodagar betalar ni ändå utföraren 300 000 kr i aktivitetsersättning".replaceAll(/(\d) (?=\d|kr)/g, "$1\u00a0"));
  await page.locator("label[for=language-en]").click();
  await expectText(line(page), "If absence grows by 100 net days, you still pay the provider SEK 300,000 as the activity payment, but no outcome " +
    "payment. When all costs are paid, you are SEK 1,000,000 behind, and the provider is SEK 200,000 behind.");
});

test("worst and best case stand beside the break-even of each party, and every figure opens into its steps", async ({ page }) => {
  await agree(page);
  await expectText(cell(page, "Ni", 0), "500 nettodagar");
  await expectText(cell(page, "Ni", 1), "−800 000 kr");
  await expectText(cell(page, "Ni", 3), "ingen övre gräns");
  await expectText(cell(page, "Utföraren", 1), "−200 000 kr");
  await expectText(cell(page, "Utföraren", 3), "100 000 kr");
  await expectText(cell(page, "Båda tillsammans", 2), "240 000 kr");
  await page.locator("#figure-contract_provider_result").click();
  const panel = page.locator("#figure-panel");
  await expect(panel).toContainText("Samma del, men aldrig mindre än noll");
  expect(await text(panel.locator(".op").filter({ hasText: "≤" })), "the cap bounds it from above").toBe("≤");
  await expect(panel.locator(".step-list > li").last()).toContainText("Utförarens resultat");
  await page.keyboard.press("Escape");
  await agree(page, { provider_share: "100", risk: "0", premium: "" });
  await expectText(cell(page, "Utföraren", 0), "går aldrig minus");
  await expect(page.locator("#contract-result dl")).toContainText("nås aldrig");
});

test("the table tells the same as the curve, with its corners", async ({ page }) => {
  await agree(page);
  await page.locator("#disclose-contract-table").click();
  const rows = page.locator("#contract-result table").nth(1).locator("tbody tr");
  const all = await rows.evaluateAll((found) => found.map((row) => [...row.children].map(({ textContent }) => (textContent ?? "").replaceAll(/\s/g, " "))));
  expect(all.find(([days]) => days === "0")).toEqual(["0", "0", "−800 000", "−200 000", "−1 000 000", "inga dagar sparas"]);
  expect(all.find(([days]) => days === "500")).toEqual(["500", "200 000", "0", "0", "0", "er nollpunkt, utförarens nollpunkt och nollpunkt för båda tillsammans"]);
  expect(all.find(([days]) => days === "750")).toEqual(["750", "300 000", "400 000", "100 000", "500 000", "utfallsersättningens tak"]);
  await expect(page.locator(".contract-chart svg title")).toHaveText("Resultat för er, utföraren och båda tillsammans, efter antal sparade nettodagar");
  await expect(page.locator(".contract-chart .line-provider")).toHaveCount(2); // in the picture and in its key
});

test("by keyboard: a value that is refused is said to be, and the rule can be left and taken back", async ({ page }) => {
  await agree(page);
  await fill(page, "contract-risk", "140");
  await expectText(page.locator("#contract-risk-error"), "Skriv 0 till 100 %.");
  await expect(line(page)).toContainText("Rätta ”Andel av priset som beror på utfallet” först");
  await expect(page.locator("#contract-result")).toBeHidden();
  await fill(page, "contract-risk", "40");
  await tabTo(page, page.locator("#disclose-contract-further"));
  await page.keyboard.press("Enter");
  await expect(page.locator("#contract-split")).toHaveValue("20");
  await tabTo(page, page.locator("#contract-split"));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("50");
  await expectText(cell(page, "Utföraren", 0), "200 nettodagar");
  await tabTo(page, page.getByRole("button", { name: "Använd regeln" }));
  await page.keyboard.press("Enter");
  await expect(page.locator("#contract-split")).toBeFocused();
  await expect(page.locator("#contract-split")).toHaveValue("20");
  await expectText(cell(page, "Utföraren", 0), "500 nettodagar");
});

test("nothing reaches beyond a narrow screen", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await agree(page);
  await page.locator("#disclose-contract-table").click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
