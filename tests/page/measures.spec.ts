// The whole year, who pays, each method, and the measures: what the page shows is what the core says.
import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import type { Settings } from "../../www/types.ts";
import { openExample, expectText, fill, openAll, paste, pasteInstead, tabTo, text, WEEK_WITHOUT_PAY } from "./actions.ts";
import { viewOf } from "./core.ts";
import { expect, test } from "./fixture.ts";

const file = (path: string) => readFileSync(new URL(`../../www/${path}`, import.meta.url), "utf8");

const SPELLS = file("cases/spells.tsv");
const MONTHLY = file("cases/monthly.tsv");
const whole = (value: number | null | undefined) => (value == null ? "–" : new Intl.NumberFormat("sv-SE", { maximumFractionDigits: 0 }).format(value).replace(/\s/g, " "));
const open = async (page: Page, fold: string) => page.locator(`#disclose-${fold}`).click();

/** The cells of a table, row by row, with ordinary blanks. */
const cells = (table: Locator) => table.locator("tbody tr, tfoot tr").evaluateAll((rows) =>
  rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.replace(/[\u00a0\u202f\s]+/g, " ").replace(/\u2060/g, "").trim())));

/** Six months by sex and age: 46 women, ten men; each age has more than ten. */
const GROUPS = [
  ["Månad", "Kön", "Åldersgrupp", "Antal anställda", "Ordinarie arbetstid", "Sjukfrånvaro timmar"],
  ...[1, 2, 3, 4, 5, 6].flatMap((month) =>
    ([["Kvinna", "-29", 12], ["Kvinna", "30-49", 20], ["Kvinna", "50-", 14], ["Man", "-29", 6], ["Man", "30-49", 2], ["Man", "50-", 2]] as const)
      .map(([sex, age, heads], at) => [`2026-0${month}`, sex, age, String(heads), String(heads * 160), String(heads * (6 + at))])),
].map((row) => row.join("\t")).join("\n");

/** Seven units over thirty months: each the larger the higher its number, and the first three growing. */
const UNITS = [
  ["Enhet", "Månad", "Antal anställda", "Ordinarie arbetstid", "Sjuktimmar dag 1-14", "Sjuktimmar dag 15-", "Bokförd sjuklön"],
  ...[1, 2, 3, 4, 5, 6, 7].flatMap((unit) => Array.from({ length: 30 }, (_, at) => {
    const short = 40 + unit * 20 + (unit > 4 ? at * 2 : -at) + (at % 12) * 3;
    return [`Enhet ${unit}`, `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`, "20", "3000", String(short), "60", String(short * 150)];
  })),
].map((row) => row.join("\t")).join("\n");

test("the whole year: a forecast, how it was made, and how it stands to the budget", async ({ page, open }) => {
  await open(page);
  await openExample(page, "spells");
  const { forecast } = viewOf(SPELLS);
  expect(forecast.basis).toBe("season");
  await expect(page.locator("#forecast-headline")).toContainText("Hela 2026 väntas sjuklönen kosta");
  await expect(page.locator("#forecast-headline .kind")).toHaveText("uppskattat");
  await expect(page.locator("#forecast-basis")).toContainText("Prognosen följer årstiderna i era tidigare år");
  await expect(page.locator("#forecast-basis")).toContainText("6 av årets månader är kända.");
  await fill(page, "budget", "80 000");
  const { forecast: now } = viewOf(SPELLS, { budget: 80_000 });
  await expect(page.locator("#forecast-more")).toContainText((now.budget_difference ?? 0) > 0 ? "över budgeten på 80 000 kr." : "under budgeten på 80 000 kr.");
  await fill(page, "budget", "1 000 000");
  await expect(page.locator("#forecast-more")).toContainText("under budgeten på 1 000 000 kr.");
  await fill(page, "budget", "-1");
  await expect(page.locator("#budget-error")).toContainText("Skriv 0 till");
  await expect(page.locator("#forecast-more")).not.toContainText("budgeten");
  // The chart's table: known months and the forecast ones, as the core has them.
  await page.locator("#disclose-forecast-months").click();
  expect((await cells(page.locator("#forecast .disclosed table"))).map((row) => [row[1], row[3]]))
    .toEqual(forecast.months.map((month) => [whole(month.sick_pay), month.forecast ? "Prognos" : "Utfall"]));
  await expect(page.locator("#forecast .chart-box .bar-hatch"), "months to come are hatched").toHaveCount(6);
});

