// The front door: pastes, files, workbooks, several tables, long readings, answers kept as profiles, and what is refused.
import { readFileSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { drop, expectText, paste, pasteInstead, tabTo, text, WEEK, WEEK_WITHOUT_PAY, workbook } from "./actions.ts";
import { expect, test } from "./fixture.ts";

const HEADINGS = WEEK.split("\n")[0] ?? "";
/** The same kind of table, a month later. */
const APRIL = `${HEADINGS}\n101\tHemtjänst Norr\t2024-04-08\t2024-04-12\t100 %\tSjuk\t30\u00a0000\n`;
/** An unknown cause, and a heading that says nothing. */
const ASKS = [
  "Anst.nr\tEnhet\tFr.o.m.\tT.o.m.\tOmfattning\tOrsak\tXyz",
  "101\tHemtjänst Norr\t2024-03-04\t2024-03-08\t100 %\tZ17\t7",
  "102\tHemtjänst Norr\t2024-03-11\t2024-03-12\t100 %\tSjuk\t8",
  "",
].join("\n");

/** A table of so many spells that it takes a while, dropped as a file. */
async function dropLong(page: Page, rows: number) {
  await page.evaluate((rows) => {
    const part = Array.from({ length: 1000 }, (_, at) =>
      `${at};Hemtjänst Norr;2024-0${1 + (at % 9)}-${10 + (at % 18)};2024-0${1 + (at % 9)}-${10 + (at % 18)};100;Sjuk\n`).join("");
    const data = new DataTransfer();
    data.items.add(new File(["Anst.nr;Enhet;Fr.o.m.;T.o.m.;Omfattning;Orsak\n", ...Array.from({ length: rows / 1000 }, () => part)], "stor.csv", { type: "text/csv" }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, rows);
}

test.describe("a table about units", () => {
  const ABOUT = "Enhet;Antal anställda;Ordinarie arbetstid;Månadslön\nHEMTJÄNST NORR;20;3200;30000\n";

  test("is added without a question, gives per cent, days per employee and pay, and takes them away again", async ({ page, open }) => {
    await open(page);
    await paste(page, WEEK_WITHOUT_PAY);
    await expect(page.locator("#asks"), "pay is lacking").toBeVisible();
    await paste(page, ABOUT);
    await expectText(page.locator("#notice"), "Tabellen är med, och vi räknar med det som står i den.");
    await expect(page.locator("#notice")).toBeFocused();
    await expect(page.locator("#ask")).toBeHidden();
    await expect(page.locator("#tables > li").nth(1)).toContainText("Tabellen ger antal anställda, ordinarie arbetstid och månadslön för 1 enhet.");
    await expect(page.locator("#headline")).toContainText("kr");
    await expect(page.locator("#asks")).toBeHidden();
    await expect(page.locator("#input-headcount")).toHaveValue("20");
    await expect(page.locator("#workplace .field", { has: page.locator("#input-headcount") })).toContainText("Hämtat ur din tabell.");
    await expect(page.locator("#cost"), "40 of 3 200 hours").toContainText(/1,25?\s%|1,3\s%/);
    await page.getByRole("button", { name: "Ta bort Inklistrad tabell 2" }).click();
    await expect(page.locator("#asks"), "pay is lacking again").toBeVisible();
    await expect(page.locator("#input-headcount")).toHaveValue("");
    await expect(page.locator("#cost")).not.toContainText(/1,25?\s%|1,3\s%/);
  });

  test("alone it says what is lacking, and is kept for the absence", async ({ page, open }) => {
    await open(page);
    await paste(page, ABOUT);
    await expect(page.locator("#stops-of-all, .stops").filter({ hasText: "men ingen frånvaro" })).toContainText("Klistra in frånvaron också.");
    await expect(page.locator("#cost")).toBeHidden();
    await expect(page.locator("#workplace")).toBeHidden();
    await paste(page, WEEK_WITHOUT_PAY);
    await expect(page.locator("#headline")).toContainText("kr");
    await expect(page.locator("#ask"), "they can only belong together").toBeHidden();
    await expect(page.locator("#tables > li")).toHaveCount(2);
    await expect(page.locator("#understood-title")).toBeFocused();
  });

  test("units that the absence does not know are set aside and can be downloaded", async ({ page, open }) => {
    await open(page);
    await paste(page, WEEK_WITHOUT_PAY);
    await expect(page.locator("#used")).toBeVisible();
    await paste(page, "Enhet;Antal anställda\nNord;20\n");
    await expect(page.locator("#understood-title"), "nothing of it could be used").toBeFocused();
    await expect(page.locator("#understood")).toContainText("1 rad gäller en enhet som inte finns i frånvaron");
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Ladda ner som CSV" }).click()]);
    expect(readFileSync(await file.path(), "utf8")).toContain("Nord;20;enheten finns inte i frånvaron");
  });
});

test.describe("several tables", () => {
  test("a second paste is asked about in its place, and added", async ({ page, open }) => {
    await open(page);
    await paste(page, WEEK);
    await expect(page.locator("#used"), "it is read before the next one comes").toBeVisible();
    await expectText(page.locator(".data-name"), "Underlag: det du klistrade in.");
    await paste(page, APRIL);
    await expect(page.locator("#ask-add"), "the same headings: one more of them").toBeFocused();
    await expect(page.locator("#ask")).toContainText("Rubrikerna är desamma som förut");
    await expect(page.locator("#used"), "what was there is still shown").toContainText("1 av 3 rader");
    await page.keyboard.press("Enter");
    await expectText(page.locator(".data-name"), "Underlag: 2 tabeller tillsammans");
    await expect(page.locator("#tables > li")).toHaveCount(2);
    await expect(page.locator("#understood-title")).toBeFocused();
    await page.getByRole("button", { name: "Ta bort Inklistrad tabell 1" }).click();
    await expectText(page.locator(".data-name"), "Underlag: det du klistrade in.");
    await expect(page.locator("#headline")).toContainText("april 2024");
  });

  test("it can be put in place of what is there, or left out", async ({ page, open }) => {
    await open(page);
    await paste(page, WEEK);
    await expect(page.locator("#used"), "it is read before the next one comes").toBeVisible();
    await paste(page, "Månad\tSjuktimmar\n2024-05\t80\n");
    await expect(page.locator("#ask-replace"), "other headings: perhaps something else").toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.locator("#ask")).toBeHidden();
    await expectText(page.locator("#notice"), "Inget är ändrat. Den nya tabellen är inte med.");
    await expect(page.locator("#notice")).toBeFocused();
    await pasteInstead(page, "Månad\tSjuktimmar\n2024-05\t80\n");
    await expect(page.locator("#headline")).toContainText("maj 2024");
    await expect(page.locator("#notice")).toBeHidden();
  });

  test("an example gives way without a question, and takes no one's own table without one", async ({ page, open }) => {
    await open(page);
    await page.locator("#case-spells").click();
    await expect(page.locator("#used")).toContainText("57 rader");
    await paste(page, WEEK);
    await expect(page.locator("#used"), "it is read before the next one comes").toBeVisible();
    await expectText(page.locator("#used"), "1 av 3 rader används.");
    await page.locator("#case-monthly").click();
    await expectText(page.locator("#ask-title"), "Ska exemplet ersätta det du har här?");
    await page.locator("#ask-keep").click();
    await expectText(page.locator("#used"), "1 av 3 rader används.");
  });

  test("several files at once are read together", async ({ page, open }) => {
    await open(page);
    await drop(page, { name: "mars.csv", content: WEEK }, { name: "april.csv", content: APRIL });
    await expect(page.locator("#tables > li")).toHaveCount(2);
    await expect(page.locator("#tables")).toContainText("mars.csv");
    await expect(page.locator("#tables")).toContainText("april.csv");
    await page.locator("#remove-all").click();
    await expect(page.locator("#cost")).toBeHidden();
  });
});

test.describe("the button that pastes", () => {
  /** As LibreOffice writes it: the cells show 33 % and 1/3, and hold more. */
  const SHOWN = "Enhet\tMånad\tSjukfrånvaro %\nNorr\t1/3\t6%\n";
  const FULLER = `<table><tr><td>Enhet</td><td>Månad</td><td>Sjukfrånvaro %</td></tr>
    <tr><td>Norr</td><td sdval="45352" sdnum="1053;0;ÅÅÅÅ-MM-DD">1/3</td><td sdval="0,0576" sdnum="1053;0;0%">6%</td></tr></table>`;

  test("reads the fuller values that a spreadsheet puts beside the text", async ({ page, open, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await open(page);
    await page.evaluate(([text, html]) => navigator.clipboard.write([new ClipboardItem({
      "text/plain": new Blob([text], { type: "text/plain" }), "text/html": new Blob([html], { type: "text/html" }),
    })]), [SHOWN, FULLER] as const);
    await page.locator("#paste-button").click();
    await expect(page.locator("#understood")).toContainText("5,76 %");
    await expectText(page.locator(".data-name"), "Underlag: det du klistrade in.");
  });

  for (const [what, error, sentence] of [
    ["the text, where a browser gives no more", "DataError", "1 av 3 rader används."],
    ["nothing, where the user does not let us", "NotAllowedError", null],
  ] as const) {
    test(`reads ${what}`, async ({ page, open }) => {
      await page.addInitScript(([error, text]) => {
        const clipboard = { read: () => Promise.reject(new DOMException("", error)), readText: () => Promise.resolve(text) };
        Object.defineProperty(navigator, "clipboard", { value: clipboard });
      }, [error, WEEK] as const);
      await open(page);
      await page.locator("#paste-button").click();
      if (sentence) await expectText(page.locator("#used"), sentence);
      else {
        await expect(page.locator("#paste-problem")).not.toBeEmpty();
        await expect(page.locator("#used")).toBeHidden();
      }
    });
  }
});

test.describe("long readings", () => {
  test.slow();

  test("show how far they have come, and can be cancelled half-way", async ({ page, open }) => {
    await open(page);
    await paste(page, WEEK);
    await expect(page.locator("#used"), "it is read before the next one comes").toBeVisible();
    await dropLong(page, 2_000_000);
    // As soon as it is seen: how long it lasts depends on the machine.
    const seen = page.evaluate(() => new Promise<(string | boolean | null)[]>((resolve) => {
      const bar = document.getElementById("progress") as HTMLElement;
      new MutationObserver((_, observer) => {
        if (bar.hidden) return;
        observer.disconnect();
        const text = (id: string) => document.getElementById(id)?.textContent ?? null;
        resolve([text("progress-label"), document.getElementById("ask")?.hidden ?? null, text("used")]);
        bar.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
      }).observe(bar, { attributes: true });
    }));
    await page.locator("#ask-replace").click();
    const [label, answered, used] = await seen;
    expect(label).toMatch(/^(Öppnar|Läser tabellen)/);
    expect(answered, "the question is gone").toBe(true);
    expect(used, "what was there is shown meanwhile").toContain("1 av 3 rader");
    await expect(page.locator("#progress")).toBeHidden();
    await expectText(page.locator("#notice"), "Läsningen avbröts. Det som fanns här förut är orört.");
    await expectText(page.locator("#used"), "1 av 3 rader används.");
    await page.locator("#meaning-6").selectOption("ignore");
    await expect(page.locator("#headline"), "and can be changed").toContainText("5 nettodagar");
  });

  test("give way to a new paste", async ({ page, open }) => {
    await open(page);
    // As soon as it is seen to be read: how long that lasts depends on the machine.
    const pasted = page.evaluate((text) => new Promise<void>((resolve) => {
      const bar = document.getElementById("progress") as HTMLElement;
      new MutationObserver((_, observer) => {
        if (bar.hidden) return;
        observer.disconnect();
        const data = new DataTransfer();
        data.setData("text/plain", text);
        document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        resolve();
      }).observe(bar, { attributes: true });
    }), WEEK);
    await dropLong(page, 4_000_000);
    await pasted;
    await expect(page.locator("#used"), "it is read before the next one comes").toBeVisible();
    await expectText(page.locator("#used"), "1 av 3 rader används.");
    await expect(page.locator("#progress")).toBeHidden();
    await expectText(page.locator(".data-name"), "Underlag: det du klistrade in.");
  });

  test("a workbook that is being opened can be cancelled: what comes of it is left alone", async ({ page, open }) => {
    await open(page);
    await paste(page, WEEK);
    await expect(page.locator("#used")).toBeVisible();
    await page.evaluate(() => {
      const { arrayBuffer } = Blob.prototype;
      const held = new Promise<void>((resolve) => addEventListener("let-go", () => resolve(), { once: true }));
      let asked = 0;
      Blob.prototype.arrayBuffer = async function () {
        if (++asked > 2) await held; // its head and tail tell what it is
        return arrayBuffer.call(this);
      };
    });
    const book = { name: "bok.xlsx", content: [...workbook({ Blad1: APRIL })] };
    await drop(page, book);
    await expect(page.locator("#progress-label")).toContainText("Öppnar");
    await page.locator("#progress-cancel").click();
    await expect(page.locator("#progress")).toBeHidden();
    await expectText(page.locator("#notice"), "Läsningen avbröts. Det som fanns här förut är orört.");
    await page.evaluate(() => dispatchEvent(new Event("let-go")));
    await page.waitForTimeout(700);
    await expect(page.locator("#ask")).toBeHidden();
    await expect(page.locator("#trouble")).toBeHidden();
    await expectText(page.locator("#used"), "1 av 3 rader används.");
    await drop(page, book);
    await expect(page.locator("#ask-add"), "and can be opened after all").toBeFocused();
  });

  test("a large workbook shows how far it has come, and can be cancelled half-way", async ({ page, open }, testInfo) => {
    await open(page);
    await paste(page, WEEK);
    await expect(page.locator("#used")).toBeVisible();
    const file = testInfo.outputPath("stor.xlsx");
    const row = (number: number) => `Enhet ${number % 50}\t${1000 + number}\t2024-03-0${1 + (number % 9)}\t8`;
    const sheet = (rows: number) => workbook({ Blad1: ["Enhet\tAnst.nr\tDatum\tTimmar", ...Array.from({ length: rows }, (_, at) => row(at))].join("\n") });
    writeFileSync(file, sheet(40_000));
    const seen = page.evaluate(() => new Promise<number>((resolve) => {
      const bar = document.getElementById("progress-bar") as HTMLProgressElement;
      new MutationObserver((_, observer) => {
        if (!bar.hasAttribute("value") || bar.value === 0) return;
        observer.disconnect();
        resolve(bar.value);
        document.getElementById("progress-cancel")?.click();
      }).observe(bar, { attributes: true });
    }));
    // Else a quick machine is done before there is anything to see.
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
    await page.locator("#paste-file").setInputFiles(file);
    const share = await seen;
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(1);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await expect(page.locator("#progress")).toBeHidden();
    await expectText(page.locator("#notice"), "Läsningen avbröts. Det som fanns här förut är orört.");
    await expect(page.locator("#ask")).toBeHidden();
    await expectText(page.locator("#used"), "1 av 3 rader används.");
    await drop(page, { name: "liten.xlsx", content: [...sheet(20)] });
    await expect(page.locator("#ask-add"), "and another can be opened").toBeVisible();
  });

  test("a small paste shows none of it", async ({ page, open }) => {
    await open(page);
    await page.evaluate(() => new MutationObserver(() => {
      if (!document.getElementById("progress")?.hidden) document.documentElement.dataset["flashed"] = "";
    }).observe(document.body, { attributes: true, subtree: true }));
    await paste(page, WEEK);
    await expect(page.locator("#used"), "it is read before the next one comes").toBeVisible();
    await expectText(page.locator("#used"), "1 av 3 rader används.");
    await expect(page.locator("html")).not.toHaveAttribute("data-flashed");
  });
});

test.describe("files", () => {
  for (const [name, content] of [
    ["windows-1252.csv", [...Buffer.from(WEEK.replaceAll("\t", ";"), "latin1")]],
    ["utf-16.txt", [...Buffer.from(`\ufeff${WEEK}`, "utf16le")]],
    ["utf-8.csv", `\ufeff${WEEK.replaceAll("\t", ";")}`],
    ["bok.xlsx", [...workbook({ Blad1: WEEK })]],
  ] as const) {
    test(`${name} is read when dropped`, async ({ page, open }) => {
      await open(page);
      await drop(page, { name, content: content as string | number[] });
      await expectText(page.locator("#used"), "1 av 3 rader används.");
      await expectText(page.locator(".data-name"), `Underlag: ${name}`);
      await expect(page.locator("#understood")).toContainText("Månadslön");
    });
  }

  test("one of several sheets is chosen by keyboard, and another added later", async ({ page, open }) => {
    await open(page);
    await drop(page, { name: "bok.xlsx", content: [...workbook({ Omslag: "Hej", Mars: WEEK, April: APRIL })] });
    await expectText(page.locator("#sheets-title"), "Vilket av de 3 bladen i bok.xlsx ska vi läsa?");
    await expect(page.getByRole("radio", { name: "Mars" }), "the largest").toBeFocused();
    await expect(page.locator("#sheets")).not.toContainText("101");
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("radio", { name: "April" })).toBeChecked();
    await page.keyboard.press("Enter");
    await expect(page.locator("#sheets")).toBeHidden();
    await expect(page.locator("#headline")).toContainText("april 2024");
    await expectText(page.locator(".data-name"), "Underlag: bok.xlsx · April");
    await page.getByRole("button", { name: "Lägg till ett blad till ur bok.xlsx" }).click();
    await expect(page.getByRole("radio", { name: "Mars" })).toBeChecked();
    await tabTo(page, page.locator("#sheet-read"));
    await page.keyboard.press("Enter");
    await expect(page.locator("#ask-add")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator("#tables > li")).toHaveCount(2);
  });
});

test.describe("what cannot be read is refused in words", () => {
  for (const [name, content, sentence] of [
    ["rapport.pdf", "%PDF-1.7 \0\0", "”rapport.pdf” är en PDF"],
    ["brev.rtf", "{\\rtf1 hej}", "”brev.rtf” är ett textdokument."],
    ["brev.docx", "PK\x03\x04........word/document.xml", "”brev.docx” är ett textdokument."],
    ["skärm.png", [0x89, 0x50, 0x4e, 0x47, 13, 10], "”skärm.png” är en bild"],
    ["arkiv.gz", [0x1f, 0x8b, 8, 0], "”arkiv.gz” är ett komprimerat arkiv."],
    ["data.bin", [1, 2, 0, 0, 0, 7, 0, 0, 200, 0], "”data.bin” innehåller ingen text"],
    ["tom.csv", "", "”tom.csv” är tom."],
    ["trasig.xlsx", "PK\x03\x04trasig", "”trasig.xlsx” är skadad"],
  ] as const) {
    test(name, async ({ page, open }) => {
      await open(page);
      await paste(page, WEEK);
    await expect(page.locator("#used"), "it is read before the next one comes").toBeVisible();
      await drop(page, { name, content: content as string | number[] });
      await expect(page.locator("#paste-problem")).toContainText(sentence);
      await expect(page.locator("#paste-problem")).toBeFocused();
      await expectText(page.locator("#used"), "1 av 3 rader används.");
    });
  }

  test("a file too large to try", async ({ page, open }) => {
    await open(page);
    await page.evaluate(() => {
      const file = new File(["Anst.nr;Fr.o.m.\n"], "allt.csv");
      Object.defineProperty(file, "size", { value: 2_100_000_000 });
      const data = { files: [file], items: [], getData: () => "" };
      document.body.dispatchEvent(Object.assign(new Event("drop", { bubbles: true, cancelable: true }), { dataTransfer: data }));
    });
    await expect(page.locator("#paste-problem")).toContainText("”allt.csv” är större än 1,9 GB");
  });

  test("a folder", async ({ page, open }) => {
    await open(page);
    await page.evaluate(() => {
      const item = { webkitGetAsEntry: () => ({ isDirectory: true, name: "Frånvaro" }) };
      const data = { files: [new File([], "Frånvaro")], items: [item], getData: () => "" };
      document.body.dispatchEvent(Object.assign(new Event("drop", { bubbles: true, cancelable: true }), { dataTransfer: data }));
    });
    await expect(page.locator("#paste-problem")).toContainText("”Frånvaro” är en mapp.");
  });

  test("one endless line", async ({ page, open }) => {
    await open(page);
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "frånvaro ".repeat(500_000));
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await expect(page.locator("#stops")).toBeVisible();
    await paste(page, WEEK);
    await expect(page.locator("#used"), "it is read before the next one comes").toBeVisible();
    await expectText(page.locator("#used"), "1 av 3 rader används.");
  });

  test("one bad file among good ones is named, and the others are read", async ({ page, open }) => {
    await open(page);
    await drop(page, { name: "rapport.pdf", content: "%PDF-1.7" }, { name: "mars.csv", content: WEEK });
    await expect(page.locator("#paste-problem")).toContainText("”rapport.pdf” är en PDF");
    await expectText(page.locator("#used"), "1 av 3 rader används.");
  });
});

test.describe("profiles", () => {
  /** Answers what the table asks, and saves it. */
  async function save(page: Page, name: string) {
    await paste(page, ASKS);
    await expect(page.locator("#profile-save")).toBeHidden();
    await page.locator(".card", { hasText: "Z17" }).getByRole("button", { name: "Ja, egen sjukdom" }).click();
    await expectText(page.locator("#used"), "2 av 2 rader används.");
    await page.locator("#profile-save-0").click();
    await expect(page.locator("#profile-name")).toBeFocused();
    await page.keyboard.type(name);
  }

  test("what will be saved is shown, then saved, recognised next time, and can be undone", async ({ page, open, network }) => {
    await open(page);
    expect(await page.evaluate(() => localStorage.length), "nothing is stored unasked").toBe(0);
    await save(page, "Personec");
    const shown = await text(page.locator("#profile-form .profile-holds"));
    expect(shown).toContain("Orsak → Orsak");
    expect(shown).toContain("”Z17” är egen sjukdom");
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.keyboard.press("Enter");
    await expectText(page.locator("#profile-notice"), "Profilen ”Personec” är sparad i den här webbläsaren.");
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(kept).not.toMatch(/Hemtjänst|2024-03|\b10[12]\b/);
    expect(kept, "what nobody has answered stays open").not.toContain("ignore");

    network.loaded = undefined; // another day, another load
    await open(page);
    await paste(page, ASKS.replaceAll("2024-03", "2024-04").replace("Orsak", " ORSAK "));
    await expectText(page.locator("#used"), "2 av 2 rader används.");
    await expect(page.locator(".read-by")).toContainText("Läst med profilen ”Personec”.");
    await expect(page.locator("#status")).toContainText("Läst med profilen ”Personec”.");
    await page.getByRole("button", { name: "Läs utan profilen" }).click();
    await expectText(page.locator("#used"), "1 av 2 rader används.");
    await expect(page.locator(".read-by")).toHaveCount(0);
  });

  test("a profile of months across is recognised when the months have moved on, and says again what they hold", async ({ page, open, network }) => {
    const months = (...names: string[]) => ["Enhet", ...names].join("\t") + `\nNorr${"\t120".repeat(names.length)}\nSöder${"\t80".repeat(names.length)}\n`;
    await open(page);
    await paste(page, months("jan 2024", "feb 2024"));
    await page.locator(".card", { hasText: "jan 2024" }).getByRole("button", { name: "Sjuktimmar, alla" }).click();
    await expectText(page.locator("#used"), "2 av 2 rader används.");
    await page.locator("#profile-save-0").click();
    await expect(page.locator("#profile-form .profile-holds")).toContainText("Kolumnerna med perioder → Sjuktimmar, alla");
    await page.keyboard.type("Korstabell");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toMatch(/jan|feb|2024|Norr|120/);

    network.loaded = undefined;
    await open(page);
    await paste(page, months("feb 2024", "mars 2024", "april 2024"));
    await expect(page.locator(".read-by")).toContainText("Läst med profilen ”Korstabell”.");
    await expectText(page.locator("#used"), "2 av 2 rader används.");
    await pasteInstead(page, months("feb 2024 tim", "mars 2024 tim"));
    await expect(page.locator("#used")).toBeVisible();
    await expect(page.locator(".read-by"), "another kind of table").toHaveCount(0);
  });

  test("a profile is shared as a file, and removed", async ({ page, open }) => {
    await open(page);
    await save(page, "Vår lön");
    await page.keyboard.press("Enter");
    await page.locator("#disclose-profiles").click();
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Ladda ner profilen Vår lön" }).click()]);
    expect(file.suggestedFilename()).toBe("Vår lön.json");
    const saved = (await (await import("node:fs/promises")).readFile(await file.path(), "utf8"));
    await page.getByRole("button", { name: "Ta bort profilen Vår lön" }).click();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await expect(page.locator("#profiles > li")).toHaveCount(0);
    await paste(page, saved);
    await expectText(page.locator("#notice"), "Profilen ”Vår lön” är inhämtad och sparad i den här webbläsaren.");
    await expect(page.locator("#profiles > li")).toHaveCount(1);
    await drop(page, { name: "Vår lön.json", content: saved });
    await expect(page.locator("#profiles > li"), "the same once more").toHaveCount(1);
  });

  for (const [name, content, sentence] of [
    ["not whole", '{ "barkraft": "profile", "version": 1,', "men är inte hel"],
    ["of another version", '{ "barkraft": "profile", "version": 2 }', "en annan version av Bärkraft"],
    ["without columns", '{ "barkraft": "profile", "version": 1, "name": "A" }', "saknar något"],
    ["with a meaning of its own", '{ "barkraft": "profile", "version": 1, "name": "A", "columns": [{ "heading": "a", "meaning": "shoe_size" }] }', "en betydelse som vi inte känner till"],
  ] as const) {
    test(`a profile ${name} is refused in words`, async ({ page, open }) => {
      await open(page);
      await paste(page, content, false);
      await expect(page.locator("#paste-problem")).toContainText(sentence);
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
    });
  }

  test("storage that is refused is said, and the profile holds meanwhile", async ({ page, open }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("refused", "SecurityError"); } });
    });
    await open(page);
    await save(page, "Tillfällig");
    await page.keyboard.press("Enter");
    await expect(page.locator("#profile-notice")).toContainText("Webbläsaren låter oss inte spara.");
    await pasteInstead(page, ASKS);
    await expect(page.locator(".read-by")).toContainText("Läst med profilen ”Tillfällig”.");
  });
});
