"""The words of dates in news English: months, weekdays, numbers, units, named days. Data only."""

from __future__ import annotations

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
MONTH_SHORT = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip

# Months that are also names, verbs or nouns: they count as months only beside a word of time.
DOUBTFUL_MONTHS = frozenset({"march", "april", "may", "june", "august"})

WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6,
}  # fmt: skip

# EDTF season codes.
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

PARTS_OF_DAY = ("morning", "afternoon", "evening", "night", "noon", "midnight", "dawn")

# TIMEX3's signs for the parts of a day (TIDES 2003); noon and midnight are times of the clock.
PART_SIGNS = {
    "morning": "TMO", "dawn": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI",
    "noon": "T12:00", "midday": "T12:00", "midnight": "T24:00", "overnight": "TNI",
}  # fmt: skip

# TIMEX3's letters for lengths of time, as TimeBank writes them: decades E, centuries C.
UNIT_LETTERS = {
    "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "E", "century": "C",
}  # fmt: skip

# Unit of time -> (the unit that arithmetic uses, how many of them it is).
UNITS = {
    "minute": ("minute", 1), "hour": ("hour", 1), "day": ("day", 1), "week": ("week", 1),
    "fortnight": ("week", 2), "month": ("month", 1), "quarter": ("month", 3),
    "year": ("year", 1), "decade": ("year", 10), "century": ("year", 100),
    "centurie": ("year", 100),
}  # fmt: skip

ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
}  # fmt: skip
TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
MULTIPLES = {"hundred": 100, "dozen": 12, "thousand": 1000}

# Words for an unsaid number. They mean two or more.
SOME_NUMBER = ("several", "a few", "few", "many", "dozens of", "hundreds of", "a number of", "some")
AT_LEAST = 2

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
}  # fmt: skip

# The days of the month in words, a space for the hyphen.
ORDINAL_DAYS = {
    **{name: n for name, n in ORDINALS.items() if "-" not in name},
    **{f"twenty {name}": 20 + n for name, n in ORDINALS.items() if n < 10},
    "thirtieth": 30, "thirty first": 31,
}  # fmt: skip

DECADE_WORDS = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip

# Days with a name and the same date everywhere: (month, day). Days whose date differs by country
# (Independence Day, Labour Day, election days) are left out on purpose.
NAMED_DAYS = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "new year's": (1, 1),
    "orthodox christmas": (1, 7), "christmas day": (12, 25),
    "christmas": (12, 25), "boxing day": (12, 26), "valentine's day": (2, 14),
    "international women's day": (3, 8), "april fools' day": (4, 1), "may day": (5, 1),
    "victory day": (5, 9), "bastille day": (7, 14), "armistice day": (11, 11),
    "halloween": (10, 31), "human rights day": (12, 10), "epiphany": (1, 6),
    "st. patrick's day": (3, 17), "earth day": (4, 22),
    "anzac day": (4, 25), "world press freedom day": (5, 3), "europe day": (5, 9),
    "juneteenth": (6, 19), "all saints' day": (11, 1),
    "all souls' day": (11, 2), "veterans day": (11, 11), "remembrance day": (11, 11),
    "orthodox christmas eve": (1, 6), "christmas eve": (12, 24),
}  # fmt: skip

# Days that are the nth weekday of a month: (month, weekday from Monday 0, nth; -1 the last).
# United States Code, title 5, section 6103.
COUNTED_DAYS = {
    "martin luther king day": (1, 0, 3), "martin luther king jr. day": (1, 0, 3),
    "presidents' day": (2, 0, 3), "presidents day": (2, 0, 3), "memorial day": (5, 0, -1),
    "columbus day": (10, 0, 2), "thanksgiving day": (11, 3, 4), "thanksgiving": (11, 3, 4),
}  # fmt: skip

