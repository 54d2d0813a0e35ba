// The only importer of the module for workbooks, which is loaded when a file first needs it: workbooks, PAXml and HTML of a
// clipboard become sheets, and a sheet becomes the tab-separated text that the core reads.
import { loadSheets } from "sheets-source";

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
}

export interface Book {
  /** At least one. */
  sheets(): Sheet[];
  /** A sheet as tab-separated UTF-8; row n of it is row n of the sheet. */
  text(index: number): Uint8Array<ArrayBuffer>;
  /** Gives back the memory of the book. */
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

/** Opens a workbook, a PAXml file or HTML. Rejects with `Refused`, or with another error where the module cannot be loaded. */
export async function openBook(bytes: Uint8Array): Promise<Book> {
  const { Book } = await loadSheets();
  try {
    return new Book(bytes) as unknown as Book;
  } catch (error) {
    const id = refusals.find((known) => known === error);
    // a module that ran out of memory did so on a file that is too large for it
    throw id || error instanceof WebAssembly.RuntimeError || error instanceof RangeError ? new Refused(id ?? "too_large") : error;
  }
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
