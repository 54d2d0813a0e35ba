// What comes in, and what is said of it.
import type { Locator } from "@playwright/test";
import words from "../../www/words/sv.json" with { type: "json" };
import { openExample, expectText, fill, openAll, paste, tabTo, text, WEEK, WEEK_WITHOUT_PAY } from "./actions.ts";
import { viewOf } from "./core.ts";
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
  await openExample(page, "spells");
  await expectText(page.locator("#used"), "46 av 57 rader används.");
  const card = page.locator(".card", { hasText: "Är ”Övrigt” egen sjukdom?" });
  await card.getByRole("button", { name: "Ja, egen sjukdom" }).click();
  await expectText(page.locator("#used"), "47 av 57 rader används.");
  await expect(card).toHaveCount(0);
  const answer = page.locator(".given li", { hasText: "”Övrigt” är egen sjukdom." });
  await answer.getByRole("button", { name: "Ändra svaret" }).click();
  await expect(card, "the question comes back, and into focus").toBeFocused();
  await expectText(page.locator("#used"), "46 av 57 rader används.");
  await card.getByRole("button", { name: "Nej, något annat" }).click();
  await expectText(page.locator(".given li"), "”Övrigt” är inte egen sjukdom. Ändra svaret");
});

test("rows set aside on purpose are told apart from those that can be mended", async ({ page, open }) => {
  await open(page);
  await openExample(page, "spells");
  await expectText(page.locator("#set-aside"), "11 är undanlagda: 9 med avsikt, 1 som går att rätta och 1 som väntar på ditt svar.");
  await expect(page.locator(".aside-mend .groups li")).toHaveCount(1);
  await expect(page.locator(".aside-answer .groups li")).toHaveCount(1);
  expect(await text(page.locator(".aside-purpose .aside-title"))).toBe("Utelämnade med avsikt");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("#used"), "the sentence is on paper").toBeVisible();
  for (const hidden of [".questions", ".preview", ".groups"]) await expect(page.locator(hidden).first(), hidden).toBeHidden();
});

/** Questions, each answered by its second button: the sheet, the question, the two answers, and what is then said to have been answered. */
const QUESTIONS = [
  {
    name: "numbers that fit two conventions",
    sheet: "Månad\tSjuktimmar dag 1-14\tSjuktimmar dag 15-\n2024-01\t239.554\t100\n2024-02\t120.125\t90\n",
    question: "Hur ska talen i kolumnen ”Sjuktimmar dag 1-14” läsas?",
    answers: ["239.554 betyder 239 554 Punkten skiljer tusental", "239.554 betyder 239,554 Punkten är decimaltecken: 239 och en bit"],
    given: "Talen i ”Sjuktimmar dag 1-14” läses med decimalpunkt.",
    field: ["#number-1", "decimal_point"],
  },
  {
    name: "dates that fit two conventions, in both columns at once",
    sheet: "Anst.nr\tFrån\tTill\n1\t04/03/2024\t05/03/2024\n2\t06/03/2024\t07/03/2024\n",
    question: "Hur ska datumen i kolumnerna ”Från” och ”Till” läsas?",
    answers: ["04/03/2024 betyder 4 mars 2024 Dagen står först", "04/03/2024 betyder 3 april 2024 Månaden står först"],
    given: "Datumen i ”Från” och ”Till” läses så: månaden först.",
    field: ["#date-2", "month_first"],
  },
  {
    name: "two columns of one meaning",
    sheet: "Enhet\tMånad\tTimmar\tSjuktimmar\nNorr\t2024-01\t10\t11\nSöder\t2024-01\t20\t22\n",
    question: "”Sjuktimmar” och en annan kolumn ser ut att betyda samma sak. Vilken ska vi använda?",
    answers: ["”Timmar” Där står till exempel 10 · 20", "”Sjuktimmar” Där står till exempel 11 · 22"],
    given: "”Sjuktimmar” betyder: Sjuktimmar, alla.",
    field: ["#meaning-3", "hours"],
  },
  {
    name: "a measure that the heading does not tell",
    sheet: "Enhet\tMånad\tFrånvaro\nNorr\t2024-01\t12\nNorr\t2024-02\t14\n",
    question: "Vad står det i kolumnen ”Frånvaro”: timmar, dagar eller procent?",
    answers: ["Sjuktimmar, alla", "Sjukdagar, alla", "Sjukfrånvaro i procent, all"],
    given: "”Frånvaro” betyder: Sjukdagar, alla.",
    field: ["#meaning-2", "days"],
  },
] as const;

