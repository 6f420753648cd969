"""However a wire writes it, the ministry says it: quotes, dashes, datelines, capitals, a full stop that is missing."""

import pytest

from reportedly.clean import document_of
from reportedly.read.reader import Reader


@pytest.mark.parametrize(
    "text",
    [
        'The defence ministry said: "We have taken the village."',
        "The defence ministry said: “We have taken the village.”",
        "‘We have taken the village,’ the defence ministry said on Monday.",
        "«We have taken the village», the defence ministry said on Monday.",
        "“We have taken the village,” the defence ministry said on Monday",
        "Its troops have taken the village — the defence ministry said on Monday — without a fight.",
        "Its troops – the defence ministry said on Monday – have taken the village.",
        "KHARKIV (Northwire) — The defence ministry said on Monday that its troops had taken the village.",
        "KHARKIV, March 3 - The defence ministry said on Monday its troops had taken the village.",
        "GOMA, DR Congo: The defence ministry said on Monday that its troops had taken the village.",
        "THE DEFENCE MINISTRY SAID ON MONDAY THAT ITS TROOPS HAD TAKEN THE VILLAGE.",
        "TROOPS HAVE TAKEN THE VILLAGE, THE DEFENCE MINISTRY SAID ON MONDAY",
        "The defence ministry said on Monday that its troops had taken the village",
        "the defence ministry said on monday that its troops had taken the village",
    ],
)
def test_the_ministry_says_it(text: str, using: Reader) -> None:
    document = document_of(text)
    reading = using.read(document)
    sources = {source.id: source for source in reading.sources}
    said = [
        statement
        for statement in reading.statements
        if any(span.of(text).lower() == "said" for span in statement.cue) and statement.source is not None
    ]
    assert len(said) == 1
    assert "ministry" in sources[said[0].source or ""].name.lower()
    content = " ".join(span.of(text).lower() for span in said[0].content)
    assert "taken" in content
    assert "village" in content
    assert "ministry" not in content
