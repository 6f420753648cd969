"""The words around a toponym that tell what kind of place it is, or that it is none."""

import re
from typing import Literal

Level = Literal["", "town", "district", "province", "country", "feature", "facility"]

LEVELS: dict[str, Level] = {
    "province": "province", "governorate": "province", "region": "province", "oblast": "province",
    "state": "province", "county": "district", "district": "district", "subdistrict": "district",
    "parish": "district", "township": "district", "raion": "district", "countryside": "province",
    "city": "town", "town": "town",
    "village": "town", "hamlet": "town", "suburb": "town", "neighbourhood": "town", "neighborhood": "town",
    "quarter": "town", "settlement": "town", "municipality": "town", "mountain": "feature",
    "mountains": "feature", "hills": "feature", "valley": "feature", "plain": "feature",
    "plains": "feature", "desert": "feature", "river": "feature", "lake": "feature", "peninsula": "feature",
    "island": "feature", "islands": "feature", "strait": "feature", "heights": "feature",
    "airbase": "facility", "air base": "facility", "airport": "facility", "airfield": "facility",
    "crossing": "facility", "border crossing": "facility", "camp": "facility", "refugee camp": "facility",
    "checkpoint": "facility", "base": "facility", "military base": "facility", "prison": "facility",
    "hospital": "facility", "dam": "facility", "bridge": "facility", "oil field": "facility",
    "oilfield": "facility", "refinery": "facility", "port": "facility", "military airport": "facility",
    "square": "facility", "jail": "facility", "courthouse": "facility", "city hall": "facility",
    "town hall": "facility", "high school": "facility", "fairgrounds": "facility", "stadium": "facility",
    "international airport": "facility", "regional airport": "facility", "railway station": "facility",
    "detention center": "facility", "barracks": "facility", "garrison": "facility", "gate": "facility",
}  # fmt: skip
"""Word beside a name → the level it puts the name on."""

_WORDS = "|".join(sorted((re.escape(word) for word in LEVELS), key=len, reverse=True))
AFTER = re.compile(
    rf"(?:['’]s)? (?:(?:north|south|east|west)(?:ern)? |western |eastern |rural |northern "
    rf"|southern )?(?P<word>{_WORDS})\b",
    re.I,
)
BEFORE = re.compile(
    r"\b(?P<word>province|governorate|region|oblast|state|county|district|subdistrict"
    r"|countryside|city|town|village|hamlet|suburb|neighbou?rhood"
    r"|settlement|(?:provinces|governorates|regions|districts|cities|towns|villages|suburbs"
    r"|neighbou?rhoods))(?: \w+)? (?:of|called|named)(?: the)? $",
    re.I,
)
FEATURE_BEFORE = re.compile(
    r"\b(?P<word>Mount|Mt\.?|Lake|Jabal|Jebel|Gulf of|Strait of|Cape|Port|Camp|Fort|River"
    r"|Wadi) $"
)
LOCATIVE = re.compile(
    r"\b(?:in|at|near|from|to|into|around|outside|inside|towards?|across|over|through|between"
    r"|within|throughout|leaving|entering|entered|reached|of|on"
    r"|(?:town|city|village|province|district|suburb|region|capital|neighbou?rhood|area"
    r"|countryside|outskirts|governorate|port)s?(?: of)?"
    r"|(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)?(?:"
    r" of)?|central|rural|downtown|besieged|captured|seized|bombed|shelled)"
    r"(?: (?:nearby|neighbou?ring|northern|southern|eastern|western|central|rural|besieged))? $",
    re.I,
)
CAPITALS = re.compile(
    r"(?:[A-Z]\.){2,4}"
    r"|(?:(?:al|el|ad|an|ar|as|at|az|ash|ed|ez|es|er|et)-)?[A-ZÀ-Þ][\w'’`-]*\w"
    r"(?: (?:(?:al|el|ad|an|ar|as|at|az|ash|ed|ez|es|er|et|de|la|abu|umm)[- ])?[A-ZÀ-Þ][\w'’`-]*\w)*"
)
DATELINE = re.compile(
    r"(?:, (?:[A-Z][\w.]+ ?){1,3})?(?: ?\([A-Z][^()\n]{1,30}\))?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})? ?(?:—|–|--|- )"
)
"""After a name in capital letters: the rest of a newswire's dateline, "TARSA, Syria (AP) —"."""
OF_A_PLACE = re.compile(
    r"(?:['’]s)? (?:(?:city|town|state|county|area|region|provincial|local|federal) )?(?:police|officials?|residents?"
    r"|authorities|mayor|government|governor|councill?or|man|woman|men|women|couple|teen(?:ager)?|native|resident|council"
    r"|streets?|suburbs?|neighbou?rhoods?|airport|border|market|hospital|firefighters|lawmakers|voters|schools?|area"
    r"|region|district|metro|skyline|coast|waterfront)\b"
)
"""After a name: people and things that a town or a country has; "Karlow police"."""
SAYS = frozenset({
    "say", "tell", "announce", "deny", "warn", "accuse", "condemn", "reject", "agree", "sign", "want", "vow",
    "urge", "ask", "call", "claim", "insist", "refuse", "threaten", "propose", "offer", "impose", "recognise",
    "recognize", "support", "back", "oppose", "welcome", "approve", "veto", "sanction", "demand", "promise",
    "pledge", "seek", "hope", "expect", "believe", "decide", "respond", "retaliate", "arm", "fund", "finance",
    "supply", "send", "provide", "deploy", "launch", "withdraw", "invade", "negotiate", "protest", "confirm",
    "dismiss", "blame", "suspect", "consider", "decline", "admit", "acknowledge",
})  # fmt: skip
"""Verbs of those who speak and decide: the town that is their subject is its government."""
LIST = re.compile(
    r"\s*(?:,(?: and| or)?|and|or|&|,? as well as|/)\s+(?:the )?(?:(?:towns?|villages?|city"
    r"|cities) of )?$"
)

