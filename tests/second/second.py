"""The second calculation: slow and simple, one day of one person at a time, written from the law.

It shares nothing with the Rust core. `calculate(csv_text, options)` takes a table as text and the options of the command line and gives
what `compare.py` compares. Days are ordinal numbers (datetime.date.toordinal).
"""

import calendar
import csv
import io
from collections import defaultdict
from datetime import date
from fractions import Fraction
from functools import lru_cache

import rules as r

# ---------------------------------------------------------------------------------------------------------------- settings


class Settings:
    """What the options of the command line say."""

    def __init__(self, options=()):
        given = dict(zip(options[0::2], options[1::2]))

        def number(name, otherwise=None):
            return float(given[name]) if name in given else otherwise

        self.monthly_pay = number("--monthly-pay")
        self.pay_text = given.get("--monthly-pay")
        self.week = [number("--weekly-hours", 40.0) / 5] * 5 + [0.0, 0.0]
        if "--schedule" in given:
            self.week = [float(hours) for hours in given["--schedule"].split(",")]
        self.weekly_hours = sum(self.week)
        self.employer = given.get("--employer", "other")
        self.on_cost = number("--on-cost")
        self.holiday = number("--holiday", r.HOLIDAY * 100) / 100
        self.overhead = number("--overhead", r.OVERHEAD * 100) / 100
        self.method = given.get("--method", "fk")
        self.short_day = number("--short-day")
        self.long_day = number("--long-day")
        self.short_share = number("--short-share")
        self.days_per_period = number("--days-per-period")

    def schedule(self, day):
        """Hours of a full post on a day. Public holidays are not known."""
        return self.week[(day - 1) % 7]  # ordinal 1 was a Monday

    def contributions(self, year, born=None):
        """Contributions on pay and holiday, reduced for the old."""
        if self.on_cost is not None:
            whole = self.on_cost / 100
        elif self.employer == "other":
            whole = r.CONTRIBUTIONS
        else:
            whole = r.ON_COST[self.employer][year]
        if born is not None and year - 1 - born >= r.age_of_the_old(year):
            return whole - (r.CONTRIBUTIONS - r.CONTRIBUTIONS_OF_THE_OLD)
        return whole

    def earning_year(self, day):
        """Semesterlagen 3 §: from 1 April; in municipalities and regions the calendar year."""
        if self.employer == "other" and month_of(day) < 4:
            return year_of(day) - 1
        return year_of(day)

    def law_hour(self, pay):
        """An hour's pay by the law: a week is a 52nd of a year."""
        return pay * r.MONTHS_OF_YEAR / (r.WEEKS_OF_YEAR * self.weekly_hours)


@lru_cache(None)
def as_date(day):
    return date.fromordinal(day)


def year_of(day):
    return as_date(day).year


def month_of(day):
    return as_date(day).month


@lru_cache(None)
def month_name(day):
    return as_date(day).isoformat()[:7]


@lru_cache(None)
def days_of_month(day):
    return calendar.monthrange(year_of(day), month_of(day))[1]


def year_before(day):
    """The same date a year earlier; 28 February for 29 February."""
    there = as_date(day)
    try:
        return there.replace(year=there.year - 1).toordinal()
    except ValueError:
        return there.replace(year=there.year - 1, day=28).toordinal()


# -------------------------------------------------------------------------------------------------------------------- rows


def number(text):
    text = text.replace(" ", "").replace(",", ".")
    return float(text) if text else None


def exact(text):
    return Fraction(text.replace(" ", "").replace(",", "."))


def day_of(text):
    return date.fromisoformat(text).toordinal() if text else None


