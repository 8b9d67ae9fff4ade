"""The directives of mod_rewrite that w3id/.htaccess uses, and no other: for machines that have no Apache.

https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html; in a folder's file the path is what stands behind the folder.
"""

from __future__ import annotations

import re
from typing import NamedTuple

IGNORED = re.compile(r"#|$|RewriteEngine on$|</?IfModule|\s+Header always ")
WORDS = re.compile(r'"([^"]*)"|(\S+)')
VARIABLE = re.compile(r"%\{ENV:(\w+)\}|%\{(HTTP_ACCEPT)\}|\$(\d)|%(\d)")


class Condition(NamedTuple):
    """A RewriteCond: what is looked at, and what it must be like."""

    subject: str
    pattern: str
    flags: tuple[str, ...]


class Rule(NamedTuple):
    """A RewriteRule with the conditions before it."""

    conditions: tuple[Condition, ...]
    pattern: str
    target: str
    flags: tuple[str, ...]


def parse(text: str) -> list[Rule]:
    """Return the rules of a file; a directive that is not known here raises."""
    rules: list[Rule] = []
    conditions: list[Condition] = []
    for line in text.splitlines():
        if IGNORED.match(line):
            continue
        directive, *words = (quoted or word for quoted, word in WORDS.findall(line))
        if directive not in ("RewriteCond", "RewriteRule"):
            raise ValueError(f"{directive} is not read here")
        flags = tuple(words.pop()[1:-1].split(",")) if words[-1].startswith("[") else ()
        first, second = words
        if directive == "RewriteCond":
            conditions.append(Condition(first, second, flags))
        else:
            rules.append(Rule(tuple(conditions), first, second, flags))
            conditions = []
    return rules


def follow(rules: list[Rule], path: str, accept: str) -> str | None:
    """Return where a request is redirected to, or None where it is not."""
    variables = {"HTTP_ACCEPT": accept}
    path, _, query = path.partition("?")
    for rule in rules:
        groups = _matched(rule, path, variables)
        if groups is None:
            continue
        for name, value in (flag[2:].split(":", 1) for flag in rule.flags if flag.startswith("E=")):
            variables[name] = _expanded(value, variables, *groups)
        others = {flag for flag in rule.flags if not flag.startswith("E=")}
        if not others <= {"R=303", "NE", "QSD", "L"}:
            raise ValueError(f"one of the flags {others} is not read here")
        if "R=303" in others:
            target = _expanded(rule.target, variables, *groups)
            target = target if "NE" in others else target.replace("#", "%23")
            return target if "QSD" in others or not query else f"{target}?{query}"
    return None


Groups = tuple[str | None, ...]


def _matched(rule: Rule, path: str, variables: dict[str, str]) -> tuple[Groups, Groups] | None:
    """Return what the rule's pattern and its last condition have captured, if the rule applies."""
    found = re.search(rule.pattern, path)
    if found is None:
        return None
    last: Groups = ()
    for condition in rule.conditions:
        match = _regex(condition).search(_expanded(condition.subject, variables, (), ()))
        if match is None:
            return None
        last = (match[0], *match.groups())
    return (found[0], *found.groups()), last


def _regex(condition: Condition) -> re.Pattern[str]:
    if set(condition.flags) - {"NC"}:
        raise ValueError(f"one of the flags {condition.flags} is not read here")
    pattern = condition.pattern
    if pattern.startswith("="):
        pattern = f"^{re.escape(pattern[1:])}$"
    return re.compile(pattern, re.IGNORECASE if condition.flags else 0)


def _expanded(text: str, variables: dict[str, str], dollar: Groups, percent: Groups) -> str:
    def value(match: re.Match[str]) -> str:
        env, server, rule_group, condition_group = match.groups()
        if rule_group is not None:
            return dollar[int(rule_group)] or ""
        if condition_group is not None:
            return percent[int(condition_group)] or ""
        return variables.get(env or server, "")

    return VARIABLE.sub(value, text)
