"""Who the sources of a document are: one ``Source`` for all the names, nouns and pronouns of one speaker."""

from collections.abc import Mapping, Sequence

from reportedly.language import Parse, Token
from reportedly.model import ActorMention, Document, Source, Span, content_id, merged
from reportedly.ontology.speakers import Speakers
from reportedly.read.attribution import clause as grammar
from reportedly.read.attribution.candidate import Candidate
from reportedly.read.attribution.cast import Cast
from reportedly.read.attribution.direct import Quotations
from reportedly.read.attribution.names import antecedent, folded
from reportedly.read.attribution.pronouns import antecedent_of
from reportedly.read.attribution.salience import Salience, role
from reportedly.read.attribution.speaker import FIRST, HE, IT, SHE, THEY, Speaker

_RELATIVE = {"who", "which", "that", "whom", "whose"}
_SOME = {"none", "neither", "both", "others", "another"}
_PERSONAL = HE | SHE | THEY | IT
_BODY_PRONOUNS = IT | THEY


class Registry:
    """The speakers of one document, filled in text order.

    First everybody the text mentions is met, with ``meet``, so that pronouns and nouns have whom to go back to; then
    each statement's source is settled.
    """

    def __init__(
        self,
        document: Document,
        parse: Parse,
        actors: Sequence[ActorMention],
        types: Mapping[str, str],
        words: Speakers,
        quotations: Quotations,
    ) -> None:
        self.document = document
        self.of_candidate: dict[int, Speaker | None] = {}
        self._parse = parse
        self._pending: list[Token] = []
        self._candidates: Sequence[Candidate] = ()
        self._words = words
        self._quotations = quotations
        self._salience = Salience(parse, lambda position: quotations.at(position) is not None)
        self._cast = Cast(document, parse, actors, types, words, self._salience)

    def meet(self, candidates: Sequence[Candidate]) -> None:
        """Meet all whom the text mentions, in text order; sources with the words that their statements give them."""
        sources = {
            candidate.speaker.i: candidate.source
            for candidate in candidates
            if candidate.speaker is not None and candidate.post is None and candidate.account is None
        }
        self._candidates = candidates
        self._cast.meet(sources)
        self._pending = [
            token for token in self._parse.tokens
            if token.lower in HE | SHE and token.pos == "PRON" and role(token) in ("nsubj", "nsubj:pass")
            and token.i not in sources and self._quotations.at(token.start) is None
        ]  # fmt: skip

    def settle(self, candidate: Candidate) -> Speaker | None:
        """The speaker of ``candidate``, found or made; ``None`` where the text names nobody."""
        speaker = self._settle(candidate)
        self.of_candidate[id(candidate)] = speaker
        if speaker is not None and candidate.rule == "signature":
            speaker.affiliation = self._cast.house or speaker.affiliation
        if speaker is not None:
            speaker.mentions.extend(self.mention_spans(candidate))
            if candidate.speaker is not None:
                self._salience.add(candidate.speaker, speaker, spoke=True)
        return speaker

    def mention_spans(self, candidate: Candidate) -> tuple[Span, ...]:
        """The words that name the speaker beside the cue."""
        if candidate.post is not None and candidate.post.post is not None and candidate.post.post.span is not None:
            return (candidate.post.post.span,)
        return grammar.spans(candidate.source)

    def _settle(self, candidate: Candidate) -> Speaker | None:
        if candidate.post is not None:
            post = candidate.post.post
            assert post is not None
            name = post.author or (f"@{post.handle}" if post.handle else "unnamed account")
            account = self._cast.account(name, f"@{post.handle}" if post.handle else None)
            if (announced := self._announced(candidate, name)) is not None:
                account.affiliation = announced.name
            return account
        if candidate.account is not None:
            before, _, handle = candidate.account.of(self.document.text).partition("@")
            handle = f"@{handle.strip(' )')}"
            return self._cast.account(before.strip(" (") or handle, handle)
        if candidate.speaker is None:
            return None
        head = _last_noun(candidate.speaker, candidate.source)
        if head.lower in _RELATIVE and head.pos in ("PRON", "DET", "SCONJ"):
            noun = antecedent(head)
            if noun is None:
                human = head.lower in ("who", "whom", "whose")
                near = self._salience.nearest(head, lambda s: (s.kind in ("person", "unnamed", "group")) == human)
                return near or self._cast.unresolved(head)
            if noun.relation == "appos" and noun.head.pos == "PROPN":  # "Omar Hadi, a farmer who says …"
                noun = noun.head
            return self._cast.nominal(noun, grammar.phrase(noun, without=[head.head]))
        if (head.pos == "PRON" and not head.text.isupper()) or head.text == "I" or head.lower in _SOME:
            return self._pronoun(head, candidate)
        return self._cast.nominal(head, candidate.source)

    def _announced(self, post: Candidate, account: str) -> Speaker | None:
        """Who is said, right before a post, to have posted, where the name of the account shares a word with theirs:
        "Raqqah Magazine said on Twitter that …", and then a post of "Ar Raqqah Media"."""
        assert post.post is not None
        blocks = self._parse.blocks
        place = blocks.index(post.post)
        telling = set(folded(account).split()) - self._words.titles
        for other in reversed(self._candidates) if place else ():
            speaker = self.of_candidate.get(id(other))
            if speaker is None or not other.cue or other.cue[0].start < blocks[place - 1].start:
                continue
            beside = self._parse.tokens_of(self._parse.sentence_of(other.cue[0]))
            said = other.cue[0].start < post.post.start and telling & set(speaker.key.split())
            if said and any(token.lemma.lower() in self._words.platforms for token in beside):
                return speaker
        return None

    # ---- pronouns ----------------------------------------------------------------------------------------------------

    def _pronoun(self, head: Token, candidate: Candidate) -> Speaker:
        lower = head.lower
        carried = self._carrier(candidate)
        if lower in FIRST:
            return carried or self._quoting(head, candidate) or self._cast.unresolved(head)
        if lower not in _PERSONAL:  # "some", "many", "one", "others"
            return self._some(head, candidate)
        if lower in _BODY_PRONOUNS and carried is not None and carried.affiliation is not None:
            # "a source in the brigade said it would advance": the body that the speaker speaks for
            return self._cast.body(carried.affiliation)
        self._pass_by(head)
        quoted = self._quotations.at(head.start) is not None
        # "A guard was hurt, he said": whom the words before it bring in is seldom the one who says them
        ahead = bool(candidate.content) and candidate.content[-1].end <= head.start
        without = [candidate.content] if ahead or candidate.mode != "indirect" else []
        for said in (*without, ()) if candidate.mode == "indirect" else without:
            found = antecedent_of(head, self._salience, carried, said, quoted=quoted)
            if found is not None:
                return found
        return self._cast.unresolved(head)

    def _quoting(self, head: Token, candidate: Candidate) -> Speaker | None:
        """The speaker of the quotation in which ``head`` stands, where nothing carries the statement itself."""
        index = self._quotations.at(head.start)
        if index is None:
            return None
        quote = self._quotations.quotes[index].span
        for other in self._candidates:
            outside = other is not candidate and not (other.cue and other.cue[0].start in quote)
            if outside and any(span.overlaps(quote) for span in other.content):
                return self.of_candidate.get(id(other))
        return None

    def _some(self, head: Token, candidate: Candidate) -> Speaker:
        """Who "one of them, Lena Korin", "none of whom", "others" are."""
        if any(token.name == "PER" and token is not head for token in candidate.source):
            return self._cast.nominal(head, candidate.source)
        relative = next((token for token in candidate.source if token.lower in ("whom", "which")), None)
        noun = antecedent(relative) if relative is not None else None
        if noun is not None:
            return self._cast.nominal(noun, grammar.phrase(noun, without=noun.all("acl")))
        group = self._salience.before(head, lambda speaker: speaker.plural)
        if group and relative is not None:
            return group[0][1]  # "…, none of whom …", where the parser has lost what it belongs to
        return self._cast.indefinite(candidate.source or [head], group[0][1] if group else None)

    def _pass_by(self, head: Token) -> None:
        """Lead back the pronouns before ``head`` that speak nowhere: "He fled in May. He says …"."""
        while self._pending and self._pending[0].i < head.i:
            token = self._pending.pop(0)
            speaker = antecedent_of(token, self._salience, None, (), quoted=False)
            if speaker is not None:
                self._salience.add(token, speaker)

    def _carrier(self, candidate: Candidate) -> Speaker | None:
        carrier = candidate.carrier
        while carrier is not None:
            speaker = self.of_candidate.get(id(carrier))
            if speaker is not None:
                return speaker
            carrier = carrier.carrier
        return None

    # ---- records -----------------------------------------------------------------------------------------------------

    def identifier(self, speaker: Speaker) -> str:
        """The source's identifier: it follows from the document, the name, and where an unresolved word stands."""
        place = speaker.mentions[0] if not speaker.resolved and speaker.mentions else None
        return content_id("o", self.document.id, speaker.name, speaker.kind, place)

    def sources(self) -> tuple[Source, ...]:
        """The speakers that a statement refers to, in the order of their first mention."""
        out: dict[str, Source] = {}
        for speaker in self._cast.speakers:
            if not speaker.mentions:
                continue
            identifier = self.identifier(speaker)
            held = out.get(identifier)
            mentions = merged([*(held.mentions if held else ()), *speaker.mentions])
            out[identifier] = Source(
                id=identifier, name=speaker.name, kind=speaker.kind, anonymous=speaker.anonymous,
                description=speaker.description, mentions=mentions, affiliation=speaker.affiliation,
                actor=speaker.actor, resolved=speaker.resolved,
            )  # fmt: skip
        return tuple(sorted(out.values(), key=lambda source: (source.mentions[0], source.id)))


def _last_noun(head: Token, source: Sequence[Token]) -> Token:
    """The last of the nouns that a headline's parse hangs side by side: "UN envoy doubts …"."""
    beside = [
        token for token in source
        if token.relation == "compound" and token.head is head.head and token.pos in ("NOUN", "PROPN")
    ]  # fmt: skip
    return max(beside, key=lambda token: token.i) if head.relation == "compound" and beside else head
