"""Status: whether the narrator says that an occurrence happened, from tense, negation, modality and governor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from dateline.extract.context import Context
from dateline.extract.drafts import SPEECH, Draft
from dateline.lexicon import Grammar
from dateline.model import Predicate, Status, Tense, Time, Token

STRENGTH = (
    Status.OCCURRED,
    Status.ONGOING,
    Status.NEGATED,
    Status.PLANNED,
    Status.PROPOSED,
    Status.HYPOTHETICAL,
    Status.CLAIMED,
    Status.UNSPECIFIED,
)
"""Of several tellings of one occurrence the first of these counts."""
REAL = (Status.OCCURRED, Status.ONGOING)
DAYS = 31
"""Of so many days the report's being one of them says that a thing is under way; of a year it does not."""
WITHIN = ("during", "at", "after", "following", "since", "in", "on", "from", "with", "by", "upon", "amid", "through")
"""Prepositions that presuppose their nominal when their clause is past."""
PARTS = ("session", "opening", "ceremony", "sitting", "plenary", "meeting")
"""Nouns of what is part of the gathering behind "of": "at the opening session of the Forum"."""
AHEAD = ("before", "for", "to", "of", "ahead", "toward", "towards", "as", "on", "about", "without")


def judge(context: Context, grammar: Grammar, draft: Draft, predicate: Predicate) -> Status:
    """Return what one telling says of the occurrence's status, before claims are considered."""
    if predicate.part == "verb":
        status = _verb(context, grammar, predicate, draft.class_name in SPEECH)
    else:
        status = _nominal(context, grammar, draft, predicate)
    status = against(status, [time for time, _ in draft.times], context.article.published)
    return _dated(context, draft, status)


def _dated(context: Context, draft: Draft, status: Status) -> Status:
    """Take what somebody is invited to for planned where its date is fixed."""
    published, begins = context.article.published, [time.begin for time, starts in draft.times if starts]
    ahead = published is not None and any(begin > published for begin in begins)
    invited = any(each.class_name == "Invitation" for each in draft.above())
    return Status.PLANNED if status is Status.PROPOSED and ahead and invited else status


def is_reported(draft: Draft, predicate: Predicate) -> bool:
    """Tell whether a clause says what somebody says or does not say: "warned that Peru had attacked Chile"."""
    above = draft.governor
    spoken = above is not None and above.class_name in SPEECH and predicate.relation == "ccomp"
    return spoken and above is not None and any(predicate.governor == each.index for each in above.predicates)


def strongest(statuses: Iterable[Status]) -> Status:
    """Return the status that counts of several tellings."""
    return min(statuses, key=STRENGTH.index, default=Status.UNSPECIFIED)


def against(status: Status, times: Iterable[Time], published: date | None) -> Status:
    """Hold a status against the times: what lies after the report is planned, what lies before it occurred.

    What the text dates to days that hold the report's is under way.
    """
    times = list(times)
    if published is None or not times:
        return status
    if min(t.begin for t in times) > published and status in (*REAL, Status.UNSPECIFIED):
        return Status.PLANNED
    if status is not Status.UNSPECIFIED:
        return status
    if max(t.end for t in times) < published:
        return Status.OCCURRED
    if any(t.begin < t.end and t.begin <= published <= t.end and (t.end - t.begin).days < DAYS for t in times):
        return Status.ONGOING
    return status


def _verb(context: Context, grammar: Grammar, predicate: Predicate, speech: bool) -> Status:
    if predicate.negated:
        return Status.NEGATED
    if predicate.modality is not None:
        return Status.HYPOTHETICAL
    if predicate.tense is Tense.FUTURE:
        return Status.PROPOSED if _is_wished(context, grammar, predicate) else Status.PLANNED
    if predicate.tense is Tense.PAST:
        return Status.NEGATED if _is_denied(context, grammar, predicate) else Status.OCCURRED
    if predicate.tense is Tense.PRESENT:
        return Status.OCCURRED if speech else Status.ONGOING if predicate.progressive else Status.UNSPECIFIED
    return _governed(context, grammar, predicate)


