"""The dated values, copied by hand from the project's collection of rules (not from src/rules/table.rs).

Money in kronor, percentages as fractions, years as given. Where the collection says "not known", there is no entry.
"""

from fractions import Fraction

# Lag (1991:1047) om sjuklön.
SICK_PAY_LEVEL = 0.8          # 6 §: 80 % of the pay lost
DEDUCTION_SHARE = 0.2         # 6 §: 20 % of the sick pay of an average week
DEDUCTION_FROM_YEAR = 2019    # SFS 2018:648: before that, the first day unpaid
PERIOD_DAYS = 14              # 7 §: the first day and the following 13 calendar days
RELAPSE_DAYS = 5              # 7 §: within five calendar days of the end of the former
CAP_DEDUCTIONS = 10           # 6 §: after ten in the last twelve months, none
WEEKS_OF_YEAR = 52
MONTHS_OF_YEAR = 12

# The collective agreement (AB).
TOP_UP = 0.10                 # calendar days 15–90
TOP_UP_LAST_DAY = 90
TOP_UP_ABOVE = 0.876          # on the part of pay above so many price base amounts a year
TOP_UP_CEILING = 10

# Prisbasbelopp.
BASE_AMOUNT = {
    2015: 44500, 2016: 44300, 2017: 44800, 2018: 45500, 2019: 46500, 2020: 47300,
    2021: 47600, 2022: 48300, 2023: 52500, 2024: 57300, 2025: 58800, 2026: 59200,
}

# Socialförsäkringsbalken 28:7, 28:10: sickness benefit a day.
BENEFIT_SHARE = Fraction(80, 100) * Fraction(97, 100)
DAYS_OF_YEAR = 365


def benefit_ceiling(year, month):
    """Socialförsäkringsbalken 25:5: the ceiling in price base amounts."""
    if (year, month) < (2018, 7):
        return Fraction(15, 2)
    return Fraction(8) if year < 2022 else Fraction(10)


# Employer contributions and SKR's standard on-cost.
CONTRIBUTIONS = 0.3142
CONTRIBUTIONS_OF_THE_OLD = 0.1021
ON_COST = {
    "municipality": {2013: 0.3846, 2014: 0.3846, 2019: 0.3915, 2020: 0.4015, 2021: 0.4015, 2022: 0.3925, 2023: 0.4453},
    "region": {2013: 0.4303, 2014: 0.4413, 2019: 0.4645, 2020: 0.4645, 2021: 0.4615, 2022: 0.4522, 2023: 0.5228},
}


def age_of_the_old(year):
    """Reduced contributions for who has turned so old before the year."""
    if year <= 2022:
        return 65
    return 66 if year <= 2025 else 67


# Försäkringskassan's model.
MODEL_HOURS = 1880
HOLIDAY = 0.12                # semesterlagen 16 b §
HOLIDAY_DAYS = 180            # semesterlagen 17 §: a year
OVERHEAD = 0.20

# The other methods: share of monthly pay per net day.
RULE_SHORT, RULE_LONG, RULE_LAST_DAY = 0.10, 0.025, 90
KI_SHORT, KI_LONG = 0.10, 0.01

# Measures.
NET_DAY = 8
LONG_SPELL = 60
BANDS = [(1, 14), (15, 59), (60, 90), (91, 180), (181, 365), (366, None)]