ORGANISED = re.compile(
    r" (?:Post|Times|Journal|Herald|Tribune|Magazine|News|Daily|Globe|Star|Sun|Press"
    r"|Observatory|Front|Army|Brigades?|Battalions?|Movement|Party|Council|Committee"
    r"|Coalition|Alliance|Union|Group|Force|Forces|Police|Bank|Fund|University|Institute"
    r"|Centre|Center|Foundation|Agency|Agreement|Accords?|Treaty|Summit|Airlines|Airways"
    r"|Network|Media|Club|FC|United|Investigations?|Department|Ministry|Office|House|Court"
    r"|Congress|Senate|Parliament|Stock Exchange|Declaration|Protocol)\b"
)
"""After a name, these make it the name of a body or a paper: "Washington Post"."""

QUARTERS = re.compile(
    r"(?:(?:north|south)[- ]?(?:east|west)(?:ern)?|(?:north|south|east|west)(?:ern)?|central|upper|lower|inner|outer"
    r"|metro|metropolitan|greater|downtown|midtown|uptown|historic|mainland|rural|old|continental|far|mid) ",
    re.I,
)
"""Before a name, where the two together are in no gazetteer: a part of what is named, "Northeast Texas"."""
SIDES = re.compile(r"\b(?:(?:north|south)[- ]?(?:east|west)ern|northern|southern|eastern|western|rural) $", re.I)
"""Before a name: a side of an area."""
ROADS = re.compile(
    r" (?:\d+(?:st|nd|rd|th) )?(?:Streets?|St\.|Avenues?|Ave\.?|Roads?|Rd\.?|Boulevard|Blvd\.?|Drive|Dr\.|Lane|Ln\.?"
    r"|Parkway|Pkwy\.?|Highway|Turnpike|streets|avenues|roads)\b"
)
"""After a name: it is that of a street."""
PLURAL_KINDS = re.compile(
    r" (?:(?:north|south|east|west)(?:ern)? )?(?P<word>counties|provinces|governorates|districts|regions|townships"
    r"|states|cities|towns|villages|parishes|oblasts|suburbs|neighbou?rhoods)\b",
    re.I,
)
"""After a list of names: what each of them is, "Karlow and Tarsa provinces"."""
TITLES = re.compile(
    r"\b(?:M(?:r|rs|s|x)\.?|Miss|Dr\.?|Prof\.?|Sgt\.?|Capt\.?|Lt\.?|Cpl\.?|Col\.?|Maj\.?|Gen\.?|Adm\.?|Sen\.?|Rep\.?|Gov\.?|Rev\.?"
    r"|Judge|Justice|Sheriff|Detective|Officer|Senator|Professor|Captain|Colonel|Major|General|Sergeant|Lieutenant|Sheikh"
    r"|Pope|King|Queen|Prince|Princess|Sir|Lady|Lord|Abu|Bin|Ibn|Coach) $"
)
"""Before a name: it is somebody's."""
TALKS = frozenset({
    "say", "tell", "ask", "add", "recall", "explain", "testify", "write", "laugh", "smile", "reply", "know", "think",
    "feel",
})  # fmt: skip
"""Verbs whose subject is a person, or a place too large to be mistaken for one."""
INSTITUTIONS = frozenset({
    "university", "college", "school", "highway", "law", "justice", "chamber", "village", "castle", "bridge",
    "hill", "free", "human", "rights", "elementary", "academy", "trial", "city", "county", "state", "town", "national",
    "international", "bank", "church", "court", "center", "centre", "park", "port", "union", "liberty",
    "liberation", "freedom", "peace", "victory", "republic", "democratic", "people", "workers", "house", "home",
    "institute", "society", "museum", "library", "community", "public", "first", "general", "central", "model",
    "star", "sun", "post", "times", "media", "news", "press", "guardian", "independence", "progress", "hope",
    "industry", "trade", "commerce", "science", "technology", "defense", "defence", "health", "energy", "force",
    "army", "navy", "police", "council", "board", "committee", "party", "front", "brigade", "division", "corps",
    "street", "road", "avenue", "boulevard", "lane", "drive", "square", "airport", "hospital", "station", "plaza",
    "mall", "garden", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "northeast",
    "northwest", "southeast", "southwest", "saint", "miss", "sports", "imperial", "royal", "reform", "unity",
    "best", "orange", "golden", "heart",
})  # fmt: skip
"""Words in the names of bodies that are names of towns somewhere."""

