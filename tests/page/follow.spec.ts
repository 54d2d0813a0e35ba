// What came of an investment, and what is lost at work: by hand, from a pasted table to the answer, as a manager does it.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expectText, fill, openAll, paste, text } from "./actions.ts";
import { expect, test } from "./fixture.ts";

const MONTHS = Array.from({ length: 28 }, (_, at) => `${2017 + Math.floor((10 + at) / 12)}-${String(((10 + at) % 12) + 1).padStart(2, "0")}`);
const YEAR = [66, 62, 78, 84, 74, 58, 52, 40, 21, 38, 58, 64];

/** Two units of a hundred people, November 2017 to February 2020. In the first, each month from November 2018 has five days fewer. */
const TABLE = ["Enhet\tMånad\tAntal anställda\tSjukdagar dag 1–14\tSjukdagar dag 15–", ...["Norr", "Söder"].flatMap((unit, one) =>
  MONTHS.map((month, at) => `${unit}\t${month}\t100\t${(YEAR[at % 12] ?? 0) - (at >= 12 && one === 0 ? 5 : 0)}\t90`)), ""].join("\n");

async function start(page: Page, open: (page: Page) => Promise<void>) {
  await open(page);
  await paste(page, TABLE);
  await expect(page.locator("#follow")).toBeVisible();
  await page.locator("#disclose-follow").click();
}

async function choose(page: Page, months: Record<string, string>) {
  for (const [id, month] of Object.entries(months)) await page.locator(`#follow-${id}`).selectOption(month);
}

const PERIODS = { reference_from: "2017-11", reference_to: "2018-10", follow_up_from: "2018-11", follow_up_to: "2020-02" };

test("sixteen months against the same months before: what changed, what it is worth and what it has cost", async ({ page, open }) => {
  await start(page, open);
  await expect(page.locator("#follow-proposed")).toBeVisible();
  await choose(page, PERIODS);
  await expect(page.locator("#follow-proposed")).toBeHidden();
  await fill(page, "follow-value_per_day", "1 765");
  await fill(page, "follow-cost", "180 000");
  await fill(page, "follow-months", "36");
  // Five days fewer of a hundred people in each of sixteen months, among two hundred: 16 × 5 / 200.
  await expectText(page.locator("#follow-answer"), "Den korta sjukfrånvaron har minskat med 0,4 dagar per anställd mot samma månader i referensperioden, räknat på 16 månader.");
  await expectText(page.locator("#figure-follow-days_saved"), "80");
  await expectText(page.locator("#figure-follow-saving"), "141 000 kr");
  await expectText(page.locator("#figure-follow-cost_so_far"), "80 000 kr");
  await expectText(page.locator("#figure-follow-net"), "61 000 kr");
  expect(await text(page.locator("#follow-worth"))).toContain("61 000 kr");
  expect(await text(page.locator("#follow-chance"))).toContain("mellan −0,4 och −0,4 dagar");
});

test("the reference year and the year after it can be pasted one after the other", async ({ page, open }) => {
  const lines = TABLE.trimEnd().split("\n");
  const of = (from: number, to: number) => [lines[0], ...lines.filter((line) => MONTHS.slice(from, to).some((month) => line.includes(month))), ""].join("\n");
  await open(page);
  await paste(page, of(0, 12));
  await expect(page.locator("#cost")).toBeVisible();
  await paste(page, of(12, 24));
  await page.locator("#ask-add").click();
  await page.locator("#disclose-follow").click();
  await expect(page.locator("#follow-proposed"), "what is chosen by itself is said to be").toBeVisible();
  await choose(page, { ...PERIODS, follow_up_to: "2019-10" });
  // Five days fewer of a hundred people in each of twelve months, among two hundred.
  await expectText(page.locator("#follow-answer"), "Den korta sjukfrånvaron har minskat med 0,3 dagar per anställd mot samma månader i referensperioden, räknat på 12 månader.");
});

