// What the tests do, and the small sheets whose answers are known.
import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixture.ts";

/** As copied from LibreOffice: tabs between cells, no-break blanks in numbers. One week's sickness at 30 000 kr, published case 3. */
export const WEEK = [
  "Anst.nr\tEnhet\tFr.o.m.\tT.o.m.\tOmfattning\tOrsak\tMånadslön",
  "101\tHemtjänst Norr\t2024-03-04\t2024-03-08\t100 %\tSjuk\t30\u00a0000",
  "102\tHemtjänst Norr\t2024-03-11\t2024-03-11\t100 %\tVAB\t31\u00a0500",
  "Summa\t\t\t\t\t\t61\u00a0500",
  "",
].join("\n");

/** The same week without pay. */
export const WEEK_WITHOUT_PAY = WEEK.split("\n").map((line) => line.split("\t").slice(0, 6).join("\t")).join("\n");

/** A paste as a spreadsheet gives it: text, and a picture of the cells. */
export async function paste(page: Page, text: string | null, picture = true) {
  await page.evaluate(
    ([text, picture]) => {
      const data = new DataTransfer();
      if (text !== null) data.setData("text/plain", text as string);
      if (picture) data.items.add(new File([new Uint8Array([137, 80, 78, 71])], "image.png", { type: "image/png" }));
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    },
    [text, picture] as const,
  );
}

/** Opens an example, which is fetched when it is asked for, and waits for its answer. */
export async function openExample(page: Page, id: "spells" | "monthly") {
  await page.locator(`#case-${id}`).click();
  await expect(page.locator("#cost")).toBeVisible();
}

/** Pastes in place of what is there. */
export async function pasteInstead(page: Page, text: string) {
  await paste(page, text);
  await page.locator("#ask-replace").click();
}

/** Drops files on the page. */
export async function drop(page: Page, ...files: { name: string; type?: string; content: string | number[] }[]) {
  await page.evaluate((files) => {
    const data = new DataTransfer();
    for (const { name, type = "", content } of files) {
      data.items.add(new File([typeof content === "string" ? content : new Uint8Array(content)], name, { type }));
    }
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, files);
}

/** A workbook with the text of these sheets, as `.xlsx`: a zip archive without compression. */
export function workbook(sheets: Record<string, string>) {
  const names = Object.keys(sheets);
  const xml = (inside: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${inside}`;
  const office = "http://schemas.openxmlformats.org";
  const row = (line: string, at: number) => `<row r="${at + 1}">${line.split("\t").map((cell, column) =>
    `<c r="${String.fromCharCode(65 + column)}${at + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`).join("")}</row>`;
  const types = names.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`);
  return zip({
    "[Content_Types].xml": xml(`<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${types.join("")}</Types>`),
    "_rels/.rels": xml(`<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
    "xl/workbook.xml": xml(`<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets></workbook>`),
    "xl/_rels/workbook.xml.rels": xml(`<Relationships xmlns="${office}/package/2006/relationships">${names.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${office}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join("")}</Relationships>`),
    ...Object.fromEntries(names.map((name, at) => [`xl/worksheets/sheet${at + 1}.xml`,
      xml(`<worksheet xmlns="${office}/spreadsheetml/2006/main"><sheetData>${(sheets[name] ?? "").trimEnd().split("\n").map(row).join("")}</sheetData></worksheet>`)])),
  });
}

/** A zip archive of stored files. */
function zip(files: Record<string, string>) {
  const parts: Buffer[] = [];
  const index: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const [title, data] = [Buffer.from(name), Buffer.from(text)];
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x21, 8);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(title.length, 22);
    const entry = Buffer.concat([Buffer.from("PK\x03\x04"), fields, title, data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    index.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\0"), fields, place, title]));
    parts.push(entry);
    at += entry.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(index.length, 4);
  end.writeUInt16LE(index.length, 6);
  end.writeUInt32LE(Buffer.concat(index).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, ...index, Buffer.from("PK\x05\x06"), end]);
}

function crc32(data: Buffer) {
  let sum = ~0;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** What stands there, with ordinary blanks. */
export async function text(locator: Locator) {
  return (await locator.innerText()).replace(/[\u00a0\u202f\s]+/g, " ").replace(/\u2060/g, "").trim();
}

/** Waits until it reads so. */
export async function expectText(locator: Locator, expected: string) {
  await expect.poll(() => text(locator)).toBe(expected);
}

/** Fills a number field and leaves it. */
export async function fill(page: Page, id: string, value: string) {
  await page.locator(`#${id}`).fill(value);
  await page.locator(`#${id}`).blur();
}

/** Tabs on until the element has the focus, as one does who has no mouse. */
export async function tabTo(page: Page, locator: Locator) {
  for (let presses = 0; presses < 150; presses++) {
    if (await locator.evaluate((el) => el === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`not reached by Tab: ${locator}`);
}

/** Opens all that opens. */
export async function openAll(page: Page) {
  const closed = page.locator("[aria-expanded=false]:visible");
  while ((await closed.count()) > 0) await closed.first().click();
}
