"""Random tables from a seed, with all the traps that we know of.

`case(seed)` gives (csv text, options of the command line). The same seed gives the same case on every machine.
"""

import calendar
import random
from datetime import date

LAST_DAY = date(2026, 6, 30).toordinal()
PAYS = [21500, 24300, 27650, 30000, 31250, 33400, 37000, 41990, 46200, 49100, 52400, 58000, 66000, 81500]
EMPLOYMENTS = ["100", "100", "100", "100", "75", "50", "80", "62,5", "90", "85"]
EXTENTS = ["100", "100", "100", "100", "50", "25", "75", "37,5", "20"]
SCHEDULES = [
    "8,8,8,8,8,0,0", "7.65,7.65,7.65,7.65,7.65,0,0", "9.5,9.5,9.5,9.5,0,0,0", "10,10,10,0,0,0,8", "0,8,8,8,8,8,0",
    "6,6,6,6,6,4,4", "8,0,8,0,8,0,8", "12,12,0,0,0,12,0", "8.25,8,8,8,6,0,0",
]


def iso(day):
    return date.fromordinal(day).isoformat()


def comma(value, digits=2):
    return f"{value:.{digits}f}".rstrip("0").rstrip(".").replace(".", ",")


def case(seed):
    random_ = random.Random(seed)
    kind = random_.random()
    if kind < 0.10:
        return monthly(random_)
    return spells(random_, kind < 0.25)


# ------------------------------------------------------------------------------------------------------------- options


def options(rnd, first_year, last_year, by_person):
    given = ["--monthly-pay", str(rnd.choice(PAYS))]
    week = [8.0] * 5 + [0.0] * 2
    choice = rnd.random()
    if choice < 0.2:
        hours = rnd.choice([38.25, 37, 36.5, 35])
        given += ["--weekly-hours", str(hours)]
        week = [hours / 5] * 5 + [0.0] * 2
    elif choice < 0.55 and by_person:
        schedule = rnd.choice(SCHEDULES)
        given += ["--schedule", schedule]
        week = [float(hours) for hours in schedule.split(",")]
    employer = rnd.choice(["other", "other", "municipality", "region"])
    if employer != "other" or rnd.random() < 0.1:
        given += ["--employer", employer]
        known = 2019 <= first_year and last_year <= 2023
        if not known or rnd.random() < 0.3:
            given += ["--on-cost", str(rnd.choice([31.42, 39.15, 45.3, 52.28]))]
    elif rnd.random() < 0.2:
        given += ["--on-cost", "38.5"]
    if rnd.random() < 0.15:
        given += ["--holiday", "13.5", "--overhead", "15"]
    method = rnd.choice(["fk", "fk", "rule-of-thumb", "ki", "own"])
    if method != "fk" or rnd.random() < 0.2:
        given += ["--method", method]
    if method == "own":
        given += ["--short-day", "1765", "--long-day", "412.5"]
    return given, week


# ---------------------------------------------------------------------------------------------------- spells of people


def length(rnd, style):
    choice = rnd.random()
    if style == "often":
        return rnd.randint(1, 4)
    if style == "long" and choice < 0.5:
        return rnd.choice([58, 59, 60, 61, 74, 88, 89, 90, 91, 92, 103, 120, 178, 180, 181, 182, 195, 220, 364, 365, 366, 380, 400])
    if choice < 0.55:
        return rnd.randint(1, 5)
    if choice < 0.75:
        return rnd.randint(5, 13)
    if choice < 0.85:
        return rnd.choice([13, 14, 15, 16])
    if choice < 0.96:
        return rnd.randint(15, 50)
    return rnd.choice([59, 60, 61, 89, 90, 91, 104])


def gap(rnd, style):
    """Days at work until the next spell."""
    if rnd.random() < 0.4:
        return rnd.randint(0, 7)
    return rnd.randint(8, 22 if style == "often" else 150)


def terms(rnd, first, last):
    """Unit, employment, pay and protection of a person, which change now and then: (first day, terms) in order."""
    changes = [first - 4000] + sorted(rnd.randint(first, last) for _ in range(rnd.choice([0, 0, 1, 2, 3])))
    unit, employment, pay = rnd.choice("ABCDE"), rnd.choice(EMPLOYMENTS), rnd.choice(PAYS)
    protection = ""
    out = []
    for change in changes:
        what = rnd.random()
        if what < 0.3:
            unit = rnd.choice("ABCDE")
        elif what < 0.6:
            employment = rnd.choice(EMPLOYMENTS)
        if what > 0.4:
            pay = int(pay * rnd.choice([1.0, 1.021, 1.028, 1.035, 1.1]))
        if rnd.random() < 0.08:
            protection = rnd.choice(["", "ja", "ja, med karensavdrag"])
        out.append((change, (unit, employment, pay, protection)))
    return out


