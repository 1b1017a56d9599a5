"""The sample policies hold what the extension takes, and every key it takes is in every sample and explained."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import jsonschema
import pytest

from server.config import ROOT
from tests.e2e.drivers import open_browser
from tests.e2e.fixtures import EXTENSION

POLICIES = ROOT / "deploy" / "policies"
SCHEMA = json.loads((ROOT / "extension" / "managed_schema.json").read_text("utf-8"))
MANIFEST = json.loads((ROOT / "extension" / "manifest.json").read_text("utf-8"))
KEYS = set(SCHEMA["properties"])
GECKO = MANIFEST["browser_specific_settings"]["gecko"]["id"]
STAND_IN = "jagajempoljagajempoljagajempolja"
ADMX = "{http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions}"
# Comments and texts of JavaScript, which may hold brackets and commas of their own.
NO_CODE = re.compile(r"""/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*\"""", re.DOTALL)


def preset_keys():
    """Return the keys of the background's `PRESET`; an entry that names no key, such as a spread, fails here."""
    source = (ROOT / "extension" / "background" / "preset.js").read_text("utf-8")
    [literal] = re.findall(r"^const PRESET = \{(.*?)^\};", NO_CODE.sub("", source), re.DOTALL | re.MULTILINE)
    # What stands inside brackets belongs to a value.
    while literal != (literal := re.sub(r"\([^()]*\)|\[[^][]*\]|\{[^{}]*\}", "", literal)):
        pass
    entries = [entry.strip() for entry in literal.split(",") if entry.strip()]
    named = [re.fullmatch(r"(\w+)(?:\s*:.*)?", entry, re.DOTALL) for entry in entries]
    assert all(named), entries
    return {entry[1] for entry in named}


def registry(name):
    """Return the settings of a .reg file as the browser reads them: values, and a numbered subkey as a list."""
    text = (POLICIES / name).read_bytes().decode("utf-8")
    settings, key = {}, ""
    for line in text.split("\r\n"):
        if line.startswith("["):
            key = line.strip("[]").partition("\\policy")[2].strip("\\")
        elif found := re.fullmatch(r'"(.*?)"="(.*)"', line):
            if key:
                settings.setdefault(key, []).append(found[2])
            else:
                settings[found[1]] = found[2]
    return settings


def samples():
    chrome = json.loads((POLICIES / "chrome.json").read_text("utf-8"))
    firefox = json.loads((POLICIES / "firefox.json").read_text("utf-8"))["policies"]
    return {
        "chrome.json": chrome["3rdparty"]["extensions"][STAND_IN],
        "firefox.json": firefox["3rdparty"]["Extensions"][GECKO],
        "chrome.reg": registry("chrome.reg"),
        "edge.reg": registry("edge.reg"),
    }


def group_policy():
    return ElementTree.parse(POLICIES / "jaga-jempol.admx").getroot()  # noqa: S314


def adml(culture):
    return ElementTree.parse(POLICIES / culture / "jaga-jempol.adml").getroot()  # noqa: S314


def test_the_extension_reads_the_keys_of_its_schema():
    assert preset_keys() == KEYS


def test_the_extension_takes_every_value_of_a_sample(browser_name, network, workspace):
    sample = samples()["chrome.json"]
    driver = open_browser(browser_name, EXTENSION, network, workspace)
    try:
        driver.set_policy(sample)
        taken = driver.extension_js(
            """const { locksOf, readPreset } = await import(api.runtime.getURL("background/preset.js"));
            const preset = await readPreset();
            return [preset, locksOf(preset)];"""
        )
    finally:
        driver.close()
    locks = {"keys": sample["locked"], "by": sample["setBy"], "why": sample["reason"]}
    assert taken == [sample, locks]


@pytest.mark.parametrize("name", samples())
def test_a_sample_is_what_the_schema_asks_for_and_shows_every_key(name):
    jsonschema.validate(samples()[name], SCHEMA | {"additionalProperties": False})
    assert set(samples()[name]) == KEYS


@pytest.mark.parametrize("name", samples())
def test_a_sample_that_locks_says_what_by_whom_and_why(name):
    sample = samples()[name]
    assert sample["locked"]
    assert set(sample["locked"]) <= {"employment", "region", "serverUrl"} & set(sample)
    assert sample["setBy"]
    assert sample["reason"]


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_key_is_explained_in_both_languages_and_no_other(language):
    parts = (POLICIES / "README.md").read_text("utf-8").split("## In English")
    told = re.findall(r"^\| `(\w+)` \|", parts[0 if language == "id" else 1], re.MULTILINE)
    assert set(told) == KEYS


@pytest.mark.parametrize("browser", ["chrome", "edge"])
def test_group_policy_offers_every_key_with_the_schemas_words(browser):
    offered = {
        policy.get("name").partition("-")[2]: [item.text for item in policy.iter(f"{ADMX}string")]
        for policy in group_policy().iter(f"{ADMX}policy")
        if policy.get("name").startswith(f"{browser}-")
    }
    assert offered == {name: shape.get("enum", []) for name, shape in SCHEMA["properties"].items()}


@pytest.mark.parametrize("culture", ["id-ID", "en-US"])
def test_group_policy_has_every_text_and_no_other(culture):
    template = ElementTree.tostring(group_policy(), encoding="unicode")
    strings = {each.get("id") for each in adml(culture).iter(f"{ADMX}string")}
    presentations = {each.get("id") for each in adml(culture).iter(f"{ADMX}presentation")}
    assert set(re.findall(r"\$\(string\.([\w-]+)\)", template)) == strings
    assert set(re.findall(r"\$\(presentation\.([\w-]+)\)", template)) == presentations


def test_the_stand_in_for_chromes_id_is_one_that_chrome_would_take():
    assert re.fullmatch(r"[a-p]{32}", STAND_IN)


def test_the_person_stays_free_to_switch_the_extension_off():
    chrome = json.loads((POLICIES / "chrome.json").read_text("utf-8"))["ExtensionSettings"][STAND_IN]
    firefox = json.loads((POLICIES / "firefox.json").read_text("utf-8"))["policies"]["ExtensionSettings"][GECKO]
    assert [chrome["installation_mode"], firefox["installation_mode"]] == ["normal_installed"] * 2