test("a short table gets a rough forecast, said to be rough, and one without pay is of days", async ({ page, open }) => {
  await open(page);
  await paste(page, WEEK_WITHOUT_PAY);
  const { forecast } = viewOf(WEEK_WITHOUT_PAY);
  expect(forecast.basis).toBe("rough");
  await expect(page.locator("#forecast-headline")).toContainText("Hela 2024 väntas frånvaron bli");
  await expect(page.locator("#forecast-basis")).toContainText("Prognosen är grov.");
  await expect(page.locator("#budget"), "no budget without sick pay to hold against it").toBeHidden();
  await page.locator("#forecast").getByRole("button", { name: "Fyll i genomsnittlig månadslön" }).click();
  await expect(page.locator("#input-monthly_pay")).toBeFocused();
});

test("the parties add up, and a monthly table says why it cannot tell", async ({ page, open: start }) => {
  await start(page);
  await openExample(page, "spells");
  const { parties } = viewOf(SPELLS).in_span;
  await open(page, "parties");
  const rows = await cells(page.locator("#parties table"));
  expect(rows.map((row) => row[2])).toEqual([parties.employer, parties.state, parties.employee, parties.pay_lost].map(whole));
  const [employer = 0, state = 0, employee = 0, all = 0] = rows.map((row) => Number(row[2]?.replace(/ /g, "")));
  expect(Math.abs(employer + state + employee - all), "each row is rounded to whole kronor").toBeLessThanOrEqual(2);
  await expect(page.locator("#parties")).toContainText("Avgifter, semester och omkostnader är inte med.");
  await openExample(page, "monthly");
  await expect(page.locator("#parties .fold-line")).toContainText("En tabell per månad säger inte vilka dagar");
  await expect(page.locator("#disclose-parties")).toBeHidden();
});

test("one spell as an example: its fields change who pays, and refuse what cannot be", async ({ page, open: start }) => {
  await start(page);
  await openExample(page, "spells");
  await open(page, "example");
  await fill(page, "example-days", "10");
  await fill(page, "example-extent", "50");
  await fill(page, "example-monthly_pay", "30 000");
  await page.locator("#example-from").fill("2026-03-02");
  await page.locator("#example-from").blur();
  const { example } = viewOf(SPELLS, { example: { days: 10, extent: 50, monthly_pay: 30_000, from: "2026-03-02" } });
  await expect.poll(() => cells(page.locator("#example table"))).toEqual([
    ["Dag 1–10", ...[example.sum.employer, example.sum.state, example.sum.employee, example.sum.pay_lost].map(whole)],
    ["Hela sjukfallet", ...[example.sum.employer, example.sum.state, example.sum.employee, example.sum.pay_lost].map(whole)],
  ]);
  await expect(page.locator("#example")).toContainText("Karensavdraget är 1 108 kr.");
  await fill(page, "example-days", "90");
  await expect(page.locator("#example tbody tr")).toHaveCount(2);
  await fill(page, "example-extent", "150");
  await expect(page.locator("#example-extent-error")).toContainText("Skriv 1 till 100 %.");
  await page.locator("#example-from").fill("i våras");
  await page.locator("#example-from").blur();
  await expect(page.locator("#example-from-error")).toContainText("Det är inte ett datum.");
});

