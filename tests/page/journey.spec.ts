// The whole way: paste, correct, price, open a figure, break even.
import { expectText, fill, paste, tabTo, text, WEEK, WEEK_WITHOUT_PAY } from "./actions.ts";
import { expect, test } from "./fixture.ts";

test("a sheet copied from LibreOffice gives the sentence", async ({ page, open }) => {
  await open(page);
  await paste(page, WEEK);
  await expectText(page.locator("#used"), "1 av 3 rader används.");
  await expectText(page.locator("#headline"), "I mars 2024 har frånvaron kostat uppskattningsvis 9 300 kr.");
  await expectText(page.locator("#headline-more"), "47 % av det är beräknad sjuklön.");
  await expect(page.locator("#understood .groups li")).toHaveCount(2);
  await expect(page.locator("#understood-title"), "the focus is where the answer begins").toBeFocused();
  await expect(page.locator("#status")).toContainText("1 av 3 rader används.");
});

test("what stands in the employee column is not shown", async ({ page, open }) => {
  await open(page);
  await paste(page, WEEK);
  await expect(page.locator("#understood")).toContainText("visas aldrig");
  expect(await page.locator("body").innerText()).not.toMatch(/\b10[12]\b/);
});

test("a corrected column changes the result at once", async ({ page, open }) => {
  await open(page);
  await paste(page, WEEK);
  await page.locator("#meaning-6").selectOption({ label: "Använd inte" });
  await expectText(page.locator("#headline"), "I mars 2024 motsvarar frånvaron 5 nettodagar.");
  await expectText(page.locator("#headline-more"), "För att se hela kostnaden behöver vi genomsnittlig månadslön.");
  await expect(page.locator("#meaning-6"), "the focus stays").toHaveValue("ignore");
  await page.locator("#meaning-6").selectOption({ label: "Månadslön" });
  await expectText(page.locator("#headline"), "I mars 2024 har frånvaron kostat uppskattningsvis 9 300 kr.");
});

test("pay that is missing is asked for, and changes the result", async ({ page, open }) => {
  await open(page);
  await paste(page, WEEK_WITHOUT_PAY);
  await expectText(page.locator("#asks"), "Vi behöver ett värde till: genomsnittlig månadslön.");
  await page.locator("#cost").getByRole("button", { name: "Fyll i genomsnittlig månadslön" }).click();
  await expect(page.locator("#input-monthly_pay")).toBeFocused();
  await page.keyboard.type("30 000");
  await expectText(page.locator("#headline"), "I mars 2024 har frånvaron kostat uppskattningsvis 9 300 kr.");
  await fill(page, "input-monthly_pay", "37000");
  await expectText(page.locator("#headline"), "I mars 2024 har frånvaron kostat uppskattningsvis 11 500 kr.");
  await expect(page.locator("#input-monthly_pay")).toHaveValue("37\u00a0000");
  await expect(page.locator("#asks")).toBeHidden();
});

test("a prefilled value says where it comes from, and can be changed and set back", async ({ page, open }) => {
  await open(page);
  await paste(page, WEEK);
  const field = page.locator(".field", { has: page.locator("#input-on_cost") });
  await expect(page.locator("#input-on_cost")).toHaveValue("31,42");
  await expect(field).toContainText("Förvalt. Källa: Socialavgiftslagen (2000:980)");
  await fill(page, "input-on_cost", "44,53");
  await expect(field).toContainText("Ändrat av dig.");
  await expectText(page.locator("#headline"), "I mars 2024 har frånvaron kostat uppskattningsvis 10 100 kr. (ändrat värde)");
  await field.getByRole("button", { name: "Återställ till 31,42" }).click();
  await expect(page.locator("#input-on_cost")).toHaveValue("31,42");
  await expectText(page.locator("#headline"), "I mars 2024 har frånvaron kostat uppskattningsvis 9 300 kr.");
});

test("a figure opens into arithmetic that can be checked by hand", async ({ page, open }) => {
  await open(page);
  await paste(page, WEEK);
  await page.locator("#figure-sick_pay").click();
  const panel = page.getByRole("dialog", { name: "Så räknade vi sjuklönen" });
  await expect(panel).toBeVisible();
  const lines = (await panel.locator(".steps").first().innerText()).replace(/[\u00a0\s]+/g, " ").replace(/\u2060/g, "");
  expect(lines).toContain("Sjuktimmar, dag 1–14 40 timmar");
  expect(lines).toContain("× Månadslön, genomsnitt i tabellen 30 000,00 kr/månad");
  expect(lines).toContain("× Sjuklönens nivå 80 %");
  expect(lines).toContain("Källa: Lag (1991:1047) om sjuklön, 6 §");
  expect(lines).toContain("= Blir 5 538,46 kr");
  const all = await text(panel);
  expect(all).toContain("1 107,69 kr");
  expect(all).toContain("4 430,77 kr");
  expect(all).toContain("beräknat");
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(page.locator("#figure-sick_pay"), "the focus goes back").toBeFocused();
});