/** Published case 9, its months made as tests/published.rs makes them: the report prints neither them nor the trend. */
function ornskoldsvik() {
  const fewer = [4, 5, 7, 9, 8, 5, 3, 2, -1, 1, 4, 5, 7, 8, 7, 8];
  const all = fewer.reduce((sum, one) => sum + one, 0);
  const trend = MONTHS.map((_, at) => (10_120 - 31 * at + 90 * (at % 5)) / 1000);
  const days = MONTHS.map((_, at) => {
    const reference = Math.round(55 * (YEAR[at % 12] ?? 0));
    const expected = (reference / 5500) * ((trend[at] ?? 1) / (trend[at % 12] ?? 1));
    return at < 12 ? reference : Math.round(5500 * (expected - (0.82 * (fewer[at - 12] ?? 0)) / all));
  });
  const table = ["Månad\tAntal anställda\tSjukdagar dag 1–14\tSjukdagar dag 15–", ...MONTHS.map((month, at) => `${month}\t5500\t${days[at]}\t9000`), ""].join("\n");
  return { table, index: MONTHS.map((month, at) => `${month} ${String(trend[at]).replace(".", ",")}`).join("\n") };
}

test("Örnsköldsvik's first sixteen months, from an empty page, give the figures of its report", async ({ page, open }) => {
  const { table, index } = ornskoldsvik();
  await open(page);
  await paste(page, table);
  await page.locator("#disclose-follow").click();
  await choose(page, PERIODS);
  await fill(page, "follow-cost", "17 400 000");
  await fill(page, "follow-months", "36");
  await fill(page, "follow-value_per_day", "1 765");
  await page.locator("#disclose-follow-trend").click();
  await page.locator("#follow-index").fill(index);
  await expectText(page.locator("#figure-follow-change"), "−0,82");
  await expectText(page.locator("#figure-follow-cost_so_far"), "7 733 000 kr");
  // The report's own rounding: one per cent of what the days are worth.
  const kronor = async (figure: string) => Number((await text(page.locator(`#figure-follow-${figure}`))).replace(/\D/g, ""));
  expect(Math.abs((await kronor("saving")) - 7_990_000)).toBeLessThan(79_900);
  expect(Math.abs((await kronor("net")) - 260_000)).toBeLessThan(79_900);
});

test("a figure opens into its steps, and a month into its own", async ({ page, open }) => {
  await start(page, open);
  await choose(page, PERIODS);
  await fill(page, "follow-value_per_day", "1 765");
  await page.locator("#figure-follow-saving").click();
  await expect(page.locator("#figure-panel")).toContainText("141 200,00 kr");
  await expect(page.locator("#figure-panel .step-list > li").last()).toContainText("1 765,00 kr/nettodag");
  await page.locator("#figure-close").click();
  await page.locator("#disclose-follow-months").click();
  await page.locator("#figure-follow-2019-03").click();
  await expect(page.locator("#figure-panel")).toContainText("mars 2019");
  await expect(page.locator("#figure-panel")).toContainText("−0,025 dagar/anställd");
});

test("units that did not take part are compared with, and a disturbed month is left out beside the whole", async ({ page, open }) => {
  await start(page, open);
  await choose(page, PERIODS);
  await page.locator("#disclose-follow-units").click();
  await page.locator(".ticks").last().getByLabel("Söder").check();
  // Norr alone: 16 × 5 / 100; Söder has not changed.
  await expect(page.locator("#follow-answer")).toContainText("minskat med 0,8 dagar per anställd utöver förändringen hos de enheter ni jämför med");
  await page.locator("#disclose-follow-months").click();
  await page.locator("#follow-disturbed-2020-02").check();
  await expect(page.locator("#follow-answer")).toContainText("0,75 dagar");
  await expectText(page.locator("#figure-follow-change-all"), "−0,80");
  await expect(page.locator("#follow-disturbed-2020-02")).toBeFocused();
});

