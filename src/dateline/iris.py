"""Every IRI of the data, minted from records: a pure function of the text, its metadata and the base.

References (`model.Ref`) are minted here too, since their slugs are the last segments of IRIs. All paths are
ASCII and free of dot segments and colons, so that they resolve against the base as RFC 3986 says.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from dateline.errors import OutputError
from dateline.model import Article, Ref, Span
from dateline.vocabulary import IRI, RULE

OWN = "own/"
"""What the id of a rule from a user's own lexicon begins with."""
LINKS = "graph/links"
"""The graph of background knowledge, the same for every article."""

_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[A-Za-z0-9.:\[\]_~%@-]+/(?:[A-Za-z0-9._~%-]+/)*")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]")
_FORBIDDEN = re.compile(r'[\x00-\x20<>"{}|\\^`\x7f-\x9f\ud800-\udfff]')
_APOSTROPHE = re.compile("['`\u2018\u2019\u02bb\u02bc]")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def slug(text: str) -> str:
    """Return the text as a segment of an IRI: transliterated, lower case, hyphens for all else.

    >>> slug("Зоя Ильина"), slug("N’Djamena"), slug("  Straße der   Nationen ")
    ('zoya-ilina', 'n-djamena', 'strasse-der-nationen')

    Text without a letter or digit still has one, from its hash:

    >>> slug("—!")
    'x2f1fa8f5'
    """
    from anyascii import anyascii

    ascii_text = anyascii(_APOSTROPHE.sub(" ", text)).replace("'", "")  # what is left stands for a soft sign
    words = re.findall(r"[a-z0-9]+", ascii_text.lower())
    return "-".join(words) or "x" + _digest(text)[:8]


def kebab(class_name: str) -> str:
    """Return the name of a class in kebab case.

    >>> kebab("ExpressionOfSupport")
    'expression-of-support'
    """
    return _HUMP.sub("-", class_name).lower()


# --- references ------------------------------------------------------------------------------


def known(kind: str, key: str) -> Ref:
    """Refer to what an authority or its proper name identifies across reports.

    >>> known("place", slug("São Tomé"))
    Ref(kind='place', slug='sao-tome', local=False)
    """
    return Ref(kind, key, local=False)


def local(kind: str, begin: int, description: str) -> Ref:
    """Refer to what only this report can tell apart, by where it is first described.

    >>> local("actor", 30, "a spokesman").slug
    '30-a-spokesman'
    """
    return Ref(kind, f"{begin}-{slug(description)}", local=True)


def work(name: str) -> Ref:
    """Refer to a treaty, resolution or policy: this report's, until links say more."""
    return Ref("work", slug(name), local=True)


def occurrence(begin: int, class_name: str, ordinal: int = 1) -> Ref:
    """Refer to an occurrence by the begin of its first trigger, its class and, if one makes several, its number.

    >>> occurrence(640, "Visit").slug, occurrence(640, "Visit", 2).slug
    ('640-visit', '640-visit-2')
    """
    number = f"-{ordinal}" if ordinal > 1 else ""
    return Ref("occurrence", f"{begin}-{kebab(class_name)}{number}", local=True)


def claim(content: Span) -> Ref:
    """Refer to a claim by the offsets of its content (from the begin of the first piece to the end of the last).

    >>> claim(Span(81, 160)).slug
    '81-160'
    """
    return Ref("claim", f"{content.begin}-{content.end}", local=True)


def tenure(person: Ref, role_name: str) -> Ref:
    """Refer to a person's tenure of an office.

    >>> tenure(known("actor", "maria-sousa"), "Deputy Speaker").slug
    'maria-sousa-deputy-speaker'
    """
    return Ref("tenure", f"{person.slug}-{slug(role_name)}", local=True)


