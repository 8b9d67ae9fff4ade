"""Reported claims: what somebody is said to have said, with the words that say it and those that attribute it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline import iris
from dateline.extract import attribution, parenthesis, quotations, status
from dateline.extract.content import pieces, without
from dateline.extract.context import Context, cover
from dateline.extract.drafts import SPEECH, Draft
from dateline.extract.quotations import Quotation
from dateline.lexicon import Grammar
from dateline.model import Argument, Claim, Predicate, Ref, Span, Tense

ASSERTIVE = frozenset({"Statement", "Announcement"})
"""Speech acts whose content is a claim; what is promised or asked for is not asserted, unless it is quoted."""


def asserts(draft: Draft) -> bool:
    """Tell whether an act asserts its content: a statement, or a warning that something will happen."""
    return draft.class_name in ASSERTIVE or (draft.class_name == "Criticism" and "content" in draft.frame.roles)


@dataclass(slots=True, eq=False)
class Assertion:
    """A claim in the making."""

    pieces: tuple[Span, ...]
    attribution: tuple[Span, ...]
    claimants: tuple[Ref, ...]
    rule: str
    verbatim: bool = False
    speaker: Draft | None = None
    """The speech act or meeting that states it."""
    cue: Predicate | None = None
    narrator: bool = False
    """The report itself judges so."""

    @property
    def ref(self) -> Ref:
        """Its reference: the cover of its pieces."""
        return iris.claim(cover(self.pieces))

    def covers(self, span: Span) -> bool:
        """Tell whether a span lies in what is claimed."""
        return any(piece.covers(span) for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class _Speech:
    """What is asked of a report's drafts again and again."""

    context: Context
    drafts: tuple[Draft, ...]
    quotations: tuple[Quotation, ...]
    owned: dict[int, list[Quotation]]

    def pieces(self, draft: Draft, cue: Predicate, contents: list[Argument]) -> tuple[tuple[Span, ...], bool]:
        """Return what a cue of a draft says, and whether it is verbatim."""
        owned = [q for p in draft.predicates for q in self.owned.get(p.index, []) if self._is_said(draft, q)]
        said, verbatim = pieces(self.context, contents, owned, cue, self.quotations)
        claims = draft.class_name in ASSERTIVE and "content" in draft.frame.roles
        if said or contents or cue.part != "verb" or not claims:
            return said, verbatim
        return parenthesis.content(self.context, cue, self.quotations), False

    def _is_said(self, draft: Draft, quotation: Quotation) -> bool:
        """Tell whether quoted words are said, not what an act is on: condemned "the attack"."""
        return asserts(draft) or not self.context.article.text[quotation.inner.begin].islower()


def assertions(context: Context, grammar: Grammar, drafts: list[Draft]) -> tuple[list[Assertion], list[Assertion]]:
    """Return the claims of a report, in text order, one for each content; and what is claimed within them.

    That somebody else said the latter is itself no more than claimed.
    """
    found_quotations = quotations.find(context, drafts)
    owned = quotations.owners(context, found_quotations, drafts)
    real = tuple(d for d in drafts if _is_real(context, grammar, d, found_quotations))
    speech = _Speech(context, real, found_quotations, owned)
    found = [*_spoken(speech), *_unspoken(speech), *_according(speech)]
    unique: dict[Ref, Assertion] = {}
    for assertion in found:
        unique.setdefault(assertion.ref, assertion)
    nested = [a for a in unique.values() if _is_nested(a, found)]
    told = [a for a in unique.values() if not any(a is each for each in nested)]
    return sorted(told, key=lambda a: a.pieces[0]), [a for a in nested if _has_subject(a) and not _is_own(a, told)]


def _has_subject(assertion: Assertion) -> bool:
    """Tell whether a cue has a subject of its own, not that of a clause which may not be its: "…, stressing that"."""
    return assertion.cue is None or assertion.cue.part != "verb" or assertion.cue.tense is not Tense.NONE


def _is_own(assertion: Assertion, told: list[Assertion]) -> bool:
    """Tell whether somebody only says that he himself believes something."""
    return any(each.claimants == assertion.claimants and _is_nested(assertion, [each]) for each in told)


def _is_real(context: Context, grammar: Grammar, draft: Draft, found: tuple[Quotation, ...]) -> bool:
    """Tell whether a draft is no speech, or one that took place and is told by the narrator."""
    if draft.class_name not in SPEECH:
        return True
    happened = status.judge(context, grammar, draft, draft.first) in status.REAL
    return happened and not quotations.covered(found, draft.predicates[-1].trigger[0])


def _is_nested(assertion: Assertion, found: list[Assertion]) -> bool:
    """Tell whether the cue stands in what somebody else claims: then only that other says that it was said."""
    own = assertion.attribution[-1] if assertion.cue is None else assertion.cue.trigger[0]
    return any(other.covers(own) and not _within(other, assertion) for other in found if other is not assertion)


def _within(one: Assertion, other: Assertion) -> bool:
    return one.cue is not None and other.cue is not None and other.covers(one.cue.trigger[0])


def _spoken(speech: _Speech) -> Iterator[Assertion]:
    """Yield the claims of acts of saying, and of documents whose author is nobody known."""
    for draft in speech.drafts:
        cue = draft.predicates[-1]
        agents = tuple(draft.roles.get("agent", ()))
        authors = agents or _authors(speech.context, cue)
        if draft.class_name not in (SPEECH if agents else ASSERTIVE) or authors is None:
            continue
        contents = _contents(draft) if agents else _clauses(draft)
        said, verbatim = speech.pieces(draft, cue, contents)
        if said:
            rule = "claim/quotation" if verbatim else f"claim/{draft.frame.id}"
            words = attribution.of_cue(speech.context, cue, said)
            yield Assertion(said, words, authors, rule, verbatim, draft if agents else None, cue)