def at(changes, day):
    return [what for change, what in changes if change <= day][-1]


def pieces(rnd, first, last):
    """A spell cut into rows: not at all, at month ends, where the extent changes, or anywhere."""
    cuts = set()
    if rnd.random() < 0.3:
        for day in range(first, last):
            there = date.fromordinal(day)
            if there.day == calendar.monthrange(there.year, there.month)[1]:
                cuts.add(day)
    while last > first and rnd.random() < 0.3:
        cuts.add(rnd.randint(first, last - 1))
    begin = first
    for cut in sorted(cuts) + [last]:
        yield begin, cut
        begin = cut + 1


def spells(rnd, day_table):
    first_year = rnd.randint(2015, 2025)
    if rnd.random() < 0.25:
        first_year = 2018
    years = rnd.choice([1, 1, 2, 2, 3, 4, 11])
    start = date(first_year, rnd.choice([1, 1, 3, 6, 10]), rnd.choice([1, 1, 15])).toordinal()
    stop = min(start + 365 * years, LAST_DAY)
    given, week = options(rnd, date.fromordinal(start).year - 1, date.fromordinal(stop).year, True)
    part_time, own_pay, born = rnd.random() < 0.5, rnd.random() < 0.6, rnd.random() < 0.4
    protected, hours, booked, began = (rnd.random() < share for share in (0.35, 0.35, 0.35, 0.3))
    # Some of these are told by the row; a table of days has none of them.
    hours, booked, began = hours and not day_table, booked and not day_table, began and not day_table
    units, days_off = rnd.random() < 0.9, rnd.random() < 0.2
    heading = ["Anst.nr"] + ["Enhet"] * units
    heading += ["Datum"] if day_table else ["Fr.o.m.", "T.o.m."]
    heading += ["Omfattning"]
    heading += ["Sysselsättningsgrad"] * part_time + ["Heltidslön"] * own_pay + ["Födelseår"] * born
    heading += ["Särskilt högriskskydd"] * protected + ["Timmar"] * hours + ["Sjuklön"] * booked + ["Sjukfallets första dag"] * began
    rows = []

    def put(who, year, changes, from_, to, extent, first_day, employment=None, unit=None):
        terms_ = at(changes, from_)
        cells = {
            "Anst.nr": who, "Enhet": unit or terms_[0], "Omfattning": extent, "Sysselsättningsgrad": employment or terms_[1],
            "Heltidslön": str(terms_[2]), "Födelseår": str(year), "Särskilt högriskskydd": terms_[3],
            "Sjukfallets första dag": first_day, "Timmar": "", "Sjuklön": "",
        }
        if hours and to and rnd.random() < 0.25:
            scheduled = sum(week[(day - 1) % 7] for day in range(from_, to + 1))
            part = float(extent.replace(",", ".")) / 100 * float(cells["Sysselsättningsgrad"].replace(",", ".")) / 100
            if scheduled > 0:
                cells["Timmar"] = comma(scheduled * (part if part_time else 1) * rnd.choice([1, 1, 0.5, 0.9, 1.1, 0.333]))
            elif rnd.random() < 0.5:
                cells["Timmar"] = comma(rnd.choice([4, 7.5, 8]) * (to - from_ + 1))
            if rnd.random() < 0.05:
                cells["Timmar"] = "0"
        if booked and rnd.random() < 0.3:
            cells["Sjuklön"] = comma(rnd.choice([0, 412.5, 1107.69, 2830, 9144.25]))
        if own_pay and rnd.random() < 0.03:
            cells["Heltidslön"] = ""
        spans = [(from_, to)]
        if day_table:
            spans = [(day, day) for day in range(from_, to + 1) if days_off or week[(day - 1) % 7] > 0]
        for begin, end in spans:
            cells["Datum"] = cells["Fr.o.m."] = iso(begin)
            cells["T.o.m."] = iso(end) if end else ""
            rows.append([cells[name] for name in heading])

    for who in range(1, rnd.randint(15, 50) if day_table else rnd.randint(25, 75)):
        style = rnd.choice(["plain"] * 6 + ["often", "long"])
        changes = terms(rnd, start, stop)
        year = rnd.randint(date.fromordinal(start).year - 69, date.fromordinal(start).year - 22)
        day = start + rnd.randint(0, 200)
        first_spell = True
        while day <= stop:
            if rnd.random() < 0.08:  # a Saturday
                day += (6 - day) % 7
            last = min(day + length(rnd, style) - 1, stop)
            if last < day:
                break
            first_day = ""
            if began and first_spell and rnd.random() < 0.4:
                first_day = iso(day - rnd.choice([1, 2, 3, 4, 7, 10, 13, 14, 15, 40, 76, 89, 90, 120, 200, 400]))
            extent = rnd.choice(EXTENTS)
            for begin, end in pieces(rnd, day, last):
                if rnd.random() < 0.35:
                    extent = rnd.choice(EXTENTS)
                to = end
                if not day_table and end == stop and rnd.random() < 0.5:
                    to = None
                put(str(who), year, changes, begin, to, extent, first_day if begin == day else "")
            if rnd.random() < 0.15:  # another row over some of the same days; more often than not not on the first
                begin = rnd.randint(min(day + 1, last), last)
                if rnd.random() < 0.2:
                    begin = day
                end = rnd.randint(begin, min(last + rnd.choice([0, 0, 2]), stop))
                other = rnd.choice(EMPLOYMENTS) if rnd.random() < 0.3 else None
                same_day = begin == day
                put(str(who), year, changes, begin, end, rnd.choice(EXTENTS), first_day if same_day else "", other,
                    None if same_day else rnd.choice("ABCDE"))
                last = max(last, end)
            first_spell = False
            day = last + 1 + gap(rnd, style)
    plain_on_days_off(heading, rows, week)
    for row in rows[:]:
        if rnd.random() < 0.015:
            rows.append(list(row))
    rnd.shuffle(rows)
    return "\n".join(";".join(row) for row in [heading] + rows) + "\n", given