test("the methods side by side agree with the total of the one that is chosen", async ({ page, open: start }) => {
  await start(page);
  await openExample(page, "spells");
  await open(page, "methods");
  for (const method of ["fk", "rule_of_thumb", "ki", "own"] as const) {
    await page.locator(`#method-${method}`).check();
    if (method === "own") {
      await fill(page, "input-short_day", "1765");
      await fill(page, "input-long_day", "400");
    }
    const settings: Settings = method === "own" ? { method, short_day: 1765, long_day: 400 } : { method };
    const view = viewOf(SPELLS, settings);
    const rows = () => cells(page.locator("#methods table"));
    await expect.poll(async () => (await rows()).map((row) => row[1])).toEqual(view.in_span.methods.map(({ total }) => whole(total)));
    const chosen = (await rows()).filter((row) => row[0]?.includes("(vald)"));
    expect(chosen.map((row) => row[1])).toEqual([whole(view.year_to_date.estimated_total)]);
  }
  await expect(page.locator("#methods .fold-line")).toContainText("Du räknar med era egna värden per dag");
});

test("a method that lacks values says which, and leads to them", async ({ page, open: start }) => {
  await start(page);
  await openExample(page, "spells");
  await open(page, "methods");
  await page.locator("#methods").getByRole("button", { name: "Fyll i värdet av en kort sjukdag" }).click();
  await expect(page.locator("#method-own")).toBeFocused();
  await openExample(page, "monthly");
  await expect(page.locator("#methods .fold-line")).toHaveText(/Fyll i genomsnittlig månadslön/);
});

test("booked stands beside what the rules give for the same rows", async ({ page, open: start }) => {
  await start(page);
  await openExample(page, "monthly");
  await fill(page, "input-monthly_pay", "36 500");
  await open(page, "booked");
  const { booked } = viewOf(MONTHLY, { monthly_pay: 36_500 }).in_span;
  await expect.poll(() => page.locator("#booked dd").evaluateAll((all) => all.map((one) => one.textContent?.replace(/\s/g, " "))))
    .toEqual([booked?.booked, booked?.calculated, booked?.difference].map(whole));
  await expect(page.locator("#booked")).toContainText("En skillnad behöver inte vara ett fel.");
  await openExample(page, "spells");
  await expect(page.locator("#booked"), "nothing is booked in it").toBeHidden();
});

test("replacement is added to Försäkringskassan's model, and not to a rule that contains it", async ({ page, open: start }) => {
  await start(page);
  await openExample(page, "spells");
  await expect(page.locator("#replacement .fold-line")).toContainText("Fyll i hur mycket av frånvaron");
  await open(page, "replacement");
  await fill(page, "replacement-share", "50");
  await fill(page, "replacement-cost", "120");
  const { replacement } = viewOf(SPELLS, { replacement: { share: 50, cost: 120 } }).in_span;
  expect(replacement.total).toBeGreaterThan(replacement.cost ?? Infinity);
  await expect(page.locator("#replacement .fold-line")).toContainText("Vikarierna kostar");
  await expect(page.locator("#replacement-total")).toContainText("Tillsammans med totalkostnaden enligt Försäkringskassans modell blir det");
  for (const [method, why] of [
    ["rule_of_thumb", "Vikarierna läggs inte till totalkostnaden: tumregeln 10 % och 2,5 % räknar redan med vikarier."],
    ["own", "Vikarierna läggs inte till totalkostnaden: bara du vet om era egna värden per dag redan räknar med vikarier."],
  ] as const) {
    await page.locator(`#method-${method}`).check();
    await expectText(page.locator("#replacement-total"), why);
  }
  await fill(page, "replacement-share", "101");
  await expect(page.locator("#replacement-share-error")).toContainText("Skriv 0 till 100 %.");
  await expect(page.locator("#replacement-total")).toBeHidden();
});

test("replacement that is booked needs no fields", async ({ page, open: start }) => {
  await start(page);
  await paste(page, "Månad\tSjuktimmar dag 1-14\tSjuktimmar dag 15-\tVikariekostnad\n2026-01\t100\t50\t12 000\n2026-02\t90\t40\t10 000\n");
  await expectText(page.locator("#replacement .fold-line"), "Vikarierna kostar 22 000 kr bokfört");
  await open(page, "replacement");
  await expect(page.locator("#replacement-share")).toBeHidden();
  await page.locator("#figure-replacement").click();
  await expect(page.getByRole("dialog")).toContainText("22 000,00 kr");
});

