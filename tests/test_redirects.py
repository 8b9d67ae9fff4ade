"""The redirects of w3id.org/dateline: their table holds, by Apache where there is one, and by reading everywhere."""

from __future__ import annotations

import csv
import http.client
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import htaccess
from dateline.vocabulary import eventtype, status

ROOT = Path(__file__).parent.parent
RULES = (ROOT / "w3id" / ".htaccess").read_text(encoding="utf-8")
SITE = "https://dateline.example/"
APACHE = shutil.which("apache2") or shutil.which("httpd")
MODULES = next(
    (path for path in map(Path, ("/usr/lib/apache2/modules", "/usr/lib64/httpd/modules")) if path.is_dir()), None
)
CONFIGURATION = """
ServerRoot {folder}
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/error.log
User www-data
Group www-data
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule headers_module {modules}/mod_headers.so
LoadModule rewrite_module {modules}/mod_rewrite.so
DocumentRoot {folder}/root
<Directory {folder}/root>
    AllowOverride All
    Options FollowSymLinks
    Require all granted
</Directory>
"""


def table() -> list[tuple[str, str, str | None]]:
    """Return (Accept, path, target); the target is a path of the repository, or None for 404."""
    with (ROOT / "w3id" / "redirects.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert rows[0] == ["accept", "path", "target"]
    return [(accept, path, None if target == "-" else target) for accept, path, target in rows[1:]]


ROWS = table()
TARGETS = sorted({target for _, _, target in ROWS if target is not None})
rows = pytest.mark.parametrize(("accept", "path", "target"), ROWS, ids=[f"{path} {accept}" for accept, path, _ in ROWS])


def absolute(target: str | None) -> str | None:
    return None if target is None else SITE + target


# --- what the table says --------------------------------------------------------------------------


@rows
def test_the_directives_lead_where_the_table_says(accept: str, path: str, target: str | None) -> None:
    assert htaccess.follow(htaccess.parse(RULES), path, accept) == absolute(target)


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_is_a_file_of_the_repository_and_an_anchor_a_part_of_the_page(target: str) -> None:
    name, _, anchor = re.sub(r"^releases/[0-9.]+/", "", target).partition("#")

    text = (ROOT / name).read_text(encoding="utf-8")
    assert not anchor or f' id="{anchor}"' in text


@pytest.mark.parametrize(
    "path", [*(f"status/{each}" for each in status), *(f"event-type/{each}" for each in eventtype)]
)
def test_every_concept_leads_to_its_part_of_the_page(path: str) -> None:
    assert htaccess.follow(htaccess.parse(RULES), path, "text/html") == f"{SITE}docs/ontology/index.html#{path}"


@pytest.mark.parametrize("tenth", range(1, 10))
@pytest.mark.parametrize(("least", "most"), [("text/html", "text/turtle"), ("text/turtle", "text/html")])
def test_the_type_that_weighs_a_tenth_more_is_chosen(tenth: int, least: str, most: str) -> None:
    weights = f"{least};q=0.{tenth - 1}, {most};q=0.{tenth}"

    chosen = [htaccess.follow(htaccess.parse(RULES), "ns", accept) for accept in (weights, most)]

    assert chosen[0] == chosen[1]


def test_the_place_of_publication_stands_in_one_line() -> None:
    assert len(re.findall("https?:", RULES)) == 1


def test_the_version_in_the_table_is_that_of_the_ontology() -> None:
    versions = set(re.findall(r"releases/([0-9.]+)/", " ".join(TARGETS)))

    assert f'owl:versionInfo "{versions.pop()}"' in (ROOT / "ontology" / "dateline.ttl").read_text(encoding="utf-8")
    assert not versions


@pytest.mark.parametrize("line", ["Redirect 303 /ns /", "RewriteRule ^ns$ /x [P]"])
def test_a_directive_that_is_not_read_here_is_an_error(line: str) -> None:
    with pytest.raises(ValueError, match="is not read here"):
        htaccess.follow(htaccess.parse(line), "ns", "")


# --- Apache itself --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def apache() -> Iterator[int]:
    """Serve w3id/ as dateline/ on the loopback interface, and return the port."""
    if APACHE is None or MODULES is None:
        pytest.skip("no Apache is installed here; the table is checked by reading the directives alone")
    with tempfile.TemporaryDirectory() as name, socket.socket() as free:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "root" / "dateline").mkdir(parents=True)
        shutil.copy(ROOT / "w3id" / ".htaccess", folder / "root" / "dateline")
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        configuration = folder / "httpd.conf"
        configuration.write_text(CONFIGURATION.format(folder=folder, port=port, modules=MODULES), encoding="utf-8")
        with subprocess.Popen([APACHE, "-f", configuration, "-D", "FOREGROUND"]) as server:
            try:
                _wait(port)
                yield port
            finally:
                server.terminate()


def _wait(port: int, seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"Apache does not listen on port {port} after {seconds} s")


def request(port: int, path: str, accept: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", f"/dateline/{path}", headers={"Accept": accept} if accept else {})
    response = connection.getresponse()
    response.read()
    connection.close()
    return response


@rows
def test_apache_leads_where_the_table_says(apache: int, accept: str, path: str, target: str | None) -> None:
    response = request(apache, path, accept)

    assert (response.status, response.getheader("Location")) == (404 if target is None else 303, absolute(target))


def test_apache_says_that_the_answer_depends_on_accept_and_may_be_read_by_any_page(apache: int) -> None:
    response = request(apache, "ns", "text/turtle")

    assert (response.getheader("Vary"), response.getheader("Access-Control-Allow-Origin")) == ("Accept", "*")
