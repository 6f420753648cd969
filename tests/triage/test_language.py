"""English is read; what is clearly not English is told of."""

import pytest

from reportedly.clean import document_of
from reportedly.model import Document, Skipped
from reportedly.triage import triage

ENGLISH = "The army said on Monday that it had taken the village of Karm after two days of heavy fighting. "
OTHERS = {
    "de": ("Die Armee teilte am Montag mit, dass sie das Dorf nach zwei Tagen schwerer Kämpfe eingenommen habe. "),
    "fr": ("L'armée a annoncé lundi avoir pris le village après deux jours de combats acharnés avec les rebelles. "),
    "es": "El ejército dijo el lunes que había tomado el pueblo después de dos días de fuertes combates. ",
    "tr": (
        "Ordu pazartesi günü yaptığı açıklamada, iki gün süren çatışmaların ardından köyü ele geçirdiğini söyledi. "
    ),
    "ar": "قال الجيش يوم الاثنين إنه سيطر على القرية بعد يومين من القتال العنيف مع المعارضة. ",
    "ru": "Армия заявила в понедельник, что заняла деревню после двух дней тяжелых боев с повстанцами. ",
}


@pytest.mark.parametrize("language", sorted(OTHERS))
def test_other_languages_are_skipped(language: str) -> None:
    found = triage(document_of(OTHERS[language] * 4))
    assert isinstance(found, Skipped)
    assert (found.stage, found.reason) == ("triage", "not English")
    assert language in ("ru", "tr") or found.detail == language  # near languages are taken for each other


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH * 4,
        "BREAKING: 2 tanks seized near Karm",
        "Khan Al-Sobol, Dadikh, KafarBatikh, Kafruma",
        ENGLISH * 3 + OTHERS["fr"],
        f"{ENGLISH}He called it «{OTHERS['ar']}». {ENGLISH}",
    ],
)
def test_english_and_short_texts_pass(text: str) -> None:
    found = triage(document_of(text))
    assert isinstance(found, Document)
    assert found.language == "en"


@pytest.mark.parametrize("text", ["", "   \n", "Share\n\nTweet\n\nRead more"])
def test_nothing_to_read(text: str) -> None:
    found = triage(document_of(text))
    assert isinstance(found, Skipped)
    assert found.reason == "no text"
