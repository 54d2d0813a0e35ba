"""The second calculation on the published worked cases: run with python3 tests/second/test_published.py.

Numbers as in the project's collection of published cases: 1, 3–8 and 12. (2 is KI's own example with on-costs on top, 9–11 rest on
data that is not ours.)
"""

import sys
import unittest
from datetime import date, timedelta

sys.dont_write_bytecode = True

import rules as r  # noqa: E402
import second  # noqa: E402

HEADING = "Anst.nr;Fr.o.m.;T.o.m.;Omfattning"


def spells(*rows, options=("--monthly-pay", "30000")):
    return second.calculate("\n".join([HEADING, *rows]) + "\n", options)


def model_hour(pay_of_year, share, holiday=0.12, contributions=0.314, overhead=0.2):
    """Försäkringskassan's model for an hour: pay, holiday, contributions, overhead, total, each in whole kronor."""
    hour = pay_of_year / r.MODEL_HOURS
    parts = [hour * share, hour * holiday, hour * (share + holiday) * contributions, hour * overhead]
    return [round(part) for part in [*parts, sum(parts)]]


class Published(unittest.TestCase):
    def test_1_the_printed_example(self):
        for share, expected in [
            (1.0, [160, 19, 56, 32, 267]), (0.0, [0, 19, 6, 32, 57]), (0.8, [128, 19, 46, 32, 225]), (0.1, [16, 19, 11, 32, 78]),
        ]:
            self.assertEqual(model_hour(300_000, share), expected)

    def test_1_by_the_walk_through_a_spell(self):
        # 25 000 kr a month; a waiting day of 2018 is the model's day 1.
        options = ("--monthly-pay", "25000", "--on-cost", "31.4")
        first = spells("1;2018-03-05;2018-03-05;100", options=options)
        self.assertEqual(round(first.total.model / 8), 57)
        second_day = spells("1;2018-03-05;2018-03-06;100", options=options)
        self.assertEqual(round((second_day.total.model - first.total.model) / 8), 225)
        # Days 15–90, and 91–180.
        long = spells("1;2018-03-05;2018-08-31;100", options=options)
        self.assertEqual(round(long.months["2018-04"].model / long.months["2018-04"].hours), 78)
        self.assertEqual(round(long.months["2018-08"].model / long.months["2018-08"].hours), 57)

    def test_3_the_waiting_deduction(self):
        week = spells("1;2024-03-04;2024-03-08;100")
        self.assertAlmostEqual(week.total.sick_pay, 4_430.77, places=2)
        self.assertEqual(week.total.waiting_deductions, 1)
        day = spells("1;2024-03-04;2024-03-04;100", "2;2024-03-04;2024-03-05;100", options=("--monthly-pay", "37000"))
        self.assertAlmostEqual(day.total.sick_pay, 1_366.15, places=2)  # the second day of one is as much as K

    def test_4_partly_sick(self):
        for last, expected in [(4, 0.0), (7, 0.0), (8, 276.92)]:
            part = spells(f"1;2024-03-04;2024-03-{last:02};25")
            self.assertAlmostEqual(part.total.sick_pay, expected, places=2)

    def test_5_relapse(self):
        again = spells("1;2024-03-04;2024-03-07;100", "1;2024-03-12;2024-03-12;100")
        self.assertEqual((again.total.spells, again.total.sick_pay_periods), (2, 1))
        self.assertAlmostEqual(again.total.sick_pay, 4 * 1_107.69, delta=0.02)
        new = spells("1;2024-03-04;2024-03-07;100", "1;2024-03-13;2024-03-13;100")
        self.assertEqual((new.total.spells, new.total.sick_pay_periods), (2, 2))
        self.assertAlmostEqual(new.total.sick_pay, 3 * 1_107.69, delta=0.02)

    def test_6_ten_deductions(self):
        mondays = [date(2024, 1, 8) + timedelta(14 * i) for i in range(11)]
        eleven = spells(*[f"1;{day};{day};100" for day in mondays])
        self.assertEqual((eleven.total.sick_pay_periods, eleven.total.waiting_deductions), (11, 10))
        self.assertAlmostEqual(eleven.total.sick_pay, 1_107.69, places=2)

    def test_7_the_rule_of_thumb(self):
        day = spells("1;2024-03-04;2024-03-04;100", options=("--monthly-pay", "30000", "--method", "rule-of-thumb"))
        self.assertAlmostEqual(day.total.other, 3_000)
        self.assertAlmostEqual(100_000 / day.total.other, 33.3, places=1)

    def test_8_norrbotten(self):
        # 384 000 kr a year, 31 %, 12 %, 20 %: some split of 2.2 net days is worth 2 150 kr.
        hour = 384_000 / r.MODEL_HOURS
        short = 8 * hour * ((0.8 + 0.12) * 1.31 + 0.2)
        long = 8 * hour * ((0.1 + 0.12) * 1.31 + 0.2)
        split = (2_150 - 2.2 * long) / (short - long)
        self.assertTrue(0 < split < 2.2, split)
        # Outside the target groups: 0.6 fewer net days, yet 1 100 kr more.
        more_short = (1_100 + 0.6 * long) / (short - long)
        self.assertTrue(more_short > 0)

    def test_12_rows_are_not_spells(self):
        days = [date(2024, 3, day) for day in (1, 4, 5, 6, 7, 8, 11, 20, 21)]  # Friday, a week, Monday; Wednesday, Thursday
        table = "\n".join(["Anst.nr;Datum;Omfattning"] + [f"1;{day};100" for day in days]) + "\n"
        result = second.calculate(table, ("--monthly-pay", "30000"))
        self.assertEqual((result.total.spells, result.total.sick_pay_periods, result.rows_used), (2, 2, 9))