class Row:
    """A row of a table of spells or of days."""

    def __init__(self, line, cells, settings):
        self.line = line
        self.person = cells.get("Anst.nr", "")
        self.unit = cells.get("Enhet", "")
        if "Datum" in cells:
            self.first = self.last = day_of(cells["Datum"])
        else:
            self.first, self.last = day_of(cells["Fr.o.m."]), day_of(cells["T.o.m."])
        self.extent_exact = exact(cells["Omfattning"]) / 100 if cells.get("Omfattning") else Fraction(1)
        self.employment_exact = exact(cells["Sysselsättningsgrad"]) / 100 if cells.get("Sysselsättningsgrad") else Fraction(1)
        self.pay_exact = exact(cells.get("Heltidslön") or settings.pay_text)
        self.extent, self.employment, self.pay = float(self.extent_exact), float(self.employment_exact), float(self.pay_exact)
        self.born = int(cells["Födelseår"]) if cells.get("Födelseår") else None
        self.protection = cells.get("Särskilt högriskskydd", "")
        self.hours = number(cells.get("Timmar", ""))
        self.booked = number(cells.get("Sjuklön", ""))
        self.began = day_of(cells.get("Sjukfallets första dag", ""))
        self.extent_told = "Omfattning" in cells

    def spread(self, settings):
        """The hours of each day, and the part of a full post that is absent."""
        days = range(self.first, self.last + 1)
        full = {day: settings.schedule(day) for day in days}
        self.share = self.extent * self.employment
        if self.hours is None:
            self.on = {day: full[day] * self.share for day in days}
            return
        scheduled = sum(full.values())
        if scheduled > 0:
            by_hours = self.hours / scheduled
            self.on = {day: full[day] * by_hours for day in days}
            # Calendar days count by the extent; hours stand for it where no extent is told.
            if not self.extent_told:
                self.share = min(by_hours, self.employment)
        else:
            self.on = {day: self.hours / len(days) for day in days}


def read(text):
    """The rows below the heading as dictionaries; the very same row twice counts once."""
    lines = list(csv.reader(io.StringIO(text), delimiter=";"))
    heading, seen, rows = lines[0], set(), []
    for line, cells in enumerate(lines[1:], 2):
        if cells and tuple(cells) not in seen:
            seen.add(tuple(cells))
            rows.append((line, dict(zip(heading, cells))))
    return heading, rows


def last_day_of_data(rows):
    """The end of the last month that a row names."""
    last = as_date(max(row.last or row.first for row in rows))
    return last.replace(day=calendar.monthrange(last.year, last.month)[1]).toordinal()


# --------------------------------------------------------------------------------------------------- days of one person


class Part:
    """What one row means on one day: hours absent, and part of a full post absent."""

    def __init__(self, row, hours, share):
        self.row, self.hours, self.share, self.drawn = row, hours, share, 0.0

    def order(self):
        """Of rows that share a day: the unit of the first of them is that in which something began."""
        return self.row.first, self.row.last, self.row.extent, self.row.line


def posts(rows):
    """What the posts of rows that share a day come to: rows of one unit are of one post, several units are several posts."""
    largest = {}
    for row in rows:
        largest[row.unit] = max(row.employment, largest.get(row.unit, 0.0))
    return min(sum(largest.values()), max(1.0, max(largest.values())))


def sick_days(rows, settings, one_row_per_day):
    """day → parts. Rows that overlap are held to the schedule of their posts, alike."""
    days = defaultdict(list)
    for row in rows:
        for day, hours in row.on.items():
            days[day].append(Part(row, hours, row.share))
    for day, parts in days.items():
        # A row without hours on that day takes no room from a row that has some recorded on a day off.
        if sum(part.hours > 0 for part in parts) > 1:
            hours = sum(part.hours for part in parts)
            room = settings.schedule(day) * posts(part.row for part in parts)
            for part in parts:
                part.hours *= min(1.0, room / hours)
        share = sum(part.share for part in parts)
        if len(parts) > 1 and share > 0:
            post = posts(part.row for part in parts)
            for part in parts:
                part.share *= min(1.0, post / share)
    if one_row_per_day:
        # Days off between two sick days belong to the spell; the extent is that of the day before.
        known = sorted(days)
        for before, after in zip(known, known[1:]):
            between = range(before + 1, after)
            if all(settings.schedule(day) == 0 for day in between):
                for day in between:
                    days[day] = [Part(part.row, 0.0, part.share) for part in days[before]]
    return dict(days)


class Spell:
    """An unbroken run of sick days; `began` may lie before the data."""

    def __init__(self, first, last, began, counted):
        self.first, self.last, self.began, self.counted = first, last, began, counted

    def length(self):
        return self.last - self.began + 1


class Period:
    """7 §: a sick-pay period. `rest` is what remains of the deduction, in hours of sick pay."""

    def __init__(self, first, rest, waiting_day):
        self.first, self.rest, self.waiting_day = first, rest, waiting_day