def _is_denied(context: Context, grammar: Grammar, predicate: Predicate) -> bool:
    governor = context.predicates[predicate.governor] if predicate.governor is not None else None
    denied = governor is not None and grammar.governors.get(governor.lemma) == Status.NEGATED
    return denied and predicate.relation == "ccomp" and governor is not None and not governor.negated


def _is_wished(context: Context, grammar: Grammar, predicate: Predicate) -> bool:
    """Tell whether somebody only hopes for what a clause says will be: "hopes that they will meet"."""
    governor = context.predicates[predicate.governor] if predicate.governor is not None else None
    return governor is not None and _effect(grammar, governor, predicate.relation) is Status.PROPOSED


def _governed(context: Context, grammar: Grammar, predicate: Predicate) -> Status:
    """Return the status that an infinitive or participle takes from what governs it."""
    if predicate.governor is None:
        return Status.UNSPECIFIED
    governor = context.predicates[predicate.governor]
    effect = _effect(grammar, governor, predicate.relation)
    if effect is not None:
        return effect
    if governor.lemma == "be" and predicate.relation == "xcomp":
        return Status.NEGATED if predicate.perfect else Status.PLANNED
    if governor.part == "verb":
        above = _verb(context, grammar, governor, speech=True)
    else:
        above = Status.OCCURRED if _ground(context, governor) is Tense.PAST else Status.UNSPECIFIED
    if predicate.relation in ("advcl", "conj", "xcomp", "ccomp", "by", "as", "in", "acl", "after", "while"):
        if {governor.lemma, governor.lemma.split(" ")[0]} & grammar.implicative:
            return above
        verb = predicate.head if predicate.support is None else predicate.support
        tag = context.parse.tokens[verb].tag
        purpose = predicate.relation == "advcl" and tag == "VB"
        return Status.UNSPECIFIED if purpose else above
    return Status.UNSPECIFIED


def _effect(grammar: Grammar, governor: Predicate, relation: str | None) -> Status | None:
    """Return what a governing word says of its complement: "plan to visit", "cancelled the visit"."""
    if relation in ("conj", "nsubj", "advcl", "relcl", "during", "at", "after", "following", "while"):
        return None
    words = (governor.lemma, governor.lemma.split(" ")[-1 if governor.part == "light" else 0])
    found = next((grammar.governors[word] for word in words if word in grammar.governors), None)
    if found is None:
        return None
    if governor.negated and found == Status.PLANNED:
        return Status.NEGATED
    return Status(found)


def _nominal(context: Context, grammar: Grammar, draft: Draft, predicate: Predicate) -> Status:
    said = [grammar.modifiers[m] for m in predicate.modifiers if m in grammar.modifiers]
    if predicate.negated or Status.NEGATED in said:
        return Status.NEGATED
    if said:
        return Status(said[0])
    support = predicate.lemma.rsplit(" ", 1)[0] if predicate.part == "light" else ""
    effect = grammar.governors.get(support)
    if effect is not None and (effect == Status.NEGATED or draft.class_name not in SPEECH):
        return Status(effect)
    due = (t.index for d in context.tree.dependents(predicate.head, "prep", "amod", "acl") for t in _under(context, d))
    behind = [predicate.support] if predicate.support is not None else due
    if any(_is_to_come(context, verb) for verb in behind):
        return Status.PLANNED
    if predicate.support is not None:
        status = _verb(context, grammar, predicate, draft.class_name in SPEECH)
        if status is not Status.UNSPECIFIED:
            return status
    staged = (_verb(context, grammar, each, False) for each in _stagings(context, grammar, predicate))
    said_so = next((status for status in staged if status is not Status.UNSPECIFIED), None)
    return said_so or _standing(context, grammar, draft, predicate)


