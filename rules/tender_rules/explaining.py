"""The pages that explain the law to a Pokja: one a topic, each naming the rules it explains."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from tender_engine.terms import Subject

__all__ = ["FAILING", "page_for", "pages", "topic_of", "topics_on"]

_RULES = "Aturan: "
# The topic of the grounds on which each result fails.
FAILING = {Subject.PEMILIHAN: "tender-gagal", Subject.KUALIFIKASI: "prakualifikasi-gagal"}


@lru_cache(maxsize=1)
def pages() -> Mapping[str, str]:
    """The Markdown of every page in Bahasa Indonesia, by topic, in the order of the topics."""
    folder = Path(__file__).with_name("pages")
    files = [file for file in folder.iterdir() if file.name.endswith(".md")]
    ordered = sorted(files, key=lambda file: file.name)
    texts = {file.name.removesuffix(".md"): file.read_text("utf-8") for file in ordered}
    return MappingProxyType(texts)


def page_for(rule_id: str) -> str | None:
    """The page that explains `rule_id`; `None` where no page names it."""
    topic = topic_of(rule_id)
    return None if topic is None else pages()[topic]


def topic_of(rule_id: str) -> str | None:
    """The topic to which `rule_id` belongs; `None` where no page names it."""
    return _by_rule().get(rule_id)


def topics_on(param: str) -> tuple[str, ...]:
    """The topics whose page names the value `param`."""
    return tuple(topic for topic, page in pages().items() if f"`{param}`" in page)


@lru_cache(maxsize=1)
def _by_rule() -> Mapping[str, str]:
    return {name: topic for topic, page in pages().items() for name in _rules_of(page)}


def _rules_of(page: str) -> list[str]:
    """The ids on the second line; a topic that no rule decides names none."""
    line = page.split("\n", 2)[1]
    named = line.removeprefix(_RULES).split(", ")
    return [name for name in named if "." in name]
