"""What the extension may do, pinned: a change here is a decision, and belongs in docs/extension.md."""

from __future__ import annotations

import json
from pathlib import Path

from server.rules.signing import parse_public

EXTENSION = Path(__file__).parents[2] / "extension"
MANIFEST = json.loads((EXTENSION / "manifest.json").read_text(encoding="utf-8"))
DOCS = (EXTENSION.parent / "docs" / "extension.md").read_text(encoding="utf-8")
LOOPBACK = {"http://127.0.0.1/*", "http://localhost/*"}


def test_the_permissions_are_these_and_no_more() -> None:
    assert MANIFEST["permissions"] == ["activeTab", "alarms", "scripting", "storage"]
    assert MANIFEST["optional_permissions"] == ["webRequest"]
    assert set(MANIFEST["optional_host_permissions"]) == {"https://*/*"} | LOOPBACK


def test_every_permission_has_its_reason_in_the_documentation() -> None:
    wanted = MANIFEST["permissions"] + MANIFEST["optional_permissions"] + MANIFEST["optional_host_permissions"]
    assert [name for name in wanted if f"`{name}`" not in DOCS] == []


def test_content_scripts_run_on_the_listed_sites_and_the_own_computer_only() -> None:
    matches = {match for entry in MANIFEST["content_scripts"] for match in entry["matches"]}
    assert matches - LOOPBACK == set(MANIFEST["host_permissions"])


def test_no_page_can_find_out_that_it_is_installed() -> None:
    assert "web_accessible_resources" not in MANIFEST
    assert "externally_connectable" not in MANIFEST


def test_an_office_can_preset_these_keys_and_no_more() -> None:
    schema = json.loads((EXTENSION / "managed_schema.json").read_text(encoding="utf-8"))
    keys = [
        "employment",
        "language",
        "locked",
        "reason",
        "region",
        "rulesKeys",
        "rulesUrl",
        "serverUrl",
        "setBy",
        "sitesOff",
    ]
    assert sorted(schema["properties"]) == keys


def test_the_package_brings_at_most_two_keys_of_its_makers() -> None:
    keys = json.loads((EXTENSION / "rules" / "keys.json").read_text(encoding="utf-8"))
    assert len({parse_public(key) for key in keys}) == len(keys) <= 2


def test_firefox_is_told_that_nothing_is_collected_unless_asked() -> None:
    gecko = MANIFEST["browser_specific_settings"]["gecko"]["data_collection_permissions"]
    assert gecko == {"required": ["none"], "optional": ["websiteContent", "personalCommunications"]}


def test_extension_pages_load_nothing_from_elsewhere() -> None:
    policy = MANIFEST["content_security_policy"]["extension_pages"]
    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in policy