test("a doubt about the length of periods is told in kronor", async ({ page, open: start }) => {
  await start(page);
  await paste(page, UNITS.split("\n").map((row) => row.split("\t").slice(0, 6).join("\t")).join("\n"));
  await fill(page, "input-monthly_pay", "36 500");
  await expect(page.locator("#if-periods-differ")).toBeHidden();
  await fill(page, "input-days_per_period", "4");
  await expect(page.locator("#if-periods-differ")).toContainText("Är de en nettodag kortare eller längre blir den mellan");
});

test("days of the period, and people by number of spells with small groups hidden and said to be", async ({ page, open: start }) => {
  await start(page);
  await openExample(page, "spells");
  await open(page, "bands");
  const { in_span, measures } = viewOf(SPELLS);
  const names = ["Dag 1–14", "Dag 15–59", "Dag 60–90", "Dag 91–180", "Dag 181–365", "Dag 366 och senare"];
  expect((await cells(page.locator("#bands table"))).map((row) => row.slice(0, 2)))
    .toEqual(in_span.bands.map(({ net_days }, at) => [names[at], net_days.toFixed(1).replace(".", ",")]));
  await expect(page.locator("#bands .fold-line")).toContainText("av sjuktiden ligger i perioder på 60 dagar eller mer.");
  await open(page, "repeated");
  expect(measures.repeated).toMatchObject({ more: null, hidden: true });
  await expect(page.locator("#repeated .fold-line")).toContainText("visas inte, eftersom gruppen är för liten.");
  await expect(page.locator("#repeated")).toContainText("Grupper med 10 personer eller färre visas inte, så att ingen kan pekas ut.");
});

test("people with more spells than three are counted where they are many enough", async ({ page, open: start }) => {
  await start(page);
  // Fifteen people with four spells each, twenty with one.
  const rows = Array.from({ length: 35 }, (_, person) => Array.from({ length: person < 15 ? 4 : 1 }, (_, at) =>
    `${100 + person}\t2026-0${at + 1}-0${(person % 5) + 1}\t2026-0${at + 1}-0${(person % 5) + 2}`)).flat();
  await paste(page, `Anst.nr\tFr.o.m.\tT.o.m.\n${rows.join("\n")}\n`);
  await expectText(page.locator("#repeated .fold-line"), "15 personer har haft fler än 3 sjukfall på tolv månader.");
  await open(page, "repeated");
  expect(await cells(page.locator("#repeated table").first())).toContainEqual(["4", "15"]);
});

test("the statutory table hides ten men, and the women who would tell of them", async ({ page, open: start }) => {
  await start(page);
  await paste(page, GROUPS);
  const { statutory } = viewOf(GROUPS).measures;
  expect(statutory.rows.map(({ state }) => state)).toEqual(["shown", "subtraction", "small", "shown", "shown", "shown"]);
  await expect(page.locator("#statutory .fold-line")).toContainText("2 grupper visas inte.");
  await open(page, "statutory");
  const rows = await cells(page.locator("#statutory table"));
  expect(rows[0]?.slice(0, 2)).toEqual(["Alla", "56"]);
  expect(rows[1]).toEqual(["Kvinnor visas inte, kunde räknas fram ur de andra", "–", "–", "–"]);
  expect(rows[2]).toEqual(["Män visas inte, 10 personer eller färre", "–", "–", "–"]);
  expect(rows[3]?.slice(0, 2)).toEqual(["29 år eller yngre", "18"]);
  await expect(page.locator("#statutory")).toContainText("En grupp på 10 personer eller färre visas inte.");
  await expect(page.locator("#group-women-headcount"), "the data tells").toHaveCount(0);
});

