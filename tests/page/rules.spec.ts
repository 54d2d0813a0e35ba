// Rules and values of one's own, parts of the organisation, and what the first spells leave open.
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import type { Settings, View } from "../../www/types.ts";
import { expectText, fill, openAll, paste, tabTo, text, pasteInstead } from "./actions.ts";
import { viewOf } from "./core.ts";
import { expect, test } from "./fixture.ts";

/** Two departments with two units each; the first spell begins on the first day of the data. */
const DEPARTMENTS = [
  "Anst.nr\tFörvaltning\tEnhet\tFr.o.m.\tT.o.m.\tOmfattning\tMånadslön",
  "1\tSocialförvaltningen\tHemtjänst norr\t2024-01-01\t2024-01-12\t100 %\t31\u00a0000",
  "2\tSocialförvaltningen\tHemtjänst syd\t2024-02-05\t2024-02-09\t100 %\t30\u00a0500",
  "3\tUtbildningsförvaltningen\tBjörkbackens förskola\t2024-03-04\t2024-03-08\t100 %\t33\u00a0000",
  "4\tUtbildningsförvaltningen\tÄngsskolan\t2024-03-11\t2024-04-30\t50 %\t39\u00a0000",
  "",
].join("\n");
const SICK_PAY_LEVEL = "sick_pay_level 2015-01-01";
const WAITING_DEDUCTION = "waiting_deduction 2019-01-01";

const row = (page: Page, key: string) => page.locator(`[data-rule="${key}"]`);
const fieldOf = (page: Page, key: string) => page.locator(`[id="rule-${key.replace(" ", "-")}"]`);

async function start(page: Page) {
  await paste(page, DEPARTMENTS);
  await expect(page.locator("#headline")).toContainText("kostat uppskattningsvis");
  await page.locator("#disclose-rules").click();
}

/** Puts a value of one's own in place of a row of the table. */
async function change(page: Page, key: string, value: string) {
  await row(page, key).getByRole("button").first().click();
  await expect(fieldOf(page, key)).toBeFocused();
  await fieldOf(page, key).fill(value);
  await fieldOf(page, key).blur();
}

const keysOf = (locator: Locator) => locator.evaluateAll((rows) => rows.map((el) => el.getAttribute("data-rule")).sort());

test("rules and sources list every value that the result rests on, and the rest on demand", async ({ page, open }) => {
  await open(page);
  await start(page);
  const keys = (rules: View["rules"]) => rules.map(({ id, valid_from }) => `${id} ${valid_from}`).sort();
  for (const settings of [{}, { employer: "municipality" }] satisfies Settings[]) {
    if ("employer" in settings) await page.locator("label[for=employer-municipality]").click();
    const { rules } = viewOf(DEPARTMENTS, settings);
    expect(rules.filter((rule) => rule.used).length).toBeGreaterThan(10);
    await expect.poll(() => keysOf(page.locator("#rules-used [data-rule]"))).toEqual(keys(rules.filter((rule) => rule.used)));
    expect(await keysOf(page.locator("#rules-others [data-rule]"))).toEqual(keys(rules.filter((rule) => !rule.used)));
  }
  await expect(row(page, "price_base_amount 2025-01-01")).toBeHidden();
  await page.getByRole("button", { name: "Visa alla år och regler" }).click();
  expect(await text(row(page, "price_base_amount 2025-01-01"))).toMatch(/^Prisbasbelopp 2025 .*Ska kontrolleras · Kontrollerad \d{4}-\d\d-\d\d 58 800 kr Ändra$/);
  expect(await text(row(page, "on_cost_region 2026-01-01"))).toMatch(/Saknas här – fyll i Fyll i$/);
  await expect(row(page, "net_day 2015-01-01").getByRole("button")).toHaveCount(0);
});

/** Names under which a figure is said to rest on a changed value. */
const names = (figure: string, scope: string) => [
  figure, figure.replace(/^forecast_|_calculated$/g, ""), ...(scope === "investment" ? ["investment", "value_short_day", "value_long_day"] : []),
  ...(["pay_lost", "employer", "state", "employee"].includes(figure) ? ["parties"] : []), ...(figure === "employee" ? ["employer", "state"] : []),
];

