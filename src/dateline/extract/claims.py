"""Reported claims: what somebody is said to have said, with the words that say it and those that attribute it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline import iris
from dateline.extract import quotations, status
from dateline.extract.context import Context, cover
from dateline.extract.drafts import SPEECH, Draft
from dateline.extract.quotations import Quotation
from dateline.lexicon import Grammar
from dateline.model import ACTOR_KINDS, Argument, Claim, Kind, Predicate, Ref, Span

QUOTED_SHARE = 0.85
"""From this share of quoted words on a content counts as verbatim."""
ASSERTIVE = frozenset({"Statement", "Announcement"})
"""Speech acts whose content is a claim; what is promised or asked for is not asserted."""
LEAST_WORDS = 3
"""A noun phrase of fewer words is a thing, not a proposition."""
ADJOIN = 3
"""Most code points between source and cue for them to be one passage."""


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

    @property
    def ref(self) -> Ref:
        """Its reference: the cover of its pieces."""
        return iris.claim(cover(self.pieces))

    def covers(self, span: Span) -> bool:
        """Tell whether a span lies in what is claimed."""
        return any(piece.covers(span) for piece in self.pieces)


def assertions(context: Context, grammar: Grammar, drafts: list[Draft]) -> list[Assertion]:
    """Return the claims of a report, in text order, one for each content."""
    drafts = [
        d for d in drafts if d.class_name not in SPEECH or status.judge(context, grammar, d, d.first) in status.REAL
    ]
    by_predicate = {predicate.index: draft for draft in drafts for predicate in draft.predicates}
    quoted = quotations.owners(context, quotations.find(context), drafts)
    found = [*_spoken(context, drafts, quoted), *_unspoken(context, by_predicate), *_according(context)]
    unique: dict[Ref, Assertion] = {}
    for assertion in found:
        unique.setdefault(assertion.ref, assertion)
    return sorted((a for a in unique.values() if not _is_nested(a, found)), key=lambda a: a.pieces[0])


def _is_nested(assertion: Assertion, found: list[Assertion]) -> bool:
    """Tell whether nobody is named and the words stand in what somebody else claims."""
    others = (other for other in found if other is not assertion and other.ref != assertion.ref)
    return not assertion.claimants and any(other.covers(assertion.pieces[0]) for other in others)


def _spoken(context: Context, drafts: list[Draft], quoted: dict[int, list[Quotation]]) -> Iterator[Assertion]:
    for draft in drafts:
        if draft.class_name not in ASSERTIVE or not draft.roles.get("agent"):
            continue
        cue = draft.predicates[-1]
        own = [q for p in draft.predicates for q in quoted.get(p.index, [])]
        pieces, verbatim = _pieces(context, draft.contents, own, cue)
        if pieces:
            attribution = _attribution(context, cue, pieces)
            rule = "claim/quotation" if verbatim else f"claim/{draft.frame.id}"
            yield Assertion(pieces, attribution, tuple(draft.roles["agent"]), rule, verbatim, draft)


def _unspoken(context: Context, by_predicate: dict[int, Draft]) -> Iterator[Assertion]:
    """Yield the claims that a meeting states, and those of cues in the passive that name nobody."""
    for draft in by_predicate.values():
        cue = draft.first
        if draft.class_name != "Statement" or draft.roles.get("agent") or cue.part != "verb":
            continue
        subjects = [a for a in cue.arguments if a.label == "subject"]
        meeting = next((by_predicate[a.predicate] for a in subjects if a.predicate in by_predicate), None)
        if meeting is not None and meeting.class_name == "Meeting" and meeting.is_complete():
            pieces, _ = _pieces(context, draft.contents, [], cue)
            speakers, speaker = tuple(meeting.roles.get("attendee", ())), meeting
        elif cue.passive and not subjects:
            pieces, _ = _pieces(context, [c for c in draft.contents if c.label == "clause"], [], cue)
            speakers, speaker = (), None
        else:
            continue
        if pieces:
            yield Assertion(
                pieces, _attribution(context, cue, pieces), speakers, f"claim/{draft.frame.id}", False, speaker
            )


def _according(context: Context) -> Iterator[Assertion]:
    for predicate in context.predicates:
        for argument in predicate.arguments:
            claimants = context.entities_of(argument, ACTOR_KINDS) if argument.label == "according to" else ()
            if claimants and predicate.part == "verb":
                phrase = _preposition_phrase(context, argument)
                pieces = _without(context, _scope(context, predicate, phrase), phrase)
                if pieces:
                    yield Assertion(pieces, (phrase,), tuple(e.ref for e in claimants), "claim/according-to")


def _scope(context: Context, predicate: Predicate, phrase: Span) -> Span:
    """Return what a source vouches for: set off by a comma or in front, it is the sentence, else the clause."""
    sentence = context.parse.sentences[predicate.sentence].span
    before = context.article.text[sentence.begin : phrase.begin].rstrip()
    return sentence if not before or before.endswith(",") else context.tree.subtree(predicate.head)


def _preposition_phrase(context: Context, argument: Argument) -> Span:
    top = argument.head
    for ancestor in context.tree.ancestors(argument.head):
        if context.parse.tokens[ancestor].dep != "prep" and context.parse.tokens[ancestor].tag != "VBG":
            break
        top = ancestor
    whole = context.tree.subtree(top)
    return Span(whole.begin, min(whole.end, _comma(context, argument)))


def _comma(context: Context, argument: Argument) -> int:
    """Return where the source's name ends: at the comma behind it, or behind the person set off by commas."""
    text, head = context.article.text, context.parse.tokens[argument.head].span
    first = text.find(",", head.end)
    if first < 0:
        return len(text)
    named = any(m.kind is Kind.PERSON and m.span.begin == first + 2 for m in context.mentions)
    second = text.find(",", first + 1) if named else -1
    return second if second > 0 else first


