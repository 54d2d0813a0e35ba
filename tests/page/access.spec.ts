// Everyone, every light, every width, and paper.
import AxeBuilder from "@axe-core/playwright";
import type { Route } from "@playwright/test";
import { openExample, expectText, fill, openAll, paste, WEEK } from "./actions.ts";
import { expect, test } from "./fixture.ts";

for (const language of ["Svenska", "English"]) {
  for (const theme of ["light", "dark"] as const) {
    test(`axe finds nothing: ${language}, ${theme}`, async ({ page, open }) => {
      test.slow();
      await page.emulateMedia({ reducedMotion: "reduce", colorScheme: theme === "dark" ? "light" : "dark" });
      await open(page);
      const check = async (state: string) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [state, id, nodes.map(({ html }) => html)])).toEqual([]);
      };
      await page.getByText(language, { exact: true }).click();
      await expect(page.locator("html")).toHaveAttribute("lang", language === "English" ? "en" : "sv");
      await page.locator(`label[for=theme-${theme}]`).click();
      await check("empty");
      await paste(page, "hej\thopp\nfoo\tbar\n");
      await expect(page.locator("#stops")).toBeVisible();
      await check("stopped");
      await openExample(page, "spells");
      await fill(page, "invest-start", "100000");
      await fill(page, "invest-effect_short", "much");
      await openAll(page);
      await check("filled");
      await page.locator("#figure-estimated_total").click();
      await check("figure opened");
      await page.keyboard.press("Escape");
      await openExample(page, "monthly");
      await page.locator("#method-own").check();
      await check("values missing");
    });
  }
}

for (const [name, width, size] of [["320 px", 320, ""], ["twice the text", 640, "200%"]] as const) {
  test(`nothing is cut off at ${name}`, async ({ page, open }) => {
    await page.setViewportSize({ width, height: 700 });
    await open(page);
    await page.evaluate((size) => (document.documentElement.style.fontSize = size), size);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBe(0);
    await openExample(page, "spells");
    await fill(page, "invest-start", "100000");
    await openAll(page);
    await expect(page.locator("#headline")).toBeVisible();
    expect(await overflow()).toBe(0);
    await page.locator("#figure-estimated_total").click();
    expect(await page.locator("#figure-panel").evaluate((el) => el.scrollWidth - el.clientWidth)).toBe(0);
  });
}

test("what can be pressed is large enough", async ({ page, open }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await open(page);
  await openExample(page, "spells");
  const small = await page.evaluate(() =>
    [...document.querySelectorAll("button, select, .field-box input, .segmented label, input[type=range]")]
      .filter((el) => el.checkVisibility())
      .map((el) => ({ el: el.outerHTML.slice(0, 80), height: el.getBoundingClientRect().height }))
      .filter(({ height }) => height < 24));
  expect(small).toEqual([]);
});

test("on paper: the answer and not the fields, on four pages at most", async ({ page, open }) => {
  await open(page);
  await openExample(page, "spells");
  await fill(page, "invest-start", "60000");
  await page.emulateMedia({ media: "print" });
  await expectText(page.locator("#headline"), "Januari–juni 2026 har frånvaron kostat uppskattningsvis 153 000 kr.");
  for (const shown of ["#headline", ".layers", ".months svg >> nth=0", "#cost .figures >> nth=0", ".when", "#verdict", "#paper-values"]) {
    await expect(page.locator(shown), shown).toBeVisible();
  }
  for (const hidden of ["#workplace", "#paste", ".switches", "#invest-start", "#print", "#privacy"]) {
    await expect(page.locator(hidden), hidden).toBeHidden();
  }
  await expectText(page.locator("#paper-investment"), "Insatsen: kostnad vid starten 60 000 kr, ska bära sig inom 12 månader.");
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(4);
});

for (const module of ["figures", "reading"]) for (const [what, answer] of Object.entries({
  "does not load": (route: Route) => route.abort(),
  "is not there": (route: Route) => route.fulfill({ status: 404, body: "not found" }),
  "is something else": (route: Route) => route.fulfill({ body: "<!doctype html><title>Log in</title>" }),
})) {
  test(`a module for ${module} that ${what} is said in words`, async ({ page, open }, info) => {
    test.skip(info.project.name === "file", "the single file carries its core");
    await page.route(`**/${module}-*.wasm`, answer);
    await open(page);
    await expect(page.getByRole("alert").first()).toContainText("Räknedelen gick inte att starta.");
    await paste(page, WEEK);
    await expect(page.getByRole("alert").first()).toBeVisible();
    await page.getByText("English").click();
    await expect(page.getByRole("alert").first()).toContainText("The part that does the sums could not start.");
  });
}
