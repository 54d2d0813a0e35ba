// What comes in, and what is said of it.
import type { Locator } from "@playwright/test";
import words from "../../www/words/sv.json" with { type: "json" };
import { expectText, fill, openAll, paste, text, WEEK, WEEK_WITHOUT_PAY } from "./actions.ts";
import { expect, test } from "./fixture.ts";

test("both examples can be tried, and every figure of theirs opens in words", async ({ page, open }) => {
  test.slow();
  await open(page);
  for (const id of ["spells", "monthly"]) {
    await page.locator(`#case-${id}`).click();
    await expect(page.locator("#paste")).toContainText("Alla uppgifter är påhittade.");
    if (id === "monthly") await fill(page, "input-monthly_pay", "36 500");
    await fill(page, "invest-start", "200000");
    await fill(page, "invest-monthly", "5000");
    await fill(page, "invest-effect_short", "10");
    await fill(page, "invest-effect_long", "5");
    for (const method of ["fk", "rule_of_thumb", "ki", "own"]) {
      await page.locator(`#method-${method}`).check();
      if (method === "own") {
        await fill(page, "input-short_day", "1765");
        await fill(page, "input-long_day", "400");
      }
      await expect(page.locator("#headline")).toContainText("kostat uppskattningsvis");
      for (const figure of await page.locator("[id^=figure-]:is(button):visible:not(#figure-close)").all()) {
        await figure.click();
        await expect(page.getByRole("dialog").locator(".steps").first()).toBeVisible();
        expect(await unworded(page.getByRole("dialog"))).toEqual([]);
        await page.locator("#figure-close").click();
      }
    }
    await openAll(page);
    expect(await unworded(page.locator("body"))).toEqual([]);
    await page.getByText("English").click();
    expect(await unworded(page.locator("body"))).toEqual([]);
    await page.getByText("Svenska").click();
  }
});

/** Keys of the catalogue that have no words, and places that were not filled in. */
async function unworded(locator: Locator) {
  const families = [...new Set(Object.keys(words).map((key) => key.split(".")[0]))].join("|");
  return (await locator.innerText()).match(new RegExp(`\\b(${families})(\\.[a-z_0-9]+)+|\\{\\w+\\}|undefined|NaN|Infinity|∞`, "g")) ?? [];
}

test("a cause that is not known is asked about, and the answer counts", async ({ page, open }) => {
  await open(page);
  await page.locator("#case-spells").click();
  await expectText(page.locator("#used"), "46 av 57 rader används.");
  const card = page.locator(".card", { hasText: "Är ”Övrigt” egen sjukdom?" });
  await card.getByRole("button", { name: "Ja, egen sjukdom" }).click();
  await expectText(page.locator("#used"), "47 av 57 rader används.");
  await expect(card).toHaveCount(0);
});

test("numbers that fit two conventions are asked about with what each would mean", async ({ page, open }) => {
  await open(page);
  await paste(page, "Månad\tSjuktimmar dag 1-14\tSjuktimmar dag 15-\n2024-01\t239.554\t100\n2024-02\t120.125\t90\n");
  await expect(page.locator(".question")).toContainText("Hur ska talen i kolumnen ”Sjuktimmar dag 1-14” läsas?");
  await page.getByRole("button", { name: "239,554 (punkten är decimaltecken)" }).click();
  await expect(page.locator(".question")).toHaveCount(0);
  await expect(page.locator("#number-1")).toHaveValue("decimal_point");
});

test("rows set aside can be looked up by line, with what stood there and what was expected", async ({ page, open }) => {
  await open(page);
  await page.locator("#case-spells").click();
  const group = page.locator(".groups li", { hasText: "ett datum som inte går att läsa" });
  await group.getByRole("button", { name: "Visa raderna" }).click();
  expect(await text(group.locator("tbody tr"))).toBe("27 T.o.m. 2025-13-17 ett datum");
});

for (const [name, sheet, sentence] of [
  ["words without a heading", "hej\thopp\nfoo\tbar\n", "Vi hittade ingen rubrikrad som vi känner igen."],
  ["a heading without rows", WEEK.split("\n")[0] ?? "", "Ingen rad gick att använda."],
] as const) {
  test(`${name} gets a sentence and a way on`, async ({ page, open }) => {
    await open(page);
    await paste(page, sheet);
    await expect(page.locator("#stops")).toContainText(sentence);
    await expect(page.locator("#cost")).toBeHidden();
    await expect(page.locator("#status")).toContainText(sentence);
  });
}