# --- content -------------------------------------------------------------------------------


def _pieces(
    context: Context, contents: list[Argument], quoted: list[Quotation], cue: Predicate
) -> tuple[tuple[Span, ...], bool]:
    """Return the passages of a content, and whether they are verbatim."""
    spans = [span for content in contents[:1] for span in _content(context, content, cue)]
    inner = [q.inner for q in quoted]
    share = sum(_shared(span, q.outer) for span in spans for q in quoted)
    length = sum(span.end - span.begin for span in spans)
    if inner and share >= QUOTED_SHARE * length:
        return tuple(sorted(inner)), True
    apart = [q.inner for q in quoted if not any(span.overlaps(q.outer) for span in spans) and _is_long(context, q)]
    return tuple(sorted([*spans, *apart])), False


def _is_long(context: Context, quotation: Quotation) -> bool:
    """Tell whether the quoted words are more than a scare quote."""
    return len(context.article.quote(quotation.inner).split()) > LEAST_WORDS


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.begin, other.begin))


def _content(context: Context, content: Argument, cue: Predicate) -> tuple[Span, ...]:
    if content.label == "clause":
        return _clause(context, content, cue)
    last = max([context.tree.right[content.head], *_strayed(context, cue, content.head)])
    first = context.tree.left[content.head]
    end = _before_circumstances(context, first, last)
    span = context.tree.span(first, end)
    return (span,) if len(context.article.quote(span).split()) >= LEAST_WORDS else ()


def _clause(context: Context, content: Argument, cue: Predicate) -> tuple[Span, ...]:
    tree = context.tree
    first, last = tree.left[content.head], tree.right[content.head]
    while first < last and context.parse.tokens[first].lemma in ("that", ":", ",", "-", "–", "—"):
        first += 1
    whole = tree.span(first, last)
    source = [a.span for a in cue.arguments if a.label == "subject" and whole.covers(a.span)]
    inside = [span for span in (*cue.trigger, *source) if whole.covers(span)]
    if inside:
        return _without(context, whole, cover(inside))
    sources = (_preposition_phrase(context, a) for a in _sources(context, content))
    final = next((phrase for phrase in sources if phrase.end == whole.end), None)
    return _without(context, whole, final) if final is not None else (whole,)


def _sources(context: Context, content: Argument) -> Iterator[Argument]:
    inner = context.by_token.get(content.head)
    return (a for a in (inner.arguments if inner is not None else ()) if a.label == "according to")


def _without(context: Context, whole: Span, part: Span) -> tuple[Span, ...]:
    """Return what is left of a span on either side of a part, without the commas."""
    sides = (Span(whole.begin, part.begin), Span(part.end, whole.end)) if whole.overlaps(part) else (whole,)
    trimmed = (_trim(context, side) for side in sides)
    return tuple(side for side in trimmed if side.end - side.begin > 1)


