"""Pronouns and definite descriptions, where it is clear what they stand for.

The search goes from the clause outwards and then back through the sentences; subjects outrank possessors
and these outrank the rest (after Hobbs 1978 and Lappin & Leass 1994). Between equals nothing is decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.annotate import parties
from dateline.annotate.definite import Definite
from dateline.annotate.salience import SUBJECTS, Prominence, Rank
from dateline.lexicon import words as lexicon
from dateline.model import Entity, Form, Kind, Mention, Parse, Ref, Sentence, Token

_PERSONAL = {
    "he": "masculine", "him": "masculine", "his": "masculine", "himself": "masculine",
    "she": "feminine", "her": "feminine", "hers": "feminine", "herself": "feminine",
}  # fmt: skip
_NEUTER = frozenset(("it", "its", "itself"))
_PLURAL = frozenset(("they", "them", "their", "themselves"))
_BODIES = frozenset((Kind.STATE, Kind.LEGISLATURE, Kind.GOVERNMENT, Kind.ORGANIZATION, Kind.INTERGOVERNMENTAL))
_COUNTRY = frozenset(("country", "nation"))
_COUNTRIES = frozenset(("country", "nation", "state"))
_SIDES = frozenset(("side", "party", "delegation", "official", "interlocutor"))
_EXPLETIVE = frozenset(("be", "seem", "appear", "take", "remain", "become"))
_WINDOW = 3
"""So many sentences back a pronoun reaches."""
_TWO = 2


def resolve(parse: Parse, mentions: tuple[Mention, ...], entities: tuple[Entity, ...]) -> tuple[Mention, ...]:
    """Return the mentions, descriptions with what they stand for, and a mention for each resolved pronoun.

    A pronoun that stands for several ("their") is a mention for each of them.
    """
    return _Resolver(parse, mentions, entities).run()


class _Resolver:
    """The resolution of one report, token by token, so that what is resolved serves what follows."""

    def __init__(self, parse: Parse, mentions: tuple[Mention, ...], entities: tuple[Entity, ...]) -> None:
        self.parse = parse
        self.tokens = parse.tokens
        self.prominence = Prominence(parse)
        self.definite = Definite(parse, mentions, entities)
        self.kinds = {entity.ref: entity.kind for entity in entities}
        self.waiting: dict[int, list[Mention]] = defaultdict(list)
        for mention in mentions:
            self.waiting[mention.head].append(mention)
        self.sentences: list[list[Mention]] = [[] for _ in parse.sentences]
        self.at: dict[int, list[Mention]] = defaultdict(list)
        self.done: list[Mention] = [m for m in mentions if m.head < 0]
        self.quoted = frozenset(self._quoted())
        self.before: list[Mention] = []
        self.contested = False
        """The clause of the last pronoun has two who fit equally well."""
        self.gender: dict[Ref, str] = dict(self._told_genders(mentions))

    def run(self) -> tuple[Mention, ...]:
        """Resolve everything in text order."""
        for number, sentence in enumerate(self.parse.sentences):
            for index in range(sentence.first, sentence.last):
                for mention in self.waiting.get(index, ()):
                    if mention.form is not Form.DESCRIPTION:
                        self._index(mention)
            for index in range(sentence.first, sentence.last):
                for mention in self._read(index, number):
                    self._keep(mention, number)
        return tuple(sorted(self.done, key=lambda m: (m.span.begin, -m.span.end, m.entity or Ref("", "", False))))

    def _quoted(self) -> Iterator[int]:
        """Yield the tokens that stand in quotation marks."""
        inside = False
        for token in self.tokens:
            if token.text in ('"', "“", "”", "«", "»"):
                inside = token.text in "“«" or (token.text == '"' and not inside)
            elif inside:
                yield token.index

    def _told_genders(self, mentions: Iterable[Mention]) -> Iterator[tuple[Ref, str]]:
        words = lexicon.load()
        begins = {token.span.begin: token.index for token in self.tokens}
        for mention in mentions:
            first = begins.get(mention.span.begin, 0)
            if mention.kind is Kind.PERSON and mention.entity is not None and mention.head >= 0:
                titled = self.parse.article.quote(mention.title).lower().split() if mention.title is not None else []
                before = self.tokens[first - 1].text.lower().rstrip(".") if first else ""
                genders = [words.honorifics.get(before), *(words.heads.get(word) for word in titled)]
                if mention.form is Form.DESCRIPTION:
                    genders = [words.heads.get(self.tokens[mention.head].lemma)]
                yield from ((mention.entity, gender) for gender in genders if gender is not None)

    def _index(self, mention: Mention) -> None:
        if mention.form is not Form.ADJECTIVE and mention.entity is not None:
            self.at[mention.head].append(mention)

    def _keep(self, mention: Mention, number: int) -> None:
        self.done.append(mention)
        if mention.entity is None:
            return
        self.sentences[number].append(mention)
        self.before.append(mention)
        if mention.form in (Form.PRONOUN, Form.DESCRIPTION):
            self._index(mention)

    # --- what a token is ---------------------------------------------------------------------

    def _read(self, index: int, number: int) -> list[Mention]:
        """Return the mentions of a token, resolved where they can be."""
        token, waiting = self.tokens[index], self.waiting.get(index, [])
        word = token.text.lower()
        if token.tag in ("PRP", "PRP$"):
            if self._is_style(index):
                return []
            return [self._pronoun(token, m) for m in self._antecedents(token, word, number)]
        several = self._several(token, number)
        if several:
            return [m for m in waiting if m.form is not Form.DESCRIPTION] + several
        if token.lemma in _COUNTRY and token.tag == "NN" and not waiting:
            return self._country(token, number)
        return [self._described(m) if m.form is Form.DESCRIPTION else m for m in waiting]

    def _described(self, mention: Mention) -> Mention:
        found = self.definite.resolve(mention, self.before)
        return replace(mention, entity=found.entity, kind=found.kind) if found is not None else mention

    def _pronoun(self, token: Token, antecedent: Mention) -> Mention:
        return Mention(token.span, token.index, antecedent.kind, Form.PRONOUN, None, entity=antecedent.entity)

    def _antecedents(self, token: Token, word: str, number: int) -> list[Mention]:
        if word in _PLURAL:
            return list(self._group(token, number))
        if word in _PERSONAL:
            found = self._single(token, number, frozenset((Kind.PERSON,)), _PERSONAL[word])
            if found is not None and found.entity is not None:
                self.gender.setdefault(found.entity, _PERSONAL[word])
            return [found] if found is not None else []
        if word in _NEUTER and (token.tag == "PRP$" or (token.dep in SUBJECTS and not self._is_expletive(token))):
            found = self._single(token, number, _BODIES, None)
            return [found] if found is not None else []
        return []

    def _is_expletive(self, token: Token) -> bool:
        verb = self.tokens[token.head]
        return token.text.lower() == "it" and (
            token.dep == "expl"
            or (
                token.dep in SUBJECTS
                and (
                    verb.lemma in _EXPLETIVE
                    or any(self.tokens[c].dep == "auxpass" for c in self.parse.children[verb.index])
                )
            )
        )

    def _is_style(self, index: int) -> bool:
        """Tell whether a pronoun is part of a style of address: "His Excellency"."""
        after = self.tokens[index + 1].text if index + 1 < len(self.tokens) else ""
        return after[:1].isupper() and after.lower() in self.definite.page.words.honorifics

    # --- one ---------------------------------------------------------------------------------

    def _single(self, token: Token, number: int, kinds: frozenset[Kind], gender: str | None) -> Mention | None:
        inner = self._governing(token, kinds, gender)
        if inner is not None or self.contested:
            return inner
        if gender is None and token.tag == "PRP" and self._follows_subject(token):
            return None
        found = self._ahead(token, kinds, gender) or self._scored(token, number, kinds, gender)
        if (
            found is not None
            and gender is None
            and token.dep != "poss"
            and self.prominence.rank(found) is not Rank.SUBJECT
        ):
            return None
        return found

    def _follows_subject(self, token: Token) -> bool:
        """Tell whether another subject stands before the pronoun in its sentence."""
        first = self.parse.sentences[self.prominence.sentence[token.index]].first
        return any(before.dep in SUBJECTS for before in self.tokens[first : token.index])

    def _fits(self, mention: Mention, kinds: frozenset[Kind], gender: str | None) -> bool:
        known = self.gender.get(mention.entity) if mention.entity is not None else None
        return mention.kind in kinds and mention.entity is not None and (None in (known, gender) or known == gender)

    def _governing(self, token: Token, kinds: frozenset[Kind], gender: str | None) -> Mention | None:
        """Return the subject, or the subject's possessor, of a clause around the pronoun."""
        self.contested = False
        for depth, subject in enumerate(self.prominence.subjects(token.index)):
            if subject.index >= token.index or (
                depth == 0 and token.dep in ("dobj", "pobj", "dative") and token.tag == "PRP"
            ):
                continue
            found = [m for m in self._at(subject.index) if self._fits(m, kinds, gender)]
            if not found:
                owners = (
                    c for c in self.parse.children[subject.index] if self.tokens[c].dep == "poss" and c != token.index
                )
                found = [m for c in owners for m in self._at(c) if self._fits(m, kinds, gender)]
            if found:
                sure = len({m.entity for m in found}) == 1 and not self._has_rival(
                    token, subject, found[0], kinds, gender
                )
                self.contested = not sure
                return found[0] if sure else None
        return None

    def _has_rival(
        self, token: Token, subject: Token, found: Mention, kinds: frozenset[Kind], gender: str | None
    ) -> bool:
        """Tell whether the clause's object is as good: "Rossi congratulated Weber on his election"."""
        for child in self.parse.children[subject.head]:
            if (
                self.tokens[child].dep in ("dobj", "dative")
                and child < token.index
                and not self._covers(child, token.index)
            ):
                return any(self._fits(m, kinds, gender) and m.entity != found.entity for m in self._at(child))
        return False

    def _at(self, index: int) -> list[Mention]:
        """Return the mentions at a token, in its row's first place only if it stands alone, or in apposition to it."""
        found = self.at.get(index)
        if found:
            return found
        return [
            m
            for c in self.parse.children[index]
            if self.tokens[c].dep in ("appos", "compound")
            for m in self.at.get(c, ())
            if m.title is not None
        ]

    def _ahead(self, token: Token, kinds: frozenset[Kind], gender: str | None) -> Mention | None:
        """Return the main subject that follows a fronted phrase: "In her remarks, Rossi said"."""
        sentence = self.parse.sentences[self.prominence.sentence[token.index]]
        if token.tag != "PRP$" or any(
            self._fits(m, kinds, gender) for m in self.sentences[self.prominence.sentence[token.index]]
        ):
            return None
        for child in self.parse.children[sentence.root]:
            if self.tokens[child].dep in SUBJECTS and child > token.index and not self._covers(child, token.index):
                found = [m for m in self._at(child) if self._fits(m, kinds, gender)]
                return found[0] if len(found) == 1 else None
        return None

    def _covers(self, index: int, inner: int) -> bool:
        while self.tokens[inner].head != inner and inner != index:
            inner = self.tokens[inner].head
        return inner == index

    def _scored(self, token: Token, number: int, kinds: frozenset[Kind], gender: str | None) -> Mention | None:
        """Return the most prominent of those before, in this sentence or the last that has any; None between equals."""
        best: dict[Ref, tuple[int, Mention]] = {}
        near = gender is None and (token.tag == "PRP$" or token.index in self.quoted)
        reach = 0 if near else min(_WINDOW, number)
        for distance in range(reach + 1):
            for mention in self.sentences[number - distance]:
                if (
                    mention.entity is not None
                    and self._fits(mention, kinds, gender)
                    and mention.form is not Form.ADJECTIVE
                ):
                    score = self._score(
                        mention,
                        distance,
                        gender is not None,
                        token.dep in SUBJECTS or self._tells(number - distance, gender),
                    )
                    if score > best.get(mention.entity, (0, mention))[0]:
                        best[mention.entity] = (score, mention)
            if best and distance:
                break
        ranked = sorted(best.values(), key=lambda pair: -pair[0])
        if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None
        clear = len(ranked) == 1 or ranked[0][0] >= _CLEAR
        return ranked[0][1] if clear else None

    def _score(self, mention: Mention, distance: int, person: bool, subject: bool) -> int:
        rank = self.prominence.rank(mention)
        if distance == 0:
            return 3 if rank >= Rank.POSSESSOR or (person and rank is Rank.OTHER) else 0
        if rank is Rank.SUBJECT:
            return 7 - distance
        if rank in (Rank.POSSESSING_SUBJECT, Rank.INNER_SUBJECT):
            return 5 - distance
        return 1 if person and subject and rank is not Rank.MODIFIER and distance == 1 else 0

    def _tells(self, number: int, gender: str | None) -> bool:
        """Tell whether somebody in a sentence is of the other gender, so that the pronoun leaves him or her out."""
        others = (self.gender.get(m.entity, gender) for m in self.sentences[number] if m.entity is not None)
        return any(other != gender for other in others)

    # --- several -----------------------------------------------------------------------------

    def _group(self, token: Token, number: int) -> tuple[Mention, ...]:
        """Return whom "they" means: the row or group that is subject before, or those who met."""
        for subject in self.prominence.subjects(token.index):
            if subject.index < token.index:
                found = self._plural_at(subject.index)
                if found:
                    return found
        nearest = self._plural_before(token)
        if nearest is not None:
            return self._plural_at(nearest)
        for distance in (1, 2):
            if number < distance:
                break
            sentence = self.parse.sentences[number - distance]
            found = self._told(sentence)
            if found:
                return found
            if any(
                m.kind in _BODIES | {Kind.PERSON, Kind.DELEGATION} and self.prominence.rank(m) is Rank.SUBJECT
                for m in self.sentences[number - distance]
            ):
                break
        return ()

    def _plural_before(self, token: Token) -> int | None:
        """Return the last plural noun before the pronoun in its sentence."""
        first = self.parse.sentences[self.prominence.sentence[token.index]].first
        plural = (i for i in range(token.index - 1, first - 1, -1) if self.tokens[i].tag in ("NNS", "NNPS"))
        return next(plural, None)

    def _told(self, sentence: Sentence) -> tuple[Mention, ...]:
        at = self._at
        return (
            parties.row(self.prominence, at, sentence)
            or self._plural_subject(sentence)
            or parties.met(self.prominence, at, sentence)
        )

    def _plural_subject(self, sentence: Sentence) -> tuple[Mention, ...]:
        for token in self.tokens[sentence.first : sentence.last]:
            if token.dep in SUBJECTS and self.prominence.is_main(token.head):
                return self._plural_at(token.index)
        return ()

    def _plural_at(self, index: int) -> tuple[Mention, ...]:
        """Return the plural group or the several mentions at a token and in a row with it."""
        row = list(self._at(index))
        for child in self.parse.children[index]:
            if self.tokens[child].dep == "conj":
                row.extend(self._at(child))
        distinct = {m.entity: m for m in row if m.kind not in (Kind.GATHERING, Kind.WORK, Kind.CITY, Kind.PLACE)}
        if len(distinct) >= _TWO:
            return tuple(distinct.values())
        plural = [
            m for m in distinct.values() if m.kind is Kind.DELEGATION and self.tokens[m.head].tag in ("NNS", "NNPS")
        ]
        return tuple(plural)

    def _several(self, token: Token, number: int) -> list[Mention]:
        """Return mentions for "the two countries", "both sides", "the two ministers"."""
        if token.tag not in ("NNS", "NNPS") or not self._is_both(token):
            return []
        found = self._two_states(number) if token.lemma in _COUNTRIES else self._two_parties(token, number)
        return [replace(self._pronoun(token, m), form=Form.DESCRIPTION) for m in found]

    def _is_both(self, token: Token) -> bool:
        before = {self.tokens[c].text.lower() for c in self.parse.children[token.index] if c < token.index}
        if "both" in before or {"the", "two"} <= before:
            return True
        return ("their" in before and token.lemma in _COUNTRIES) or (
            "the" in before and token.lemma in ("leader", "side", "party")
        )

    def _two_states(self, number: int) -> list[Mention]:
        """Return the two states that the report has named so far; if more, those of the nearest sentence with two."""
        states = {m.entity: m for m in self.before if m.kind is Kind.STATE}
        if len(states) == _TWO:
            return list(states.values())
        for distance in range(min(number, 2) + 1):
            near = {m.entity: m for m in self.sentences[number - distance] if m.kind is Kind.STATE}
            if near:
                return list(near.values()) if len(near) == _TWO else []
        return []

    def _two_parties(self, token: Token, number: int) -> list[Mention]:
        words = self.definite.page.words
        office = token.lemma in words.heads or token.lemma in ("leader", "politician", "statesman", "counterpart")
        if not office and token.lemma not in _SIDES:
            return []
        for distance in range(min(number, _WINDOW) + 1):
            found = self._told(self.parse.sentences[number - distance])
            if found:
                fits = len(found) == _TWO and (not office or all(m.kind is Kind.PERSON for m in found))
                return list(found) if fits else []
        return []

    # --- the country -------------------------------------------------------------------------

    def _country(self, token: Token, number: int) -> list[Mention]:
        """Return a mention for "the country": the only state of this sentence, of the last, or of the report."""
        determiners = {self.tokens[c].text.lower() for c in self.parse.children[token.index] if c < token.index}
        if not determiners & {"the", "this"} or any(
            self.tokens[c].dep in ("prep", "relcl", "acl", "amod") for c in self.parse.children[token.index]
        ):
            return []
        for pool in (self.sentences[number], self.sentences[number - 1] if number else [], self.before):
            states = {m.entity: m for m in pool if m.kind is Kind.STATE}
            if len(states) == 1:
                found = next(iter(states.values()))
                return [replace(self._pronoun(token, found), form=Form.DESCRIPTION)]
            if states:
                subjects = [m for m in states.values() if self.prominence.rank(m) is Rank.SUBJECT]
                return [replace(self._pronoun(token, subjects[0]), form=Form.DESCRIPTION)] if len(subjects) == 1 else []
        return []


_CLEAR = 3
"""From this score on a more prominent mention wins over less prominent ones."""
