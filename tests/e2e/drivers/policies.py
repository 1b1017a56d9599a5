"""What an office presets by a policy, given to a running browser without touching the machine it runs on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

CHROMIUM_PAGE = "chrome://policy/test"

# Chromium's own page for trying policies: mandatory, for the whole machine, from the platform.
SET_IN_CHROMIUM = """async ([id, values]) => {
    const { sendWithPromise } = await import('chrome://resources/js/cr.js');
    const policies = Object.entries(values)
        .map(([name, value]) => ({ namespace: id, name, value, source: 3, level: 1, scope: 1 }));
    await sendWithPromise('setLocalTestPolicies', JSON.stringify(policies), '');
}"""

# Firefox reads it from a file in this folder, which is the home folder's outside of tests.
FOLDER_IN_FIREFOX = """
    const folder = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
    folder.initWithPath(arguments[0]);
    try { Services.dirsvc.undefine('XREUserNativeManifests'); } catch {}
    Services.dirsvc.set('XREUserNativeManifests', folder);
"""


def write_for_firefox(folder: Path, gecko_id: str, values: dict[str, Any]) -> None:
    """Write the file of `storage.managed`."""
    file = folder / "managed-storage" / f"{gecko_id}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    manifest = {"name": gecko_id, "description": "test", "type": "storage", "data": values}
    file.write_text(json.dumps(manifest), encoding="utf-8")
