"""Compares the Rust core with the second calculation on random tables, and shrinks what differs.

    python3 tests/second/compare.py --binary target/release/barkraft --seeds 1-40
    python3 tests/second/compare.py --binary target/release/barkraft --csv case.csv -- --monthly-pay 30000
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

sys.dont_write_bytecode = True  # nothing is left in the tree

import generate  # noqa: E402
import second  # noqa: E402

KRONOR, DAYS, PERCENT = 0.01, 0.001, 0.001
TOLERANCE = {
    "rows_used": 0, "spells": 0, "sick_pay_periods": 0, "waiting_deductions": 0, "waiting_days": 0,
    "net_days": DAYS, "short_net_days": DAYS, "long_net_days": DAYS,
    "sick_pay": KRONOR, "labour_cost": KRONOR, "estimated_total": KRONOR,
    "pay_lost": KRONOR, "employer": KRONOR, "state": KRONOR, "employee": KRONOR,
    "band": DAYS, "long_share_percent": PERCENT,
}
NEEDED = ("--monthly-pay", "--short-share", "--short-day", "--long-day")  # without these some figures cannot be given
SPELLS = ("spells", "sick_pay_periods", "waiting_deductions", "waiting_days")


class Refused(Exception):
    """The product gave no report."""


def product(binary, text, options):
    """What the product says: the JSON of its report."""
    with tempfile.NamedTemporaryFile("w", suffix=".csv", delete=False, encoding="utf-8") as file:
        file.write(text)
    try:
        command = [binary, "report", file.name, "--format", "json", "--span", "total", *options]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    finally:
        os.unlink(file.name)
    if done.returncode != 0:
        raise Refused(done.stderr.strip())
    return json.loads(done.stdout)


def product_values(view):
    """(scope, figure) → value."""
    out = {}
    monthly = view["reading"]["layout"] == "months"

    def period(scope, shown):
        for name in TOLERANCE:
            if name in shown and not (monthly and name in SPELLS):
                out[scope, name] = shown[name]

    period("total", view["total"])
    for month in view["months"]:
        period("month " + month["month"], month)
    for unit in view["units"]:
        period("unit " + unit["unit"], unit)
    if not monthly:
        span = view["in_span"]
        for name in ("pay_lost", "employer", "state", "employee"):
            out["total", name] = span["parties"][name]
        for band in span["bands"]:
            out[f"days {band['from_day']}–{band['to_day'] or ''}", "band"] = band["net_days"]
        out["total", "long_share_percent"] = span["long_share_percent"]
    out["reading", "rows_used"] = view["reading"]["used"]
    return out


def second_values(result, monthly):
    out = {}
    scopes = [("total", result.total)]
    scopes += [("month " + month, sums) for month, sums in result.months.items()]
    scopes += [("unit " + unit, sums) for unit, sums in result.units.items()]
    for scope, sums in scopes:
        for name, value in sums.figures(result.settings).items():
            if not (monthly and name in SPELLS):
                out[scope, name] = value
    if not monthly:
        for name, value in result.parties.items():
            out["total", name] = value
        for (first, last), days in zip(second.r.BANDS, result.bands):
            out[f"days {first}–{last or ''}", "band"] = days
        hours = result.total.hours
        out["total", "long_share_percent"] = 100 * result.long_hours / hours if hours else None
    out["reading", "rows_used"] = result.rows_used
    return out


def layout(text):
    """What the table is, by its heading."""
    heading = text.split("\n", 1)[0].split(";")
    return "months" if "Månad" in heading else "days" if "Datum" in heading else "spells"


class Misread(Exception):
    """The product took the table for something else."""


def differences(binary, text, options):
    """[(scope, figure, product, second)], and how many spells and rows were compared."""
    view = product(binary, text, options)
    if view["reading"]["layout"] != layout(text):
        raise Misread(f"{layout(text)} read as {view['reading']['layout']}")
    theirs = product_values(view)
    result = second.calculate(text, options)
    ours = second_values(result, view["reading"]["layout"] == "months")
    out = []
    for key in sorted(set(theirs) | set(ours)):
        one, other = theirs.get(key), ours.get(key)
        # A month or unit that only one of the two names has nothing in it.
        if abs((one or 0) - (other or 0)) > TOLERANCE[key[1]]:
            out.append((*key, one, other))
    return out, result


# ------------------------------------------------------------------------------------------------------------ shrinking


def shrink(text, options, fails, limit=600):
    """Fewer rows, fewer columns and fewer options that still differ: delta debugging."""
    tries = 0

    def still(heading, rows, given):
        nonlocal tries
        tries += 1
        if tries > limit or not rows:
            return False
        try:
            return fails(join(heading, rows), given)
        except (KeyError, ValueError, Refused, Misread):
            return False

    def join(heading, rows):
        return "\n".join(";".join(row) for row in [heading] + rows) + "\n"

    lines = [line.split(";") for line in text.splitlines()]
    heading, rows, given = lines[0], lines[1:], list(options)
    # Whole people first: rows of others seldom matter.
    if "Anst.nr" in heading:
        at = heading.index("Anst.nr")
        for who in sorted({row[at] for row in rows}):
            alone = [row for row in rows if row[at] == who]
            if still(heading, alone, given):
                rows = alone
                break
    parts = 2
    while len(rows) > 1:
        size = max(1, len(rows) // parts)
        chunks = [rows[i:i + size] for i in range(0, len(rows), size)]
        for i in range(len(chunks)):
            fewer = [row for j, chunk in enumerate(chunks) if j != i for row in chunk]
            if still(heading, fewer, given):
                rows, parts = fewer, max(parts - 1, 2)
                break
        else:
            if size == 1:
                break
            parts = min(parts * 2, len(rows))
    for i in range(len(given) - 2, -1, -2):
        if given[i] in NEEDED:
            continue
        fewer = given[:i] + given[i + 2:]
        if still(heading, rows, fewer):
            given = fewer
    for name in heading[:]:
        if name in ("Fr.o.m.", "T.o.m.", "Datum", "Månad", "Anst.nr"):
            continue
        at = heading.index(name)
        fewer = [row[:at] + row[at + 1:] for row in rows]
        if still(heading[:at] + heading[at + 1:], fewer, given):
            heading, rows = heading[:at] + heading[at + 1:], fewer
            continue
        for i, row in enumerate(rows):
            for simple in ("", "100") if name == "Omfattning" else ("",):
                if row[at] != simple and not (name == "Omfattning" and simple == ""):
                    simpler = rows[:i] + [row[:at] + [simple] + row[at + 1:]] + rows[i + 1:]
                    if still(heading, simpler, given):
                        rows = simpler
    return join(heading, rows), given


def show(found, most=12):
    for scope, figure, one, other in found[:most]:
        print(f"    {scope}, {figure}: product {one!r}, second {other!r}")
    if len(found) > most:
        print(f"    … and {len(found) - most} more")


def tell(binary, name, text, options, found, shrinking):
    """One failure: seed, differences, and the smallest case."""
    print(f"✗ {name}: {len(found)} differences")
    show(found)
    if not shrinking:
        return
    # What stands first in TOLERANCE is the cause of what stands later; what all units together agree on is their order among themselves.
    figure, of_units = min(
        ((figure, scope.startswith("unit")) for scope, figure, one, _ in found if one is not None),
        key=lambda kind: (kind[1], list(TOLERANCE).index(kind[0])),
        default=(None, False),
    )

    def fails(smaller, given):
        return any(
            this == figure and scope.startswith("unit") == of_units and one is not None
            for scope, this, one, _ in differences(binary, smaller, given)[0]
        )

    small, given = shrink(text, options, fails)
    print(f"  the smallest case ({len(small.splitlines()) - 1} rows), options: {' '.join(given)}")
    print("".join("    " + line + "\n" for line in small.splitlines()), end="")
    show(differences(binary, small, given)[0], 30)


def seeds_of(text):
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", required=True, help="the product's command line")
    parser.add_argument("--seeds", default="1-40", type=seeds_of, help="such as 1-40 or 7")
    parser.add_argument("--csv", help="compare this table instead of random ones")
    parser.add_argument("--no-shrink", action="store_true", help="do not shrink what differs")
    parser.add_argument("--most", default=3, type=int, help="stop after so many seeds that differ")
    parser.add_argument("--least", default=0, type=int, help="fail if fewer spells than this were compared")
    parser.add_argument("options", nargs="*", help="options of the product, after --, with --csv")
    args = parser.parse_args()
    if args.csv:
        with open(args.csv, encoding="utf-8") as file:
            text = file.read()
        found, result = differences(args.binary, text, args.options)
        show(found, 1000)
        print(f"{len(found)} differences, {result.total.spells} spells")
        sys.exit(bool(found))

    start, spells, rows, failed, compared = time.monotonic(), 0, 0, 0, 0

    with ThreadPoolExecutor(2) as pool:
        # The product works in its own process while this one calculates.
        cases = [(seed, *generate.case(seed)) for seed in args.seeds]
        for (seed, text, options), answer in zip(cases, pool.map(lambda case: attempt(args.binary, *case[1:]), cases)):
            compared += 1
            name = f"seed {seed} ({' '.join(options)})"
            if isinstance(answer, (Refused, Misread)):
                print(f"✗ {name}: {type(answer).__name__.lower()}: {answer}")
                failed += 1
            else:
                found, result = answer
                spells += result.total.spells
                rows += result.rows_used
                if found:
                    failed += 1
                    tell(args.binary, name, text, options, found, not args.no_shrink)
            if failed >= args.most:
                break
        pool.shutdown(cancel_futures=True)
    took = time.monotonic() - start
    print(f"  {compared} tables, {rows} rows, {spells} spells compared in {took:.0f} s: {failed or 'none'} differ{'s' if failed == 1 else ''}")
    if spells < args.least and not failed:
        print(f"✗ too few: {args.least} spells were to be compared")
        failed = 1
    sys.exit(1 if failed else 0)


def attempt(binary, text, options):
    try:
        return differences(binary, text, options)
    except (Refused, Misread) as problem:
        return problem


if __name__ == "__main__":
    main()