test("an investment gets its break-even sentence, and then its verdict", async ({ page, open }) => {
  await open(page);
  await paste(page, WEEK);
  await expectText(page.locator("#verdict"), "Fyll i vad insatsen kostar, så räknar vi ut vad som krävs.");
  await fill(page, "invest-start", "100 000");
  await expectText(page.locator("#verdict"), "Insatsen bär sin egen kostnad om den korta sjukfrånvaron minskar med minst 89,3 %.");
  await expectText(page.locator("#verdict-more"), "Det är 53,6 färre korta nettodagar på 12 månader. Så mycket krävs för att täcka 100 000 kr.");
  await expect(page.locator("#slider-effect_short"), "no effect is suggested").toHaveAttribute("aria-valuetext", "inte valt");
  await fill(page, "invest-effect_short", "50");
  await expectText(page.locator("#verdict"), "Om den korta sjukfrånvaron minskar med 50 % bär insatsen (100 000 kr) inte sin egen kostnad på 12 månader. Då fattas 44 000 kr.");
  await fill(page, "invest-horizon", "24");
  await expectText(page.locator("#verdict"), "Om den korta sjukfrånvaron minskar med 50 % bär insatsen (100 000 kr) sin egen kostnad efter 22 månader. Efter 24 månader har den gett 10 400 kr mer än den har kostat.");
  await fill(page, "invest-effect_short", "−10");
  await expect(page.locator("#verdict")).toContainText("Om den korta sjukfrånvaron ökar med 10 % ökar frånvarons kostnad med");
  await fill(page, "invest-effect_short", "");
  await expect(page.locator("#verdict")).toContainText("Insatsen bär sin egen kostnad om");
  await fill(page, "invest-start", "500000");
  await expect(page.locator("#verdict")).toContainText("Enbart mindre kort sjukfrånvaro räcker inte. Om all kort frånvaro försvann skulle ni spara");
  await expect(page.locator("#investment .curve"), "no curve of a break-even that cannot be").toBeHidden();
  await expect(page.locator("#figure-needed_percent")).toHaveCount(0);
});

test("the language changes and all input stays", async ({ page, open }) => {
  await open(page);
  await paste(page, WEEK);
  await page.locator("#meaning-6").selectOption("ignore");
  await fill(page, "input-monthly_pay", "37 000");
  await fill(page, "input-overhead", "tjugo");
  await fill(page, "invest-start", "100000");
  await page.locator("#method-ki").check();
  await page.getByText("English").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What does sickness absence cost, and does your investment pay its own way?");
  await expect(page.locator("#input-monthly_pay")).toHaveValue("37000");
  await expect(page.locator("#input-overhead")).toHaveValue("tjugo");
  await expect(page.locator("#input-overhead-error")).toHaveText("“tjugo” cannot be read as a number. Write 1234.5, for example.");
  await expect(page.locator("#meaning-6")).toHaveValue("ignore");
  await expect(page.locator("#invest-start")).toHaveValue("100000");
  await expect(page.locator("#method-ki")).toBeChecked();
  // Five short days at 10 % of 37 000 kr.
  await expectText(page.locator("#headline"), "In March 2024 absence has cost an estimated SEK 18,500.");
  await expect(page.locator("#language-en"), "the focus stays on the switch").toBeFocused();
});

test("the whole way by keyboard alone", async ({ page, open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await page.evaluate((sheet) => navigator.clipboard.writeText(sheet), WEEK);
  const keys = page.keyboard;
  await keys.press("Tab");
  await expect(page.getByRole("link", { name: "Hoppa till innehållet" })).toBeFocused();
  await tabTo(page, page.locator("#paste-zone"));
  await keys.press("Control+V");
  await expectText(page.locator("#used"), "1 av 3 rader används.");
  await tabTo(page, page.locator("#meaning-6"));
  await keys.press("Home");
  await expect(page.locator("#headline")).toContainText("5 nettodagar");
  await tabTo(page, page.locator("#input-monthly_pay"));
  await keys.type("37000");
  await tabTo(page, page.locator("#method-fk"));
  await keys.press("ArrowDown");
  await expectText(page.locator("#headline"), "I mars 2024 har frånvaron kostat uppskattningsvis 18 500 kr.");
  await tabTo(page, page.locator("#span-year_to_date"));
  await keys.press("ArrowRight");
  await expect(page.locator("#gaps")).toContainText("Underlaget börjar i mars 2024.");
  await tabTo(page, page.locator("#figure-estimated_total"));
  await keys.press("Enter");
  await expect(page.getByRole("dialog")).toContainText("18 500,00 kr");
  await keys.press("Escape");
  await tabTo(page, page.locator("#invest-start"));
  await keys.type("100000");
  await tabTo(page, page.locator("#slider-effect_short"));
  await keys.press("PageUp");
  await expect(page.locator("#verdict")).toContainText("Om den korta sjukfrånvaron minskar med");
  // And back, to change the language without losing anything.
  await page.locator("body").press("Control+Home");
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await tabTo(page, page.locator("#language-sv"));
  await keys.press("ArrowRight");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("#invest-start")).toHaveValue("100000");
});

test("remove everything leaves nothing behind", async ({ page, open }) => {
  await open(page);
  await paste(page, WEEK);
  await fill(page, "invest-start", "100000");
  await page.getByRole("button", { name: "Ta bort allt" }).click();
  await expect(page.locator("#cost")).toBeHidden();
  await expect(page.locator("#paste-zone")).toBeFocused();
  expect(await page.locator("body").innerText()).not.toContain("Hemtjänst");
  await paste(page, WEEK_WITHOUT_PAY);
  await expect(page.locator("#invest-start")).toHaveValue("");
});