def begin(first, employment, protection, earlier, settings):
    """6 §: a period that begins; `earlier` are the first days of those that cost the employee something."""
    within = [day for day in earlier if year_before(first) <= day < first]
    if protection == "ja" or len(within) >= r.CAP_DEDUCTIONS:
        return Period(first, 0.0, False), None
    earlier.append(first)
    if year_of(first) < r.DEDUCTION_FROM_YEAR:
        return Period(first, 0.0, True), "waiting_days"
    return Period(first, r.DEDUCTION_SHARE * settings.weekly_hours * employment, False), "waiting_deductions"


def begun_before(parts, day, earlier, settings):
    """A spell that began before its first row: its first day, and the period as it stands, or None if no work was lost before."""
    row = min((part.row for part in parts if part.row.began and part.row.began < day), key=lambda row: row.began)
    lost = {d: settings.schedule(d) * row.extent * row.employment for d in range(row.began, day)}
    working = [d for d, hours in lost.items() if hours > 0]
    if not working:
        return row.began, None
    period, _ = begin(working[0], row.employment, row.protection, earlier, settings)
    drawn = sum(hours for d, hours in lost.items() if d < working[0] + r.PERIOD_DAYS)
    period.rest = max(0.0, period.rest - drawn)
    return row.began, period


# --------------------------------------------------------------------------------------------------------------- money


def above_ceiling(row, day):
    """The part of the post's monthly pay above the agreement's ceiling."""
    ceiling = r.TOP_UP_CEILING * r.BASE_AMOUNT[year_of(day)] / r.MONTHS_OF_YEAR
    return max(0.0, row.pay * row.employment - ceiling)


def top_up(row, share, day):
    """AB: for one calendar day."""
    post, above = row.pay * row.employment, above_ceiling(row, day)
    extent = share / row.employment
    return extent * (r.TOP_UP * (post - above) + r.TOP_UP_ABOVE * above) / days_of_month(day)


@lru_cache(None)
def benefit(post_pay, year, month):
    """Socialförsäkringsbalken 28:7, 28:10: a whole day's benefit for a post's monthly pay (exact numbers)."""
    income = min(post_pay * 12, r.benefit_ceiling(year, month) * r.BASE_AMOUNT[year])
    income = income // 100 * 100
    return int(income * r.BENEFIT_SHARE / r.DAYS_OF_YEAR + Fraction(1, 2))


# --------------------------------------------------------------------------------------------------------------- sums

COUNTS = ("spells", "sick_pay_periods", "waiting_deductions", "waiting_days")


class Sums:
    """What is added up for a month, a unit or the whole."""

    def __init__(self):
        self.spells = self.sick_pay_periods = self.waiting_deductions = self.waiting_days = 0
        self.hours = self.short_hours = self.long_hours = 0.0
        self.sick_pay = self.model = self.other = 0.0

    def figures(self, settings):
        return {
            "spells": self.spells,
            "sick_pay_periods": self.sick_pay_periods,
            "waiting_deductions": self.waiting_deductions,
            "waiting_days": self.waiting_days,
            "net_days": self.hours / r.NET_DAY,
            "short_net_days": self.short_hours / r.NET_DAY,
            "long_net_days": self.long_hours / r.NET_DAY,
            "sick_pay": self.sick_pay,
            "labour_cost": self.model - self.sick_pay,
            "estimated_total": self.model if settings.method == "fk" else self.other,
        }


class Result:
    def __init__(self, settings):
        self.settings = settings
        self.months, self.units, self.total = defaultdict(Sums), defaultdict(Sums), Sums()
        self.parties = dict.fromkeys(("pay_lost", "employer", "state", "employee"), 0.0)
        self.bands = [0.0] * len(r.BANDS)
        self.long_hours = 0.0
        self.rows_used = 0

    def add(self, day, unit, **what):
        for sums in (self.months[month_name(day)], self.units[unit], self.total):
            for name, value in what.items():
                setattr(sums, name, getattr(sums, name) + value)


def other_method(settings, pay, net_days, number):
    """The estimated total by a rule of thumb, for net days on a day number."""
    short = number <= r.PERIOD_DAYS
    if settings.method == "rule-of-thumb":
        return net_days * pay * (r.RULE_SHORT if short else r.RULE_LONG if number <= r.RULE_LAST_DAY else 0.0)
    if settings.method == "ki":
        return net_days * pay * (r.KI_SHORT if short else r.KI_LONG)
    if settings.method == "own":
        return net_days * (settings.short_day if short else settings.long_day)
    return 0.0