for (const { name, sheet, question, answers, given, field } of QUESTIONS) {
  test(`${name}: asked about with what each answer means, answered, and answered anew`, async ({ page, open }) => {
    await open(page);
    await paste(page, sheet);
    const card = page.locator(".questions .card");
    await expect(card.locator(".question")).toHaveText(question);
    const buttons = card.getByRole("button");
    expect(await Promise.all((await buttons.all()).map(text))).toEqual(answers);
    await buttons.nth(1).focus();
    await page.keyboard.press("Enter");
    await expect(card).toHaveCount(0);
    await expect(page.locator("#used"), "the focus goes to what the answer came to").toBeFocused();
    await expect(page.locator(field[0])).toHaveValue(field[1]);
    await expectText(page.locator(".given li"), `${given} Ändra svaret`);
    await page.locator(".given button").press("Enter");
    await expect(card).toBeFocused();
    await expect(page.locator(".given li")).toHaveCount(0);
  });
}

test("a wrong reading is corrected from the preview by keyboard alone", async ({ page, open }) => {
  await open(page);
  await paste(page, WEEK.replace("Omfattning", "Andel"));
  await expect(page.locator("#preview-4")).toContainText("Används inte");
  await tabTo(page, page.locator("#preview-4"));
  await page.keyboard.press("Enter");
  const field = page.locator("#preview-meaning-4");
  await expect(field).toBeFocused();
  await page.keyboard.type("Omf");
  await expect(field).toHaveValue("extent");
  await expect(page.locator("#preview-4")).toContainText("Omfattning");
  await expect(field, "the focus stays").toBeFocused();
  await expect(page.locator("#meaning-4"), "the list of columns follows").toHaveValue("extent");
  await page.keyboard.press("Escape");
  await expect(page.locator("#preview-4")).toBeFocused();
  await expect(field).toHaveCount(0);
});

test("the preview shows what was pasted, what it was read as, and nobody", async ({ page, open }) => {
  await open(page);
  await paste(page, WEEK.replace("2024-03-04", "240304").replace("100 %", "1"));
  const cells = page.locator(".preview tbody tr").first().locator("td");
  expect(await text(cells.nth(0))).toBe("person 1");
  expect(await text(cells.nth(2))).toBe("240304 4 mars 2024");
  expect(await text(cells.nth(3)), "nothing is said twice").toBe("2024-03-08");
  expect(await text(cells.nth(4))).toBe("1 100 %");
  expect(await text(cells.nth(5))).toBe("Sjuk egen sjukdom");
  const aside = page.locator(".preview tr.aside").first();
  expect(await text(aside.locator("th"))).toBe("3 inte egen sjukdom");
  expect(await text(aside.locator("td").nth(5))).toBe("VAB annan frånvaro");
  await expect(page.locator(".read-keys")).toContainText("Datum eller månad");
});

test("months across are one line that opens", async ({ page, open }) => {
  await open(page);
  const months = Array.from({ length: 36 }, (_, at) => `${2022 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`);
  const sheet = [["Enhet", ...months], ["Norr", ...months.map((_, at) => `${100 + at}`)], ["Söder", ...months.map((_, at) => `${50 + at}`)]];
  const text = `Sjukfrånvaro i timmar\n${sheet.map((row) => row.join("\t")).join("\n")}\n`;
  test.skip(!viewOf(text).tables[0]?.crosstab, "the core does not read months across");
  await paste(page, text);
  const fold = page.locator(".columns .fold");
  await expect(fold.locator("th").first()).toHaveText("36 månader, jan. 2022–dec. 2024");
  await expect(fold.locator("#all-meaning-1")).toHaveValue("hours");
  await expect(page.locator("#meaning-36")).toHaveCount(0);
  await fold.getByRole("button", { name: "Visa var och en" }).click();
  await expect(page.locator("#meaning-36")).toHaveValue("hours");
  await expect(fold.locator(".columns tbody")).toHaveCount(36);
  await expect(fold.locator(".columns tbody").nth(1)).toContainText("Gäller februari 2022");
});

