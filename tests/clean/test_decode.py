"""The encoding of a capture, by the evidence there is."""

import pytest

from reportedly.clean.decode import Decoded, Undecodable, decode

FRENCH = (
    "Le porte-parole de l'armée a déclaré lundi que les forces gouvernementales avaient repris le "
    "contrôle du "
    "village après deux jours de combats acharnés près de la frontière, où des centaines de réfugiés "
    "étaient arrivés. "
)
RUSSIAN = "Представитель армии заявил в понедельник, что правительственные войска вернули контроль над деревней. " * 3


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-8"])
def test_marks_and_utf8(encoding: str) -> None:
    found = decode(FRENCH.encode(encoding))
    assert isinstance(found, Decoded)
    assert found.text == FRENCH


@pytest.mark.parametrize(("text", "encoding"), [(FRENCH, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r")])
def test_legacy_encodings_are_recognised(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding))
    assert isinstance(found, Decoded)
    assert found.text == text


def test_a_header_and_a_page_say_their_encoding() -> None:
    content = f"<html><head><meta charset='windows-1251'></head><p>{RUSSIAN}</p>".encode("cp1251")
    found = decode(content, markup=True)
    assert isinstance(found, Decoded)
    assert RUSSIAN in found.text
    found = decode(RUSSIAN.encode("koi8-r"), header="text/plain; charset=KOI8-R")
    assert isinstance(found, Decoded)
    assert found.text == RUSSIAN


def test_a_wrong_label_gives_way() -> None:
    found = decode(f"<meta charset=ascii><p>{FRENCH}".encode(), header="text/html; charset=shift_jis", markup=True)
    assert isinstance(found, Decoded)
    assert found.encoding != "shift_jis" or FRENCH in found.text
    assert isinstance(decode(b"plain", header="text/html; charset=nonsense-7"), Decoded)


def test_curly_quotes_of_a_page_that_says_latin_1() -> None:
    found = decode("<p>He said “yes”</p>".encode("cp1252"), header="text/html; charset=iso-8859-1", markup=True)
    assert isinstance(found, Decoded)
    assert "“yes”" in found.text


def test_damaged_utf8_is_refused_in_text_and_mended_in_a_page() -> None:
    good = (FRENCH * 3).encode()
    content = good[:40] + b"\xff\xfe\xfd" + good[40:]
    found = decode(content)
    assert isinstance(found, Undecodable)
    assert found.reason == "invalid UTF-8"
    found = decode(content, header="charset=utf-8", markup=True)
    assert isinstance(found, Decoded)
    assert found.text.count("\ufffd") == 3


def test_a_text_cut_inside_its_last_character() -> None:
    found = decode("Karm is ours ”".encode()[:-1])
    assert isinstance(found, Decoded)
    assert found.text == "Karm is ours "


def test_noise_is_no_text() -> None:
    assert isinstance(decode(bytes(range(128, 256)) * 4), Undecodable)


def test_damaged_utf8_is_no_rare_code_page() -> None:
    damaged = b"The mayor said \xff\xfe that \x80\x81 three people were killed and the caf\xe9 was hit.\n"
    assert isinstance(decode(damaged), Undecodable)