test("a changed rate changes the figures that rest on it, and marks them and no others", async ({ page, open }) => {
  test.slow();
  await open(page);
  await start(page);
  await fill(page, "invest-start", "50000");
  await openAll(page);
  const before = await text(page.locator("#headline"));
  await expect(page.locator(".changed:visible")).toHaveCount(0);
  for (const [rule, value, total] of [["sick_pay_level", "90", true], ["overhead", "25", true], ["top_up", "15", true],
    ["relapse", "3", false], ["weekly_hours", "38", false], ["ki_short", "12", false]] as const) {
    const key = `${rule} 2015-01-01`;
    await change(page, key, value);
    const { overridden } = viewOf(DEPARTMENTS, {
      overrides: [{ rule, valid_from: "2015-01-01", value: Number(value) }], investment: { cases: [{ start: 50_000 }] },
    });
    expect(Object.keys(overridden), rule).not.toEqual([]);
    const shown = () => page.locator("button[data-figure]:visible").evaluateAll((buttons) => buttons.map((el) => ({
      figure: (el as HTMLElement).dataset["figure"] ?? "",
      scope: el.closest("section")?.id ?? "",
      marked: el.querySelector(".changed") !== null,
    })));
    await expect.poll(async () => (await shown()).some(({ marked }) => marked) || rule === "ki_short").toBe(true);
    // What a rule shapes in the counting is counted anew, with rests in between.
    await expect(async () => {
      for (const { figure, scope, marked } of await shown()) {
        expect(marked, `${rule}: ${figure} of ${scope}`).toBe(names(figure, scope).some((name) => overridden[name] !== undefined));
      }
    }).toPass({ timeout: 10_000 });
    // What cannot be opened is marked as well: the large amount, measures, columns.
    const marks = await page.locator("#cost [data-mark]:visible").evaluateAll((all) => [...new Set(all.map((el) => (el as HTMLElement).dataset["mark"] ?? ""))]);
    for (const mark of marks) expect(names(mark, "").some((name) => overridden[name] !== undefined), `${rule}: ${mark}`).toBe(true);
    if (overridden["estimated_total"]) await expect(page.locator("#headline .changed")).toBeVisible();
    if (total) expect(await text(page.locator("#headline")), rule).not.toContain(before);
    if (overridden["net_days"]) expect(marks).toContain("net_days");
    await expect(page.locator("#changed-values")).toContainText("Du har ändrat 1 värde.");
    await row(page, key).getByRole("button", { name: "Återställ till" }).click();
    await expect(row(page, key).getByRole("button", { name: "Ändra" }), "the focus goes back").toBeFocused();
    await expect(page.locator("#changed-values")).toBeHidden();
    await expect(page.locator(".changed:visible")).toHaveCount(0);
    await expectText(page.locator("#headline"), before);
  }
});

test("a figure opened says whose value it rests on, and what the source has", async ({ page, open }) => {
  await open(page);
  await start(page);
  await change(page, SICK_PAY_LEVEL, "90");
  await page.locator("#figure-sick_pay").click();
  const panel = page.getByRole("dialog");
  await expect(panel).toContainText("Bygger på ett värde som du har ändrat.");
  expect(await text(panel)).toContain("Sjuklönens nivå 90 % (ändrat värde) Ditt värde. Källans värde: 80 %. Källa: Lag (1991:1047) om sjuklön, 6 §");
});

test("a value that is refused says why, and is not counted", async ({ page, open }) => {
  await open(page);
  await start(page);
  const before = await text(page.locator("#headline"));
  const field = fieldOf(page, SICK_PAY_LEVEL);
  for (const [value, error] of [["400", "Värdet ska vara högst 100 %."], ["−1", "Värdet ska vara minst 0 %."], ["åttio", "”åttio” går inte att läsa som ett tal. Skriv till exempel 1234,5."]] as const) {
    if (value === "400") await change(page, SICK_PAY_LEVEL, value);
    else {
      await field.fill(value);
      await field.blur();
    }
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(new RegExp(error.slice(0, 20)));
    await expectText(row(page, SICK_PAY_LEVEL).locator(".field-error"), error);
    await expectText(page.locator("#headline"), before);
    await expect(page.locator("#refused")).toContainText("Rätta ”Sjuklönens nivå, av lönen, 2015–2026” först.");
  }
  await page.locator("#disclose-rules").click();
  await page.locator("#refused button").click();
  await expect(field, "what hides the field opens").toBeFocused();
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(1);
  await expect(field).toBeHidden();
  await expect(page.locator("#refused")).toBeHidden();
  await expectText(page.locator("#headline"), before);
});