test("a pasted trend moves what is expected, and lines that cannot be read are told", async ({ page, open }) => {
  await start(page, open);
  await choose(page, PERIODS);
  await page.locator("#disclose-follow-trend").click();
  await page.locator("#follow-index").fill([...MONTHS.map((month, at) => `${month} ${at < 12 ? "10" : "5,0"}`), "2020-03 många"].join("\n"));
  await expectText(page.locator("#follow-index-read p"), "28 av 29 rader används.");
  await expect(page.locator("#follow-index-read")).toContainText("Rad 29");
  // Half the days were to be expected, and far more came.
  await expect(page.locator("#follow-answer")).toContainText("har ökat med");
  await expect(page.locator("#follow-answer")).toContainText("den allmänna utvecklingen");
});

test("periods that overlap are refused beside their fields", async ({ page, open }) => {
  await start(page, open);
  await choose(page, { ...PERIODS, follow_up_from: "2018-10" });
  await expect(page.locator("#follow-follow_up-error")).toContainText("går in i varandra");
  await expectText(page.locator("#follow-answer"), "Rätta perioderna först, så räknar vi.");
});

test("what is lost at work, before and after, and fewer than ten answers show nothing", async ({ page, open }) => {
  await start(page, open);
  await page.locator("#disclose-production").click();
  await fill(page, "production-employees", "100");
  await fill(page, "production-hours_per_year", "1 700");
  await fill(page, "production-cost_per_hour", "300");
  for (const [id, value] of [["health_affected", "20"], ["health_effect", "5"], ["environment_affected", "30"], ["environment_effect", "2"]]) {
    await fill(page, `production-before-${id}`, value ?? "");
  }
  await expect(page.locator("#production-answer")).toContainText("Ungefär 10 % av arbetet");
  await expectText(page.locator("#figure-production_loss-before"), "5 100 000 kr");
  await page.locator("#production-rule-sum_capped + label").click();
  await expect(page.locator("#production-answer")).toContainText("Ungefär 16 %");
  await page.locator("#disclose-production-after").click();
  const answers = page.locator("#production-after-answers");
  await answers.fill("ja;4;nej;\n".repeat(9));
  await expect(page.locator("#production-notes")).toContainText("Bara 9 svar");
  await expect(page.locator("#figure-production_loss-after")).toHaveCount(0);
  await answers.fill(`${"ja;1;nej;\n".repeat(10)}kanske;;nej;\n`);
  await expect(page.locator("#production-after-read")).toContainText("10 av 11 rader");
  await expectText(page.locator("#figure-gained_percent-"), "6 %");
  await page.locator("#figure-gained-").click();
  await expect(page.locator("#figure-panel")).toContainText("3 060 000,00 kr");
});

test("on paper it stands only where something was asked", async ({ page, open }) => {
  await start(page, open);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("#outcome")).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await choose(page, PERIODS);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("#follow-answer")).toBeVisible();
  await expect(page.locator("#production")).toBeHidden();
  await expect(page.locator("#follow-reference_from")).toBeHidden();
});

test("all of it works by keyboard", async ({ page, open }) => {
  await open(page);
  await paste(page, TABLE);
  // What was understood has had the focus first.
  await expect(page.locator("main:not([aria-busy]) #follow")).toBeVisible();
  await page.locator("#disclose-follow").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.locator("#follow-reference_from")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("#follow-reference_from")).toBeFocused();
  await expect(page.locator("#follow-proposed")).toBeHidden();
});

for (const scheme of ["light", "dark"] as const) {
  test(`no accessibility faults when all is open (${scheme})`, async ({ page, open }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await start(page, open);
    await choose(page, PERIODS);
    await fill(page, "follow-cost", "mycket");
    await openAll(page);
    const { violations } = await new AxeBuilder({ page }).include("#outcome").analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}

test("nothing is cut off at 320 px", async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await start(page, open);
  await choose(page, PERIODS);
  await openAll(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