test("the size of a group is asked for where the data does not tell", async ({ page, open: start }) => {
  await start(page);
  await paste(page, GROUPS.split("\n").map((row) => row.split("\t").filter((_, at) => at !== 3).join("\t")).join("\n"));
  await open(page, "statutory");
  await expect(page.locator("#statutory tbody tr").nth(1)).toContainText("uppgifter saknas");
  await page.getByRole("button", { name: "Fyll i gruppernas storlek" }).click();
  await fill(page, "group-women-headcount", "46");
  await fill(page, "group-men-headcount", "14");
  await fill(page, "group-all-headcount", "60");
  await expect.poll(async () => (await cells(page.locator("#statutory table"))).slice(0, 3).map((row) => row[1])).toEqual(["60", "46", "14"]);
  await fill(page, "group-men-headcount", "10");
  await expect(page.locator("#statutory tbody tr").nth(2)).toContainText("visas inte, 10 personer eller färre");
  await fill(page, "group-men-scheduled_hours", "9600");
  await page.locator("label[for=span-last_twelve_months]").click();
  await expect(page.locator("#group-men-scheduled_hours"), "the same months").toHaveValue("9\u00a0600");
  await fill(page, "input-as-of", "2026-05-31");
  await expect(page.locator("#group-men-scheduled_hours"), "hours of other months").toHaveValue("");
  await expect(page.locator("#group-men-headcount")).toHaveValue("10");
});

test("units are watched by a definition that can be changed", async ({ page, open: start }) => {
  await start(page);
  await paste(page, UNITS);
  const { watch } = viewOf(UNITS).measures;
  const both = watch.units.filter(({ high, rising }) => high && rising).map(({ unit }) => unit);
  expect(both.length).toBeGreaterThan(0);
  await expect(page.locator("#watch .fold-line")).toContainText(`${both.length} enhet`);
  await open(page, "watch");
  const marked = () => page.locator("#watch tbody tr", { has: page.locator(".chosen") }).locator("th").evaluateAll((all) => all.map((one) => one.firstChild?.firstChild?.textContent));
  expect(await marked()).toEqual(both);
  await expect(page.locator("#watch .chosen").first()).toHaveText("hög och ökande");
  await expect(page.locator("#watch-definition")).toContainText("Hög: högre än hela organisationens nivå.");
  await page.locator("label[for=watch-high-top]").click();
  await expect(page.locator("#watch-definition")).toContainText("Hög: bland de 30 % av enheterna som har mest.");
  const top = viewOf(UNITS, { watch: { high: "top" } }).measures.watch.units.filter(({ high, rising }) => high && rising).map(({ unit }) => unit);
  await expect.poll(marked).toEqual(top);
  await page.locator("label[for=watch-level-percent]").click();
  await expect(page.locator("#watch tbody td").first()).toContainText("%");
  await page.getByText("English").click();
  await expect(page.locator("#watch-level-percent")).toBeChecked();
});

test("twelve months at a time, and the spread between units, in the tables of their charts", async ({ page, open: start }) => {
  await start(page);
  await paste(page, UNITS);
  const { rolling, spread } = viewOf(UNITS).measures;
  await open(page, "rolling");
  await open(page, "rolling-table");
  expect(await cells(page.locator("#rolling table"))).toHaveLength(rolling.length);
  await expect(page.locator("#rolling .fold-line")).toContainText((rolling.at(-1)?.change_percent ?? 0) > 0 ? "fler än tolv månader tidigare." : "färre än tolv månader tidigare.");
  await open(page, "spread");
  await open(page, "spread-table");
  expect((await cells(page.locator("#spread table"))).at(-1)?.[1]).toBe(String(spread.at(-1)?.units));
  await expect(page.locator("#spread .fold-line")).toContainText("I juni 2026 hade de flesta enheterna mellan");
  for (const chart of ["rolling", "spread", "forecast"]) {
    const svg = page.locator(`#${chart} .chart-box svg`);
    await expect(svg.locator(":scope > title")).not.toBeEmpty();
    await expect(svg.locator(":scope > desc")).toContainText("tabellen under diagrammet");
  }
});