test("all values are put back at once, also those of the workplace", async ({ page, open }) => {
  await open(page);
  await start(page);
  const before = await text(page.locator("#headline"));
  await change(page, SICK_PAY_LEVEL, "90");
  await change(page, "relapse 2015-01-01", "3");
  await fill(page, "input-overhead", "25");
  await expect(page.locator("#changed-values")).toContainText("Du har ändrat 3 värden. Siffror som bygger på dem är märkta med");
  expect(await text(row(page, "overhead 2015-01-01"))).toContain("25 % (ändrat värde) Källans värde: 20 %.");
  await row(page, "overhead 2015-01-01").getByRole("button", { name: "Ändra" }).click();
  await expect(page.locator("#input-overhead"), "it is changed where it was entered").toBeFocused();
  await page.getByText("English").click();
  await expect(page.locator("#changed-values")).toContainText("You have changed 3 values.");
  await expect(fieldOf(page, SICK_PAY_LEVEL)).toHaveValue("90");
  await page.getByText("Svenska").click();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("#paper-changed")).toContainText(/Ändrade värden: Sjuklönens nivå, av lönen, .*: 90\s% \(källans värde: 80\s%\)/);
  await page.emulateMedia({ media: "screen" });
  await page.locator("#changed-values").getByRole("button", { name: "Visa dem" }).click();
  await expect(fieldOf(page, SICK_PAY_LEVEL)).toBeFocused();
  await page.locator("#reset-all").click();
  await expect(page.locator("#changed-values")).toBeHidden();
  await expect(page.locator("#input-overhead")).toHaveValue("20");
  await expectText(page.locator("#headline"), before);
});

test("a department and a unit are opened, and everything is of them", async ({ page, open }) => {
  await open(page);
  await start(page);
  await page.locator("#open-department").focus();
  await page.locator("#open-department").selectOption("Utbildningsförvaltningen");
  await expect(page.locator("#headline")).toContainText("har frånvaron hos Utbildningsförvaltningen kostat uppskattningsvis");
  await expect(page.locator("#open-department")).toBeFocused();
  await expect(page.locator(".units tbody tr")).toHaveCount(2);
  await page.getByRole("button", { name: "Öppna Ängsskolan" }).click();
  await expectText(page.locator(".path"), "Hela verksamheten Utbildningsförvaltningen Ängsskolan");
  await expect(page.locator("#level-now")).toBeFocused();
  await expect(page.locator("#status")).toHaveText("Visar Utbildningsförvaltningen › Ängsskolan.");
  const expected = viewOf(DEPARTMENTS, { opened: { department: "Utbildningsförvaltningen", unit: "Ängsskolan" } });
  await page.locator("#figure-estimated_total").click();
  const panel = page.getByRole("dialog");
  await expect(panel.locator(".eyebrow")).toHaveText("Ängsskolan, Utbildningsförvaltningen · Hittills i år");
  const amount = new Intl.NumberFormat("sv-SE", { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(expected.year_to_date.estimated_total ?? 0);
  await expect(panel.locator(".figure-value")).toContainText(amount);
  await page.keyboard.press("Escape");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".path")).toBeVisible();
  await expect(page.locator("#open-unit")).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await page.locator("#open-unit").selectOption("Alla");
  await expect(page.locator("#headline")).toContainText("hos Utbildningsförvaltningen");
  await page.getByRole("button", { name: "Hela verksamheten" }).click();
  await expect(page.locator("#level-now")).toHaveText("Hela verksamheten");
  await expect(page.locator(".units tbody tr")).toHaveCount(4);
  // The figure of a unit is told from its namesakes by its department.
  await page.locator(".units tbody tr", { hasText: "Ängsskolan" }).locator("[data-figure=estimated_total]").click();
  await expect(panel.locator(".figure-value")).toContainText(amount);
  await page.keyboard.press("Escape");
  await pasteInstead(page, DEPARTMENTS.replaceAll("Förvaltning\t", "Ort\t"));
  await expect(page.locator("#open-department")).toBeHidden();
  await expect(page.locator("#open-unit option")).toHaveCount(5);
});

