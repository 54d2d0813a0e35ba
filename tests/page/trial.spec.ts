// What a newcomer ran into, each once.
import { openExample, expectText, fill, paste, pasteInstead, text, WEEK, WEEK_WITHOUT_PAY } from "./actions.ts";
import { expect, test } from "./fixture.ts";

test("a window that changes its size draws anew and says nothing", async ({ page, open }) => {
  await open(page);
  await openExample(page, "spells");
  await fill(page, "invest-start", "60000");
  for (const [width, height] of [[360, 740], [740, 360], [1280, 900], [500, 900]] as const) {
    await page.setViewportSize({ width, height });
    const chart = page.locator(".months .chart-box");
    await expect.poll(() => chart.evaluate((el) => el.firstElementChild?.getAttribute("viewBox")?.split(" ")[2] === String(Math.round(el.clientWidth)))).toBe(true);
  }
  await expect(page.locator("#trouble")).toBeHidden();
});

test("trouble is seen wherever one is on the page", async ({ page, open }) => {
  await open(page);
  await openExample(page, "spells");
  await page.locator("#privacy").scrollIntoViewIfNeeded();
  await page.evaluate(() => window.dispatchEvent(new ErrorEvent("error", { message: "a notice", error: null })));
  await expect(page.locator("#trouble")).toBeHidden();
  await page.evaluate(() => window.dispatchEvent(new ErrorEvent("error", { error: new Error("meant") })));
  await expect(page.locator("#trouble")).toBeInViewport();
});

test("no answer stands beside a value that is not used", async ({ page, open }) => {
  await open(page);
  await openExample(page, "spells");
  await fill(page, "invest-start", "60000");
  await expect(page.locator("#investment .curve")).toBeVisible();
  for (const [id, value, error, label] of [
    ["start", "60 tusen", "”60 tusen” går inte att läsa som ett tal. Skriv till exempel 1234,5.", "Kostnad vid starten"],
    ["monthly", "-1", "Skriv 0 till 1 000 000 000 000 kr/månad.", "Kostnad per månad"],
    ["months", "2,5", "Skriv hela månader, 0 till 600 månader.", "Insatsen pågår i"],
    ["horizon", "601", "Skriv 1 till 600 månader.", "Ska bära sig inom"],
    ["effect_short", "120", "Skriv −1 000 till 100 %.", "Kort sjukfrånvaro minskar med"],
  ] as const) {
    const before = await page.locator(`#invest-${id}`).inputValue();
    await fill(page, `invest-${id}`, value);
    await expectText(page.locator(`#invest-${id}-error`), error);
    await expectText(page.locator("#verdict"), `Rätta ”${label}” först, så räknar vi. Till fältet`);
    await expect(page.locator("#investment .curve")).toBeHidden();
    await expect(page.locator("#invest-facts")).toBeHidden();
    await fill(page, `invest-${id}`, before);
    await expect(page.locator("#investment .curve")).toBeVisible();
  }
  await fill(page, "input-overhead", "tjugo");
  await expectText(page.locator("#refused"), "Rätta ”Omkostnader (OH)” först. Det du skrev där går inte att använda, så det räknas inte. Till fältet");
  await page.locator("#refused button").click();
  await expect(page.locator("#input-overhead")).toBeFocused();
  await fill(page, "input-overhead", "20");
  await expect(page.locator("#refused")).toBeHidden();
});

