"""The lexicon as a product: it can be shown, tested and added to, as CONTRIBUTING.md says."""

from __future__ import annotations

import re
import shlex
import textwrap
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline import examples, lexicon
from dateline.cli import main
from dateline.errors import LexiconError
from dateline.lexicon import entry
from dateline.mapping import classes
from dateline.pipeline import Knowledge
from dateline.vocabulary import eventtype

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## A kind of event in ten minutes")[2]
PAGE = PAGE.partition("\n## ")[0]
TOAST = """
[[frame]]
id = "toast"
class = "ExpressionOfSupport"
source = "the newsroom's own list"
verbs = ["toast"]
required = ["agent", "recipient"]
examples = ["Ana Petrova toasted Lena Berg."]
[frame.roles]
agent = ["subject"]
recipient = ["object"]
"""


def call(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], input=stdin)


def own(folder: Path, text: str) -> Path:
    (folder / "frames.toml").write_text(text, encoding="utf-8")
    return folder


# --- show ---------------------------------------------------------------------------------------


def test_show_lists_every_frame() -> None:
    shown = call("lexicon", "show").stdout
    assert re.findall(r"^([\w-]+): [A-Z]\w+", shown, re.MULTILINE) == [frame.id for frame in lexicon.load().frames]


@pytest.mark.parametrize("word", ["visit", "tour", "Visit", "trip"])
def test_show_finds_a_frame_by_id_class_or_trigger(word: str) -> None:
    assert "visit: Visit, event type CONSULT\n  verbs: visit, tour" in call("lexicon", "show", word).stdout


def test_show_knows_the_callers_frames(tmp_path: Path) -> None:
    shown = call("lexicon", "show", "toast", "--lexicon", own(tmp_path, TOAST)).stdout
    assert shown.startswith("toast: ExpressionOfSupport (your own)\n  verbs: toast\n  agent from subject\n")


def test_show_says_that_there_is_no_such_frame() -> None:
    done = call("lexicon", "show", "levitate")
    assert (done.exit_code, "no frame has this id" in done.stderr) == (1, True)


# --- test ---------------------------------------------------------------------------------------


def test_test_reads_every_example(knowledge: Knowledge) -> None:
    tried = list(examples.trials(knowledge.lexicon))
    frames = sum(len(frame.examples) for frame in knowledge.lexicon.frames)
    assert len(tried) == frames + 2 * len(knowledge.lexicon.topics.concepts)


def test_test_accepts_an_example_that_holds(tmp_path: Path) -> None:
    done = call("lexicon", "test", "toast", "--lexicon", own(tmp_path, TOAST))
    assert (done.exit_code, done.stderr) == (0, "dateline: 1 of 1 examples hold\n")


def test_test_says_what_an_example_was_read_as(tmp_path: Path) -> None:
    folder = own(tmp_path, TOAST.replace("toasted Lena Berg", "visited Kenya"))
    done = call("lexicon", "test", "toast", "--lexicon", folder)
    assert done.exit_code == 1
    assert done.stdout == "frame 'toast': 'Ana Petrova visited Kenya.' is read as Visit by frame/visit\n"


def test_test_says_that_an_example_was_read_as_nothing(tmp_path: Path) -> None:
    folder = own(tmp_path, TOAST.replace(" toasted Lena Berg", " slept"))
    assert "is read as nothing" in call("lexicon", "test", "toast", "--lexicon", folder).stdout


def test_test_refuses_an_id_that_is_not_there() -> None:
    assert call("lexicon", "test", "levitate").exit_code == 1


# --- what an entry may say ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "what", "advice"),
    [
        (
            'class = "ExpressionOfSupport"',
            'class = "ExpresionOfSupport"',
            "unknown class",
            "'ExpressionOfSupport', perh",
        ),
        ('class = "ExpressionOfSupport"', 'class = ["Act"]', "no string in 'class'", "write `class ="),
        ("verbs =", "verb =", "unknown keys: verb", "'verbs', perhaps"),
        ('verbs = ["toast"]', 'verbs = "toast"', "no list of strings in 'verbs'", "write `verbs = ["),
        ('agent = ["subject"]', 'agent = "subject"', "no list of strings in 'agent'", "write `agent = ["),
        ('"agent", "recipient"]', '"agnet", "recipient"]', "unknown required roles: agnet", "'agent', perhaps"),
        ('verbs = ["toast"]', 'verbs = ["toast"]\nevent_type = "PRAISE"', "unknown event type: PRAISE", "use one of"),
        ("[frame.roles]", '[frame.kinds]\nagent = ["people"]\n[frame.roles]', "unknown kinds: people", "use one of"),
        ("[frame.roles]", '[frame.minimum]\nagent = "2"\n[frame.roles]', "no number in 'minimum'", "write `role = 2`"),
        ("[frame.roles]", "kinds = []\n[frame.roles]", "no table in 'kinds'", "[frame.kinds]"),
    ],
)
def test_a_mistake_is_named_with_its_file_entry_and_cure(
    before: str, after: str, what: str, advice: str, tmp_path: Path
) -> None:
    with pytest.raises(LexiconError) as caught:
        lexicon.load((own(tmp_path, TOAST.replace(before, after)),))
    assert caught.value.where == f"{tmp_path / 'frames.toml'}, frame 'toast'"
    assert what in caught.value.what
    assert advice in caught.value.advice


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "frames.toml").write_bytes(b"\xff")
    with pytest.raises(LexiconError, match=r"frames\.toml: cannot be read"):
        lexicon.load((tmp_path,))


def test_the_classes_of_frames_are_the_leaves_of_the_ontology() -> None:
    leaves = {name for name in classes.PARENT if "Occurrence" in classes.lineage(name)} - {"SpeechAct"}
    assert leaves | {"Judgement", "Participation"} == entry.CLASSES


def test_the_event_types_of_frames_are_those_of_the_scheme() -> None:
    assert set(eventtype) == entry.EVENT_TYPES


# --- the page in CONTRIBUTING.md ----------------------------------------------------------------


def blocks(language: str) -> list[str]:
    """Return the code blocks of the page in a language, without the margin of the list that they stand in."""
    found = re.finditer(rf"^ *```{language}\n(.*?)^ *```", PAGE, re.MULTILINE | re.DOTALL)
    return [textwrap.dedent(match[1]) for match in found]


@pytest.fixture
def followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Do what the page says first: write the entry, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "frames.toml").write_text(blocks("toml")[0], encoding="utf-8")
    (tmp_path / "report.txt").write_text(blocks("text")[0], encoding="utf-8")
    return tmp_path


def test_the_commands_of_the_page_run(followed: Path) -> None:
    for line in "".join(blocks("sh")).splitlines():
        done = call(*shlex.split(line)[1:])
        assert done.exit_code == 0, f"{line}\n{done.stderr}"


def test_the_entry_of_the_page_makes_what_the_page_shows(followed: Path) -> None:
    call("build", "report.txt", "--lexicon", "mine", "-o", "out", "--format", "turtle")
    built = (followed / "out" / "report.ttl").read_text(encoding="utf-8")
    shown = [line.strip(" ;.") for line in blocks("turtle")[0].splitlines()]
    assert [line for line in shown if line not in [each.strip(" ;.") for each in built.splitlines()]] == []