# --- IRIs ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Minter:
    """Mints the IRIs of one article's data."""

    article: Article
    base: str

    @cached_property
    def digest(self) -> str:
        """The sha256 of the text in UTF-8, hexadecimal."""
        return _digest(self.article.text)

    @cached_property
    def key(self) -> str:
        """The article's key: its date, and twelve digits of the hash of its URL or id, else of its text.

        Where a publisher numbers the versions of one id, the number is hashed with it.
        """
        identity = self.article.url or self.article.identifier
        if identity is not None and self.article.version is not None:
            identity = f"{identity} {self.article.version}"
        fingerprint = self.digest if identity is None else _digest(identity)
        day = "undated" if self.article.published is None else self.article.published.isoformat()
        return f"{day}-{fingerprint[:12]}"

    @cached_property
    def report(self) -> IRI:
        """The article itself."""
        return IRI(f"{self.base}article/{self.key}")

    @cached_property
    def graph(self) -> IRI:
        """The named graph of what the article says."""
        return IRI(f"{self.base}graph/{self.key}")

    @cached_property
    def context(self) -> IRI:
        """The article's text (nif:Context)."""
        return IRI(f"{self.base}text/{self.digest[:12]}")

    def passage(self, span: Span) -> IRI:
        """Return the IRI of a passage (RFC 5147, in code points)."""
        return IRI(f"{self.context}#char={span.begin},{span.end}")

    def ref(self, ref: Ref) -> IRI:
        """Return the IRI of what is referred to."""
        path = f"{self.key}/{ref.slug}" if ref.local else ref.slug
        return IRI(f"{self.base}{ref.kind}/{path}")

    def rule(self, rule: str) -> IRI:
        """Return the IRI of a rule: under our namespace, or under the base for a user's own.

        The parts of its id are joined by dots, which a Turtle name may hold and a slash may not.
        """
        if rule.startswith(OWN):
            return IRI(f"{self.base}rule/{_path(rule.removeprefix(OWN))}")
        return IRI(RULE + _path(rule.replace("/", ".")))


def links(base: str) -> IRI:
    """Return the graph of links to authorities, one for all articles of a base."""
    return IRI(base + LINKS)


def publisher(base: str, name: str) -> IRI:
    """Return the IRI of a publisher as the caller names it.

    >>> publisher("https://example.org/", "The Harbour Post")
    'https://example.org/actor/the-harbour-post'
    """
    return IRI(f"{base}actor/{slug(name)}")


def build(base: str, version: str, model: str) -> IRI:
    """Return the IRI of the builds by a version of this package with a language model.

    >>> build("https://example.org/", "0.1.0", "en_core_web_sm-3.8.0")
    'https://example.org/build/0.1.0-en_core_web_sm-3.8.0'
    """
    return IRI(f"{base}build/{_path(version)}-{_path(model)}")


def dataset(base: str, *parts: str) -> IRI:
    """Return the IRI of all data of a base, or of a part of its description.

    >>> dataset("https://example.org/", "class", "dl-meeting")
    'https://example.org/dataset/class/dl-meeting'
    """
    return IRI(base + "/".join(("dataset", *parts)))


def document(base: str, name: str) -> IRI:
    """Return the IRI of a file of the data, as if its folder lay at the base.

    >>> document("https://example.org/", "report 1.ttl")
    'https://example.org/report%201.ttl'
    """
    return IRI(base + quote(name, safe="-._~"))


def external(url: str) -> IRI:
    """Return somebody else's IRI as it is, with what RFC 3987 forbids percent-encoded.

    >>> external("https://example.com/a b?q=ž")
    'https://example.com/a%20b?q=ž'

    Raises:
        OutputError: it has no scheme.
    """
    if not is_absolute(url):
        raise OutputError("is not an absolute IRI", url, "give it with its scheme, as in https://…")
    return IRI(_FORBIDDEN.sub(lambda match: quote(match[0], safe="", errors="replace"), url))


def is_absolute(text: str) -> bool:
    """Tell whether it has an IRI's scheme.

    >>> is_absolute("urn:newsml:harbour.example:7"), is_absolute("7-b")
    (True, False)
    """
    return _ABSOLUTE.match(text) is not None


def check_base(base: str) -> str:
    """Return the base IRI if data can be minted under it.

    >>> check_base("https://news.example/data/")
    'https://news.example/data/'

    Raises:
        OutputError: it is relative, does not end in a slash, or has a query, fragment or dot segment.
    """
    if _BASE.fullmatch(base) is None or re.search(r"/\.{1,2}/", base):
        advice = "give an absolute IRI that ends in a slash, without query and fragment: https://example.org/"
        raise OutputError("cannot be the base of data", base, advice)
    return base


def _path(identifier: str) -> str:
    return quote(identifier, safe="/-._~")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
