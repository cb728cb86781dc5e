"""The bill of materials of a release: CycloneDX 1.6, from the lock and what is installed.

The same lock and the same installation give the same bytes.
"""

from __future__ import annotations

import hashlib
import uuid
from datetime import UTC, datetime

from cyclonedx.model import (
    ExternalReference,
    ExternalReferenceType,
    HashAlgorithm,
    HashType,
    Property,
    XsUri,
)
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.requirements import Requirement

from fbrecon import __version__
from tests.supply.licences import find_distribution, read_list
from tests.supply.lock import RUNTIME, Pin, plain_name, read_lock
from tests.supply.natives import Native, find_natives


def make_sbom(made_at: datetime | None = None) -> str:
    """The document as JSON. `made_at` is an aware time; without one it is that of the lock."""
    pins, natives = read_lock(), find_natives()
    licences = {name: row["licence"] for name, row in read_list().items()}
    program = Component(
        name="fbrecon",
        version=__version__,
        type=ComponentType.APPLICATION,
        bom_ref=f"fbrecon@{__version__}",
        licenses=[LicenseExpression("MIT")],
    )
    libraries = {pin.purl: _library(pin, licences[pin.name]) for pin in pins}
    inner = {native.name: _native(native) for native in natives}
    bom = Bom(components=[*libraries.values(), *inner.values()])
    bom.metadata.component = program
    bom.metadata.timestamp = made_at or datetime.fromtimestamp(0, UTC)
    bom.serial_number = _serial(pins, natives)
    here = {
        pin.name: libraries[pin.purl]
        for pin in pins
        if (found := find_distribution(pin.name)) and found.version == pin.version
    }
    bom.register_dependency(program, [here[n] for n in _needs("fbrecon") if n in here])
    for name, component in here.items():
        held = [inner[native.name] for native in natives if native.inside == name]
        bom.register_dependency(component, [here[n] for n in _needs(name) if n in here] + held)
    return JsonV1Dot6(bom).output_as_string(indent=2) + "\n"


def _library(pin: Pin, licence: str) -> Component:
    marker = [Property(name="environment-marker", value=pin.marker)] if pin.marker else []
    return Component(
        name=pin.name,
        version=pin.version,
        type=ComponentType.LIBRARY,
        bom_ref=pin.purl,
        purl=PackageURL("pypi", name=pin.name, version=pin.version),
        licenses=[LicenseExpression(licence)],
        properties=marker,
        external_references=[
            ExternalReference(
                type=ExternalReferenceType.DISTRIBUTION,
                url=XsUri(f"https://pypi.org/project/{pin.name}/{pin.version}/"),
                hashes=[HashType(alg=HashAlgorithm.SHA_256, content=one) for one in pin.hashes],
            )
        ],
    )


def _native(native: Native) -> Component:
    patched = (
        [Property(name="security-patches-up-to", value=native.patched_to)]
        if native.patched_to
        else []
    )
    return Component(
        name=native.name,
        version=native.version,
        type=ComponentType.LIBRARY,
        bom_ref=f"{native.inside}/{native.name}@{native.version}",
        licenses=[LicenseExpression(native.licence)],
        properties=patched,
    )


def _needs(name: str) -> list[str]:
    """The names of what an installed library asks for on this computer."""
    found = find_distribution(name)
    asked = [Requirement(line) for line in (found.requires if found else None) or ()]
    return sorted(
        {
            plain_name(one.name)
            for one in asked
            if one.marker is None or one.marker.evaluate({"extra": ""})
        }
    )


def _serial(pins: list[Pin], natives: list[Native]) -> uuid.UUID:
    seed = RUNTIME.read_bytes() + repr((pins, natives, __version__)).encode()
    return uuid.UUID(bytes=hashlib.sha256(seed).digest()[:16], version=4)
