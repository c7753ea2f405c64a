"""A release a tender, and the package that holds several; nothing of it is secret or internal."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from attrs import frozen

from tender_desk.ocds.evaluation_part import evaluation_part
from tender_desk.ocds.faults import OcdsError
from tender_desk.ocds.mapping import BIDS, EXTENSION, REQUIREMENTS
from tender_desk.ocds.parties import BUYER, parties
from tender_desk.ocds.result_parts import awards, bids
from tender_desk.ocds.tender_part import planning, tender_part
from tender_desk.ocds.told import Told, clock, moment_of_day, told_of
from tender_engine.evaluation import Evaluation
from tender_engine.events import Extension
from tender_engine.faults import Fault
from tender_engine.formats.source import canonical_json
from tender_engine.numbers import exact
from tender_engine.trail import root

__all__ = ["Publication", "release_package"]

_PREFIX = re.compile(r"ocds-[a-z0-9]{6}")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")


@frozen
class Publication:
    """Who publishes, and under which names.

    Attributes:
        publisher: the name of whoever publishes.
        prefix: of the ocid, as the Open Contracting Partnership registered it.
        day: on which it is published; None is the day of the last thing that is told.
        uri: of the package; None makes one of what is in it.
        extension: where `extension.json` of this program's own extension is served.
        identifiers: whether parties have their NPWP, which is internal.
    """

    publisher: str
    prefix: str
    day: dt.date | None = None
    uri: str | None = None
    extension: str = EXTENSION
    identifiers: bool = False


def release_package(
    evaluations: Mapping[str, Evaluation], published: Publication
) -> tuple[str, tuple[str, ...]]:
    """The release package of what was evaluated, by what each is called, as JSON.

    Amounts are JSON numbers with every digit that they have.

    Returns:
        The text, and which of them have a result that is not announced and so is not told.

    Raises:
        OcdsError: a name is none, two are one, a tender has no time at all, or there is none.
    """
    with exact():
        told = {name: told_of(evaluation) for name, evaluation in evaluations.items()}
        faults = [*_of_names(published), *_of_tenders(told, published)]
        faults += [] if told else [Fault("OCD006", (), {})]
        if faults:
            raise OcdsError(faults)
        releases = [_release(one, published) for one in told.values()]
        first, *_ = told.values()
        made = {
            "uri": published.uri or _uri(releases, published),
            "version": "1.1",
            "publisher": {"name": published.publisher},
            "publishedDate": _published(first, releases, published),
            "extensions": [BIDS, REQUIREMENTS, published.extension],
            "releases": releases,
        }
        return canonical_json(made) + "\n", tuple(name for name in told if not told[name].result)


def _of_names(published: Publication) -> Iterable[Fault]:
    if not _PREFIX.fullmatch(published.prefix):
        yield Fault("OCD001", (), {"found": published.prefix})
    if not published.publisher.strip():
        yield Fault("OCD002", (), {})
    for uri in (published.uri, published.extension):
        if uri is not None and not _URI.fullmatch(uri):
            yield Fault("OCD003", (), {"found": uri})


def _of_tenders(told: Mapping[str, Told], published: Publication) -> Iterable[Fault]:
    seen: dict[str, str] = {}
    for name, one in told.items():
        if one.last() is None:
            yield Fault("OCD004", (), {"name": name})
        ocid = _ocid(one, published)
        if ocid in seen:
            yield Fault("OCD005", (), {"name": name, "other": seen[ocid], "ocid": ocid})
        seen[ocid] = name


def _ocid(told: Told, published: Publication) -> str:
    return f"{published.prefix}-{quote(told.view.package.tender.code, safe='')}"


def _release(told: Told, published: Publication) -> dict[str, Any]:
    made: dict[str, Any] = {
        "ocid": _ocid(told, published),
        "id": root(told.evaluation),
        "date": _last(told).isoformat(),
        "tag": [_tag(told)],
        "initiationType": "tender",
        "language": "id",
        "parties": parties(told, identifiers=published.identifiers),
        "buyer": {"id": BUYER, "name": told.view.package.tender.buyer},
        "planning": planning(told),
        "tender": tender_part(told),
        "bids": bids(told),
        "awards": awards(told),
        "evaluation": evaluation_part(told),
    }
    return {key: part for key, part in made.items() if part}


def _last(told: Told) -> dt.datetime:
    last = told.last()
    if last is None:  # was told as a fault
        raise OcdsError([Fault("OCD004", (), {"name": told.view.package.tender.code})])
    return last


def _tag(told: Told) -> str:
    """What happened last that the release is about."""
    if told.failed:
        return "tenderCancellation"
    if told.bids and told.evaluation.winner is not None:
        return "award"
    if any(told.awards()):
        return "awardCancellation"
    package = told.view.package
    changed = bool(package.tender.document.addenda) or bool(package.happened.of(Extension))
    return "tenderUpdate" if changed or told.list_ or told.result else "tender"


def _published(told: Told, releases: Sequence[Mapping[str, Any]], published: Publication) -> str:
    """The day that was named, where the first of the tenders is; else of the newest release."""
    zone = clock(told)
    if published.day is not None and zone is not None:
        return moment_of_day(published.day, zone).isoformat()
    dates: list[str] = [release["date"] for release in releases]
    return max(dates, key=dt.datetime.fromisoformat)


def _uri(releases: Sequence[Mapping[str, Any]], published: Publication) -> str:
    """Of one release its own; of several a digest over theirs, in their order."""
    if len(releases) == 1:
        return f"urn:ocds:{releases[0]['ocid']}:{releases[0]['id']}"
    names = "\n".join(f"{release['ocid']}:{release['id']}" for release in releases)
    return f"urn:ocds:{published.prefix}:sha256:{hashlib.sha256(names.encode()).hexdigest()}"
