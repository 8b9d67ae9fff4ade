"""The lexicon: its entries do what their examples say, and a wrong entry is named with its cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline import lexicon
from dateline.errors import LexiconError

ENTRY = """
[[frame]]
id = "toast"
class = "ExpressionOfSupport"
source = "the newsroom's own list"
verbs = ["toast"]
required = ["agent", "recipient"]
examples = ["Lena Berg toasted Juma Otieno."]
[frame.roles]
agent = ["subject"]
recipient = ["object"]
"""


def _directory(tmp_path: Path, text: str) -> Path:
    (tmp_path / "frames.toml").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_users_entry_is_added_to_ours(tmp_path: Path) -> None:
    words = lexicon.load((_directory(tmp_path, ENTRY),))
    assert [frame.id for frame in words.match("verb", "toast")] == ["toast"]
    assert words.match("verb", "meet")


def test_a_users_entry_of_the_same_id_replaces_ours(tmp_path: Path) -> None:
    words = lexicon.load((_directory(tmp_path, ENTRY.replace('"toast"\nclass', '"meet"\nclass')),))
    assert [frame.id for frame in words.match("verb", "toast")] == ["meet"]
    assert not words.match("verb", "meet")


def test_a_light_verb_evokes_the_frame_of_its_noun() -> None:
    assert {frame.class_name for frame in lexicon.load().match("light", "pay visit")} == {"Visit"}


@pytest.mark.parametrize(
    ("before", "after", "problem", "advice"),
    [
        ('class = "ExpressionOfSupport"\n', "", "has no 'class'", "add a line"),
        ('agent = ["subject"]', 'agnet = ["subject"]', "unknown roles: agnet", "use one of"),
        ('verbs = ["toast"]', "", "has no trigger", "add `verbs"),
        ('recipient = ["object"]', 'recipient = ["adverb:object"]', "unknown part of speech", "write `verb:`"),
        ("[[frame]]", "[[frame", "is not TOML", "mend the line"),
    ],
)
def test_an_error_names_file_entry_and_cure(tmp_path: Path, before: str, after: str, problem: str, advice: str) -> None:
    directory = _directory(tmp_path, ENTRY.replace(before, after))
    with pytest.raises(LexiconError) as caught:
        lexicon.load((directory,))
    assert "frames.toml" in caught.value.where
    assert problem in caught.value.what
    assert advice in caught.value.advice


def test_a_missing_directory_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="is not a directory"):
        lexicon.load((tmp_path / "nowhere",))


@pytest.mark.parametrize(
    ("word", "lemma"), [("underscored", "underscore"), ("stresses", "stress"), ("visited", "visit"), ("notes", "note")]
)
def test_a_verb_that_the_tagger_missed_finds_its_lemma(word: str, lemma: str) -> None:
    assert lexicon.load().grammar.verb_lemma(word) == lemma