# ------------------------------------------------------------------------------------------------------ one person


def person(rows, settings, one_row_per_day, result):
    days = sick_days(rows, settings, one_row_per_day)
    earlier = []             # first days of periods with a deduction or a waiting day
    yesterday = None         # the last sick day so far
    period, day_number = None, 0
    spells, walked = [], []
    in_earning_year = defaultdict(int)

    for day in sorted(days):
        parts = days[day]
        hours = sum(part.hours for part in parts)
        first_part = min(parts, key=Part.order)

        if yesterday is None or day > yesterday + 1:
            began = day
            # The first day that the data tells of; one before the last sick day tells nothing.
            told = min((p.row.began for p in parts if p.row.began and p.row.began < day), default=None)
            told = told if yesterday is None or told is None or told > yesterday else None
            if yesterday is None or (told or day) - yesterday > r.RELAPSE_DAYS:
                period, day_number = None, 0
            if told is not None and period is None:
                began, period = begun_before(parts, day, earlier, settings)
                day_number = day - period.first if period else 0
                for absent in range(day - day_number, day):
                    in_earning_year[settings.earning_year(absent)] += 1
            elif told is not None:
                # A relapse that began before its first row goes on with the period.
                began = told
                row = min((p.row for p in parts if p.row.began == told), key=lambda row: row.line)
                lost = sum(settings.schedule(d) * row.extent * row.employment for d in range(told, day))
                period.rest = max(0.0, period.rest - lost)
                day_number += day - told
                for absent in range(told, day):
                    in_earning_year[settings.earning_year(absent)] += 1
            spells.append(Spell(day, day, began, began == day))
            if began == day:
                result.add(day, first_part.row.unit, spells=1)
        spells[-1].last = yesterday = day

        if period is None and hours > 0:
            working = [part for part in parts if part.hours > 0]
            employment = posts(part.row for part in working)
            protection = "ja" if any(part.row.protection == "ja" for part in working) else ""
            period, kind = begin(day, employment, protection, earlier, settings)
            unit = min(working, key=Part.order).row.unit
            result.add(day, unit, sick_pay_periods=1)
            if kind:
                result.add(day, unit, **{kind: 1})
        if period is not None:
            day_number += 1
            in_earning_year[settings.earning_year(day)] += 1
        earns_holiday = in_earning_year[settings.earning_year(day)] <= r.HOLIDAY_DAYS

        if period is not None and day_number <= r.PERIOD_DAYS and hours > 0:
            drawn = min(period.rest, hours)
            period.rest -= drawn
            for part in parts:
                part.drawn = drawn * part.hours / hours
        walked.append((day, day_number, period, earns_holiday))

    for row in rows:
        row.booking = book(row, {day: day_number for day, day_number, *_ in walked})
    for day, day_number, period, earns_holiday in walked:
        for part in days[day]:
            one_part(part, day, day_number, period, earns_holiday, settings, result)

    for spell in spells:
        if spell.length() >= r.LONG_SPELL:
            result.long_hours += sum(part.hours for day in range(spell.first, spell.last + 1) for part in days[day])


def one_part(part, day, day_number, period, earns_holiday, settings, result):
    row, hours = part.row, part.hours
    law, model = settings.law_hour(row.pay), row.pay * r.MONTHS_OF_YEAR / r.MODEL_HOURS
    short = day_number <= r.PERIOD_DAYS
    booked = None if row.booked is None else row.booked * row.booking[day]

    # Lag om sjuklön 6 §, 13–16 §§: days 1–14.
    paid = hours if short and not (period and period.waiting_day and day == period.first) else 0.0
    sick_pay = r.SICK_PAY_LEVEL * law * (paid - part.drawn)
    reimbursed = sick_pay if row.protection else 0.0

    # Försäkringskassan's model.
    if booked is not None and short:
        pay = 0.0
    elif short:
        pay = r.SICK_PAY_LEVEL * (model * paid - law * part.drawn) - reimbursed
    elif day_number <= r.TOP_UP_LAST_DAY:
        above = above_ceiling(row, day) / (row.pay * row.employment)
        pay = model * hours * (r.TOP_UP + (r.TOP_UP_ABOVE - r.TOP_UP) * above)
    else:
        pay = 0.0
    if booked is not None:
        pay += booked
    holiday = settings.holiday * model * hours if earns_holiday else 0.0
    contributions = settings.contributions(year_of(day), row.born)
    whole = (pay + holiday) * (1 + contributions) + settings.overhead * model * hours

    result.add(
        day, row.unit,
        hours=hours,
        short_hours=hours if short else 0.0,
        long_hours=0.0 if short else hours,
        sick_pay=booked if booked is not None else sick_pay - reimbursed,
        model=whole,
        other=other_method(settings, row.pay, hours / r.NET_DAY, day_number),
    )
    for band, (first, last) in enumerate(r.BANDS):
        if first <= day_number and (last is None or day_number <= last):
            result.bands[band] += hours / r.NET_DAY

    # Who pays, by the law and the agreement.
    who = result.parties
    if short:
        lost, employer, state = law * hours, sick_pay - reimbursed, reimbursed
    else:
        lost = part.share * row.pay / days_of_month(day)
        employer = top_up(row, part.share, day) if day_number <= r.TOP_UP_LAST_DAY else 0.0
        post = row.pay_exact * row.employment_exact
        state = part.share / row.employment * benefit(post, year_of(day), month_of(day))
    who["pay_lost"] += lost
    who["employer"] += employer
    who["state"] += state
    who["employee"] += lost - employer - state