test("spells that may have begun earlier are asked about, with what each answer means", async ({ page, open }) => {
  await open(page);
  await paste(page, DEPARTMENTS);
  const card = page.locator("#question-begun");
  await expect(card).toContainText("1 sjukfall börjar den första dagen i underlaget. Började det då, eller hade det pågått längre?");
  await expect(page.locator("#headline-range")).toContainText("ligger kostnaden mellan");
  const range = viewOf(DEPARTMENTS).in_span.if_begun_earlier;
  const [low, high] = (range?.sick_pay ?? []) as number[];
  expect(low).toBeLessThan(high ?? 0);
  const [here, past] = await card.getByRole("button").allInnerTexts();
  expect(here?.replace(/\s/g, " ")).toBe("Det började den dagen – då är sjuklönen 25 000 kr");
  expect(past?.replace(/\s/g, " ")).toBe("Det hade redan pågått i minst 14 dagar – då är sjuklönen 15 100 kr");
  await page.locator("#headline-range button").click();
  await expect(card).toBeFocused();
  await card.getByRole("button").nth(1).click();
  await expect(card).toHaveCount(0);
  await expect(page.locator("#headline-range")).toBeHidden();
  await expectText(page.locator("#figure-sick_pay .layer-value"), "15 100 kr");
  const note = page.locator(".given li", { hasText: "räknas som du har svarat" });
  await expect(note).toContainText("”Det hade redan pågått i minst 14 dagar”");
  await note.getByRole("button", { name: "Ändra svaret" }).click();
  await expect(card).toBeFocused();
  await card.getByRole("button").first().click();
  await expectText(page.locator("#figure-sick_pay .layer-value"), "25 000 kr");
  await expect(note).toContainText("”Det började den dagen”");
});

test("a weekly schedule is filled in day by day", async ({ page, open }) => {
  await open(page);
  await paste(page, DEPARTMENTS);
  await expect(page.locator(".field-group")).toContainText("Fördelade på måndag–fredag.");
  await page.locator("#schedule-open").click();
  await expect(page.locator("#schedule-0")).toBeFocused();
  await expect(page.getByLabel("Söndag")).toHaveValue("0");
  await fill(page, "schedule-4", "4");
  await expectText(page.locator("#schedule-state"), "Schemat ger 36 tim/vecka.");
  const { net_days } = viewOf(DEPARTMENTS, { schedule: [8, 8, 8, 8, 4, 0, 0] }).year_to_date;
  await expectText(page.locator("#cost .facts dd").first(), net_days.toFixed(1).replace(".", ","));
  await fill(page, "schedule-0", "25");
  await expectText(page.locator("#schedule-error"), "Varje dag ska ha 0 till 24 timmar.");
  await expect(page.locator("#refused")).toContainText("Rätta ”Veckoschema på heltid” först.");
  await fill(page, "schedule-0", "");
  await expect(page.locator("#schedule-state")).toContainText("Schemat används när alla sju dagar är ifyllda. Tills dess räknar vi med 40");
  await expect(page.locator("#refused")).toBeHidden();
  await page.getByRole("button", { name: "Ta bort veckoschemat" }).click();
  await expect(page.locator("#schedule-open")).toBeFocused();
  await expect(page.locator("#input-weekly_hours")).toHaveValue("40");
});

