import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podkit._clock import find_timestamps, read_clock, write_clock


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0:00", 0),
        ("1:05", 65),
        ("01:05", 65),
        ("62:09", 3729),
        ("999:59", 59999),
        ("1:02:03", 3723),
        ("01:02:03", 3723),
        ("9999:59:59", 35999999),
        ("1:02:03.5", 3723.5),
        ("1:02:03,250", 3723.25),
        ("0:00.123456789", 0.123456789),
        (" 1:05\n", 65),
        ("0:75", 75),
    ],
)
def test_reads(text, seconds):
    assert read_clock(text) == seconds


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "soon",
            "5",
            "5.5",
            "1:5",
            ":05",
            "1:",
            "1:05:",
            "1:05.",
            "-1:05",
            "1:05 pm",
            "1 :05",
        ),
        *("10000:00:00", "1000:00", "1:005", "1:05:5", "1:2:3:04", "1:05.1234567890", "1:05;5"),
    ],
)
def test_reads_nothing_else(text):
    assert read_clock(text) is None


@pytest.mark.parametrize(
    ("seconds", "options", "text"),
    [
        (0, {}, "0:00"),
        (62, {}, "1:02"),
        (62.5, {}, "1:02"),
        (3599.6, {}, "1:00:00"),
        (3723, {}, "1:02:03"),
        (36000, {}, "10:00:00"),
        (62, {"hours": 1}, "0:01:02"),
        (62, {"hours": 2}, "00:01:02"),
        (360000, {"hours": 2}, "100:00:00"),
        (0.5, {"decimals": 3}, "0:00.500"),
        (62.25, {"decimals": 1}, "1:02.2"),
        (59.9996, {"decimals": 3}, "1:00.000"),
        (3599.9999, {"decimals": 3}, "1:00:00.000"),
        (3723.007, {"decimals": 3, "point": ",", "hours": 2}, "01:02:03,007"),
        (1e15, {"decimals": 2}, "277777777777:46:40.00"),
    ],
)
def test_writes(seconds, options, text):
    assert write_clock(seconds, **options) == text


@settings(deadline=None)
@given(st.integers(0, 10**4 * 3600 * 1000 - 1).map(lambda count: count / 1000))
def test_reads_what_it_writes(seconds):
    assert read_clock(write_clock(seconds, decimals=3, hours=2)) == pytest.approx(seconds, abs=1e-6)
    assert read_clock(write_clock(int(seconds))) == int(seconds)


@settings(deadline=None)
@given(st.floats(0, allow_nan=False, allow_infinity=False), st.integers(0, 9))
def test_writes_any_time(seconds, decimals):
    *_, last = write_clock(seconds, decimals=decimals).split(":")
    assert 0 <= float(last) < 60


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("00:00 Intro", (0, "Intro")),
        ("1:05 – The news", (65, "The news")),
        ("1:05 - The news", (65, "The news")),
        ("1:05—The news", (65, "The news")),
        ("1:05 ‒ The news", (65, "The news")),
        ("1:05 − The news", (65, "The news")),
        ("1:05: The news", (65, "The news")),
        ("1:05 | The news", (65, "The news")),
        ("1:05The news", (65, "The news")),
        ("(1:05) The news", (65, "The news")),
        ("[1:05] - The news", (65, "The news")),
        ("@1:05 The news", (65, "The news")),
        ("• 1:05 The news", (65, "The news")),
        ("  * (1:05) The news  ", (65, "The news")),
        ("1:02:03.5 The news", (3723.5, "The news")),
        ("1:05 At 3:00 we left", (65, "At 3:00 we left")),
        ("1:05 -- The news", (65, "The news")),
        ("1:05 ‐ The news", (65, "The news")),
        ("1:05 ‑ The news", (65, "The news")),
        ("1:05 ― The news", (65, "The news")),
        ("- 1:05 The news", (65, "The news")),
        ("– (1:05) – The news", (65, "The news")),
        ("1. 1:05 The news", (65, "The news")),
        ("12) [1:05] The news", (65, "The news")),
        ("▶ 1:05 The news", (65, "The news")),
        ("[12:34] – The news", (754, "The news")),
        ("(1:02:03) The news", (3723, "The news")),
        ("1:05 3 - 2 for us", (65, "3 - 2 for us")),
        ("The news - 1:05", (65, "The news")),
        ("The news — 1:05", (65, "The news")),
        ("The news – (1:05)", (65, "The news")),
        ("The news | 1:05", (65, "The news")),
        ("The news\t1:05", (65, "The news")),
        ("* The news – 1:02:03", (3723, "The news")),
        ("- The news (1:05)", (65, "The news")),
        ("3. The news (1:05)", (65, "3. The news")),
        ("The news (1:05)", (65, "The news")),
        ("The news [01:02:03]", (3723, "The news")),
        ("The news(1234:59:59.123456789)", (1234 * 3600 + 3599.123456789, "The news")),
        ("(A) The (B) news (1:05)", (65, "(A) The (B) news")),
        ("1:05 The news (2:00)", (65, "The news (2:00)")),
        ("1:05 (2:00)", (65, "(2:00)")),
        ("**1:05** News", (65, "News")),
        ("**1:05 News**", (65, "News")),
        ("**1:05 News** with Ann", (65, "News with Ann")),
        ("***1:05*** – News", (65, "News")),
        ("__1:05__ News", (65, "News")),
        ("_1:05_ News", (65, "News")),
        ("*1:05* News", (65, "News")),
        ("* **1:05** News", (65, "News")),
        ("- **(1:05)** News", (65, "News")),
        ("2. **1:05** News", (65, "News")),
        ("1:05 **News**", (65, "**News**")),
        ("1:05 a *2:00 b*", (65, "a *2:00 b*")),
        ("[@1:01:38] - The news", (3698, "The news")),
        ("12：34 The news", (754, "The news")),
        ("12:34-15:10 The news", (754, "The news")),
        ("[0:12:34 – 1:15:10] The news", (754, "The news")),
        ("1h02m03s The news", (3723, "The news")),
        ("• 1h02 – The news", (3720, "The news")),
        ("0h 12m: The news", (720, "The news")),
        ("(2m03s) The news", (123, "The news")),
        ("00.12.34 The news", (754, "The news")),
        ("1:05\nThe news", (65, "The news")),
        ("⏱️ 1:05 The news", (65, "The news")),
        ("➡ 1:05 The news", (65, "The news")),
        ("Min 1:05 The news", (65, "The news")),
        ("Min. 1:05: The news", (65, "The news")),
        ("01'05'' The news", (65, "The news")),
        ("01′05″ The news", (65, "The news")),
        ("1:05 → The news", (65, "The news")),
        ("1:05 => The news", (65, "The news")),
        ("1:05 ..... The news", (65, "The news")),
        ("The news ..... 1:05", (65, "The news")),
        ("The news.....1:05", (65, "The news")),
        ("The news → 1:05", (65, "The news")),
        ("00:01:05 – 01:02:03: The news", (65, "The news")),
        ("(0:05) Intro (5:10)", (5, "Intro (5:10)")),
        ("[0:05] Song (3:45) by Ann", (5, "Song (3:45) by Ann")),
        ("* [1:05] \n\nThe news", (65, "The news")),
    ],
)
def test_finds_the_time_and_title_of_a_line(line, stamp):
    assert find_timestamps(line) == [stamp]


