// What comes in, turned into tables to read: the text of a paste, files, sheets of a workbook. What cannot be read is refused in words.
import type { App, Given } from "./app";
import { looksLikeProfile, profileFrom } from "./profile";
import { Stopped } from "./reading";
import { Refused, carriesFullerValues, expectBook, looksLikeBook, openBook, type Sheet } from "./sheets";

/** Larger files than this are refused, and workbooks larger than that: bytes. */
const [LARGEST, LARGEST_BOOK] = [1.9e9, 3e8];

// How other kinds of files begin.
const KINDS: [string, string][] = [
  ["pdf", "%PDF"], ["word", "{\\rtf"],
  ["picture", "\x89PNG"], ["picture", "\xff\xd8\xff"], ["picture", "GIF8"], ["picture", "II*\0"], ["picture", "MM\0*"],
  ["archive", "\x1f\x8b"], ["archive", "7z\xbc\xaf"], ["archive", "Rar!"],
];
const ENDS = 4096;

const latin = (bytes: Uint8Array) => new TextDecoder("windows-1252").decode(bytes);
const raw = (bytes: Uint8Array) => String.fromCharCode(...bytes);

/** Whether there are zero bytes in it that no UTF-16 explains. */
function isBinary(head: Uint8Array) {
  const zeros = head.reduce<[number, number]>((count, byte, at) => (byte === 0 && count[at % 2 ? 1 : 0]++, count), [0, 0]);
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  // Without a mark it has a zero in every other place, and none in the others.
  return zeros[0] + zeros[1] > 0 && !wide && !(Math.min(...zeros) === 0 && Math.max(...zeros) > head.length / 4);
}

/** What a file is that is no table, by how it begins and ends: an id under `paste.problem.`. */
function otherKind(head: Uint8Array, tail: Uint8Array) {
  const begins = raw(head.subarray(0, 16));
  const known = KINDS.find(([, start]) => begins.startsWith(start));
  if (known) return known[0];
  if (!looksLikeBook(head)) return isBinary(head) ? "binary" : null;
  const inside = latin(head) + latin(tail);
  if (/word\/document|opendocument\.text|W\0o\0r\0d\0D\0o\0c/.test(inside)) return "word";
  return /ppt\/presentation|opendocument\.presentation/.test(inside) ? "slides" : null;
}

const given = (kind: Given["kind"], name: string, bytes: Blob): Given => ({ kind, name, bytes });

/** A sheet of a workbook as a table. */
export const sheetOf = (app: App, at: number, index: number): Given | null => {
  const open = app.state.books[at];
  const sheet = open?.sheets[index];
  if (!open || !sheet) return null;
  return { kind: "file", name: sheetName(open.name, sheet.name), bytes: sheet.text, typed: true };
};

export const sheetName = (file: string, sheet: string) => `${file} · ${sheet}`;

/** What was said of the last thing that came is said no more. */
export const anew = (app: App) => Object.assign(app.state, { problems: [], notice: null });

/** A sheet that is a table of its own. */
const onlySheet = (sheet: Sheet | undefined, kind: Given["kind"], name: string): Given | null =>
  sheet ? { ...given(kind, name, sheet.text), typed: true } : null;

/** Takes a text, from wherever it came. */
export function takeText(app: App, text: string, name = "") {
  anew(app);
  if (text.trim() === "") return app.refuse("paste.problem.empty");
  if (looksLikeProfile(text)) return takeProfile(app, text);
  // PAXml is a book whose rows are written out, wherever it comes from.
  if (looksLikeBook(new TextEncoder().encode(text.slice(0, ENDS)))) return takeFiles(app, [new File([text], name)]);
  return app.offer([given(name === "" ? "paste" : "file", name, new Blob([text]))]);
}

export function takeProfile(app: App, text: string) {
  const profile = profileFrom(text);
  if (typeof profile === "string") app.refuse(`profile.problem.${profile}`);
  else app.keep(profile, "profile.imported");
}

/** Takes files: tables at once, workbooks by their sheet. */
export async function takeFiles(app: App, files: File[]) {
  anew(app);
  const tables: Given[] = [];
  for (const file of files) {
    try {
      const table = await read(app, file);
      if (table) tables.push(table);
    } catch (error) {
      if (error instanceof Stopped) return;
      app.refuse(error instanceof Refused ? `sheet.problem.${error.id}` : "paste.problem.file", file.name);
    }
  }
  if (tables.length > 0) await app.offer(tables);
}