test("payback: never, from the first month, and costs that grow", async ({ page, open }) => {
  await open(page);
  await openExample(page, "spells");
  await fill(page, "invest-monthly", "50000");
  await fill(page, "invest-effect_short", "5");
  await expect(page.locator("#verdict-more")).toContainText("Besparingen är mindre än kostnaden per månad. Då blir insatsen aldrig betald så länge den pågår.");
  await fill(page, "invest-monthly", "10");
  await expect(page.locator("#verdict")).toContainText("sin egen kostnad från första månaden.");
  await expect(page.locator(".curve .payback")).toContainText("betald från första månaden");
  await fill(page, "invest-effect_short", "-5");
  await expect(page.locator("#verdict")).toContainText("Om den korta sjukfrånvaron ökar med 5 % ökar frånvarons kostnad med");
  await expect(page.locator("#figure-highest_cost")).toHaveCount(0);
  await fill(page, "invest-monthly", "5000");
  await fill(page, "invest-effect_long", "20");
  await expect(page.locator("#verdict-more")).toContainText("Om bara den korta sjukfrånvaron minskar");
});

test("the total by another method is a mark of its own, and said not to be the sum", async ({ page, open }) => {
  await open(page);
  await openExample(page, "spells");
  await expect(page.locator("#not-a-sum")).toBeHidden();
  await expect(page.locator(".months .chart-box .total-mark")).toHaveCount(0);
  await page.locator("#method-ki").check();
  await expect(page.locator("#not-a-sum")).toBeVisible();
  await expect(page.locator(".months .chart-box .total-mark")).toHaveCount(18);
});

test("names are not shown: not those of their own column, and not words of one that we do not know", async ({ page, open }) => {
  await open(page);
  await paste(page, "Namn\tAnteckning\tFr.o.m.\tT.o.m.\nEva Ek\tvikarie: Bo Alm\t2026-03-02\t2026-03-03\nBo Alm\t\tEva Ek\t2026-03-03\n");
  await expectText(page.locator("#used"), "1 av 2 rader används.");
  expect(await page.locator("body").innerText()).not.toMatch(/Eva|Alm/);
  const cells = page.locator(".columns tbody .samples");
  expect(await text(cells.nth(0))).toBe("visas aldrig");
  expect(await text(cells.nth(1))).toBe("text");
  await expect(page.locator("#meaning-0 option")).toHaveText(["Anställd", "Använd inte"]);
  await page.getByRole("button", { name: "Visa raderna" }).click();
  expect(await text(page.locator(".groups tbody tr").first())).toContain("text ett datum");
});

test("what was set aside follows the table that is pasted next", async ({ page, open }) => {
  await open(page);
  const sheet = (titles: string[], rows: number) =>
    [...titles, ...WEEK_WITHOUT_PAY.trimEnd().split("\n"), ...Array.from({ length: rows }, () => "Summa\t\t\t\t\t")].join("\n");
  await paste(page, sheet(["Frånvaro"], 0));
  await expect(page.locator(".notes")).toContainText("1 rad före tabellen hoppades över.");
  await expect(page.locator(".groups caption").first()).toHaveText(/^1 summarad/);
  await pasteInstead(page, sheet(["Frånvaro", "Utskrift"], 1));
  await expect(page.locator(".notes")).toContainText("2 rader före tabellen hoppades över.");
  await expect(page.locator(".groups caption").first()).toHaveText(/^2 summarader/);
});

test("units go by name until there is a cost, and own values ask for no pay", async ({ page, open }) => {
  await open(page);
  await openExample(page, "monthly");
  await expect(page.locator("th", { has: page.locator("#sort-unit") })).toHaveAttribute("aria-sort", "ascending");
  const names = await page.locator(".units tbody th > span:first-child").allInnerTexts();
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, "sv")));
  await page.locator("#method-own").check();
  await expect(page.locator("#headline-more")).not.toContainText("månadslön");
  await fill(page, "input-short_day", "2000");
  await fill(page, "input-long_day", "500");
  await expect(page.locator("#headline")).toContainText("kostat uppskattningsvis");
});

test("on a small screen the columns wait until they are asked for", async ({ page, open }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page);
  await paste(page, WEEK);
  await expect(page.locator("#disclose-columns")).toHaveAttribute("aria-expanded", "false");
  await page.locator("#disclose-columns").click();
  await expect(page.locator("#meaning-0")).toBeVisible();
});