def _stagings(context: Context, grammar: Grammar, predicate: Predicate) -> Iterator[Predicate]:
    """Yield the verbs of its sentence that say that what a noun names is held: "the forum, which is to be held"."""
    for verb in context.sentence_predicates(predicate.sentence):
        held = (a.predicate for a in verb.arguments if a.label == "object")
        if verb.part == "verb" and verb.lemma in grammar.staging and predicate.index in held:
            yield verb


def _under(context: Context, token: Token) -> Iterator[Token]:
    """Yield the verbs that depend on "due" behind a noun."""
    return context.tree.dependents(token.index, "pcomp", "xcomp") if token.lemma == "due" else iter(())


def _is_to_come(context: Context, verb: int) -> bool:
    """Tell whether a verb behind its noun is an infinitive: "the summit to be held in May", "due to open"."""
    token = context.parse.tokens[verb]
    to = any(t.text == "to" for t in context.tree.dependents(verb, "aux"))
    return to and (token.dep in ("relcl", "acl") or context.parse.tokens[token.head].lemma == "due")


def _standing(context: Context, grammar: Grammar, draft: Draft, predicate: Predicate) -> Status:
    """Return what the place of a bare nominal says: subject, object or after a preposition."""
    if predicate.governor is None:
        return Status.UNSPECIFIED
    governor = context.predicates[predicate.governor]
    effect = _effect(grammar, governor, predicate.relation)
    if effect is None and predicate.relation == "dobj":
        effect = _remote(context, grammar, governor)
    if effect is not None and predicate.relation not in ("nsubj", "poss"):
        return effect
    if draft.governor is not None and draft.governor.class_name in SPEECH and predicate.relation == "nsubjpass":
        return Status.UNSPECIFIED
    if draft.class_name in SPEECH and predicate.relation in ("nsubj", "nsubjpass"):
        return Status.OCCURRED
    if governor.tense is Tense.FUTURE:
        # "The visit will deepen trust" may be of a visit that is over; "the summit will bring together" is not.
        subject = predicate.relation in ("nsubj", "nsubjpass")
        return Status.PLANNED if not subject or draft.class_name == "Gathering" else Status.UNSPECIFIED
    if draft.class_name == "Visit" and predicate.relation in ("on", "for") and governor.lemma in grammar.moving:
        return Status.ONGOING if governor.tense is Tense.PRESENT else _verb(context, grammar, governor, speech=True)
    if governor.negated or governor.modality is not None:
        return Status.UNSPECIFIED
    part = predicate.relation == "of" and governor.lemma in PARTS and _is_within(context, governor)
    presupposed = part or predicate.relation in ("nsubj", "nsubjpass") or _is_within(context, predicate)
    past = _ground(context, governor) is Tense.PAST
    return Status.OCCURRED if presupposed and past else Status.UNSPECIFIED


def _is_within(context: Context, predicate: Predicate) -> bool:
    """Tell whether a preposition right at a verb presupposes the nominal: not "in the context of the creation of"."""
    tokens = context.parse.tokens
    top = predicate.head if predicate.support is None else predicate.support
    preposition = tokens[tokens[top].head]
    while tokens[top].dep == "conj":
        top, preposition = tokens[top].head, tokens[tokens[tokens[top].head].head]
    above = tokens[preposition.head]
    return predicate.relation in WITHIN and (
        above.tag.startswith("VB") or above.lemma in ("course", "framework", "sideline", "margin")
    )


def _remote(context: Context, grammar: Grammar, governor: Predicate) -> Status | None:
    """Return the effect of a word further up over infinitives: "discussed ways to enhance cooperation"."""
    while governor.part == "verb" and governor.tense is Tense.NONE and governor.governor is not None:
        relation, governor = governor.relation, context.predicates[governor.governor]
        effect = _effect(grammar, governor, "clause" if relation == "relcl" else relation)
        if effect is not None:
            return effect
    return None


def _ground(context: Context, predicate: Predicate) -> Tense:
    """Return the tense of the nearest finite clause around a predicate."""
    while predicate.tense is Tense.NONE and predicate.governor is not None:
        predicate = context.predicates[predicate.governor]
    return predicate.tense