def book(row, numbers):
    """The share of a row's booked sick pay that falls on each day: as its hours of days 1–14 fall, for sick pay is paid for these;
    a row without such hours: as its hours fall, or its days."""
    short = {day: on for day, on in row.on.items() if numbers[day] <= r.PERIOD_DAYS}
    for weights in (short, row.on):
        if sum(weights.values()) > 0:
            return {day: weights.get(day, 0.0) / sum(weights.values()) for day in row.on}
    return {day: 1 / len(row.on) for day in row.on}


# ------------------------------------------------------------------------------------------------------ the whole


def calculate(text, options=()):
    settings = Settings(options)
    heading, lines = read(text)
    result = Result(settings)
    result.rows_used = len(lines)
    if "Månad" in heading:
        for _, cells in lines:
            monthly(cells, settings, result)
        return result
    rows = [Row(line, cells, settings) for line, cells in lines]
    end = last_day_of_data(rows)
    people = defaultdict(list)
    for row in rows:
        row.last = min(row.last or end, end)
        row.spread(settings)
        people[row.person].append(row)
    for theirs in people.values():
        person(theirs, settings, "Datum" in heading, result)
    return result


# ---------------------------------------------------------------------------------------------------- monthly tables


def monthly(cells, settings, result):
    """A unit's month: nothing is known of spells; deductions are estimated from a number of spells or an average length."""
    day = date.fromisoformat(cells["Månad"] + "-01").toordinal()
    pay = settings.monthly_pay
    hours = number(cells["Sjuktimmar"])
    short = number(cells.get("Korttid", "") or "")
    if short is None:
        short = hours * settings.short_share / 100
    long = hours - short
    booked = number(cells.get("Sjuklön", ""))
    spells = number(cells.get("Antal sjukfall", ""))
    if spells is None and settings.days_per_period is not None:
        spells = short / r.NET_DAY / settings.days_per_period
    drawn = min(short, (spells or 0.0) * r.DEDUCTION_SHARE * settings.weekly_hours)
    law, model = settings.law_hour(pay), pay * r.MONTHS_OF_YEAR / r.MODEL_HOURS
    sick_pay = r.SICK_PAY_LEVEL * law * (short - drawn)
    short_pay = booked if booked is not None else r.SICK_PAY_LEVEL * (model * short - law * drawn)
    ceiling = r.TOP_UP_CEILING * r.BASE_AMOUNT[year_of(day)] / r.MONTHS_OF_YEAR
    above = max(0.0, pay - ceiling) / pay
    long_pay = model * long * (r.TOP_UP + (r.TOP_UP_ABOVE - r.TOP_UP) * above)
    holiday = settings.holiday * model * hours
    whole = (short_pay + long_pay + holiday) * (1 + settings.contributions(year_of(day))) + settings.overhead * model * hours
    result.add(
        day, cells["Enhet"],
        hours=hours,
        short_hours=short,
        long_hours=long,
        sick_pay=booked if booked is not None else sick_pay,
        model=whole,
        other=other_method(settings, pay, short / r.NET_DAY, 1) + other_method(settings, pay, long / r.NET_DAY, 15),
    )