def _authors(context: Context, cue: Predicate) -> tuple[Ref, ...] | None:
    subject = next((a for a in cue.arguments if a.label == "subject"), None)
    own = subject is not None and cue.part == "verb" and context.parse.tokens[subject.head].head == cue.head
    return attribution.authors(context, subject) if own and subject is not None else None


def _unspoken(speech: _Speech) -> Iterator[Assertion]:
    """Yield the claims that a meeting states, and those of cues in the passive that name nobody."""
    by_predicate = {predicate.index: draft for draft in speech.drafts for predicate in draft.predicates}
    for draft in by_predicate.values():
        cue = draft.first
        if draft.class_name not in ASSERTIVE or draft.roles.get("agent") or cue.part != "verb":
            continue
        subjects = [a for a in cue.arguments if a.label == "subject"]
        meeting = next((by_predicate[a.predicate] for a in subjects if a.predicate in by_predicate), None)
        if meeting is not None and meeting.class_name == "Meeting" and meeting.is_complete():
            speakers, contents = tuple(meeting.roles.get("attendee", ())), draft.contents
        elif _is_passive(speech.context, cue) and not subjects:
            speakers, meeting = (), None
            contents = [*_clauses(draft), *_estimate(cue)] or _subject(speech.context, draft)
        else:
            continue
        said, verbatim = speech.pieces(draft, cue, contents)
        if said:
            words = attribution.of_cue(speech.context, cue, said)
            yield Assertion(said, words, speakers, f"claim/{draft.frame.id}", verbatim, meeting, cue)


def _contents(draft: Draft) -> list[Argument]:
    return draft.contents if asserts(draft) else []


def _clauses(draft: Draft) -> list[Argument]:
    return [content for content in draft.contents if content.label == "clause"]


def _estimate(cue: Predicate) -> list[Argument]:
    """Return what something is said to be: "was highlighted as a key contribution"."""
    return [argument for argument in cue.arguments if argument.label == "as"]


def _subject(context: Context, draft: Draft) -> list[Argument]:
    """Return what is said to have been stressed: "the role of parliaments was highlighted"."""
    tokens = context.parse.tokens
    if draft.first.tense is Tense.NONE or tokens[draft.first.head].dep in ("relcl", "acl"):
        return []
    return [each for each in draft.contents if each.label == "object" and tokens[each.head].tag.startswith("NN")]


def _is_passive(context: Context, cue: Predicate) -> bool:
    """Tell whether a cue is in the passive; "he's said" is not, whatever the parser makes of it."""
    auxiliary = context.tree.child(cue.head, "auxpass")
    return cue.passive and (auxiliary is None or auxiliary.text not in ("'s", "’s"))


def _according(speech: _Speech) -> Iterator[Assertion]:
    """Yield what a source vouches for by "according to".

    Where nobody is named as the source, what somebody else is reported to have said stands for itself.
    """
    spoken = {p.head for d in speech.drafts if d.class_name in ASSERTIVE for p in d.predicates if p.part == "verb"}
    told = {speech.context.tree.sentence[head] for head in spoken if _governs(speech.context, head)}
    for phrase, named, scope, sentence, source in attribution.phrases(speech.context):
        claimants = named or _issuer(speech, source)
        said = without(speech.context, scope, phrase) if claimants or sentence not in told else ()
        if said:
            yield Assertion(said, (phrase,), claimants, "claim/according-to")


def _issuer(speech: _Speech, source: int) -> tuple[Ref, ...]:
    """Return who issued "the statement" that is a source: who said something "in a statement" before."""
    tokens = speech.context.parse.tokens
    if not _is_definite(speech.context, source):
        return ()
    said = (draft for draft in speech.drafts if draft.class_name in ASSERTIVE)
    arguments = ((d, a.head) for d in said for p in d.predicates for a in p.arguments if a.label == "in")
    alike = ((d, head) for d, head in arguments if head < source and tokens[head].lemma == tokens[source].lemma)
    issued = (draft for draft, head in alike if not _is_definite(speech.context, head))
    issuers = {tuple(draft.roles.get("agent", ())) for draft in issued}
    return next(iter(issuers)) if len(issuers) == 1 else ()


def _is_definite(context: Context, noun: int) -> bool:
    article = context.tree.child(noun, "det")
    return article is not None and article.lemma in ("the", "that", "this")


def _governs(context: Context, head: int) -> bool:
    """Tell whether a cue heads its sentence or stands in it between commas."""
    return context.parse.tokens[head].dep in ("ROOT", "parataxis")


def claim(context: Context, assertion: Assertion, names: Iterable[str], about: tuple[Ref, ...]) -> Claim:
    """Freeze a claim."""
    text = " … ".join(" ".join(context.article.quote(piece).split()) for piece in assertion.pieces)
    who = ", ".join(names) or ("narrator" if assertion.narrator else "unattributed")
    return Claim(
        ref=assertion.ref,
        label=f"{who}: {_shorten(text)}",
        rule=assertion.rule,
        evidence=assertion.pieces,
        attribution=assertion.attribution,
        text=text,
        claimant=assertion.claimants,
        about=about,
        narrator=assertion.narrator,
        verbatim=assertion.verbatim,
    )


def _shorten(text: str, words: int = 8) -> str:
    parts = text.split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")