@pytest.mark.parametrize(
    "line",
    [
        *("", "The news", "1:05", "(1:05)", "[1:05] -", "At 3:00 we left.", "The news 1:05"),
        *("The news: 1:05", "It was a win-1:05", "- 1:05", "1. 1:05", "Score 3 - 1:05:06:07"),
        *("00:00:01,000 --> 00:00:05,000", "1:05.1234567890 A"),
        *("1:5 A", "2024-03-28 10:30", "1:05:5 A", "1:005 A", "1:02:03:04 A", "The news (1:05)."),
        *("6:30 pm Doors", "6:30 PM: Doors", "16:00 UTC", "18:00 Uhr: Einlass", "20:15 CET Start"),
        *("[inaudible 18:27]", "12.05.24 The news", "12m The news", "1h02x The news"),
        *("1:75 A", "1:75:00 A", "7:30 is too early", "7:30 war zu früh", "A 1:75"),
        *("1:05\n1:06", "1:05\n\n\nThe news"),
    ],
)
def test_finds_no_other_lines(line):
    assert find_timestamps(line) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Hello 0:00\nThe news 1:05\nGoodbye 12:34",
            [(0, "Hello"), (65, "The news"), (754, "Goodbye")],
        ),
        ("Chapters:\n\n* A 0:00\nwith Ann\nB 0:05\nC 0:09\n", [(0, "A"), (5, "B"), (9, "C")]),
        ("Hello 0:00\nThe news 1:05", []),
        ("Hello 0:01\nThe news 1:05\nGoodbye 12:34", []),
        ("Hello 0:00\nThe news 12:34\nGoodbye 1:05", []),
        ("Hello 0:00\nThe news 1:05\nGoodbye 1:05", []),
        ("0:00 Hello\nThe news 1:05\nGoodbye 12:34", [(0, "Hello")]),
    ],
)
def test_bare_times_at_the_ends_of_lines_count_when_they_make_a_list(text, found):
    assert find_timestamps(text) == found


def test_bare_times_of_a_known_list_need_not_start_from_zero():
    found = [(65, "The news"), (754, "Goodbye")]
    assert find_timestamps("The news 1:05\nGoodbye 12:34", is_list=True) == found
    assert find_timestamps("The news 12:34\nGoodbye 1:05", is_list=True) == []


def test_stamps_of_one_line_are_parted():
    assert find_timestamps("(0:00) A (5:10) B") == [(0, "A"), (310, "B")]


def test_stamps_that_ran_into_one_line_are_parted():
    text = "05:33 - Options (Cont’d)06:44 - The “Why”7:01 – Tea1:02:03 - End"
    assert find_timestamps(text) == [
        (333, "Options (Cont’d)"),
        (404, "The “Why”"),
        (421, "Tea"),
        (3723, "End"),
    ]


def test_dotted_times_count_where_one_can_be_no_date():
    assert find_timestamps("01.02.03 A\n02.02.03 B") == []
    assert find_timestamps("00.00.03 A\n02.02.03 B") == [(3, "A"), (7323, "B")]


def test_finds_lines_in_order():
    text = "0:09 A\r\nno\u2028B (0:05)\x850:07 C\n"
    assert find_timestamps(text) == [(9, "A"), (5, "B"), (7, "C")]


@pytest.mark.parametrize(
    "piece",
    [
        "(",
        "[0:00",
        "0:00]",
        "(1:05)",
        "9",
        "9:",
        ":",
        "* ",
        " ",
        "•",
        "-",
        "1:05.",
        "\n",
        "0:00 A\n",
        "A 0:00\n",
        "A - 0:00",
        "- ",
        "1. ",
        "\t",
        "|",
        "1h02",
        "2m",
        "00.00.00 ",
        "a1:05 - ",
        "1:05\n",
    ],
)
def test_long_texts_take_linear_time(piece):
    long = piece * 50_000
    for text in (long, f"0:00{long}", f"A{long}", f"{long}(1:05)", f"{long}0:00 A"):
        assert len(find_timestamps(text)) <= text.count("\n") + text.count("a1") + 1
    assert read_clock(long) is None
