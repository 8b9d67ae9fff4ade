"""Clauses: the voice, tense and modality of a verb, and who its subject and left-out object are."""

from __future__ import annotations

from dateline.annotate.tree import Tree
from dateline.lexicon import Grammar
from dateline.model import Tense, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
PATIENT = frozenset({"as", "of", "against", "from"})
"""Prepositions behind which the verb's object is who does it."""
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})


class Clauses:
    """The verbs of a parse, each the head of a clause."""

    def __init__(self, tree: Tree, grammar: Grammar, verbs: frozenset[int]) -> None:
        """Take the token indices of the verbs that head a clause."""
        self.tree = tree
        self.tokens = tree.tokens
        self.grammar = grammar
        self.verbs = verbs

    def is_passive(self, verb: int) -> bool:
        """Tell whether the verb is in the passive, a participle after its noun included."""
        token = self.tokens[verb]
        if self.tree.child(verb, "auxpass", "nsubjpass") is not None:
            return True
        if token.tag != "VBN" or self.tree.child(verb, "aux", "nsubj") is not None:
            return False
        if token.dep == "conj" and token.head in self.verbs:
            return self.is_passive(token.head)
        return token.dep in ("acl", "advcl")

    def subjects(self, verb: int) -> tuple[int, ...]:
        """Return the heads of the surface subject, found where grammar puts it."""
        own = min(self.tree.dependents(verb, *SUBJECTS), key=lambda each: abs(each.index - verb), default=None)
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
            issuing = (self._addressing(token) or self._issuing(token)) if token.tag == "VBG" else None
            if issuing is not None:
                return self.subjects(issuing)
            return (head,) if token.tag in ("VBG", "VBN") else ()
        if token.dep == "pcomp" and self.tokens[head].dep == "prep":
            source = self.tree.child(self.tokens[head].head, "dobj", "nsubjpass")
            if self.tokens[head].lemma in PATIENT and source is not None:
                return (source.index,)  # "quoted the minister as saying", "accused the minister of saying"
            if self.tokens[head].lemma == "for":
                return ()  # "thanked her for coming": not who thanks
            return self._governing_subject(self.tokens[head].head)
        if head in self.verbs and token.dep in ("conj", "xcomp", "advcl", "ccomp"):
            return self._controlled(verb, head)
        return ()

    def _patient(self, token: Token, head: int) -> int | None:
        """Return whom a verb wants to do what its infinitive tells: "urged Peru to …", "called on Peru to …"."""
        patient = self.tree.child(head, "dobj", "nsubjpass") if token.dep == "xcomp" else None
        if patient is not None or token.tag != "VB":
            return None if patient is None else patient.index
        links = (link for link in self.tree.dependents(head, "prep", "prt") if link.lemma in ("on", "upon", "to"))
        called = next((self.tree.child(link.index, "pobj") for link in links), None)
        return None if called is None or called.index > token.index else called.index

    def _addressing(self, participle: Token) -> int | None:
        """Return the verb whose subject does what a participle behind the addressee tells: "wrote to Berg urging …"."""
        name = self.tokens[participle.head]
        link = self.tokens[name.head]
        if name.tag != "NNP" or link.lemma != "to" or link.dep not in ("prep", "dative"):
            return None
        return next((each for each in self.tree.ancestors(link.index) if each in self.verbs), None)

    def _issuing(self, participle: Token) -> int | None:
        """Return the verb whose subject speaks by what it issues: "adopted a resolution condemning …"."""
        noun = self.tokens[participle.head]
        issued = noun.dep == "dobj" and noun.head in self.verbs and noun.lemma in self.grammar.documents
        return noun.head if issued else None

    def _controlled(self, verb: int, head: int) -> tuple[int, ...]:
        token = self.tokens[verb]
        if self._is_offered(verb, head):
            return ()
        if token.dep in ("xcomp", "advcl") and self.tokens[head].lemma in self.grammar.object_control:
            patient = self._patient(token, head)
            if patient is not None:
                return (patient,)
        if token.dep in ("advcl", "ccomp") and token.tag not in ("VBG", "VBN", "VB"):
            return ()
        if (
            token.dep == "conj"
            and self.tree.child(head, "nsubj") is None
            and self.tree.child(head, "nsubjpass") is None
        ):
            introduced = self._introduced(head)
            if introduced is not None:
                return introduced
        return self.subjects(head)

    def _is_offered(self, verb: int, head: int) -> bool:
        """Tell whether an infinitive is what a noun offers: "extended an invitation to her to visit"."""
        noun = self.tree.child(head, "dobj")
        infinitive = self.tokens[verb].tag == "VB" and self.tokens[verb].dep in ("advcl", "xcomp")
        return infinitive and noun is not None and self.grammar.governors.get(noun.lemma) == "proposed"

    def _governing_subject(self, governor: int) -> tuple[int, ...]:
        """Return the subject of "in discussing", "by signing": of a verb its subject, of a noun its owner."""
        if governor in self.verbs:
            return self.subjects(governor)
        owner = self.tree.child(governor, "poss")
        return (owner.index,) if owner is not None else ()

    def object_gap(self, verb: int) -> int | None:
        """Return the antecedent that a relative clause leaves out as its object: "the treaty that they signed"."""
        token = self.tokens[verb]
        if token.dep != "relcl" or self.tree.child(verb, "nsubj") is None:
            return None
        if any(each.dep == "poss" and each.lemma == "whose" for each in self._left_of(verb)):
            return None
        own = self.tree.child(verb, "dobj")
        relative = own is not None and own.text.lower() in RELATIVES
        subject = self.tree.child(verb, "nsubj")
        if subject is not None and subject.text.lower() in RELATIVES:
            return None
        return token.head if own is None or relative else None

    def _left_of(self, verb: int) -> tuple[Token, ...]:
        return self.tokens[self.tree.left[verb] : verb]

    def _auxiliaries(self, verb: int) -> list[str]:
        own = [t.text.lower() for t in self.tree.dependents(verb, "aux", "auxpass")]
        token = self.tokens[verb]
        if not own and token.dep == "conj" and token.head in self.verbs and token.tag in ("VB", "VBN", "VBG"):
            return self._auxiliaries(token.head)
        return own

    def tense(self, verb: int) -> Tense:
        """Return the tense of the verb's clause; infinitives and participles have none."""
        token, auxiliaries = self.tokens[verb], self._auxiliaries(verb)
        if any(word in self.grammar.future or self._is_backshifted(verb, word) for word in auxiliaries):
            return Tense.FUTURE
        if "to" in auxiliaries:
            return Tense.NONE
        if any(word in ("was", "were", "had", "did", "has", "have", "having") for word in auxiliaries):
            return Tense.PAST
        if any(word in ("is", "are", "'s", "'re", "am", "do", "does", "being") for word in auxiliaries):
            return Tense.PRESENT
        if token.tag == "VBD" or (not token.tag.startswith("VB") and token.text.endswith("ed")):
            return Tense.PAST
        return Tense.PRESENT if token.tag in ("VBZ", "VBP") or not token.tag.startswith("VB") else Tense.NONE

    def _is_backshifted(self, verb: int, word: str) -> bool:
        """Tell whether "would" is the future of reported speech: "she said that they would meet"."""
        token = self.tokens[verb]
        while token.dep == "conj" and token.head != token.index:
            token = self.tokens[token.head]
        if word != "would" or token.dep != "ccomp" or token.head not in self.verbs:
            return False
        conditional = any(self.tree.child(each.index, "mark") for each in self.tree.dependents(verb, "advcl"))
        return self.tense(token.head) is Tense.PAST and not conditional

    def is_perfect(self, verb: int) -> bool:
        """Tell whether an infinitive is in the perfect: "was to have gone"."""
        return {"to", "have"} <= set(self._auxiliaries(verb))

    def progressive(self, verb: int) -> bool:
        """Tell whether the verb is in the present progressive."""
        return self.tokens[verb].tag == "VBG" and any(
            word in ("is", "are", "'s", "'re", "am", "being") for word in self._auxiliaries(verb)
        )

    def modality(self, verb: int) -> str | None:
        """Return the modal verb or conditional conjunction of the verb's clause."""
        for word in self._auxiliaries(verb):
            if word in self.grammar.hypothetical and not self._is_backshifted(verb, word):
                return word
        mark = self.tree.child(verb, "mark")
        return mark.lemma if mark is not None and mark.lemma in self.grammar.conditional else None
