"""Predicates with labelled arguments: verbs, event nouns, and light verbs with their nouns.

The labels do not depend on the surface: a passive's subject is an `object`, its by-phrase a `subject`;
a relative or participial clause finds its subject in the noun that it modifies, an infinitive in
the verb that controls it, a coordinated verb in the first of its row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from dateline.annotate.clauses import RELATIVES, Clauses
from dateline.annotate.phrases import Phrases
from dateline.annotate.tree import Tree
from dateline.lexicon import Lexicon
from dateline.model import Argument, Kind, Mention, Parse, Predicate, Span, Tense, Token

CLAUSES = ("ccomp", "xcomp")
QUOTES = frozenset({'"', "”", "’", "''"})
LIGHT_GAP = 3
"""Most determiners and adjectives between a light verb and its noun for the two to be one passage."""


@dataclass(slots=True)
class _Draft:
    head: int
    part: str
    lemma: str
    trigger: tuple[Span, ...]
    arguments: list[Argument] = field(default_factory=list)
    verb: int | None = None
    """The verb that carries the tense: the head itself, or the light verb."""


def recognize(parse: Parse, lexicon: Lexicon, mentions: Iterable[Mention] = ()) -> tuple[Predicate, ...]:
    """Read the predicates of a report.

    Args:
        lexicon: says which nouns denote an occurrence, and which verbs are light.
        mentions: names among which those of gatherings are predicates too, by their head noun.
    """
    named = {m.head for m in mentions if m.kind is Kind.GATHERING and (m.name or m.entity)}
    return _Reader(Tree(parse), lexicon, named).read()


class _Reader:
    """One reading of one report."""

    def __init__(self, tree: Tree, lexicon: Lexicon, named: set[int]) -> None:
        self.tree = tree
        self.phrases = Phrases(tree, lexicon.grammar)
        self.tokens = tree.tokens
        self.grammar = lexicon.grammar
        self.named = named
        self.lemmas: dict[int, str] = {}
        self.verbs = [t.index for t in self.tokens if self._is_verb(t)]
        self.clauses = Clauses(tree, lexicon.grammar, frozenset(self.verbs))
        self.nominals = [t.index for t in self.tokens if t.index in named or self._is_nominal(t, lexicon.nouns)]
        self.staged = {index for index in self.nominals if index in named or self.tokens[index].lemma in lexicon.staged}

    def read(self) -> tuple[Predicate, ...]:
        nominals = {index: self._nominal(index) for index in self.nominals}
        drafts: list[_Draft] = []
        for verb in self.verbs:
            drafts.extend(self._verb(verb, nominals))
        drafts.extend(nominals.values())
        drafts.sort(key=lambda d: (d.head, d.part))
        by_head = {draft.head: number for number, draft in enumerate(drafts)}
        return tuple(self._predicate(number, draft, by_head) for number, draft in enumerate(drafts))

    # --- which tokens are predicates -------------------------------------------------------

    def _is_verb(self, token: Token) -> bool:
        if token.dep in ("aux", "auxpass", "amod", "compound", "nmod", "prep", "mark"):
            return False
        if token.tag.startswith("VB"):
            return True
        looks = token.text.endswith(("ed", "es", "ts", "ds", "ns")) and token.text.islower()
        return looks and token.dep in ("ROOT", "conj") and self.tree.child(token.index, "nsubj", "dobj") is not None

    def _is_nominal(self, token: Token, nouns: frozenset[str]) -> bool:
        if token.tag[:2] != "NN" or token.lemma not in nouns or token.dep in ("compound", "nmod"):
            return False
        return token.tag not in ("NNP", "NNPS") or token.text.islower()

    # --- verbs -----------------------------------------------------------------------------

    def _lemma(self, token: Token) -> str:
        if token.index not in self.lemmas:
            self.lemmas[token.index] = self._read_lemma(token)
        return self.lemmas[token.index]

    def _read_lemma(self, token: Token) -> str:
        lemma = token.lemma
        if lemma not in self.grammar.verbs:
            known = self.grammar.verb_lemma(token.text.lower())
            lemma = known if known in self.grammar.verbs or not token.tag.startswith("VB") else lemma
        particle = self.tree.child(token.index, "prt")
        return f"{lemma} {particle.lemma}" if particle else lemma

    def _verb(self, verb: int, nominals: dict[int, _Draft]) -> Iterator[_Draft]:
        """Yield the verb's predicate, unless a nominal takes it as its light verb."""
        arguments = list(self._verb_arguments(verb))
        carried = [n for n in self._carried(verb, arguments) if n in nominals]
        for noun in carried:
            self._lighten(nominals[noun], verb, arguments)
        token = self.tokens[verb]
        particle = self.tree.child(verb, "prt")
        last = particle.index if particle is not None and particle.index == verb + 1 else verb
        yield _Draft(verb, "verb", self._lemma(token), (self.tree.span(verb, last),), arguments, verb)

    def _carried(self, verb: int, arguments: list[Argument]) -> list[int]:
        """Return the heads of the nouns that the verb is light to, or that it says to happen."""
        lemma = self._lemma(self.tokens[verb])
        objects = [a.head for a in arguments if a.label == "object"]
        objects += [inner for head in objects for inner in self._vessel(head)]
        subjects = [a.head for a in arguments if a.label == "subject"]
        if lemma == "take" and any(self.tokens[head].lemma == "place" for head in objects):
            return subjects
        carried = [head for head in objects if self._is_light(lemma, head)]
        surface = objects if self.clauses.is_passive(verb) else subjects
        return carried + surface if lemma in self.grammar.happening else carried

    def _vessel(self, noun: int) -> Iterator[int]:
        """Yield the nouns of what a noun only holds: the talks of "a round of talks"."""
        if self.tokens[noun].lemma in self.grammar.vessels:
            for link in self.tree.dependents(noun, "prep"):
                if link.lemma == "of":
                    yield from (inner.index for inner in self.tree.dependents(link.index, "pobj"))

    def _is_light(self, lemma: str, noun: int) -> bool:
        verbs = self.grammar.staging if noun in self.staged else self.grammar.light | self.grammar.receiving
        return lemma in verbs

    def _lighten(self, draft: _Draft, verb: int, arguments: list[Argument]) -> None:
        """Give the nominal its light verb's subject, prepositions, tense and half of the trigger."""
        token = self.tokens[verb]
        own = any(a.head == draft.head and a.label == "subject" for a in arguments)
        happens = own or not self._is_light(self._lemma(token), draft.head)
        receives = token.lemma in self.grammar.receiving
        for argument in arguments:
            if argument.head == draft.head or argument.label in ("object", "clause"):
                continue
            label = "receiver" if receives and argument.label == "subject" else argument.label
            if happens and label == "subject":
                continue
            draft.arguments.append(replace(argument, label=label))
        for purpose in self.tree.dependents(verb, "advcl"):
            if purpose.tag == "VB" and not happens:
                draft.arguments.append(
                    self.phrases.argument("purpose", purpose.index, self.tree.subtree(purpose.index))
                )
        if draft.verb is None:
            draft.verb = verb
            if not happens:
                draft.part = "light"
                draft.lemma = f"{self._lemma(token)} {draft.lemma}"
                if draft.head not in self.named:
                    draft.trigger = self._pair(verb, draft.head)

    def _pair(self, verb: int, noun: int) -> tuple[Span, ...]:
        first, last = sorted((verb, noun))
        between = self.tokens[first + 1 : last]
        if verb < noun and len(between) <= LIGHT_GAP and all(t.dep in ("det", "amod", "nummod") for t in between):
            return (self.tree.span(first, last),)
        return self.tokens[first].span, self.tokens[last].span

    def _verb_arguments(self, verb: int) -> Iterator[Argument]:
        passive = self.clauses.is_passive(verb)
        subjects = self.clauses.subjects(verb)
        inverted = self._inverted(verb) if not subjects and not passive else None
        for head in subjects if inverted is None else (inverted,):
            yield from self.phrases.nominal("object" if passive else "subject", head)
        for token in self.tree.dependents(verb, "dobj", "agent", "dative", "prep", *CLAUSES, "oprd", "attr"):
            if token.index != inverted:
                yield from self._dependent(token)
        yield from self._wanted(verb)
        yield from self._fronted(verb)
        gap = self.clauses.object_gap(verb)
        if gap is not None and not passive:
            yield from self.phrases.nominal("object", gap)
        for noun in self.tree.dependents(verb, "dobj", "nsubjpass"):
            yield from self.phrases.loose("object", noun.index)
            for owner in self.tree.dependents(noun.index, "poss"):
                yield from self.phrases.nominal("object.possessor", owner.index)

    def _inverted(self, verb: int) -> int | None:
        """Return the subject that follows its verb behind a quotation: "…," reaffirmed the ministers."""
        before = self.tokens[verb - 1].text if verb else ""
        behind = self.tree.child(verb, "dobj")
        quoted = before in QUOTES or (before == "," and self.tokens[verb - 2].text in QUOTES)
        return behind.index if quoted and behind is not None and behind.index > verb else None

    def _wanted(self, verb: int) -> Iterator[Argument]:
        """Yield what is asked for by "for" and an infinitive, and of whom: "called for Peru to withdraw"."""
        for clause in self.tree.dependents(verb, "advcl"):
            mark, subject = self.tree.child(clause.index, "mark"), self.tree.child(clause.index, "nsubj")
            if clause.tag == "VB" and mark is not None and mark.lemma == "for" and subject is not None:
                yield self.phrases.argument("for", clause.index, self.tree.subtree(clause.index))
                yield from self.phrases.nominal("clause.subject", subject.index)

    def _fronted(self, verb: int) -> Iterator[Argument]:
        """Yield what stands before the first of coordinated verbs and holds for all: "During the talks she …"."""
        token = self.tokens[verb]
        if token.dep == "conj" and token.head in self.clauses.verbs:
            for phrase in self.tree.dependents(token.head, "prep"):
                if phrase.index < token.head:
                    yield from self.phrases.prepositional(phrase)
            yield from self._fronted(token.head)

    def _dependent(self, token: Token) -> Iterator[Argument]:
        if token.dep == "dobj" and token.text.lower() in RELATIVES:
            return
        if token.dep == "dobj":
            yield from self.phrases.nominal("object", token.index)
        elif token.dep == "agent":
            for inner in self.tree.dependents(token.index, "pobj"):
                yield from self.phrases.nominal("subject", inner.index)
        elif token.dep == "dative" and token.tag != "IN":
            yield from self.phrases.nominal("indirect", token.index)
        elif token.dep in ("prep", "dative"):
            for argument in self.phrases.prepositional(token):
                yield argument
                yield from self.phrases.loose(argument.label, argument.head)
        elif token.dep in CLAUSES:
            yield self.phrases.argument("clause", token.index, self.tree.subtree(token.index))
            asked = self.tree.child(token.index, "nsubj") if token.tag in ("VB", "VBP") else None
            if asked is not None:
                yield from self.phrases.nominal("clause.subject", asked.index)
            for other in self.tree.dependents(token.index, "conj"):
                if token.tag == "VB" and other.tag == "VB":
                    yield self.phrases.argument("clause", other.index, self.tree.subtree(other.index))
        else:
            yield from self.phrases.nominal("complement", token.index)

    # --- nominals --------------------------------------------------------------------------

    def _nominal(self, noun: int) -> _Draft:
        token = self.tokens[noun]
        draft = _Draft(noun, "noun", token.lemma, (token.span,))
        for dependent in self.tree.dependents(noun, "poss", "prep", "compound", "amod", "nmod", "acl", "conj", "ccomp"):
            draft.arguments.extend(self._of_nominal(dependent))
        if token.dep == "conj":
            draft.arguments.extend(self._shared_possessor(noun))
        return draft

    def _of_nominal(self, dependent: Token) -> Iterator[Argument]:
        if dependent.dep == "poss":
            yield from self.phrases.nominal("possessor", dependent.index)
        elif dependent.dep == "prep":
            for argument in self.phrases.prepositional(dependent):
                yield argument
                yield from self.phrases.loose(argument.label, argument.head)
                for owner in self.tree.dependents(argument.head, "poss"):
                    yield from self.phrases.nominal(f"{argument.label}.possessor", owner.index)
        elif dependent.dep in ("acl", "conj", "ccomp", "relcl") and self._is_content(dependent):
            yield self.phrases.argument("clause", dependent.index, self.tree.subtree(dependent.index))
        elif dependent.dep in ("compound", "amod", "nmod"):
            for each in self.tree.conjuncts(dependent.index):
                yield self.phrases.argument("compound", each, self.tokens[each].span)

    def _is_content(self, clause: Token) -> bool:
        """Tell whether a clause behind a noun says what is meant: "the invitation to come", "the hope that …"."""
        mark = self.tree.child(clause.index, "mark")
        return clause.tag == "VB" or (mark is not None and mark.lemma == "that")

    def _shared_possessor(self, noun: int) -> Iterator[Argument]:
        """Yield the owner of the first of coordinated nouns: "her visit and talks"."""
        first = self.tokens[noun].head
        own = any(True for _ in self.tree.dependents(noun, "poss", "det"))
        owner = self.tree.child(first, "poss")
        if owner is not None and not own:
            yield from self.phrases.nominal("possessor", owner.index)

    # --- the record ------------------------------------------------------------------------

    def _predicate(self, number: int, draft: _Draft, by_head: dict[int, int]) -> Predicate:
        top = self._top(draft)
        governor, relation = self._governor(draft, top, by_head)
        verb = draft.verb
        return Predicate(
            index=number,
            lemma=draft.lemma,
            part=draft.part,
            head=draft.head,
            trigger=draft.trigger,
            sentence=self.tree.sentence[draft.head],
            span=self.tree.subtree(top),
            arguments=tuple(_pointing(a, by_head) for a in _unique(draft.arguments)),
            tense=Tense.NONE if verb is None else self.clauses.tense(verb),
            negated=self._negated(draft),
            modality=None if verb is None else self.clauses.modality(verb),
            modifiers=self._modifiers(draft.head),
            plural=self.tokens[draft.head].tag in ("NNS", "NNPS"),
            support=None if verb == draft.head else verb,
            passive=verb is not None and self.clauses.is_passive(verb),
            perfect=verb is not None and self.clauses.is_perfect(verb),
            progressive=verb is not None and self.clauses.progressive(verb),
            governor=governor,
            relation=relation,
        )

    def _depth(self, index: int) -> int:
        return sum(1 for _ in self.tree.ancestors(index))

    def _top(self, draft: _Draft) -> int:
        """Return whichever of the noun and its verb stands higher in the tree."""
        if draft.verb is None or draft.verb == draft.head:
            return draft.head
        return min(draft.verb, draft.head, key=self._depth)

    def _governor(self, draft: _Draft, top: int, by_head: dict[int, int]) -> tuple[int | None, str | None]:
        relation = self.tokens[top].dep
        for ancestor in self.tree.ancestors(top):
            if ancestor in by_head and ancestor not in (draft.head, draft.verb):
                return by_head[ancestor], relation
            if self.tokens[ancestor].dep in ("prep", "agent"):
                relation = self.tokens[ancestor].lemma
        return None, None

    def _negated(self, draft: _Draft) -> bool:
        if draft.verb is not None and self.tree.is_negated(draft.verb):
            return True
        no = any(t.lemma == "no" for t in self.tree.dependents(draft.head, "det"))
        return no or self.tree.is_negated(draft.head)

    def _modifiers(self, head: int) -> tuple[str, ...]:
        return tuple(t.lemma for t in self.tree.dependents(head, "amod", "det", "nummod", "predet", "compound"))


def _pointing(argument: Argument, by_head: dict[int, int]) -> Argument:
    predicate = by_head.get(argument.head)
    return argument if predicate is None else replace(argument, predicate=predicate)


def _unique(arguments: Iterable[Argument]) -> Iterator[Argument]:
    seen: set[tuple[str, int]] = set()
    for argument in arguments:
        if (argument.label, argument.head) not in seen:
            seen.add((argument.label, argument.head))
            yield argument