/** A table of a file, or nothing where it is asked about, refused or something else. */
async function read(app: App, file: File): Promise<Given | null> {
  const refuse = (id: string) => (app.refuse(`paste.problem.${id}`, file.name), null);
  if (file.size > LARGEST) return refuse("huge");
  if (file.size === 0) return refuse("empty_file");
  expectBook(file.name);
  const [head, tail] = await Promise.all([file.slice(0, ENDS), file.slice(-ENDS)].map(async (part) => new Uint8Array(await part.arrayBuffer())));
  if (!head || !tail) return null;
  const other = otherKind(head, tail);
  if (other) return refuse(other);
  if (looksLikeBook(head)) return readBook(app, file);
  if (file.size < 1e6 && looksLikeProfile(latin(head))) {
    takeProfile(app, await file.text());
    return null;
  }
  return given("file", file.name, file);
}

async function readBook(app: App, file: File): Promise<Given | null> {
  if (file.size > LARGEST_BOOK) throw new Refused("too_large");
  let sheets: Sheet[];
  try {
    sheets = await app.busy((pace) => openBook(file, pace));
  } catch (error) {
    // A DOMException: the file cannot be read.
    if (error instanceof Refused || error instanceof Stopped || error instanceof DOMException) throw error;
    // The module for workbooks could not be fetched.
    app.refuse("sheet.problem.unloaded", file.name);
    return null;
  }
  if (sheets.length > 1) {
    app.open(sheets, file.name);
    return null;
  }
  return onlySheet(sheets[0], "file", file.name);
}

/** The table in HTML of a clipboard, where that says more than the text beside it; which is else as good as one has. Undefined where the
 * user stopped it. */
async function fuller(app: App, html: string): Promise<Given | null | undefined> {
  if (!carriesFullerValues(html)) return null;
  try {
    const [sheet] = await app.busy((pace) => openBook(new Blob([html]), pace));
    return onlySheet(sheet, "paste", "");
  } catch (error) {
    return error instanceof Stopped ? undefined : null;
  }
}

/** HTML as it was copied: it becomes text and never a part of the page, and washing it would keep a large table waiting. */
const AS_COPIED = { unsanitized: ["text/html"] };

/** What the clipboard holds: all that it says, or the text where a browser gives no more. Rejects where the user does not let us. */
async function fromClipboard() {
  const clipboard: { read(how: typeof AS_COPIED): Promise<ClipboardItem[]> } = navigator.clipboard;
  let items: ClipboardItem[];
  try {
    items = await clipboard.read(AS_COPIED);
  } catch (error) {
    if (error instanceof DOMException && error.name === "NotAllowedError") throw error;
    return { text: await navigator.clipboard.readText(), html: "", picture: false };
  }
  const written = async (type: string) => (await items.find(({ types }) => types.includes(type))?.getType(type))?.text() ?? "";
  const [text, html] = await Promise.all([written("text/plain"), written("text/html")]);
  return { text, html, picture: items.some(({ types }) => types.some((type) => type.startsWith("image/"))) };
}

/** Takes what the clipboard holds, of our own accord. False where the user does not let us. */
export async function takeClipboard(app: App) {
  anew(app);
  const held = await fromClipboard().catch(() => null);
  if (!held) app.refuse("paste.problem.denied");
  else {
    const table = await fuller(app, held.html);
    if (table) void app.offer([table]);
    else if (table === undefined) return true;
    else if (held.picture && held.text.trim() === "") app.refuse("paste.problem.image");
    else void takeText(app, held.text);
  }
  return held !== null;
}

/** Takes a paste or a drop. A spreadsheet sends a picture of the cells along with their text, and a file its name. */
export async function takeTransfer(app: App, data: DataTransfer | null, dropped: boolean) {
  anew(app);
  // All of it is gone after the first wait.
  const [text, html] = ["text/plain", "text/html"].map((type) => data?.getData(type) ?? "") as [string, string];
  const files = [...(data?.files ?? [])];
  const folder = [...(data?.items ?? [])].map((item) => item.webkitGetAsEntry?.()).find((entry) => entry?.isDirectory);
  if (folder) return app.refuse("paste.problem.folder", folder.name);
  const tables = files.filter((file) => !file.type.startsWith("image/"));
  const names = text.split(/[\r\n]+/).filter((line) => line !== "");
  if (tables.length > 0 && names.every((line) => !line.includes("\t") && tables.some(({ name }) => line.endsWith(name)))) return takeFiles(app, tables);
  const table = await fuller(app, html);
  if (table) return app.offer([table]);
  if (table === undefined) return;
  if (text.trim() !== "") return takeText(app, text);
  if (tables.length > 0) return takeFiles(app, tables);
  const picture = files[0];
  // A picture on the clipboard has a name that nobody gave it.
  return picture ? app.refuse(dropped ? "paste.problem.picture" : "paste.problem.image", dropped ? picture.name : "") : app.refuse("paste.problem.empty");
}
