// A stand-in for the reader of workbooks, which is written elsewhere: it reads what tests/page/actions.ts writes.

export interface Sheet {
  name: string;
  rows: number;
  columns: number;
  hidden: boolean;
  preview: string[][];
}

export interface Book {
  sheets(): Sheet[];
  text(index: number): Uint8Array<ArrayBuffer>;
  free(): void;
}

export class Refused extends Error {
  constructor(readonly id: string) {
    super(id);
  }
}

export const looksLikeBook = (head: Uint8Array) =>
  [[0x50, 0x4b, 0x03, 0x04], [0xd0, 0xcf, 0x11, 0xe0]].some((start) => start.every((byte, at) => head[at] === byte));

export const carriesFullerValues = (_html: string) => false;

export async function openBook(bytes: Uint8Array): Promise<Book> {
  const all = new TextDecoder().decode(bytes);
  if (bytes[0] === 0xd0) throw new Refused("password");
  const names = [...all.matchAll(/<sheet name="([^"]*)"/g)].map((found) => found[1] ?? "");
  const sheets = [...all.matchAll(/<sheetData>(.*?)<\/sheetData>/gs)].map((found) =>
    [...(found[1] ?? "").matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map((row) => [...(row[1] ?? "").matchAll(/<t>(.*?)<\/t>/gs)].map((cell) => cell[1] ?? "")));
  if (sheets.length === 0) throw new Refused("broken");
  return {
    sheets: () => sheets.map((rows, at) => ({ name: names[at] ?? "", rows: rows.length, columns: rows[0]?.length ?? 0, hidden: false, preview: rows.slice(0, 5) })),
    free: () => undefined,
    text: (index) => new TextEncoder().encode((sheets[index] ?? []).map((row) => row.join("\t")).join("\n")),
  };
}
