import { expectText, fill, openAll, openExample, paste, tabTo, text, WEEK } from "./actions.ts";
import { expect, test } from "./fixture.ts";

/** Two units with ten and thirty employees; 30 000 kr a month gives 3 000 kr a short day by the rule of thumb. */
const UNITS = "Enhet\tMånad\tKort tim\tLång tim\tAnställda\nA\t2023-06\t800\t400\t10\nB\t2023-06\t1600\t0\t30\n";

async function units(page: Parameters<typeof paste>[0]) {
  await paste(page, UNITS);
  await fill(page, "input-monthly_pay", "30000");
  await page.locator("#method-rule_of_thumb").check();
  await expect(page.locator("#invest-start")).toBeVisible();
}

test("two investments are compared, and together they do not save the same day twice", async ({ page, open }) => {
  await open(page);
  await units(page);
  await fill(page, "invest-start", "1000000");
  await fill(page, "invest-effect_short", "50");
  await page.locator("#add-case").click();
  await expect(page.locator("#invest-start"), "the second is empty").toHaveValue("");
  await fill(page, "invest-name", "Handledning");
  await fill(page, "invest-start", "200000");
  await page.locator("#disclose-invest-group").click();
  await page.locator("#invest-unit").selectOption({ label: "A" });
  await fill(page, "invest-effect_short", "50");
  // 3 600 and 1 200 short days a year at 3 000 kr, halved; in unit A half of the half would be saved twice.
  await expectText(page.locator("#compare-line"), "Insats 1 ger mest: 4 400 000 kr mer än den kostar på 12 månader.");
  await expectText(page.locator("#together"), "Tillsammans kostar de 1 200 000 kr och sparar 6 300 000 kr. 900 000 kr är då borträknat, eftersom en dag som den ena tar bort inte kan sparas igen av den andra. Kvar blir 5 100 000 kr.");
  await expect(page.locator("#compare").getByRole("row", { name: /Handledning/ })).toContainText("1 800 000");
  await page.locator("label[for=case-0]").click();
  await expect(page.locator("#invest-start")).toHaveValue(/^1.000.000$/);
  await page.locator("#remove-case").click();
  await expect(page.locator("#compare")).toBeHidden();
  await expect(page.locator("#invest-start"), "the other one is left").toHaveValue(/^200.000$/);
});

test("a card that shows no effect says so, says that it does not pay, and how likely it is to", async ({ page, open }) => {
  await open(page);
  await units(page);
  await fill(page, "invest-start", "20000");
  await page.locator("#disclose-cards").click();
  await expect(page.locator("[data-card=reko]")).toContainText("Ingen säker effekt visades");
  await page.locator("#use-reko").click();
  await expect(page.locator("#card-said")).toContainText("Effekten kommer från REKO, Uppsala.");
  await expect(page.locator("#verdict")).toContainText("Om den långa sjukfrånvaron ökar med 30,1 % ökar frånvarons kostnad med");
  await expect.poll(() => text(page.locator("#probability"))).toMatch(/^Det är 1\d % sannolikt att insatsen bär sin egen kostnad på 12 månader/);
  await expect(page.locator("#knowing")).toContainText("Mest beror det på effekten på lång frånvaro");
  await fill(page, "invest-effect_long", "10");
  await expect(page.locator("#card-said")).toContainText("Effekten kom från REKO, Uppsala men är ändrad.");
});

test("low and high are asked for, held against each other, and shown as what the answer hangs on", async ({ page, open }) => {
  await open(page);
  await units(page);
  await fill(page, "invest-start", "1000000");
  await fill(page, "invest-effect_short", "10");
  await expect(page.locator("#certainty-assumed")).toContainText("Vi antar att kostnaden, sjukdagens värde och dagens frånvaro kan vara upp till 20 % lägre eller högre.");
  await expect(page.locator("#certainty-assumed")).toContainText("Effekten har ingen osäkerhet ännu.");
  await page.locator("#disclose-certainty-bounds").click();
  await fill(page, "invest-effect_short-low", "20");
  await expectText(page.locator("#invest-effect_short-low-error"), "Det lägsta kan inte vara högre än det angivna värdet.");
  await fill(page, "invest-effect_short-low", "0");
  await fill(page, "invest-effect_short-high", "20");
  await expect(page.locator("#certainty-assumed")).not.toContainText("Effekten har ingen osäkerhet");
  await page.locator("#disclose-tornado-table").click();
  // Saves 1 080 000 kr at 10 %: breaks even at 9.3 %.
  const first = page.locator("#certainty").getByRole("table", { name: "Resultatet när ett värde i taget ändras, kronor" }).getByRole("row").nth(1);
  await expect.poll(() => text(first)).toBe("effekten på kort frånvaro 0 % −1 000 000 kr 20 % 1 160 000 kr 9,3 %");
  await page.locator("#more-draws").click();
  await expect(page.locator("#draws-method")).toContainText("100 000 dragningar");
});