def _trim(context: Context, span: Span) -> Span:
    words = context.article.quote(span) if span.begin < span.end else ""
    left = len(words) - len(words.lstrip(" ,;–—-\n"))
    right = len(words.rstrip(" ,;–—-\n."))
    return Span(span.begin + left, span.begin + right) if right > left else Span(span.begin, span.begin)


def _strayed(context: Context, cue: Predicate, head: int) -> Iterator[int]:
    """Yield the last tokens of what the parser hung on the cue though the content holds it.

    That is a gerund coordinated with a finite cue, and a prepositional phrase right behind the content.
    """
    tokens, tree = context.parse.tokens, context.tree
    finite, end = tokens[cue.head].tag != "VBG", tree.right[head]
    for token in tree.dependents(cue.head, "conj", "prep"):
        if token.dep == "prep" and tree.left[token.index] == end + 1:
            end = tree.right[token.index]
            yield end
        gerund = token.dep == "conj" and token.tag == "VBG" and token.index > head
        if finite and gerund and tree.child(token.index, "aux", "nsubj") is None:
            yield tree.right[token.index]


def _before_circumstances(context: Context, first: int, last: int) -> int:
    """Return the last token before a closing row of phrases of time, place and gathering, if there is one.

    A row of places alone belongs to the content.
    """
    end, cut = last, last
    while True:
        found = _closing(context, first, end)
        if found is None:
            return cut
        preposition, kind = found
        end = preposition - 1
        cut = end if kind != "place" or cut < last else cut


def _closing(context: Context, first: int, end: int) -> tuple[int, str] | None:
    """Return the last phrase of circumstance that reaches the end, by its preposition."""
    tokens, right = context.parse.tokens, context.tree.right
    while end > first and tokens[end].dep == "punct" and tokens[end].text in (",", "."):
        end -= 1
    for index in range(end - 1, first, -1):
        if tokens[index].dep == "prep" and right[index] >= end and not _in_name(context, index):
            kind = _circumstance(context, index)
            if kind is not None:
                return index, kind
    return None


def _in_name(context: Context, token: int) -> bool:
    span = context.parse.tokens[token].span
    return any(m.span.covers(span) for m in context.mentions if m.kind is Kind.GATHERING)


def _circumstance(context: Context, preposition: int) -> str | None:
    inner = context.tree.child(preposition, "pobj")
    if inner is None or context.parse.tokens[preposition].lemma not in ("in", "at", "on", "during"):
        return None
    if any(time.head == inner.index for time in context.times):
        return "time"
    kinds = {mention.kind for mention in context.by_head.get(inner.index, ())}
    if Kind.GATHERING in kinds or inner.index in context.by_token:
        return "gathering"
    return "place" if kinds & {Kind.CITY, Kind.PLACE} else None


# --- attribution ---------------------------------------------------------------------------


def _attribution(context: Context, cue: Predicate, pieces: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the source and the cue as one passage where they adjoin, else as two."""
    source = [a.span for a in cue.arguments if a.label in ("subject", "possessor")]
    spans = sorted([*cue.trigger, *source])
    spans = [span for span in spans if not any(span.overlaps(piece) for piece in pieces)] or list(cue.trigger)
    merged = [spans[0]]
    for span in spans[1:]:
        if span.begin - merged[-1].end <= ADJOIN:
            merged[-1] = cover((merged[-1], span))
        else:
            merged.append(span)
    return tuple(merged)


def claim(context: Context, assertion: Assertion, names: Iterable[str], about: tuple[Ref, ...]) -> Claim:
    """Freeze a claim."""
    text = " … ".join(" ".join(context.article.quote(piece).split()) for piece in assertion.pieces)
    who = ", ".join(names) or "unattributed"
    return Claim(
        ref=assertion.ref,
        label=f"{who}: {_shorten(text)}",
        rule=assertion.rule,
        evidence=assertion.pieces,
        attribution=assertion.attribution,
        text=text,
        claimant=assertion.claimants,
        about=about,
        verbatim=assertion.verbatim,
    )


def _shorten(text: str, words: int = 8) -> str:
    parts = text.split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")
