"""Publication times, never finer than what is written."""

import pytest

from reportedly.clean import DateError
from reportedly.clean.dates import from_url, given, iso, spelled, stamp
from reportedly.clean.stamps import dateline, stamped
from reportedly.errors import ReportedlyError


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("2014", "2014", "year"),
        ("2014-11", "2014-11", "month"),
        ("2014-11-03", "2014-11-03", "day"),
        ("20141103", "2014-11-03", "day"),
        ("2014-11-03T18:20", "2014-11-03T18:20", "minute"),
        ("2014-11-03T18:20Z", "2014-11-03T18:20Z", "minute"),
        ("2014-11-03 18:20:05+0200", "2014-11-03T18:20:05+02:00", "second"),
        ("2014-11-03T18:20:05.123Z", "2014-11-03T18:20:05Z", "second"),
        ("2014-11-03T00:00:00Z", "2014-11-03", "day"),
        ("3 November 2014", "2014-11-03", "day"),
    ],
)
def test_given_dates(text: str, value: str, precision: str) -> None:
    found = given(text)
    assert (found.value, found.precision, found.how) == (value, precision, "given")


@pytest.mark.parametrize("text", ["", "yesterday", "2014-13", "2014-02-30", "2014-11-03T25:00", "11/03/2014"])
def test_no_date_is_refused(text: str) -> None:
    with pytest.raises(DateError, match="not a date") as error:
        given(text)
    assert isinstance(error.value, ReportedlyError)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Nov 3, 2014 18:20 GMT", "2014-11-03T18:20Z"),
        ("November 3rd, 2014 at 6:20 pm", "2014-11-03T18:20"),
        ("18:20, 3 Nov. 2014", "2014-11-03T18:20"),
        ("on 3 Sept 2014", "2014-09-03"),
        ("31 February 2014, then 1 March 2014", "2014-03-01"),
        ("12:61 May 5, 2014", "2014-05-05"),
        ("5 Mayor 2014", None),
        ("3 November", None),
    ],
)
def test_dates_in_words(text: str, value: str | None) -> None:
    found = spelled(text, "text")
    assert (found.value if found else None) == value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Mon Nov 03 06:20:00 +0000 2014", "2014-11-03T06:20:00Z"),
        ("Mon, 03 Nov 2014 10:00:00 GMT", "2014-11-03T10:00:00Z"),
        (1415010000, "2014-11-03T10:20:00Z"),
        (1415010000000, "2014-11-03T10:20:00Z"),
        (True, None), (-5, None), (None, None), (["2014"], None), ("soon", None), (float("nan"), None),
    ],
)  # fmt: skip
def test_dates_of_posts(value: object, expected: str | None) -> None:
    found = stamp(value, "metadata")
    assert (found.value if found else None) == expected


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://example.org/2014/11/03/rebels", "2014-11-03"),
        ("https://example.org/world/2014/nov/3/rebels", "2014-11-03"),
        ("https://example.org/news/2014-11-03-rebels.html", "2014-11-03"),
        ("https://example.org/2014/11/rebels", "2014-11"),
        ("https://example.org/20141103", None),
        ("https://example.org/2014/99/rebels", None),
        ("https://example.org/a/2014", None),
    ],
)
def test_dates_in_addresses(url: str, value: str | None) -> None:
    found = from_url(url)
    assert (found.value if found else None) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Published: 3 November 2014", "2014-11-03"),
        ("Last updated on Mon 3 Nov 2014 18:20 GMT", "2014-11-03T18:20Z"),
        ("Posted at 2014-11-03T18:20Z", "2014-11-03T18:20Z"),
        ("November 3, 2014", "2014-11-03"),
        ("Monday, 3 November 2014 18:20 GMT", "2014-11-03T18:20Z"),
        ("Damascus, 15 June 2016 (Capital Bulletin)", "2016-06-15"),
        ("Mon 13 Jun 2016 06.15 BST", "2016-06-13T06:15+01:00"),
        ("Karm News (@karmnews) June 13, 2016", None),
        ("The army took Karm on November 3, 2014", None),
        ("By 3 November 2014 the town had fallen.", None),
    ],
)
def test_publication_lines(text: str, value: str | None) -> None:
    found = stamped(text)
    assert (found.value if found else None) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BEIRUT (Agency) — Rebels said", "BEIRUT (Agency) —"),
        ("BEIRUT — Rebels said", "BEIRUT —"),
        ("KARM, Syria, Oct. 3 - Rebels said", "KARM, Syria, Oct. 3 -"),
        ("TAL AL-KARM, Syria (AP) -- Rebels", "TAL AL-KARM, Syria (AP) --"),
        ("Beirut, Lebanon (CNN) -- Rebels", "Beirut, Lebanon (CNN) --"),
        ("(Reuters) - Rebels said", "(Reuters) -"),
        ("GAZA CITY, Gaza Strip, 3 May 2019 (AFP) – Rebels", "GAZA CITY, Gaza Strip, 3 May 2019 (AFP) –"),
        ("UNITED NATIONS - Rebels said", "UNITED NATIONS -"),
        ("The army — which took the town — left", ""),
        ("Rebels (and others) — said", ""),
        ("UN-backed talks", ""),
        ("BEIRUT (Agency) —", "BEIRUT (Agency) —"),
        ("KARM, 3 JAN 90 -- [REPORT] THE ARMY SAID", "KARM, 3 JAN 90 --"),
        ("NAIROBI, Kenya (AP) _ Rebels", "NAIROBI, Kenya (AP) _"),
        ("THE ARMY TOOK KARM -- AND LEFT", ""),
        ("EVEN THE ARMY’S OWN CHIEF IS AFRAID — he", ""),
        ("Correction, 15 June: An earlier version", ""),
    ],
)
def test_datelines(text: str, expected: str) -> None:
    assert text[: dateline(text)] == expected


def test_iso_needs_the_whole_value() -> None:
    assert iso("2014-11-03 and more", "given") is None