test("a picture and nothing are refused in words", async ({ page, open }) => {
  await open(page);
  await paste(page, null);
  await expect(page.locator("#paste-problem")).toContainText("Det du klistrade in är en bild");
  await paste(page, "  \n", false);
  await expect(page.locator("#paste-problem")).toContainText("Det fanns ingen text att klistra in.");
});

test("a file is read as a paste is", async ({ page, open }) => {
  await open(page);
  await page.locator("#paste-file").setInputFiles({ name: "frånvaro.csv", mimeType: "text/csv", buffer: Buffer.from(WEEK, "utf8") });
  await expectText(page.locator("#used"), "1 av 3 rader används.");
  await expect(page.locator(".data-name")).toHaveText("Underlag: frånvaro.csv");
});

test("what is pasted into a field goes into the field", async ({ page, open }) => {
  await open(page);
  await paste(page, WEEK);
  await page.locator("#input-headcount").dispatchEvent("paste");
  await expectText(page.locator("#used"), "1 av 3 rader används.");
  await expect(page.locator("#paste-problem")).toBeEmpty();
  const into = (text: string) => page.locator("#input-headcount").evaluate((el, text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    return el.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
  expect(await into("25\r\n"), "a cell copied alone goes into the field").toBe(true);
  expect(await into(WEEK_WITHOUT_PAY), "a table is a table wherever it is pasted").toBe(false);
  await page.locator("#ask-replace").click();
  await expectText(page.locator("#headline"), "I mars 2024 motsvarar frånvaron 5 nettodagar.");
});

test("a number is read as it is written", async ({ page, open }) => {
  await open(page);
  await paste(page, WEEK);
  for (const [written, shown] of [["1234,5", "1\u00a0234,5"], ["1 234.5", "1\u00a0234,5"], ["1\u00a0234,5 kr", "1\u00a0234,5"]] as const) {
    await fill(page, "invest-start", written);
    await expect(page.locator("#invest-start")).toHaveValue(shown);
  }
  await fill(page, "invest-start", "mycket");
  await expect(page.locator("#invest-start")).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("#invest-start-error")).toHaveText("”mycket” går inte att läsa som ett tal. Skriv till exempel 1234,5.");
  await fill(page, "invest-start", "30.000");
  await expect(page.locator("#invest-start-error")).toHaveText("”30.000” kan betyda två saker. Skriv 30\u00a0000 eller 30,0.");
  await fill(page, "input-weekly_hours", "400");
  await expect(page.locator("#input-weekly_hours-error")).toContainText("Värdet ska vara högst 80");
});

test("units are sorted by what the user likes", async ({ page, open }) => {
  await open(page);
  await page.locator("#case-spells").click();
  const names = () => page.locator(".units tbody th > span:first-child").allInnerTexts();
  expect(await names()).toEqual(["Hemtjänst Norr", "Björkbackens förskola", "Ängens äldreboende"]);
  await page.locator("#sort-unit").click();
  await expect.poll(names).toEqual(["Björkbackens förskola", "Hemtjänst Norr", "Ängens äldreboende"]);
  await expect(page.locator("th", { has: page.locator("#sort-unit") })).toHaveAttribute("aria-sort", "ascending");
});

test("each chart has a title, a description and a table of the same months", async ({ page, open }) => {
  await open(page);
  await page.locator("#case-monthly").click();
  await fill(page, "input-monthly_pay", "36500");
  await fill(page, "invest-start", "100000");
  const charts = page.locator("#cost, #investment").getByRole("img");
  await expect(charts).toHaveCount(2);
  await expect(charts.first()).toHaveAccessibleName(/^Frånvarons kostnad månad för månad/);
  await expect(page.locator(".months .chart-box svg > g > rect.bar-solid")).toHaveCount(24);
  await page.locator("#disclose-months").click();
  await expect(page.locator("#cost .disclosed tbody tr")).toHaveCount(24);
  await expect(page.locator("#cost .disclosed tfoot tr")).toHaveCount(3);
});
