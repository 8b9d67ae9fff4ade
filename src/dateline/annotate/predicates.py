"""Predicates with labelled arguments: verbs, event nouns, and light verbs with their nouns.

The labels do not depend on the surface: a passive's subject is an `object`, its by-phrase a `subject`;
a relative or participial clause finds its subject in the noun that it modifies, an infinitive in
the verb that controls it, a coordinated verb in the first of its row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from dateline.annotate.tree import Tree
from dateline.lexicon import Grammar
from dateline.model import Argument, Kind, Mention, Parse, Predicate, Span, Tense, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
CLAUSES = ("ccomp", "xcomp")
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
LIGHT_GAP = 3
"""Most words between a light verb and its noun for the two to be one passage."""


@dataclass(slots=True)
class _Draft:
    head: int
    part: str
    lemma: str
    trigger: tuple[Span, ...]
    arguments: list[Argument] = field(default_factory=list)
    verb: int | None = None
    """The verb that carries the tense: the head itself, or the light verb."""


def recognize(parse: Parse, grammar: Grammar, nouns: frozenset[str], mentions: Iterable[Mention] = ()) -> tuple[Predicate, ...]:
    """Read the predicates of a report.

    Args:
        nouns: lemmas of the nouns that denote an occurrence.
        mentions: names among which those of gatherings are predicates too, by their head noun.
    """
    reader = _Reader(Tree(parse), grammar, nouns, {m.head for m in mentions if m.kind is Kind.GATHERING and m.name})
    return reader.read()


class _Reader:
    """One reading of one report."""

    def __init__(self, tree: Tree, grammar: Grammar, nouns: frozenset[str], named: set[int]) -> None:
        self.tree = tree
        self.tokens = tree.tokens
        self.grammar = grammar
        self.named = named
        self.verbs = [t.index for t in self.tokens if self._is_verb(t)]
        self.verb_set = frozenset(self.verbs)
        self.nominals = [t.index for t in self.tokens if t.index in named or self._is_nominal(t, nouns)]

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
        lemma = token.lemma
        if not token.tag.startswith("VB"):
            lemma = self.grammar.verb_lemma(token.text.lower())
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
        lemma = self.tokens[verb].lemma
        objects = [a.head for a in arguments if a.label == "object"]
        subjects = [a.head for a in arguments if a.label == "subject"]
        if lemma == "take" and any(self.tokens[head].lemma == "place" for head in objects):
            return subjects
        carried = objects if lemma in self.grammar.light or lemma in self.grammar.receiving else []
        return carried + subjects if lemma in self.grammar.happening else carried

    def _lighten(self, draft: _Draft, verb: int, arguments: list[Argument]) -> None:
        """Give the nominal its light verb's subject, prepositions, tense and half of the trigger."""
        token = self.tokens[verb]
        happens = any(a.head == draft.head and a.label == "subject" for a in arguments)
        receives = token.lemma in self.grammar.receiving
        for argument in arguments:
            if argument.head == draft.head or argument.label in ("object", "clause"):
                continue
            label = "receiver" if receives and argument.label == "subject" else argument.label
            if happens and label == "subject":
                continue
            draft.arguments.append(replace(argument, label=label))
        if draft.verb is None:
            draft.verb = verb
            if not happens:
                draft.part = "light"
                draft.lemma = f"{token.lemma} {draft.lemma}"
                draft.trigger = self._pair(verb, draft.head)

    def _pair(self, verb: int, noun: int) -> tuple[Span, ...]:
        first, last = sorted((verb, noun))
        if last - first <= LIGHT_GAP:
            return (self.tree.span(first, last),)
        return self.tokens[first].span, self.tokens[last].span

    def _verb_arguments(self, verb: int) -> Iterator[Argument]:
        passive = self._is_passive(verb)
        for head in self._subjects(verb):
            yield from self._nominal_arguments("object" if passive else "subject", head)
        for token in self.tree.dependents(verb, "dobj", "agent", "dative", "prep", *CLAUSES, "oprd", "attr"):
            yield from self._dependent(token)
        gap = self._object_gap(verb)
        if gap is not None and not passive:
            yield from self._nominal_arguments("object", gap)
        for noun in self.tree.dependents(verb, "dobj"):
            yield from self._loose("object", noun.index)

    def _dependent(self, token: Token) -> Iterator[Argument]:
        if token.dep == "dobj" and token.text.lower() in RELATIVES:
            return
        if token.dep == "dobj":
            yield from self._nominal_arguments("object", token.index)
        elif token.dep == "agent":
            for inner in self.tree.dependents(token.index, "pobj"):
                yield from self._nominal_arguments("subject", inner.index)
        elif token.dep == "dative" and token.tag != "IN":
            yield from self._nominal_arguments("indirect", token.index)
        elif token.dep in ("prep", "dative"):
            yield from self._prepositional(token)
        elif token.dep in CLAUSES:
            yield self._argument("clause", token.index, self.tree.subtree(token.index))
        else:
            yield from self._nominal_arguments("complement", token.index)

    def _loose(self, label: str, noun: int) -> Iterator[Argument]:
        """Yield what the parser hung on an argument though it may belong to its predicate, as `object.with`."""
        for token in self.tree.dependents(noun, "prep"):
            for argument in self._prepositional(token):
                yield replace(argument, label=f"{label}.{argument.label}")
                yield from self._loose(label, argument.head)

    def _is_passive(self, verb: int) -> bool:
        token = self.tokens[verb]
        if self.tree.child(verb, "auxpass", "nsubjpass") is not None:
            return True
        if token.tag != "VBN" or self.tree.child(verb, "aux", "nsubj") is not None:
            return False
        if token.dep == "conj" and token.head in self.verb_set:
            return self._is_passive(token.head)
        return token.dep in ("acl", "advcl")

    def _subjects(self, verb: int) -> tuple[int, ...]:
        """Return the heads of the surface subject, found where grammar puts it."""
        own = self.tree.child(verb, *SUBJECTS)
        if own is not None and own.text.lower() in RELATIVES and self.tokens[verb].dep == "relcl":
            return (self.tokens[verb].head,)
        if own is not None:
            return () if own.tag.startswith("W") else (own.index,)
        introduced = self._introduced(verb)
        return introduced if introduced is not None else self._inherited(verb)

    def _introduced(self, verb: int) -> tuple[int, ...] | None:
        """Return the noun of "for X to go", which the parser hangs under the mark."""
        for mark in self.tree.dependents(verb, "mark", "prep"):
            if mark.lemma == "for" and mark.index < verb:
                inner = self.tree.child(mark.index, "pobj")
                if inner is not None:
                    return (inner.index,)
        return None

    def _inherited(self, verb: int) -> tuple[int, ...]:
        token = self.tokens[verb]
        head = token.head
        if head == verb:
            return ()
        if token.dep in ("acl", "relcl") and self.tokens[head].tag[:2] in ("NN", "PR"):
            return (head,) if token.tag in ("VBG", "VBN") else ()
        if token.dep == "pcomp" and self.tokens[head].dep == "prep":
            return self._governing_subject(self.tokens[head].head)
        if head in self.verb_set and token.dep in ("conj", "xcomp", "advcl", "ccomp"):
            return self._controlled(verb, head)
        return ()

    def _controlled(self, verb: int, head: int) -> tuple[int, ...]:
        token = self.tokens[verb]
        if token.dep == "xcomp" and self.tokens[head].lemma in self.grammar.object_control:
            patient = self.tree.child(head, "dobj", "nsubjpass")
            if patient is not None:
                return (patient.index,)
        if token.dep in ("advcl", "ccomp") and token.tag not in ("VBG", "VBN", "VB"):
            return ()
        if token.dep == "conj" and self.tree.child(head, "nsubj") is None and self.tree.child(head, "nsubjpass") is None:
            introduced = self._introduced(head)
            if introduced is not None:
                return introduced
        return self._subjects(head)

    def _governing_subject(self, governor: int) -> tuple[int, ...]:
        """Return who is meant as subject by "in discussing", "by signing": of a verb its subject, of a noun its owner."""
        if governor in self.verb_set:
            return self._subjects(governor)
        owner = self.tree.child(governor, "poss")
        return (owner.index,) if owner is not None else ()

    def _object_gap(self, verb: int) -> int | None:
        """Return the antecedent that a relative clause leaves out as its object: "the treaty that they signed"."""
        token = self.tokens[verb]
        if token.dep != "relcl" or self.tree.child(verb, "nsubj") is None:
            return None
        own = self.tree.child(verb, "dobj")
        relative = own is not None and own.text.lower() in RELATIVES
        subject = self.tree.child(verb, "nsubj")
        if subject is not None and subject.text.lower() in RELATIVES:
            return None
        return token.head if own is None or relative else None

    # --- nominals --------------------------------------------------------------------------

    def _nominal(self, noun: int) -> _Draft:
        token = self.tokens[noun]
        draft = _Draft(noun, "noun", token.lemma, (token.span,))
        for dependent in self.tree.dependents(noun, "poss", "prep", "compound", "amod", "nmod", "acl", "conj"):
            draft.arguments.extend(self._of_nominal(dependent))
        if token.dep == "conj":
            draft.arguments.extend(self._shared_possessor(noun))
        return draft

    def _of_nominal(self, dependent: Token) -> Iterator[Argument]:
        if dependent.dep == "poss":
            yield from self._nominal_arguments("possessor", dependent.index)
        elif dependent.dep == "prep":
            for argument in self._prepositional(dependent):
                yield argument
                yield from self._loose(argument.label, argument.head)
        elif dependent.dep in ("acl", "conj") and dependent.tag == "VB":
            yield self._argument("clause", dependent.index, self.tree.subtree(dependent.index))
        elif dependent.dep in ("compound", "amod", "nmod"):
            for each in self.tree.conjuncts(dependent.index):
                yield self._argument("compound", each, self.tokens[each].span)

    def _shared_possessor(self, noun: int) -> Iterator[Argument]:
        """Yield the owner of the first of coordinated nouns: "her visit and talks"."""
        first = self.tokens[noun].head
        own = any(True for _ in self.tree.dependents(noun, "poss", "det"))
        owner = self.tree.child(first, "poss")
        if owner is not None and not own:
            yield from self._nominal_arguments("possessor", owner.index)

    # --- phrases ---------------------------------------------------------------------------

    def _argument(self, label: str, head: int, span: Span) -> Argument:
        return Argument(label, span, head)

    def _nominal_arguments(self, label: str, head: int) -> Iterator[Argument]:
        for each in self.tree.conjuncts(head):
            yield self._argument(label, each, self.tree.phrase(each))

    def _prepositional(self, token: Token) -> Iterator[Argument]:
        """Yield the objects of a preposition under its lemma, or under the complex preposition's."""
        label = token.text.lower()
        for inner in self.tree.dependents(token.index, "pobj", "pcomp"):
            label, heads = self._complex(label, inner)
            for head in heads:
                if self.tokens[head].dep == "pcomp":
                    yield self._argument(label, head, self.tree.subtree(head))
                else:
                    yield from self._nominal_arguments(label, head)
        for inner in self.tree.dependents(token.index, "prep"):
            for argument in self._prepositional(inner):
                yield replace(argument, label=f"{label} {argument.label}")

    def _complex(self, label: str, noun: Token) -> tuple[str, tuple[int, ...]]:
        for pattern in self.grammar.complex_prepositions.get((label, noun.text.lower()), ()):
            for inner in self.tree.dependents(noun.index, "prep"):
                target = self.tree.child(inner.index, "pobj")
                if inner.lemma == pattern.rsplit(" ", 1)[1] and target is not None:
                    return pattern, (target.index,)
            owner = self.tree.child(noun.index, "poss", "compound", "nmod")
            if owner is not None and pattern.endswith(" of"):
                return pattern, (owner.index,)
        return label, (noun.index,)

    # --- the record ------------------------------------------------------------------------

    def _predicate(self, number: int, draft: _Draft, by_head: dict[int, int]) -> Predicate:
        governor, relation = self._governor(draft, by_head)
        verb = draft.verb
        return Predicate(
            index=number,
            lemma=draft.lemma,
            part=draft.part,
            head=draft.head,
            trigger=draft.trigger,
            sentence=self.tree.sentence[draft.head],
            span=self.tree.subtree(draft.head if verb is None else min(verb, draft.head, key=self._depth)),
            arguments=tuple(replace(a, predicate=by_head.get(a.head)) for a in _unique(draft.arguments)),
            tense=Tense.NONE if verb is None else self._tense(verb),
            negated=self._negated(draft),
            modality=None if verb is None else self._modality(verb),
            modifiers=self._modifiers(draft.head),
            plural=self.tokens[draft.head].tag in ("NNS", "NNPS"),
            support=None if verb == draft.head else verb,
            passive=verb is not None and self._is_passive(verb),
            progressive=verb is not None and self._progressive(verb),
            governor=governor,
            relation=relation,
        )

    def _depth(self, index: int) -> int:
        return sum(1 for _ in self.tree.ancestors(index))

    def _governor(self, draft: _Draft, by_head: dict[int, int]) -> tuple[int | None, str | None]:
        start = draft.head if draft.verb is None else min(draft.verb, draft.head, key=self._depth)
        relation = self.tokens[start].dep
        for ancestor in self.tree.ancestors(start):
            if ancestor in by_head and ancestor not in (draft.head, draft.verb):
                return by_head[ancestor], relation
            if self.tokens[ancestor].dep == "prep":
                relation = self.tokens[ancestor].lemma
        return None, None

    def _auxiliaries(self, verb: int) -> list[str]:
        own = [t.text.lower() for t in self.tree.dependents(verb, "aux", "auxpass")]
        token = self.tokens[verb]
        if not own and token.dep == "conj" and token.head in self.verb_set and token.tag in ("VB", "VBN", "VBG"):
            return self._auxiliaries(token.head)
        return own

    def _tense(self, verb: int) -> Tense:
        token, auxiliaries = self.tokens[verb], self._auxiliaries(verb)
        if any(word in self.grammar.future for word in auxiliaries):
            return Tense.FUTURE
        if any(word in ("was", "were", "had", "did", "has", "have", "having") for word in auxiliaries):
            return Tense.PAST
        if any(word in ("is", "are", "'s", "'re", "am", "do", "does", "being") for word in auxiliaries):
            return Tense.PRESENT
        if token.tag == "VBD" or (not token.tag.startswith("VB") and token.text.endswith("ed")):
            return Tense.PAST
        return Tense.PRESENT if token.tag in ("VBZ", "VBP") or not token.tag.startswith("VB") else Tense.NONE

    def _progressive(self, verb: int) -> bool:
        return self.tokens[verb].tag == "VBG" and any(
            word in ("is", "are", "'s", "'re", "am", "being") for word in self._auxiliaries(verb)
        )

    def _modality(self, verb: int) -> str | None:
        for word in self._auxiliaries(verb):
            if word in self.grammar.hypothetical:
                return word
        mark = self.tree.child(verb, "mark")
        return mark.lemma if mark is not None and mark.lemma in self.grammar.conditional else None

    def _negated(self, draft: _Draft) -> bool:
        if draft.verb is not None and self.tree.is_negated(draft.verb):
            return True
        no = any(t.lemma == "no" for t in self.tree.dependents(draft.head, "det"))
        return no or self.tree.is_negated(draft.head)

    def _modifiers(self, head: int) -> tuple[str, ...]:
        return tuple(t.lemma for t in self.tree.dependents(head, "amod", "det", "nummod", "predet"))


def _unique(arguments: Iterable[Argument]) -> Iterator[Argument]:
    seen: set[tuple[str, int]] = set()
    for argument in arguments:
        if (argument.label, argument.head) not in seen:
            seen.add((argument.label, argument.head))
            yield argument
