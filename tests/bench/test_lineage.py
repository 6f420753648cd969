"""Lineages run through the whole system: copies keep a document each, and each day asked for is weighed."""

from bench.gold_lineage import score
from bench.gold_lineage_records import read_lineage_gold

from bench import lineage
from reportedly.read.reader import Reader

CASES = {case.id: case for case in read_lineage_gold(lineage.GOLD / "dev.jsonl")}


def test_every_report_is_a_document_of_its_own_even_with_the_same_words() -> None:
    for case in CASES.values():
        assert len({document.id for document in lineage.documents(case)}) == len(case.reports), case.id


def test_a_case_is_read_linked_weighed_and_scored(using: Reader) -> None:
    case = CASES["dev-09"]
    found = lineage.weigh(case, using)
    assert set(found.documents.values()) == set(found.events) == {report.id for report in case.reports}
    assert set(found.as_of) == {at.date for incident in case.incidents for at in incident.as_of}
    whole = score([case], {case.id: found})
    assert whole.incidents.tellings == len(case.incidents[0].tellings)
    assert len(list(lineage.shown(whole))) == 1 + len(whole.parts)


def test_a_prediction_names_every_incident_and_its_grade(using: Reader) -> None:
    reports = [
        {"text": report.text, "published": report.published, "publisher": report.publisher, "url": report.url}
        for report in CASES["dev-09"].reports
    ]
    row = lineage.predict({"id": "dev-09", "reports": reports}, using)
    assert {incident["id"] for incident in row["incidents"]} == set(row["weighings"])
    assert all(weighing["grade"]["value"] != "Confirmed" for weighing in row["weighings"].values())