test("columns that mean nothing to us are one line that opens", async ({ page, open }) => {
  await open(page);
  const odd = ["Skor", "Hatt", "Vantar", "Halsduk", "Mössa"];
  await paste(page, WEEK.trimEnd().split("\n").map((line, at) => [line, ...(at === 0 ? odd : odd.map(() => "7"))].join("\t")).join("\n"));
  await expect(page.locator(".columns .fold tr").first()).toContainText("5 kolumner används inte");
  await expect(page.locator(".columns .fold .samples").first()).toHaveText("Skor, Hatt, Vantar och 2 till");
  await page.locator(".columns .fold .disclose").click();
  await page.locator("#meaning-8").focus();
  await page.keyboard.type("Förv");
  await expect(page.locator("#meaning-8")).toHaveValue("department");
  await expect(page.locator("#meaning-8"), "the field moves out of the fold with its focus").toBeFocused();
});

test("several tables are told apart, and months that stand in two of them are asked about", async ({ page, open }) => {
  await open(page);
  await paste(page, "Enhet\tMånad\tSjuktimmar\nNorr\t2024-01\t100\nNorr\t2024-02\t90\nSumma\t\t190\n");
  await expectText(page.locator("#used"), "2 av 3 rader används.");
  await paste(page, "Enhet\tMånad\tSjuktimmar\nNorr\t2024-01\t100\nNorr\t2024-02\t95\nSumma\t\t999\n");
  await page.locator("#ask-add").click();
  const tables = page.locator(".table-shown");
  await expect(tables).toHaveCount(2);
  await expectText(page.locator("#used"), "2 av 6 rader används.");
  await expect(tables.first()).toContainText("2 av 3 rader används. 1 är undanlagd med avsikt.");
  await expect(tables.first().locator(".checks")).toContainText("Summaraden på rad 4 säger 190 i kolumnen ”Sjuktimmar”. Raderna ger samma.");
  await expect(tables.nth(1).locator(".checks")).toContainText("säger 999 i kolumnen ”Sjuktimmar”, men raderna ger 195.");
  await expect(tables.nth(1).locator(".aside-answer .groups li")).toHaveCount(1);
  const card = tables.nth(1).locator(".questions .card");
  await card.getByRole("button", { name: "Båda gäller" }).click();
  await expect(card).toHaveCount(0);
  await expectText(page.locator("#used"), "3 av 6 rader används.");
  await expectText(page.locator(".given li"), "Där månader finns i två tabeller räknas båda ihop. Ändra svaret");
});

test("the rows that can be mended come as a file", async ({ page, open }) => {
  await open(page);
  await openExample(page, "spells");
  const download = page.waitForEvent("download");
  await page.locator("#download-set-aside").click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
});

test("a table without years is told what can be done with it, and what cannot", async ({ page, open }) => {
  await open(page);
  await paste(page, "ID;Reason for absence;Month of absence;Absenteeism time in hours\n11;26;7;4\n36;0;7;0\n");
  await expect(page.locator("#stops")).toContainText("Vi ser en tabell men saknar ett år.");
  await expect(page.locator("#stops")).toContainText("Därför räknar vi varken sjuklön eller kostnad på den här tabellen.");
  await expect(page.locator("#stops")).toContainText("lägg till en kolumn med år eller datum");
  await expect(page.locator("#meaning-2")).toHaveValue("month_of_year");
});

test("rows set aside can be looked up by line, with what stood there and what was expected", async ({ page, open }) => {
  await open(page);
  await openExample(page, "spells");
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
  await openExample(page, "spells");
  const names = () => page.locator(".units tbody th > span:first-child").allInnerTexts();
  await expect.poll(names).toEqual(["Hemtjänst Norr", "Björkbackens förskola", "Ängens äldreboende"]);
  await page.locator("#sort-unit").click();
  await expect.poll(names).toEqual(["Björkbackens förskola", "Hemtjänst Norr", "Ängens äldreboende"]);
  await expect(page.locator("th", { has: page.locator("#sort-unit") })).toHaveAttribute("aria-sort", "ascending");
});

test("each chart has a title, a description and a table of the same months", async ({ page, open }) => {
  await open(page);
  await openExample(page, "monthly");
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