class ByHand(unittest.TestCase):
    """Cases worked out with pencil and paper from the rules."""

    def test_a_weekend_start(self):
        result = spells("1;2024-03-02;2024-03-17;100")  # Saturday; the period begins on Monday the 4th and ends on the 17th
        self.assertAlmostEqual(result.total.short_hours, 80)
        self.assertEqual(result.total.long_hours, 0)

    def test_the_waiting_day_before_2019(self):
        result = spells("1;2018-12-31;2019-01-02;100")
        self.assertEqual((result.total.waiting_days, result.total.waiting_deductions), (1, 0))
        self.assertAlmostEqual(result.total.sick_pay, 2 * 1_107.69, delta=0.02)

    def test_benefit_of_the_years(self):
        # 2021: 810, 2022: 1 027, 2023: 1 116, at the ceiling.
        self.assertEqual([second.benefit(second.Fraction(60_000), year, 1) for year in (2021, 2022, 2023)], [810, 1027, 1116])

    def test_part_time_and_overlap(self):
        # Half time, wholly sick in two rows at once: held to the half-time schedule.
        table = "Anst.nr;Fr.o.m.;T.o.m.;Omfattning;Sysselsättningsgrad\n1;2024-03-04;2024-03-05;100;50\n1;2024-03-05;2024-03-06;100;50\n"
        result = second.calculate(table, ("--monthly-pay", "30000"))
        self.assertAlmostEqual(result.total.hours, 12)
        self.assertAlmostEqual(result.total.sick_pay, 0.8 * 30_000 * 12 / 2_080 * (12 - 4), places=6)

    def test_protection(self):
        table = HEADING + ";Särskilt högriskskydd\n1;2024-03-04;2024-03-05;100;ja\n2;2024-03-04;2024-03-05;100;ja, med karensavdrag\n"
        result = second.calculate(table, ("--monthly-pay", "30000"))
        self.assertEqual((result.total.sick_pay_periods, result.total.waiting_deductions), (2, 1))
        self.assertAlmostEqual(result.total.sick_pay, 0)
        self.assertAlmostEqual(result.parties["state"], 3 * 1_107.69, delta=0.02)

    def test_the_order_of_rows_is_nothing(self):
        table = "Anst.nr;Fr.o.m.;T.o.m.;Omfattning;Sysselsättningsgrad;Heltidslön\n"
        rows = ["1;2024-03-04;2024-03-05;50;50;30000\n", "1;2024-03-04;2024-03-06;50;100;43000\n", "1;2024-03-05;2024-03-06;100;100;20000\n"]
        sums = {
            round(second.calculate(table + "".join(order), ()).total.sick_pay, 6)
            for order in (rows, rows[::-1], [rows[1], rows[0], rows[2]])
        }
        self.assertEqual(len(sums), 1)

    def test_no_pay_lost_no_period(self):
        table = "Anst.nr;Fr.o.m.;T.o.m.;Omfattning;Timmar\n1;2024-03-04;2024-03-05;100;0\n1;2024-03-06;2024-03-07;100;\n"
        result = second.calculate(table, ("--monthly-pay", "30000"))
        self.assertAlmostEqual(result.total.sick_pay, 1_107.69, places=2)

    def test_a_spell_of_days_is_paid_as_a_spell_of_dates(self):
        days = [date(2024, 3, 4) + timedelta(i) for i in range(26)]
        by_day = "\n".join(["Anst.nr;Datum;Omfattning"] + [f"1;{day};50" for day in days if day.weekday() < 5]) + "\n"
        one = second.calculate(by_day, ("--monthly-pay", "30000"))
        other = spells("1;2024-03-04;2024-03-29;50")
        for party, kronor in other.parties.items():
            self.assertAlmostEqual(one.parties[party], kronor, places=6)

    def test_begun_before_the_data(self):
        # Since Thursday 29 February: half of the deduction is drawn; Monday is day 5, and the 14th day is 13 March.
        table = HEADING + ";Sjukfallets första dag\n1;2024-03-04;2024-03-15;25;2024-02-29\n"
        result = second.calculate(table, ("--monthly-pay", "30000"))
        self.assertEqual((result.total.spells, result.total.sick_pay_periods, result.total.waiting_deductions), (0, 0, 0))
        self.assertAlmostEqual(result.total.short_hours, 8 * 2)
        self.assertAlmostEqual(result.total.sick_pay, 276.92 * (8 - 2), delta=0.05)


if __name__ == "__main__":
    unittest.main()