ABBREVIATED = frozenset({"US", "UK", "UAE", "U.S.", "U.K.", "USA", "U.S.A.", "DRC"})
"""Countries by their initials; they stand before a noun as often as alone."""
NEVER = {
    "islamic state", "isis", "isil", "daesh", "al-qaeda", "al qaeda", "hezbollah", "hamas", "taliban",
    "nato", "un", "eu", "united nations", "european union", "god", "allah", "islam", "internet", "twitter",
    "facebook", "western", "west", "east", "north", "south", "northern", "southern", "eastern", "central",
    "state", "earth", "world", "congress", "parliament", "pentagon", "white house", "kremlin", "whitehall",
    "downing street", "mr", "al", "i", "claymore", "fsa", "ypg", "pkk", "cia", "fbi", "unhcr", "opcw", "reuters", "the",
    "it",
}  # fmt: skip
"""Never places, whatever a name tagger says: bodies, faiths, metonyms of governments, points of the
compass."""

CALENDAR = frozenset(
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "Christmas",
        "Easter",
        "Ramadan",
        "Jan.",
        "Feb.",
        "Mar.",
        "Apr.",
        "Aug.",
        "Sept.",
        "Sep.",
        "Oct.",
        "Nov.",
        "Dec.",
    ]
)
"""Names of times, which stand where places do and are names of villages somewhere."""

TRANSLITERATED = frozenset({
    "AE", "AF", "AM", "AZ", "BA", "BD", "BG", "BH", "BT", "BY", "CN", "CY", "DJ", "DZ", "EG", "EH", "ER", "ET",
    "GE", "GR", "IL", "IN", "IQ", "IR", "JO", "JP", "KG", "KH", "KM", "KP", "KR", "KW", "KZ", "LA", "LB", "LK",
    "LY", "MA", "MD", "ME", "MK", "MM", "MN", "MR", "MV", "NP", "OM", "PK", "PS", "QA", "RS", "RU", "SA", "SD",
    "SO", "SS", "SY", "TD", "TH", "TJ", "TM", "TN", "TW", "UA", "UZ", "XK", "YE",
})  # fmt: skip
"""Countries whose names are written in other scripts, or in several spellings: elsewhere a name that only sounds like a
town's is not the town's."""
