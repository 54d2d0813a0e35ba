//! Files become text: what stands in the cells, and what is refused. Nothing panics, whatever the bytes.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs)]

use std::path::Path;
use std::time::{Duration, Instant};

use barkraft::read::{self, Choices};
use barkraft::sheets::{self, Book, Opening, Refused, Sheet};
use flate2::{Compress, Compression, FlushCompress};

fn file(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sheets").join(name)).unwrap()
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::with_capacity(bytes.len() + 1024);
    Compress::new(Compression::fast(), false).compress_vec(bytes, &mut packed, FlushCompress::Finish).unwrap();
    packed
}

/// A zip archive; each file with its bytes, its packing (0 or 8) and the size it claims.
fn archive(files: &[(&str, Vec<u8>, u16, u32)]) -> Vec<u8> {
    let (mut bytes, mut list) = (Vec::new(), Vec::new());
    for (name, data, method, claimed) in files {
        let start = u32::try_from(bytes.len()).unwrap();
        let mut fields = vec![20, 0, 0, 0];
        fields.extend(method.to_le_bytes());
        fields.extend([0; 8]);
        fields.extend(u32::try_from(data.len()).unwrap().to_le_bytes());
        fields.extend(claimed.to_le_bytes());
        fields.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        fields.extend([0; 2]);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&fields);
        bytes.extend(name.as_bytes());
        bytes.extend(data);
        list.extend(b"PK\x01\x02\x14\x00");
        list.extend(&fields);
        list.extend([0; 10]);
        list.extend(start.to_le_bytes());
        list.extend(name.as_bytes());
    }
    let at = u32::try_from(bytes.len()).unwrap();
    bytes.extend(&list);
    bytes.extend(b"PK\x05\x06\0\0\0\0\0\0\0\0");
    bytes.extend(u32::try_from(list.len()).unwrap().to_le_bytes());
    bytes.extend(at.to_le_bytes());
    bytes.extend([0; 2]);
    bytes
}

