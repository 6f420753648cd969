"""The bodies that speakers lead or speak for, by whatever words, and their names in full."""

import pytest

from reportedly.clean import document_of
from reportedly.model import Source
from reportedly.read.reader import Reader


def source(using: Reader, text: str, publisher: str | None = None) -> Source:
    reading = using.read(document_of(text, published="2031-05-06", publisher=publisher))
    by_id = {one.id: one for one in reading.sources}
    return by_id[next(one.source for one in reading.statements if one.source is not None)]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The shells killed nine, said Colonel Omar Hadi, who speaks for the army.", "army"),
        ("The shells killed nine for the motherland, Brigadier Omar Hadi, who speaks for the army, said.", "army"),
        ("Omar Hadi, who presides over the Harbour Council, said the shells had killed nine.", "Harbour Council"),
        ("The shells killed nine, Omar Hadi, who runs the Tarsa clinic, told the Post.", "Tarsa clinic"),
        ("The colonel who speaks for the coalition, Omar Hadi, said no aircraft had bombed the coast.", "coalition"),
        ("The shells killed nine, Lena Korin said. Korin heads the Harbour Relief Office.", "Harbour Relief Office"),
        ("The shells killed nine, Lena Korin said. Korin is the director of the Harbour Relief Fund.",
         "Harbour Relief Fund"),
        ("The shells killed nine, said Colonel Omar Hadi, an army spokesman, whereas the mayor spoke of five.", "army"),
        ("The bomb killed four, said Police Colonel Omar Hadi.", "police"),
        ("The Valley Hawks captured the town on Friday, their commander, Omar Hadi, said.", "Valley Hawks"),
    ],
)  # fmt: skip
def test_who_leads_a_body_or_speaks_for_it_is_of_it(using: Reader, text: str, body: str) -> None:
    assert source(using, text).affiliation == body


@pytest.mark.parametrize(
    "text",
    [
        "The shells killed nine, said Lena Korin, who leads a local relief committee.",
        "The shells killed nine, said Lena Korin, who does not speak for the army.",
        "Malian fisherman Omar Hadi said soldiers had burned the huts.",
        "The shells killed nine, Lena Korin said. Korin runs every morning.",
    ],
)
def test_others_are_of_none(using: Reader, text: str) -> None:
    assert source(using, text).affiliation is None


@pytest.mark.parametrize(
    ("text", "publisher", "body"),
    [
        ("The raid killed six, said Lena Korin, our coordinator.", "Beni Relief Forum", "Beni Relief Forum"),
        ("The raid killed six, the spokesman, Omar Hadi, said.", "Harbour Relief Fund (post)", "Harbour Relief Fund"),
        ("The raid killed six, the spokesman, Omar Hadi, said.", "Harbour Times", None),
        ("The raid killed six, our correspondent Lena Korin said.", "Harbour Times", None),
    ],
)
def test_a_bodys_own_people_are_of_it(using: Reader, text: str, publisher: str, body: str | None) -> None:
    assert source(using, text, publisher).affiliation == body


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Sudan Doctors' Circle said five people were killed.", "Sudan Doctors' Circle"),
        ("The Katha People's Column said in a statement that the plane was hit.", "Katha People's Column"),
        ("Five people were killed, the Houthi Prisoners' Committee said.", "Houthi Prisoners' Committee"),
        ("Three men were killed on Friday, according to the Pemba Diocesan Letter.", "the Pemba Diocesan Letter"),
        ("Residents reached by telephone said the town had been captured.", "Residents"),
        ("Villagers contacted by radio said the army had burned 12 houses.", "Villagers"),
        ("Two farmers questioned at the checkpoint told us that soldiers had burned the mill.", "Two farmers"),
        ("Omar Hadi, a farmer who says soldiers burned his barn, has left.", "Omar Hadi"),
        ("The air force said it had bombed the port.", "air force"),
    ],
)
def test_names_are_whole_and_without_how_they_were_reached(using: Reader, text: str, name: str) -> None:
    assert source(using, text).name == name