def plain_on_days_off(heading, rows, week):
    """What a row means that covers days off alone, yet has pay booked, or hours while another row covers the same days: the rules do
    not say. Such rows are left without."""
    if "Fr.o.m." not in heading:
        return
    at_ = {name: heading.index(name) for name in heading}
    last = date.fromisoformat(max(max(row[at_["Fr.o.m."]], row[at_["T.o.m."]]) for row in rows))
    end = last.replace(day=calendar.monthrange(last.year, last.month)[1]).toordinal()

    def days(row):
        first = date.fromisoformat(row[at_["Fr.o.m."]]).toordinal()
        to = row[at_["T.o.m."]]
        return first, date.fromisoformat(to).toordinal() if to else end

    of_person = {}
    for row in rows:
        of_person.setdefault(row[0], []).append((days(row), row))
    for theirs in of_person.values():
        for (first, last), row in theirs:
            if last - first > 7 or any(week[(day - 1) % 7] > 0 for day in range(first, last + 1)):
                continue
            if "Sjuklön" in at_:
                row[at_["Sjuklön"]] = ""
            alone = all(other is row or end < first or begin > last for (begin, end), other in theirs)
            if "Timmar" in at_ and not alone:
                row[at_["Timmar"]] = ""


# ------------------------------------------------------------------------------------------------------ monthly tables


def monthly(rnd):
    first = rnd.randint(2015, 2025)
    last = min(first + rnd.choice([0, 1, 3]), 2025)
    given, _ = options(rnd, first, last, False)
    short, booked, counts, heads = (rnd.random() < share for share in (0.5, 0.4, 0.4, 0.5))
    heading = ["Enhet", "Månad", "Sjuktimmar"] + ["Korttid"] * short + ["Ordinarie arbetstid"] * heads
    heading += ["Sjuklön"] * booked + ["Antal sjukfall"] * counts
    if not short:
        given += ["--short-share", str(rnd.choice([40, 62.5, 100]))]
    if not counts and rnd.random() < 0.5:
        given += ["--days-per-period", str(rnd.choice([2.5, 3, 4.2]))]
    rows = []
    for unit in "ABCD"[: rnd.randint(1, 4)]:
        for year in range(first, last + 1):
            for month in range(1, 13):
                if rnd.random() < 0.1:
                    continue
                hours = rnd.randint(0, 4000) / 4
                cells = {
                    "Enhet": unit, "Månad": f"{year}-{month:02}", "Sjuktimmar": comma(hours),
                    "Korttid": comma(hours * rnd.choice([0, 0.25, 0.5, 1])), "Ordinarie arbetstid": str(rnd.randint(4000, 9000)),
                    "Sjuklön": comma(hours * 71.25) if rnd.random() < 0.5 else "", "Antal sjukfall": str(rnd.randint(0, 30)),
                }
                rows.append([cells[name] for name in heading])
    rnd.shuffle(rows)
    return "\n".join(";".join(row) for row in [heading] + rows) + "\n", given