const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The parts of a workbook around the cells of its one sheet.
fn parts(workbook: &str, sheet: &[u8]) -> Vec<(&'static str, Vec<u8>, u16, u32)> {
    let relation = |id: &str, kind: &str, target: &str| format!(r#"<Relationship Id="{id}" Type="{RELATION}/{kind}" Target="{target}"/>"#);
    let texts = [
        ("_rels/.rels", format!("<Relationships>{}</Relationships>", relation("a", "officeDocument", "/xl/workbook.xml"))),
        ("xl/workbook.xml", format!(r#"<workbook>{workbook}<sheets><sheet name="Bl&amp;ad" r:id="a"/></sheets></workbook>"#)),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships>{}{}{}</Relationships>",
                relation("a", "worksheet", "worksheets/sheet1.xml"),
                relation("b", "sharedStrings", "sharedStrings.xml"),
                relation("c", "styles", "styles.xml")
            ),
        ),
        ("xl/sharedStrings.xml", "<sst><si><t>Enhet</t></si><si><r><t>Äldre</t></r><r><t xml:space=\"preserve\"> norr</t></r><rPh><t>x</t></rPh></si><si><t>rad ett\nrad två</t></si><si><t>tabb\toch \"citat\"</t></si></sst>".into()),
        (
            "xl/styles.xml",
            concat!(
                r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="[h]:mm"/>"#,
                r##"<numFmt numFmtId="166" formatCode="#,##0\ &quot;dagar&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>"##,
                r#"<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="22"/></cellXfs>"#,
                r#"</styleSheet>"#
            )
            .into(),
        ),
    ];
    let mut files: Vec<_> = texts.into_iter().map(|(name, text)| (name, text.into_bytes(), 0, 0)).collect();
    files.push(("xl/worksheets/sheet1.xml", sheet.to_vec(), 0, 0));
    files
}

fn workbook(rows: &str) -> Vec<u8> {
    archive(&parts("", format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").as_bytes()))
}

fn text(book: &Book) -> &str {
    book.text(0)
}

#[track_caller]
fn refused(bytes: &[u8], expected: Refused) {
    let start = Instant::now();
    assert_eq!(sheets::open(bytes).unwrap_err(), expected);
    // an unoptimised build takes longer, and a busy machine does
    assert!(cfg!(debug_assertions) || start.elapsed() < Duration::from_secs(1), "{} bytes: {:?}", bytes.len(), start.elapsed());
}

#[test]
fn cells_of_a_workbook_become_text_by_their_format() {
    for (cells, expected) in [
        (r#"<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>"#, "Enhet\tÄldre norr\n"),
        (r#"<c r="A1" t="s"><v>2</v></c><c r="B1" t="s"><v>3</v></c>"#, "rad ett rad två\t\"tabb\toch \"\"citat\"\"\"\n"),
        (r#"<c r="A1"><v>239.554</v></c><c r="B1" s="4"><v>1234.5</v></c>"#, "239.554\t1234.5\n"),
        (r#"<c r="A1" s="1"><v>45352</v></c><c r="C1" s="5"><v>45352.5</v></c>"#, "2024-03-01\t\t2024-03-01 12:00\n"),
        (r#"<c r="A1" s="2"><v>5.0200000000000002E-2</v></c><c r="B1" s="3"><v>1.5</v></c>"#, "5.02 %\t36\n"),
        (r#"<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#REF!</v></c>"#, "ja\tnej\t#REF!\n"),
        (r#"<c r="A1"><f>SUM(B1:B9)</f><v>7</v></c><c r="B1" t="str"><f>A1</f><v>1 234,5</v></c>"#, "7\t1 234,5\n"),
        (r#"<c r="A1" t="inlineStr"><is><t>a &lt; b</t></is></c><c r="B1" t="d"><v>2024-03-01T00:00:00</v></c>"#, "a < b\t2024-03-01\n"),
        ("<c><v>1</v></c><c><v>2</v></c>", "1\t2\n"),
        (r#"<c r="C1" s="1"/><c r="D1"><v></v></c><c r="E1"><v>1</v></c>"#, "\t\t\t\t1\n"),
    ] {
        let book = sheets::open(&workbook(&format!("<row r=\"1\">{cells}</row>"))).unwrap();
        assert_eq!(text(&book), expected, "{cells}");
    }
    let book = sheets::open(&workbook(r#"<row r="3"><c r="B3"><v>1</v></c></row><row><c><v>2</v></c></row>"#)).unwrap();
    assert_eq!(text(&book), "\n\n\t1\n2\n", "row n of the text is row n of the sheet");
    assert_eq!((book.sheets[0].name.as_str(), book.sheets[0].rows, book.sheets[0].columns), ("Bl&ad", 4, 2));
}

#[test]
fn days_may_be_counted_from_1904() {
    let sheet = r#"<worksheet><sheetData><row r="1"><c r="A1" s="1"><v>43890</v></c></row></sheetData></worksheet>"#;
    let book = sheets::open(&archive(&parts(r#"<workbookPr date1904="1"/>"#, sheet.as_bytes()))).unwrap();
    assert_eq!(text(&book), "2024-03-01\n");
}

const SPELLS: &str = "Sjukfrånvaro 2024

Anst.nr\tEnhet\tFr.o.m.\tT.o.m.\tOmfattning\tTimmar\tOrsak
1001\tHemtjänst norr\t2024-03-04\t2024-03-08\t100 %\t40\tSjuk
1002\tHemtjänst norr\t2024-03-11\t2024-03-12\t50 %\t8.25\tSjuk
1003\t\"Äldreboende \"\"Linden\"\"\"\t2024-02-26\t2024-03-15\t25 %\t30\tSjukskriven
1001\tHemtjänst norr\t2024-04-02\t2024-04-03\t100 %\t16\tVAB
1004\t\"Äldreboende \"\"Linden\"\"\"\t2024-05-06\t2024-05-10\t75 %\t29.94425\tSjuk
";

#[test]
fn the_same_spreadsheet_gives_the_same_text_in_every_format() {
    for name in ["spells.xlsx", "spells.ods", "spells.xls"] {
        let book = sheets::open(&file(name)).unwrap();
        assert_eq!(text(&book), SPELLS, "{name}");
        let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(names, ["Frånvaro", "Anteckningar"], "{name}");
        assert_eq!((book.sheets[0].rows, book.sheets[0].columns, book.sheets[0].hidden), (8, 7, false), "{name}");
        assert_eq!(book.text(1), "Rad ett rad två\n", "{name}");
        assert_eq!(book.text(2), "", "{name}");
    }
    // the table alone was copied
    let copied = sheets::open(&file("clipboard.html")).unwrap();
    assert_eq!(text(&copied), SPELLS.lines().skip(2).flat_map(|line| [line, "\n"]).collect::<String>());
}

#[test]
fn the_preview_shows_neither_persons_nor_identity_numbers() {
    let book = sheets::open(&file("spells.xlsx")).unwrap();
    let preview = &book.sheets[0].preview;
    assert_eq!(preview.len(), 6);
    assert_eq!(preview[0], ["Sjukfrånvaro 2024"]);
    assert_eq!(preview[2], ["…", "Hemtjänst norr", "2024-03-04", "2024-03-08", "100 %", "40", "Sjuk"]);
    let html = "<table><tr><td>Lista<td>811218-9876<td>Namn<tr><td>x<td>y<td>Karin Påhittad</table>";
    let book = sheets::open(html.as_bytes()).unwrap();
    assert_eq!(book.sheets[0].preview, [["Lista", "…", "Namn"], ["x", "y", "…"]]);
}

#[test]
fn paxml_becomes_a_table_that_is_read() {
    let book = sheets::open(&file("paxml.xml")).unwrap();
    assert_eq!(
        text(&book),
        "Anst.nr\tTidkod\tFr.o.m.\tT.o.m.\tOmfattning\tTimmar\tSchematid\tKostnadsställe
101\tSJK\t2024-03-04\t2024-03-08\t100 %\t\t38.5\tHemtjänst norr
102\tSJK_KAR\t2024-03-11\t2024-03-11\t100 %\t7.75\t7.75\tÄldreboendet Linden
19811218-9876\tVAB\t2024-03-12\t2024-03-12\t\t8
101\tSEM\t2024-03-18\t2024-03-22
"
    );
    let reading = read::read(text(&book).as_bytes(), &Choices::default());
    assert_eq!((reading.used, reading.set_aside.len()), (2, 2));

    let book = sheets::open(&file("paxml-latin1.xml")).unwrap();
    assert_eq!(
        text(&book),
        "Anst.nr\tTidkod\tFr.o.m.\tT.o.m.\tOmfattning\tTimmar\tKostnadsställe
7\tSJK_LÖN\t2024-02-01\t2024-02-02\t50 %
7\tNÄR\t2024-02-05\t2024-02-05\t\t4\tKöket
"
    );
}

#[test]
fn tables_of_html_are_read_by_their_full_values() {
    for (html, expected) in [
        (
            r#"<table><tr><td sdval="45352" sdnum="1053;0;ÅÅÅÅ-MM-DD">1/3</td><td sdval="0,058" sdnum="1053;0;0%">6%</td></tr></table>"#,
            "2024-03-01\t5.8 %\n",
        ),
        (r#"<TABLE><TR><TD SDVAL="239.554" SDNUM="1053;">240</TD><TD>1&nbsp;234,5</TD></TR></TABLE>"#, "239.554\t1\u{a0}234,5\n"),
        ("<table><tr><th colspan=2>a<th>b<tr><td rowspan=2>1<td>2<td>3<tr><td>4<td>5</table>", "a\t\tb\n1\t2\t3\n\t4\t5\n"),
        (
            "<!DOCTYPE html><html><style>td > p {}</style><body>x<table><tr><td>\n  Från<br>datum &aring;\n</td></tr></table>",
            "Från datum å\n",
        ),
        ("<table><tr><td>a</td></tr>", "a\n"),
    ] {
        assert_eq!(text(&sheets::open(html.as_bytes()).unwrap()), expected, "{html}");
    }
    refused(b"<html><p>x</p></html>", Refused::Broken);
    refused(b"<table><tr><td> </td></tr></table>", Refused::Empty);
}

/// A compound file of one stream.
fn compound(stream: &str) -> Vec<u8> {
    let mut bytes = vec![0; 512 * 3];
    bytes[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    bytes[30] = 9;
    bytes[32] = 6;
    bytes[44] = 1;
    bytes[48] = 1; // the directory
    bytes[60..64].copy_from_slice(&[0xfe, 0xff, 0xff, 0xff]);
    bytes[68..72].copy_from_slice(&[0xfe, 0xff, 0xff, 0xff]);
    bytes[76..512].fill(0xff);
    bytes[76..80].copy_from_slice(&[0; 4]);
    bytes[512..1024].fill(0xff);
    bytes[512..520].copy_from_slice(&[0xfd, 0xff, 0xff, 0xff, 0xfe, 0xff, 0xff, 0xff]);
    for (at, unit) in stream.encode_utf16().enumerate() {
        bytes[1024 + 2 * at..1026 + 2 * at].copy_from_slice(&unit.to_le_bytes());
    }
    bytes[1024 + 64] = u8::try_from(2 * stream.len() + 2).unwrap();
    bytes[1024 + 66] = 2;
    bytes
}

#[test]
fn what_is_no_workbook_is_refused_by_name() {
    refused(&file("locked.ods"), Refused::Password);
    refused(&compound("EncryptedPackage"), Refused::Password);
    refused(&compound("WordDocument"), Refused::NotSupported);
    refused(&file("spells.xlsx")[..4000], Refused::Broken);
    refused(&file("spells.xls")[..3000], Refused::Broken);
    refused(&workbook(""), Refused::Empty);
    refused(&workbook(r#"<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>"#), Refused::Broken);
    refused(&workbook(r#"<row r="1"><c r="A1" t="s"><v>99</v></c></row>"#), Refused::Broken);
    for name in ["word/document.xml", "ppt/presentation.xml", "Index/Document.iwa", "xl/workbook.bin"] {
        refused(&archive(&[(name, b"<a/>".to_vec(), 0, 4)]), Refused::NotSupported);
    }
    let document = [("mimetype", b"application/vnd.oasis.opendocument.text".to_vec(), 0, 0), ("content.xml", b"<a/>".to_vec(), 0, 0)];
    refused(&archive(&document), Refused::NotSupported);
    refused(b"<?xml version=\"1.0\"?><Invoice/>", Refused::NotPaxml);
    refused(b"<?xml version=\"1.0\"?>", Refused::NotPaxml);
    refused(b"<paxml></paxml>", Refused::Empty);
    refused(b"<paxml><tidtransaktioner><tidtrans", Refused::Broken);
    refused(b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a \"&b;&b;\"><!ENTITY b \"&a;&a;\">]><paxml>&a;</paxml>", Refused::Broken);
    refused(b"Anst.nr;Fr.o.m.\n", Refused::NotSupported);
}

#[test]
fn sheets_that_claim_the_whole_grid_are_refused_or_cost_nothing() {
    let far = r#"<dimension ref="A1:XFD1048576"/><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    let book = sheets::open(&workbook(far)).unwrap();
    assert_eq!((book.sheets[0].rows, book.sheets[0].columns, text(&book).len()), (1_048_576, 16_384, 1_048_575 + 16_383 + 2));
    let rows = (1..=20_000).map(|row| format!("<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>")).collect::<Vec<_>>().concat();
    refused(&workbook(&rows), Refused::TooWide);
    refused(&workbook(r#"<row r="1"><c r="AAAA1"><v>1</v></c></row>"#), Refused::TooWide);
    let repeated = |columns: u64, rows: u64| {
        let content = format!(
            "<office:document-content><table:table><table:table-row table:number-rows-repeated=\"{rows}\"><table:table-cell \
             table:number-columns-repeated=\"{columns}\"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:document-content>"
        );
        archive(&[("content.xml", content.into_bytes(), 0, 0)])
    };
    refused(&repeated(4_000_000_000, 1), Refused::TooWide);
    refused(&repeated(1, 4_000_000_000), Refused::TooWide);
    refused(&repeated(16_000, 1_000_000), Refused::TooLarge);
    refused(b"<table><tr><td colspan=1000><td colspan=999999999><td colspan=1000>".repeat(20).as_slice(), Refused::Empty);
    let wide = format!("<table><tr>{}", "<td colspan=1000>x".repeat(20));
    refused(wide.as_bytes(), Refused::TooWide);
}

#[test]
fn what_unpacks_beyond_reason_is_refused_by_what_comes_out() {
    let mut sheet = b"<worksheet><sheetData>".to_vec();
    sheet.resize(100 << 20, b' ');
    let mut bombs = vec![deflated(&sheet)];
    if !cfg!(debug_assertions) {
        bombs.push(deflated(&b"<row/>".repeat(20 << 20))); // many tags, at which an unoptimised build is slow
    }
    for bomb in bombs {
        let mut files = parts("", b"");
        files.pop();
        files.push(("xl/worksheets/sheet1.xml", bomb, 8, 10)); // it claims ten bytes
        refused(&archive(&files), Refused::TooLarge);
    }
    // one text of 32 kB, in a hundred thousand cells
    let mut files = parts("", &[]);
    files.retain(|(name, ..)| !name.contains("sharedStrings.xml") && !name.contains("sheet1"));
    files.push(("xl/sharedStrings.xml", format!("<sst><si><t>{}</t></si></sst>", "x".repeat(32_000)).into_bytes(), 0, 0));
    let rows = "<row><c t=\"s\"><v>0</v></c></row>".repeat(100_000);
    files.push(("xl/worksheets/sheet1.xml", format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").into_bytes(), 0, 0));
    refused(&archive(&files), Refused::TooLarge);
}

/// What stepping gives: the sheets, and their texts.
fn stepped(bytes: &[u8], mut budget: impl FnMut() -> usize) -> Result<(Vec<Sheet>, Vec<String>), Refused> {
    let mut opening = Opening::new(bytes.to_vec())?;
    let (mut texts, mut share): (Vec<String>, f64) = (Vec::new(), 0.0);
    loop {
        let done = opening.step(budget())?;
        while let Some((sheet, piece)) = opening.piece() {
            texts.resize(texts.len().max(sheet + 1), String::new());
            texts[sheet] += &piece;
        }
        if done {
            return Ok((opening.sheets().to_vec(), texts));
        }
        assert!((0.0..=1.0).contains(&opening.share()), "{}", opening.share());
        share = share.max(opening.share());
    }
}

#[test]
fn steps_of_any_size_give_what_one_gives() {
    let names = ["spells.xlsx", "spells.ods", "spells.xls", "locked.ods", "clipboard.html", "paxml.xml", "paxml-latin1.xml"];
    let mut files: Vec<Vec<u8>> = names.into_iter().map(file).collect();
    // more than one piece of text, cells with entities and markup of their own, and a row that is repeated
    let row = |row: u32| {
        let long = "lång text ".repeat(40);
        format!(
            "<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c><c r=\"C{row}\" t=\"str\"><v>{long}&amp;</v></c><c r=\"D{row}\" s=\"1\"><f>A1</f><v>45352</v></c></row>"
        )
    };
    files.push(workbook(&(1..=6_000).map(row).collect::<String>()));
    let content = "<office:document-content><table:table table:name=\"a\"><table:table-row table:number-rows-repeated=\"300000\"><table:table-cell \
         table:number-columns-repeated=\"2\"><text:p>åtta</text:p></table:table-cell></table:table-row></table:table></office:document-content>";
    files.push(archive(&[("content.xml", content.into(), 0, 0)]));
    files.push("<table><tr><td>å<table><tr><td>b</table><tr><td>c</table>".into());
    files.push(b"<table><tr><td>\xe5\xe4\xf6</table>".to_vec());
    files.push(workbook(r#"<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>"#));
    let mut state = 0x2545_f491_u64;
    for (number, bytes) in files.iter().enumerate() {
        let whole = sheets::open(bytes);
        let texts = |book: &Book| (0..book.sheets.len()).map(|index| book.text(index).to_owned()).collect::<Vec<_>>();
        let whole = whole.map(|book| (book.sheets.clone(), texts(&book)));
        for budget in [1, 7, 1_000, 100_000] {
            let is_small = bytes.len() < 100_000 && number < 8;
            if budget >= 1_000 || is_small {
                assert!(stepped(bytes, || budget) == whole, "file {number} in steps of {budget}");
            }
        }
        let random = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            1 << ((state >> 33) % 18)
        };
        assert!(stepped(bytes, random) == whole, "file {number} in steps of any size");
    }
}

/// Opens the bytes, and reads what comes of them.
fn endure(bytes: &[u8]) {
    if let Ok(book) = sheets::open(bytes) {
        for (index, sheet) in book.sheets.iter().enumerate() {
            assert!(sheet.rows > 0 && sheet.columns > 0 && !book.text(index).is_empty());
        }
    }
}

#[test]
fn no_truncation_and_no_mutation_panics() {
    let plain = workbook(
        r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45352</v></c><c r="C1" t="inlineStr"><is><t>a</t></is></c></row><row r="4"><c r="B4" s="2"><v>1E-2</v></c></row>"#,
    );
    let mut files = vec![plain];
    files.extend(["spells.xlsx", "spells.ods", "spells.xls", "locked.ods", "clipboard.html", "paxml.xml", "paxml-latin1.xml"].map(file));
    let mut state = 0x2545_f491_u64;
    let mut random = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    for whole in &files {
        for length in (0..whole.len()).step_by(if cfg!(debug_assertions) && whole.len() > 5_000 { 7 } else { 1 }) {
            endure(&whole[..length]);
        }
        for _ in 0..if cfg!(debug_assertions) { 300 } else { 5_000 } {
            let mut bytes = whole.clone();
            for _ in 0..=random(8) {
                let at = random(bytes.len());
                match random(4) {
                    0 => bytes[at] = u8::try_from(random(256)).unwrap(),
                    1 => bytes[at] ^= 1 << random(8),
                    2 => bytes[at] = [0, 0xff, b'<', b'>', b'"', b'9', b'&', b'/'][random(8)],
                    _ => {
                        let (from, length) = (random(bytes.len()), random(40));
                        let piece = bytes[from..bytes.len().min(from + length)].to_vec();
                        let end = bytes.len().min(at + random(40));
                        bytes.splice(at..end, piece);
                    }
                }
                if bytes.is_empty() {
                    break;
                }
            }
            endure(&bytes);
        }
    }
}