test("every figure of these parts opens into its steps", async ({ page, open: start }) => {
  test.slow();
  await start(page);
  await openExample(page, "spells");
  await openAll(page);
  await fill(page, "replacement-share", "50");
  await fill(page, "replacement-cost", "120");
  const dialog = page.getByRole("dialog");
  for (const figure of await page.locator(":is(#forecast, #closer) [id^=figure-]:is(button)").all()) {
    await figure.click();
    await expect(dialog.locator(".steps").first()).toBeVisible();
    expect(await text(dialog.locator("h2"))).not.toContain("figure.");
    expect(await text(dialog)).not.toMatch(/\b(step|operand|caveat|span)\.[a-z]/);
    await page.locator("#figure-close").click();
    await expect(figure, "the focus goes back").toBeFocused();
  }
});

test("by keyboard alone: a fold opens, a field is filled in, a figure opens", async ({ page, open: start }) => {
  await start(page);
  await openExample(page, "spells");
  await page.locator("#figure-estimated_total").focus();
  await tabTo(page, page.locator("#budget"));
  await page.keyboard.type("90000");
  await expect(page.locator("#forecast-more")).toContainText("budgeten på 90 000 kr.");
  await tabTo(page, page.locator("#disclose-replacement"));
  await page.keyboard.press("Enter");
  await tabTo(page, page.locator("#replacement-share"));
  await page.keyboard.type("40");
  await page.keyboard.press("Tab");
  await page.keyboard.type("100");
  await expect(page.locator("#replacement-total")).toContainText("blir det");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(page.locator("#figure-replacement")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator("#figure-replacement")).toBeFocused();
});

for (const theme of ["light", "dark"] as const) {
  test(`axe finds nothing in these parts: ${theme}`, async ({ page, open: start }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: "reduce", colorScheme: theme });
    await start(page);
    const check = async (state: string) => {
      await openAll(page);
      const { violations } = await new AxeBuilder({ page }).include("#forecast").include("#closer").include("#measures").analyze();
      expect(violations.map(({ id, nodes }) => [state, id, nodes.map(({ html }) => html)])).toEqual([]);
    };
    await openExample(page, "spells");
    await fill(page, "budget", "much");
    await openAll(page);
    await fill(page, "replacement-share", "101");
    await check("spells");
    await paste(page, UNITS);
    await fill(page, "input-monthly_pay", "36 500");
    await check("units");
    await pasteInstead(page, GROUPS.split("\n").map((row) => row.split("\t").filter((_, at) => at !== 3).join("\t")).join("\n"));
    await expect(page.locator("#statutory")).toBeVisible();
    await openAll(page);
    const { violations } = await new AxeBuilder({ page }).include("#measures").analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}

test("nothing is cut off at 320 px", async ({ page, open: start }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await start(page);
  await paste(page, UNITS);
  await fill(page, "input-monthly_pay", "36 500");
  await fill(page, "budget", "3 000 000");
  await openAll(page);
  await expect(page.locator("#watch table")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  const small = await page.evaluate(() => [...document.querySelectorAll("#forecast button, #closer button, #measures :is(button, .segmented label)")]
    .filter((el) => el.checkVisibility() && el.getBoundingClientRect().height < 24).map((el) => el.outerHTML.slice(0, 80)));
  expect(small).toEqual([]);
});

test("on paper: the year, the parties, the methods and the statutory table, and no fields", async ({ page, open: start }) => {
  await start(page);
  await openExample(page, "spells");
  await fill(page, "budget", "80000");
  await page.emulateMedia({ media: "print" });
  for (const shown of ["#forecast-headline", "#forecast-more", "#forecast .forecast-months svg >> nth=0", "#parties table", "#methods table"]) {
    await expect(page.locator(shown), shown).toBeVisible();
  }
  for (const hidden of ["#budget", "#example", "#replacement", "#watch-level", "#rolling table", "#disclose-parties", "#statutory"]) {
    await expect(page.locator(hidden), hidden).toBeHidden();
  }
  await paste(page, GROUPS);
  await expect(page.locator("#statutory table")).toBeVisible();
});
