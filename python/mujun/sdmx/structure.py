"""The definition of the SDMX data structure, as an SDMX-ML 3.0 message."""

from __future__ import annotations

import datetime as dt
import io
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, NamedTuple

from mujun.knowledge import dictionary
from mujun.sdmx.observations import agency, is_coded, names, not_applicable, structure_id, version

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mujun.facts.fact import Fact
    from mujun.knowledge.dictionary import Column
    from mujun.sdmx.observations import Names

schemas = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0"
spaces = {"mes": f"{schemas}/message", "str": f"{schemas}/structure", "com": f"{schemas}/common"}
model = "urn:sdmx:org.sdmx.infomodel"
may_be_void = {"REF_AREA", "BASIS"}  # coded dimensions on which a row may have nothing to say


class Said(NamedTuple):
    """A name and a description in English and in Chinese; what is empty is not written."""

    name: str = ""
    zh: str = ""
    definition: str = ""
    definition_zh: str = ""


def to_xml(facts: Iterable[Fact]) -> str:
    """Write the structure with the codes that the facts use; see `Facts.to_sdmx_structure`."""
    for prefix, space in spaces.items():
        ET.register_namespace(prefix, space)
    components = dictionary.of("sdmx")
    root = ET.Element(_tag("mes:Structure"))
    _add_header(root)
    structures = _sub(root, "mes:Structures")
    _add_code_lists(_sub(structures, "str:Codelists"), components.values(), names(facts))
    _add_concepts(_sub(structures, "str:ConceptSchemes"), components.values())
    _add_data_structure(_sub(structures, "str:DataStructures"), components.values())
    ET.indent(root)
    out = io.BytesIO()
    ET.ElementTree(root).write(out, encoding="utf-8", xml_declaration=True)
    return out.getvalue().decode()


def _add_header(root: ET.Element) -> None:
    header = _sub(root, "mes:Header")
    _sub(header, "mes:ID").text = structure_id
    _sub(header, "mes:Test").text = "false"
    _sub(header, "mes:Prepared").text = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    _sub(header, "mes:Sender", id=agency)


def _add_code_lists(parent: ET.Element, components: Iterable[Column], used: Names) -> None:
    for component in filter(is_coded, components):
        listed = _maintainable(parent, "str:Codelist", f"CL_{component.name}", _concept(component))
        if component.list:
            listed.set("isPartial", "true")  # the codes that the facts use
        for code, said in _codes(component, used).items():
            _say(_sub(listed, "str:Code", id=code), said)


def _codes(component: Column, used: Names) -> dict[str, Said]:
    """Give the codes of a component's list, with what each means."""
    if component.list:
        found: dict[str, str] = getattr(used, component.list)
        codes = {code: Said(zh=name) for code, name in sorted(found.items())}
    else:
        own = dictionary.of("facts")[component.of].codes if component.of else component.codes
        codes = {
            code.code: Said(code.code.replace("_", " "), code.zh, code.definition, code.definition_zh)
            for code in own
        }
    if component.name in may_be_void:
        codes[not_applicable] = Said("not applicable", "不适用")
    return codes


def _concept(component: Column) -> Said:
    english = component.name.replace("_", " ").capitalize()
    return Said(english, component.zh, component.definition, component.definition_zh)


def _add_concepts(parent: ET.Element, components: Iterable[Column]) -> None:
    scheme = _maintainable(parent, "str:ConceptScheme", "CS_FACTS", Said("What a fact says", "事实的组成"))
    for component in components:
        _say(_sub(scheme, "str:Concept", id=component.name), _concept(component))


def _add_data_structure(parent: ET.Element, components: Iterable[Column]) -> None:
    said = Said("Facts read from pages", "从页面读出的指标数据")
    structure = _maintainable(parent, "str:DataStructure", structure_id, said)
    parts = _sub(structure, "str:DataStructureComponents")
    dimensions = _sub(parts, "str:DimensionList", id="DimensionDescriptor")
    attributes = _sub(parts, "str:AttributeList", id="AttributeDescriptor")
    measures = _sub(parts, "str:MeasureList", id="MeasureDescriptor")
    for component in components:
        match component.role:
            case "dimension":
                _component(dimensions, "str:Dimension", component)
            case "time":
                _component(dimensions, "str:TimeDimension", component)
            case "measure":
                _component(measures, "str:Measure", component)
            case "attribute":
                attribute = _component(attributes, "str:Attribute", component)
                _sub(_sub(attribute, "str:AttributeRelationship"), "str:Observation")


def _component(parent: ET.Element, tag: str, component: Column) -> ET.Element:
    made = _sub(parent, tag, id=component.name)
    concept = f"{model}.conceptscheme.Concept={agency}:CS_FACTS({version}).{component.name}"
    _sub(made, "str:ConceptIdentity").text = concept
    representation = _sub(made, "str:LocalRepresentation")
    if is_coded(component):
        code_list = f"{model}.codelist.Codelist={agency}:CL_{component.name}({version})"
        _sub(representation, "str:Enumeration").text = code_list
    else:
        _sub(representation, "str:TextFormat", textType=component.format)
    return made


def _maintainable(parent: ET.Element, tag: str, name: str, said: Said) -> ET.Element:
    made = _sub(parent, tag, id=name, agencyID=agency, version=version)
    _say(made, said)
    return made


def _say(element: ET.Element, said: Said) -> None:
    for tag, texts in (("com:Name", (said.name, said.zh)), ("com:Description", said[2:])):
        for language, text in zip(("en", "zh"), texts, strict=True):
            if text:
                _sub(element, tag, **{"xml:lang": language}).text = text


def _sub(parent: ET.Element, tag: str, **attributes: str) -> ET.Element:
    return ET.SubElement(parent, _tag(tag), attributes)


def _tag(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{spaces[prefix]}}}{local}"