test("a municipality is asked for an on-cost that is not known, and can answer for the year", async ({ page, open }) => {
  await open(page);
  await start(page);
  await page.locator("label[for=employer-municipality]").click();
  await expectText(page.locator("#asks"), "Vi behöver ett värde till: PO-pålägg. SKR:s personalomkostnadspålägg för 2024 saknas hos oss.");
  await expect(page.locator("#headline")).not.toContainText("uppskattningsvis");
  await page.locator("#cost").getByRole("button", { name: "Fyll i PO-pålägg" }).first().click();
  await expect(page.locator("#input-on_cost")).toBeFocused();
  await page.keyboard.type("46");
  await expect(page.locator("#headline")).toContainText("kostat uppskattningsvis");
  await expect(page.locator("#asks")).toBeHidden();
  const answered = await text(page.locator("#headline"));
  await fill(page, "input-on_cost", "");
  await expect(page.locator("#asks")).toBeVisible();
  await change(page, "on_cost_municipality 2024-01-01", "46");
  await expect(page.locator("#headline")).toContainText("kostat uppskattningsvis");
  await expect(page.locator("#asks")).toBeHidden();
  expect(answered.split(" (")[0]).toBe((await text(page.locator("#headline"))).split(" (")[0]);
});

test("a rule is changed and put back by keyboard alone", async ({ page, open }) => {
  test.slow();
  await open(page);
  await paste(page, DEPARTMENTS);
  const keys = page.keyboard;
  await expect(page.locator("#headline")).toContainText("uppskattningsvis");
  await page.locator("#how-title").focus();
  await tabTo(page, page.locator("#disclose-rules"));
  await keys.press("Enter");
  await tabTo(page, row(page, SICK_PAY_LEVEL).getByRole("button"));
  await keys.press("Enter");
  await expect(fieldOf(page, SICK_PAY_LEVEL)).toBeFocused();
  await keys.type("85");
  await expect(page.locator("#changed-values")).toContainText("Du har ändrat 1 värde.");
  await expect(fieldOf(page, SICK_PAY_LEVEL), "the focus is kept while all is drawn anew").toBeFocused();
  await expect(fieldOf(page, SICK_PAY_LEVEL)).toHaveValue("85");
  await keys.press("Shift+Tab");
  await keys.press("Tab");
  await keys.press("Escape");
  await expect(row(page, SICK_PAY_LEVEL).getByRole("button", { name: "Ändra" })).toBeFocused();
  await expect(page.locator("#changed-values")).toBeHidden();
  // A deduction of nothing is not in use, and yet its row stays where it is being written.
  await tabTo(page, row(page, WAITING_DEDUCTION).getByRole("button"));
  await keys.press("Enter");
  await keys.type("0");
  await expect(page.locator("#changed-values")).toBeVisible();
  await expect(fieldOf(page, WAITING_DEDUCTION)).toBeFocused();
  await keys.type(",5");
  await expect(page.locator("#rules-used").locator(fieldOf(page, WAITING_DEDUCTION))).toHaveValue("0,5");
  await keys.press("Escape");
  await expect(page.locator("#changed-values")).toBeHidden();
  // And the way down the organisation.
  await page.locator("#cost-title").focus();
  await tabTo(page, page.locator("#open-department"));
  await keys.press("ArrowDown");
  await expect(page.locator("#level-now")).toHaveText("Socialförvaltningen");
  await tabTo(page, page.locator("#open-unit"));
  await keys.press("ArrowDown");
  await expect(page.locator("#level-now")).toHaveText("Hemtjänst norr");
  await page.locator("#cost-title").focus();
  await tabTo(page, page.getByRole("button", { name: "Hela verksamheten" }));
  await keys.press("Enter");
  await expect(page.locator("#level-now")).toBeFocused();
});

for (const theme of ["light", "dark"] as const) {
  test(`axe finds nothing in what is new: ${theme}`, async ({ page, open }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: "reduce", colorScheme: theme });
    await page.setViewportSize({ width: 320, height: 800 });
    await open(page);
    await start(page);
    await page.locator("label[for=employer-region]").click();
    await page.locator("#schedule-open").click();
    await change(page, SICK_PAY_LEVEL, "90");
    await change(page, "relapse 2015-01-01", "3,5");
    await openAll(page);
    await page.locator("#open-department").selectOption("Socialförvaltningen");
    await expect(page.locator("#level-now")).toHaveText("Socialförvaltningen");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });
}