# Days counted from Easter Sunday of the western churches.
EASTER_DAYS = {
    "good friday": -2, "easter sunday": 0, "easter monday": 1, "easter": 0, "ash wednesday": -46,
    "palm sunday": -7, "shrove tuesday": -47, "maundy thursday": -3, "holy saturday": -1,
    "ascension day": 39, "pentecost sunday": 49, "pentecost": 49, "whit monday": 50,
}  # fmt: skip

# Days that news names by month and day alone, once and for all.
FAMOUS_DAYS = {"9/11": "2001-09-11"}

# What is counted, paid or measured: a number before these is not a year or a day of the month.
COUNTED = frozenset(
    """
    people persons men women children civilians soldiers troops officers police policemen guards
    fighters militants rebels recruits volunteers prisoners detainees migrants refugees residents
    inhabitants workers employees staff members delegates deputies lawmakers students teachers
    doctors patients passengers victims survivors deaths casualties cases votes voters ballots seats
    protesters demonstrators participants guests visitors tourists families households homes houses
    buildings villages vehicles tanks trucks cars drones missiles rockets shells aircraft planes
    ships boats flights barrels tons tonnes kilos kilograms kilometers kilometres km miles meters
    metres feet acres hectares litres liters gallons megawatts mw pages words copies units items
    pieces times points percent per dollars euros pounds pesos rubles roubles yuan yen rupees francs
    lira dinars riyals cents million billion trillion companies firms shares schools hospitals
    """.split()
)

# Words after which "of 2000", "to 2012", "by 1900" is a count and not a year.
AMOUNT_NOUNS = (
    "total", "force", "number", "crowd", "group", "maximum", "minimum", "average", "team", "army",
    "population", "capacity", "toll", "sum", "strength", "size", "record", "high", "low",
)  # fmt: skip
CHANGE_VERBS = (
    "rose", "rise", "rises", "rising", "risen", "fell", "fall", "falls", "fallen", "falling",
    "grew", "grow", "grown", "climbed", "climb", "dropped", "drop", "increased", "increase",
    "decreased", "decrease", "reduced", "reduce", "raised", "raise", "cut", "expanded", "swelled",
    "up", "down", "jumped", "soared", "outnumbered", "declined", "gained", "lost",
)  # fmt: skip

# "Moved the vote from Monday to Friday" names two days, not the days between.
MOVING_VERBS = (
    "moved", "move", "postponed", "postpone", "shifted", "shift", "rescheduled", "delayed",
    "changed", "change", "brought forward", "pushed", "advanced",
)  # fmt: skip

# Past forms of common news verbs that do not end in -ed.
IRREGULAR_PASTS = frozenset(
    """
    was were had did said told met began went took held won lost made gave came left led fell rose
    sent saw struck shot spoke wrote flew fought found got broke brought built bought caught chose
    drew drove felt forgot froze grew hid kept knew laid lay meant paid ran sat sold sought shook
    stood swore taught thought threw understood withdrew became arose fled heard hung spent stole
    wore forbade overthrew oversaw undertook underwent
    """.split()
)

# Words in -ed that are no past tense of the clause.
NOT_PASTS = frozenset(
    "armed need indeed hundred speed feed exceed proceed succeed breed seed sacred alleged "
    "so-called unspecified undisclosed unchanged limited detailed related retired "
    "unprecedented".split()
)

# The words by which rules are kept off sentences that cannot match them, in lower case.
MONTH_WORDS = (*MONTHS, *MONTH_SHORT)
WEEKDAY_WORDS = (
    *WEEKDAYS, "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
)  # fmt: skip
UNIT_WORDS = (
    *(unit for unit in UNITS if unit != "centurie"), *(f"{unit}s" for unit in UNITS), "centuries",
)  # fmt: skip
NAMED_WORDS = frozenset(
    word.removesuffix("'s").strip("'.")
    for name in (*NAMED_DAYS, *EASTER_DAYS, *COUNTED_DAYS)
    for word in name.split()
) - {"day", "new", "all", "st", "jr"}
