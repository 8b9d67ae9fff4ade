"""Mends what the parser often gets wrong in press English; each repair is told by its form alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.lexicon import words
from dateline.model import Form, Mention, Parse, Sentence, Token

HUNG = frozenset({"prep", "relcl", "acl", "appos", "npadvmod", "amod"})
"""Labels of what follows a name and says something of the whole of it."""

REPORTING = frozenset(
    "add appreciate appeal call condemn congratulate convey emphasise emphasize encourage express extend highlight hope"
    " invite note pledge point praise propose reaffirm reiterate state stress suggest thank underline underscore urge"
    " voice welcome".split()
)
"""Verbs that behind ", and" go on with what is reported, rather than with what was said."""
SAYING = frozenset({"say", "announce", "add", "tell", "note", "stress", "state"})
"""Verbs that follow what was said, with who said it."""
PRESENT = frozenset({"will", "can", "is", "are"})


def mend(tokens: list[Token], sentences: list[Sentence]) -> tuple[list[Token], list[Sentence]]:
    """Return the tokens and sentences with their repairs."""
    mended = list(tokens)
    for number in range(len(tokens)):
        for repair in _REPAIRS.get(mended[number].dep, ()):
            repair(mended, number)
        if mended[number].text == "due":
            _due(mended, number)
    return mended, [_headless(mended, sentence) for sentence in _joined(mended, sentences)]


def _joined(tokens: list[Token], sentences: list[Sentence]) -> list[Sentence]:
    """Join sentences that were cut after a style: "They met the Hon." and "Ana Petrova in Lima."."""
    styles = words.load().honorifics
    joined: list[Sentence] = []
    for sentence in sentences:
        last = tokens[joined[-1].last - 1] if joined else None
        cut = last is not None and last.text[0].isupper() and last.text.lower().rstrip(".") in styles
        if cut and joined[-1].block == sentence.block and tokens[sentence.first].text[0].isupper():
            joined[-1] = _join(tokens, joined[-1], sentence)
        else:
            joined.append(sentence)
    return joined


def _join(tokens: list[Token], one: Sentence, other: Sentence) -> Sentence:
    """Return both as one sentence: the name that begins the second stands where the style ended the first."""
    style, name, root = tokens[one.last - 1], tokens[other.first], tokens[one.root]
    while name.head != name.index and tokens[name.head].tag.startswith("NNP"):
        name = tokens[name.head]
    whole = Sentence(one.first, other.last, other.root, one.span._replace(end=other.span.end), one.block)
    if not root.tag.startswith("VB"):
        tokens[root.index] = replace(root, dep="nmod", head=name.index)
        return whole
    tokens[name.index] = replace(name, dep=style.dep, head=style.head)
    tokens[style.index] = replace(style, dep="compound", head=name.index)
    if other.root != name.index:
        tokens[other.root] = replace(tokens[other.root], dep="conj", head=root.index)
    return replace(whole, root=root.index)


def _participle(tokens: list[Token], number: int) -> None:
    """In "the forum, uniting leaders" the participle is no adjective: it modifies the noun before the comma."""
    token = tokens[number]
    noun = tokens[token.head]
    if token.tag == "VBG" and tokens[number - 1].text == "," and noun.dep == "appos":
        tokens[number] = replace(token, dep="acl", head=noun.head)
        tokens[noun.index] = replace(noun, dep="dobj", head=number)


def _coordinated(tokens: list[Token], number: int) -> None:
    """In "by Berg and Kenyan President Juma Otieno" the first name does not modify the last."""
    token = tokens[number]
    head = tokens[token.head]
    persons = token.entity == head.entity == "PERSON"
    named = token.dep == "nmod" and token.tag == head.tag == "NNP"
    if not (named or (persons and token.dep == "amod")) or head.index < number:
        return
    inner = [t for t in tokens[number + 1 : head.index] if t.head == number]
    title = next((t for t in inner if t.dep == "conj"), None)
    if not any(t.dep == "cc" for t in inner) or (title is None and not persons):
        return
    tokens[number] = replace(token, dep=head.dep, head=head.head if head.dep != "ROOT" else number)
    tokens[head.index] = replace(head, dep="conj", head=number)
    if title is not None:
        tokens[title.index] = replace(title, dep="compound", head=head.index)


def _reported(tokens: list[Token], number: int) -> None:
    """In "she described how Peru trades and builds" both verbs in the present are what she described."""
    token, cue = tokens[number], tokens[tokens[number].head]
    if token.tag not in ("VBZ", "VBP") or cue.tag != "VBD":
        return
    between = tokens[cue.index + 1 : number]
    clause = next((t for t in between if t.dep == "ccomp" and t.head == cue.index and t.tag in ("VBZ", "VBP")), None)
    own = any(t.head == number and t.dep.startswith(("nsubj", "aux")) for t in between)
    if clause is not None and not own:
        tokens[number] = replace(token, head=clause.index)


def _resumed(tokens: list[Token], number: int) -> None:
    """In "she noted that trade grew, and expressed hope" the last verb is no part of what she noted.

    Nor is it where the tense goes back to that of the cue: "noted that Peru trades with Fiji and thanked it".
    """
    token, clause = tokens[number], tokens[tokens[number].head]
    cue = tokens[clause.head]
    if token.tag != "VBD" or clause.dep != "ccomp" or not cue.index < clause.index < number:
        return
    between = tokens[clause.index + 1 : number]
    own = any(t.head == number and t.dep.startswith(("nsubj", "aux")) for t in between)
    joint = next((t.index for t in reversed(between) if t.dep == "cc" and t.head == clause.index), None)
    if cue.tag != "VBD" or own or joint is None:
        return
    carriers = [t.text for t in tokens[cue.index : clause.index] if t.head == clause.index and t.dep == "aux"]
    present = clause.tag in ("VBZ", "VBP") or not PRESENT.isdisjoint(carriers)
    if present or (tokens[joint - 1].text == "," and token.lemma in REPORTING):
        tokens[number] = replace(token, head=cue.index)
        tokens[joint] = replace(tokens[joint], head=cue.index)


def _said_after(tokens: list[Token], number: int) -> None:
    """In "Peru will sign the treaty, Speaker Juma Otieno said" the name says so; it is no apposition to the treaty."""
    token = tokens[number]
    if token.tag != "VBD" or token.lemma not in SAYING or number == 0:
        return
    name = tokens[number - 1]
    if name.dep != "appos" or name.entity != "PERSON" or name.head > number:
        return
    between = tokens[name.head + 1 : number]
    comma = any(t.text == "," and t.head == name.head for t in between)
    if comma and not any(t.dep == "cc" or (t.dep == "nsubj" and t.head == number) for t in between):
        tokens[number] = replace(token, dep="parataxis" if token.dep == "conj" else token.dep)
        tokens[name.index] = replace(name, dep="nsubj", head=number)


def _offered(tokens: list[Token], number: int) -> None:
    """In "by her invitation for a visit and to speak" the infinitive goes with the noun, not with the preposition."""
    token, preposition = tokens[number], tokens[tokens[number].head]
    if token.tag != "VB" or preposition.dep != "prep":
        return
    inner = [t for t in tokens[preposition.index + 1 : number] if t.head == preposition.index]
    noun = next((t for t in inner if t.dep == "pobj"), None)
    if noun is not None and any(t.dep == "cc" for t in inner):
        tokens[number] = replace(token, dep="conj", head=noun.index)


def _due(tokens: list[Token], number: int) -> None:
    """In "attend the forum due to open on Monday" what is due is the noun right before, not the attending."""
    token, before = tokens[number], tokens[number - 1]
    if tokens[token.head].tag.startswith("VB") and before.tag.startswith("NN"):
        tokens[number] = replace(token, head=before.index)


_REPAIRS = {
    "amod": (_participle, _coordinated),
    "nmod": (_coordinated,),
    "conj": (_reported, _resumed, _said_after),
    "ROOT": (_said_after,),
    "pcomp": (_offered,),
}
"""By the label of the token that may be wrong."""


def _headless(tokens: list[Token], sentence: Sentence) -> Sentence:
    """In "Speaker Juma Otieno extended condolences" the past tense is no adjective: it heads the sentence."""
    root = tokens[sentence.root]
    before = tokens[sentence.first : sentence.root]
    verb = next((t for t in before if t.head == root.index and _is_past(t)), None)
    owners = (root.index, verb.index if verb is not None else root.index)
    inner = [t for t in before if t.head in owners]
    subjects = [t for t in inner if t.dep in ("nmod", "compound", "npadvmod") and t.tag in ("NNP", "NNPS")]
    if root.tag not in ("NN", "NNS") or verb is None or not subjects or subjects[-1].index != verb.index - 1:
        return sentence
    subject = subjects[-1]
    tokens[verb.index] = replace(verb, dep="ROOT", head=verb.index, tag="VBD")
    tokens[subject.index] = replace(subject, dep="nsubj", head=verb.index)
    tokens[root.index] = replace(root, dep="dobj", head=verb.index)
    for other in tokens[sentence.first : sentence.last]:
        if other.head == root.index and other.dep == "punct":
            tokens[other.index] = replace(other, head=verb.index)
    return replace(sentence, root=verb.index)


def _is_past(token: Token) -> bool:
    return token.dep == "amod" and token.text.endswith("ed") and token.text.islower()


def hold_names(parse: Parse, mentions: Iterable[Mention]) -> Parse:
    """Hang what follows a name of several words from its head: "the Summit on Science, which opens on Friday"."""
    tokens = list(parse.tokens)
    begins = {token.span.begin: token.index for token in tokens}
    named = [m for m in mentions if m.form is Form.NAME and m.head >= 0]
    for mention in sorted(named, key=lambda m: m.span.end - m.span.begin):
        for child in _hung_within(parse, tokens, mention, begins):
            tokens[child] = replace(tokens[child], head=mention.head)
    if tokens == list(parse.tokens):
        return parse
    return replace(parse, tokens=tuple(tokens), children=children(tokens))


def _hung_within(parse: Parse, tokens: list[Token], mention: Mention, begins: dict[int, int]) -> Iterator[int]:
    """Yield what stands behind a name and depends on one of its words that is not its head."""
    first = begins.get(mention.span.begin)
    if first is None or tokens[first].span.end >= mention.span.end:
        return
    inside = {first}
    while max(inside) + 1 < len(tokens) and tokens[max(inside) + 1].span.end <= mention.span.end:
        inside.add(max(inside) + 1)
    last = max(inside)
    above = set(_ancestors(tokens, mention.head))
    for index in inside - {mention.head}:
        for child in parse.children[index]:
            if child > last and tokens[child].dep in HUNG and child not in above:
                yield child


def _ancestors(tokens: list[Token], index: int) -> Iterator[int]:
    while tokens[index].head != index:
        index = tokens[index].head
        yield index


def children(tokens: list[Token]) -> tuple[tuple[int, ...], ...]:
    """Return for each token the indices of its dependents, in order."""
    found: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            found[token.head].append(token.index)
    return tuple(tuple(each) for each in found)