test("every answer opens into its own arithmetic, year by year where years differ", async ({ page, open }) => {
  await open(page);
  await units(page);
  await fill(page, "invest-start", "1000000");
  await fill(page, "invest-monthly", "10000");
  await fill(page, "invest-effect_short", "10");
  await fill(page, "invest-horizon", "24");
  await page.locator("#figure-highest_cost").click();
  const panel = page.locator("#figure-panel");
  await expect(panel).toContainText("Månader med effekt, i dagens värde, år 2");
  // 90 000 kr a month × (12 + 12 / 1.03).
  await expect.poll(() => text(panel.locator(".figure-value"))).toContain("2 128 543,69 kr");
  await page.keyboard.press("Escape");
  await expect(page.locator("#undiscounted")).toContainText("Utan ränta blir resultatet 920 000 kr.");
  await page.locator("#disclose-invest-way").click();
  await fill(page, "invest-discount", "0");
  await expect(page.locator("#undiscounted")).toBeHidden();
  await expectText(page.locator("#figure-highest_cost"), "2 160 000 kr");
});

test("own time costs, and asks for those who take part where nobody knows how many they are", async ({ page, open }) => {
  await open(page);
  await paste(page, WEEK);
  await page.locator("#disclose-invest-costs").click();
  await fill(page, "invest-hours", "8");
  await expectText(page.locator("#invest-hours-error"), "Fyll i antal deltagare, eller antal anställda under Din arbetsplats.");
  await fill(page, "invest-participants", "10");
  await fill(page, "invest-hourly_cost", "300");
  await expect(page.locator("#verdict-more")).toContainText("24 000 kr");
});

test("all of it can be reached by keyboard and stands there in English as well", async ({ page, open }) => {
  await open(page);
  await openExample(page, "spells");
  await fill(page, "invest-start", "60000");
  await fill(page, "invest-effect_short", "15");
  await tabTo(page, page.locator("#disclose-certainty-bounds"));
  await page.keyboard.press("Enter");
  await expect(page.locator("#invest-cost-low")).toBeVisible();
  await page.locator("label[for=language-en]").click();
  await openAll(page);
  await expect(page.locator("#probability")).toContainText("likely that the investment carries its own cost");
  const words = await page.locator("#investment").innerText();
  expect(words.match(/\b[a-z_]+\.[a-z_.]+\b/g)?.filter((key) => !/^e\.g|\d/.test(key)) ?? [], "no key without words").toEqual([]);
});

test("a unit that is not in the part that is opened is asked about, and not taken for everyone", async ({ page, open }) => {
  await open(page);
  await units(page);
  await fill(page, "invest-start", "1000");
  await page.locator("#disclose-invest-group").click();
  await page.locator("#invest-unit").selectOption({ label: "A" });
  await expect(page.locator("#verdict")).toContainText("Insatsen bär sin egen kostnad om");
  await page.locator("#open-unit").selectOption({ label: "B" });
  await expect(page.locator("#verdict")).toContainText("Rätta ”Enhet” först, så räknar vi.");
});

test("an effect that has no time to come is said to have none, and what cannot be known says why", async ({ page, open }) => {
  await open(page);
  await units(page);
  await fill(page, "invest-start", "1000");
  await fill(page, "invest-effect_short", "10");
  await fill(page, "invest-horizon", "12");
  await page.locator("#disclose-invest-time").click();
  await fill(page, "invest-delay", "12");
  await expectText(page.locator("#verdict"), "På 12 månader hinner insatsen inte ge någon effekt, men den kostar 1 000 kr. " +
    "Räkna på en längre tid, eller se över när effekten börjar och hur länge den varar.");
  await fill(page, "invest-delay", "6");
  await expect(page.locator("#verdict")).toContainText("Om den korta sjukfrånvaron minskar med 10 %");
  await page.locator("#disclose-concerned").click();
  await expect(page.locator("#concerned")).toContainText("Ett streck betyder att underlaget inte räcker");
  await page.locator("#disclose-invest-way").click();
  await page.locator("#invest-perspective").selectOption("state");
  await expect(page.locator("#verdict")).toContainText("Underlaget räcker inte för att säga vad en sjukdag kostar staten.");
});

for (const width of [1280, 360]) {
  test(`at ${width} px no word is broken into letters`, async ({ page, open }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page);
    await openExample(page, "spells");
    await fill(page, "invest-start", "60000");
    await fill(page, "invest-effect_short", "15");
    await openAll(page);
    await expect(page.locator("#map-across")).toBeVisible();
    const broken = await page.evaluate(() => {
      const texts = document.createTreeWalker(document.querySelector("main") as Element, NodeFilter.SHOW_TEXT);
      const broken: string[] = [];
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        for (const word of (text.textContent ?? "").matchAll(/\p{L}{3,}/gu)) {
          const range = document.createRange();
          range.setStart(text, word.index);
          range.setEnd(text, word.index + word[0].length);
          // A long word may be parted once.
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 2) broken.push(word[0]);
        }
      }
      return broken;
    });
    expect(broken).toEqual([]);
  });
}
