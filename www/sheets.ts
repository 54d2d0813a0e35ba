// The only importer of the module for workbooks, which is loaded when a file first needs it: workbooks, PAXml and HTML of a
// clipboard become sheets, and a sheet becomes the tab-separated text that the core reads.
import { loadSheets } from "sheets-source";
import { Stopped, type Pace } from "./reading";

/** A sheet with at least one filled cell, as there is to choose from. */
export interface Sheet {
  /** Empty for a table of HTML. */
  name: string;
  /** Numbers of the last row and column with a filled cell. */
  rows: number;
  columns: number;
  hidden: boolean;
  /** The first rows with something in them, at most six of eight cells, without identity numbers and names. */
  preview: string[][];
  /** All of it, as tab-separated UTF-8; row n of it is row n of the sheet. */
  text: Blob;
}

/** So many bytes of a file are handed to the module at a time. */
const BLOCK = 1 << 22;

/** The module's own, as far as it is used here. */
interface Book {
  step(budget: number): number;
  piece(): { sheet: number; text: Uint8Array<ArrayBuffer> } | undefined;
  sheets(): unknown[];
  free(): void;
}

const refusals = ["password", "broken", "too_large", "too_wide", "not_supported", "not_paxml", "empty"] as const;
export type RefusalId = (typeof refusals)[number];

/** Why there are no sheets to be had. */
export class Refused extends Error {
  constructor(readonly id: RefusalId) {
    super(id);
  }
}

/** Has the module loaded while a file that is called a workbook is still being looked at. Where that fails, opening the file says so. */
export function expectBook(name: string) {
  if (/\.(xls[xm]?|ods)$/i.test(name)) loadSheets().catch(() => undefined);
}

/** The sheets of a workbook, a PAXml file or HTML, at least one; opened step by step, with a rest between. Rejects with `Refused`, with
 * `Stopped`, or with another error where the module cannot be loaded. */
export async function openBook(file: Blob, pace: Pace): Promise<Sheet[]> {
  const { Book } = await loadSheets();
  pace.woken();
  try {
    const book = new Book(file.size);
    try {
      pace.begin("opening");
      for (let at = 0; at < file.size; at += BLOCK) {
        const bytes = await file.slice(at, at + BLOCK).arrayBuffer();
        pace.woken();
        book.push(new Uint8Array(bytes));
      }
      return await sheetsOf(book, pace);
    } catch (error) {
      // what a module that failed holds is out of reach
      if (typeof error === "string" || error instanceof Stopped || error instanceof DOMException) book.free();
      throw error;
    }
  } catch (error) {
    const id = refusals.find((known) => known === error);
    // a module that ran out of memory did so on a file that is too large for it
    throw id || error instanceof WebAssembly.RuntimeError || error instanceof RangeError ? new Refused(id ?? "too_large") : error;
  }
}

/** Takes the text out of the module as it comes, so that the module holds little of it. */
async function sheetsOf(book: Book, pace: Pace): Promise<Sheet[]> {
  const texts: Blob[][] = [];
  for (let done = 0; done < 1; ) {
    const start = performance.now();
    done = book.step(pace.slice);
    for (let piece = book.piece(); piece; piece = book.piece()) (texts[piece.sheet] ??= []).push(new Blob([piece.text]));
    pace.took(performance.now() - start);
    await pace.rest(done);
  }
  const sheets = (book.sheets() as Omit<Sheet, "text">[]).map((sheet, at) => ({ ...sheet, text: new Blob(texts[at]) }));
  book.free();
  return sheets;
}

/** Whether a file is one to open here: a zip archive, a compound file, XML, or HTML that calls itself something else. */
export function looksLikeBook(bytes: Uint8Array): boolean {
  const begins = (...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0)) return true;
  const encoding = begins(0xff, 0xfe) ? "utf-16le" : begins(0xfe, 0xff) ? "utf-16be" : "utf-8";
  const start = new TextDecoder(encoding).decode(bytes.subarray(0, 200)).trimStart().toLowerCase();
  return ["<?xml", "<paxml", "<!doctype", "<html", "<table", "<meta", "<body"].some((tag) => start.startsWith(tag));
}

/** Whether HTML on the clipboard says more than the text beside it: LibreOffice gives each number in full. */
export function carriesFullerValues(html: string): boolean {
  return /<t[dh]\b[^>]*\ssdval\s*=/i.test(html);
}
