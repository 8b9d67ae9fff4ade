"""What one occurrence gives another: a speech its cue, a participation its attendee, an invitation its visitor."""

from __future__ import annotations

from dateline.extract import status
from dateline.extract.context import Context
from dateline.extract.drafts import Draft, labelled
from dateline.lexicon import Grammar, Label
from dateline.model import ACTOR_KINDS, PLACE_KINDS, Kind, Tense


def relate(context: Context, grammar: Grammar, told: list[Draft]) -> None:
    """Hand on what each occurrence says of others."""
    discuss(context, told)
    for draft in told:
        _take_part(context, grammar, draft)
        _invite(draft)
        _sympathize(context, draft)


def discuss(context: Context, told: list[Draft]) -> None:
    """Make the cooperation that a meeting's sentence speaks of what the meeting is about: "was devoted to …"."""
    meetings = {p.index: d for d in told if d.class_name == "Meeting" for p in d.predicates}
    for draft in told:
        if draft.class_name != "Cooperation":
            continue
        governor = draft.first.governor
        while governor is not None:
            predicate = context.predicates[governor]
            subjects = (a.predicate for a in predicate.arguments if a.label in ("subject", "object"))
            meeting = next((meetings[index] for index in subjects if index in meetings), meetings.get(governor))
            if meeting is not None:
                meeting.events.append(("about", draft))
                draft.proposed = True
            governor = predicate.governor if meeting is None and predicate.tense is Tense.NONE else None


def join_speech(told: list[Draft]) -> list[Draft]:
    """Join a cue to the speech that does it: "her address underlined", "was underlined in her address" are one act."""
    by_index = {draft.first.index: draft for draft in told}
    joined: list[Draft] = []
    for draft in told:
        labels = ("subject", "in") if draft.first.passive and not draft.roles.get("agent") else ("subject",)
        subjects = [a.predicate for a in draft.first.arguments if a.label in labels and draft.first.part == "verb"]
        speech = next((by_index[s] for s in subjects if s in by_index and by_index[s].frame.id == "address"), None)
        _pass_on(draft, [by_index[s] for s in subjects if s in by_index])
        if draft.class_name != "Statement" or speech is None or not speech.roles.get("agent"):
            joined.append(draft)
            continue
        speech.predicates.extend(draft.predicates)
        speech.contents.extend(draft.contents)
        speech.times.extend(draft.times)
        speech.spans.extend([*draft.spans, *(content.span for content in draft.contents)])
        speech.events.extend(event for event in draft.events if event[1] is not speech)
    return joined


def _pass_on(draft: Draft, subjects: list[Draft]) -> None:
    """Give talks what is said of them by their verb: what they are about, and what they are in line with."""
    for subject in subjects:
        if subject.class_name == "Meeting" and draft.class_name in ("Meeting", "Statement"):
            subject.fill("basis", draft.roles.get("basis", ()))
            subject.events.extend(event for event in draft.events if event[0] == "about")


def _take_part(context: Context, grammar: Grammar, draft: Draft) -> None:
    """Hand a participation's attendee on to what was attended, if it took place."""
    if draft.class_name != "Participation":
        return
    happened = status.judge(context, grammar, draft, draft.first) in status.REAL
    will = draft.first.tense is Tense.FUTURE and not draft.first.negated
    for role, attended in draft.events:
        meets = attended.class_name == "Meeting" and attended.is_complete()
        if role == "event" and (happened or will) and (meets or attended.class_name == "Gathering"):
            attended.fill("attendee", draft.roles.get("attendee", ()))
            attended.attended = attended.attended or happened


def _invite(draft: Draft) -> None:
    """Make the invitee the intended visitor, and what is to be attended the event of the invitation."""
    if draft.class_name != "Invitation":
        return
    draft.events = [pair for role, inner in draft.events for pair in _through(role, inner)]
    host = draft.governor
    if draft.first.relation == "at" and host is not None and host.class_name == "Visit":
        draft.fill("recipient", host.roles.get("attendee", ()))
        draft.events.append(("event", host))
    for role, inner in draft.events:
        if role == "event" and inner.class_name == "Visit" and not inner.roles.get("attendee"):
            inner.fill("attendee", draft.roles.get("recipient", ()))


def _sympathize(context: Context, draft: Draft) -> None:
    """Make the state that receives condolences the one that suffered what they are for, where nothing else is said."""
    states = [ref for ref in draft.roles.get("recipient", ()) if context.entities[ref].kind is Kind.STATE]
    for role, inner in draft.events:
        suffered = inner.class_name == "Conflict" and not inner.roles.get("object")
        if draft.class_name == "ExpressionOfSupport" and role == "responds_to" and suffered:
            inner.fill("object", states)


def _through(role: str, inner: Draft) -> list[tuple[str, Draft]]:
    if inner.class_name != "Participation":
        return [(role, inner)]
    return [(role, attended) for each, attended in inner.events if each == "event"]


def join_subject(context: Context, grammar: Grammar, draft: Draft) -> None:
    """Count who acts among those who talk or visit: "in talks with Berg, Otieno said", "she is on a visit"."""
    governor = context.predicates[draft.first.governor] if draft.first.governor is not None else None
    if governor is None or governor.part != "verb" or draft.first.part != "noun":
        return
    moves = draft.first.relation in ("on", "for") and governor.lemma in grammar.moving
    if not (_talks(draft, moves) if draft.class_name == "Meeting" else _travels(draft, moves)):
        return
    for argument in labelled(governor, [Label("subject")]):
        draft.fill("attendee", [entity.ref for entity in context.entities_of(argument, ACTOR_KINDS)], argument.span)
    if moves and draft.class_name == "Visit" and not draft.roles.get("location"):
        for argument in labelled(governor, [Label(name) for name in ("in", "to", "in capital of")]):
            draft.fill("location", [entity.ref for entity in context.entities_of(argument, PLACE_KINDS)], argument.span)


def _talks(draft: Draft, moves: bool) -> bool:
    one = len(draft.roles.get("attendee", ())) == 1 and any(a.label == "with" for a in draft.first.arguments)
    return one and (moves or draft.first.relation in ("in", "during", "at"))


def _travels(draft: Draft, moves: bool) -> bool:
    during = draft.first.relation == "during" and not {"the", "this"} & set(draft.first.modifiers)
    return draft.class_name == "Visit" and not draft.roles.get("attendee") and (moves or during)


def attend(draft: Draft) -> None:
    """Count who acts at a gathering among those who attend it."""
    for role, outer in draft.events:
        aside = any(outer is each for each in draft.beside)
        if role == "super_event" and outer.class_name == "Gathering" and not aside:
            outer.fill("attendee", [*draft.roles.get("agent", ()), *draft.roles.get("attendee", ())])
