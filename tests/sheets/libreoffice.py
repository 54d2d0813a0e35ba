"""A spreadsheet made by LibreOffice in Swedish, saved in its formats, and copied to the clipboard.

    python3 tests/sheets/libreoffice.py FOLDER

writes spells.xlsx, .ods and .xls, and locked.ods (password "hemligt"), and, where there is a screen and xclip, what a copy of
the table puts on the clipboard: clipboard.html and clipboard.txt. The people are invented.
"""

import datetime
import os
import pathlib
import subprocess
import sys
import tempfile
import time

HEADINGS = ["Anst.nr", "Enhet", "Fr.o.m.", "T.o.m.", "Omfattning", "Timmar", "Orsak"]
ROWS = [
    (1001, "Hemtjänst norr", "2024-03-04", "2024-03-08", 1.0, 40.0, "Sjuk"),
    (1002, "Hemtjänst norr", "2024-03-11", "2024-03-12", 0.5, 8.25, "Sjuk"),
    (1003, 'Äldreboende "Linden"', "2024-02-26", "2024-03-15", 0.25, 30.0, "Sjukskriven"),
    (1001, "Hemtjänst norr", "2024-04-02", "2024-04-03", 1.0, 16.0, "VAB"),
    (1004, "Äldreboende \"Linden\"", "2024-05-06", "2024-05-10", 0.75, 239.554 / 8, "Sjuk"),
]


def serial(text):
    return (datetime.date.fromisoformat(text) - datetime.date(1899, 12, 30)).days


def connect(profile):
    import uno

    pipe = f"barkraft{os.getpid()}"
    arguments = ["soffice", f"-env:UserInstallation=file://{profile}", "--norestore", "--nologo", "--nodefault",
                 f"--accept=pipe,name={pipe};urp;"]
    if not os.environ.get("DISPLAY"):
        arguments.append("--headless")
    office = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return office, resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    office.kill()
    raise SystemExit("soffice did not answer within a minute")


def properties(**values):
    from com.sun.star.beans import PropertyValue

    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


def fill(document):
    from com.sun.star.lang import Locale

    formats, swedish = document.NumberFormats, Locale("sv", "SE", "")
    document.CharLocale = swedish

    def form(code):
        key = formats.queryKey(code, swedish, False)
        return key if key != -1 else formats.addNew(code, swedish)

    sheet = document.Sheets.getByIndex(0)
    sheet.Name = "Frånvaro"
    sheet.getCellByPosition(0, 0).String = "Sjukfrånvaro 2024"
    sheet.getCellRangeByPosition(0, 0, 6, 0).merge(True)
    for column, heading in enumerate(HEADINGS):
        sheet.getCellByPosition(column, 2).String = heading
    for at, (who, unit, first, last, extent, hours, cause) in enumerate(ROWS):
        row = at + 3
        for column, value in [(0, who), (2, serial(first)), (3, serial(last)), (4, extent)]:
            sheet.getCellByPosition(column, row).Value = value
        for column, text in [(1, unit), (6, cause)]:
            sheet.getCellByPosition(column, row).String = text
        # a formula, and one decimal shown of three
        sheet.getCellByPosition(5, row).Formula = f"={hours!r}*1"
        sheet.getCellByPosition(5, row).NumberFormat = form("0,0")
        sheet.getCellByPosition(2, row).NumberFormat = form("YYYY-MM-DD")
        sheet.getCellByPosition(3, row).NumberFormat = form("D MMMM YYYY")
        sheet.getCellByPosition(4, row).NumberFormat = form("0%")
    document.Sheets.insertNewByName("Anteckningar", 1)
    document.Sheets.getByIndex(1).getCellByPosition(0, 0).String = "Rad ett\nrad två"
    return sheet


def copy(context, document, sheet, folder):
    controller = document.CurrentController
    controller.select(sheet.getCellRangeByPosition(0, 2, 6, 2 + len(ROWS)))
    dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    dispatcher.executeDispatch(controller.Frame, ".uno:Copy", "", 0, ())
    for target, name in [("text/html", "clipboard.html"), ("UTF8_STRING", "clipboard.txt")]:
        got = subprocess.run(["xclip", "-selection", "clipboard", "-o", "-t", target], capture_output=True, timeout=20, check=True)
        (folder / name).write_bytes(got.stdout)


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        office, context = connect(profile)
        try:
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            on_screen = bool(os.environ.get("DISPLAY"))
            document = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, properties(Hidden=not on_screen))
            sheet = fill(document)
            for name, kind in [("spells.xlsx", "Calc MS Excel 2007 XML"), ("spells.ods", "calc8"), ("spells.xls", "MS Excel 97")]:
                document.storeToURL((folder / name).as_uri(), properties(FilterName=kind))
            document.storeToURL((folder / "locked.ods").as_uri(), properties(FilterName="calc8", Password="hemligt"))
            if on_screen:
                copy(context, document, sheet, folder)
            document.close(True)
            desktop.terminate()
        finally:
            try:
                office.wait(30)
            except subprocess.TimeoutExpired:
                office.kill()


main()
