"""What Firefox is started with, and what it says of every extension."""

from __future__ import annotations

from typing import Any

PREFERENCES: dict[str, Any] = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    # The panel of downloads would take the next keys.
    "browser.download.alwaysOpenPanel": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.w3c_touch_events.enabled": 1,
    "extensions.webextOptionalPermissionPrompts": False,
    # A temporary add-on goes when the browser is closed; what it stored stays, as an installed one's would.
    "extensions.webextensions.keepStorageOnUninstall": True,
    "extensions.webextensions.keepUuidOnUninstall": True,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "network.http.speculative-parallel-limit": 0,
    "network.prefetch-next": False,
    "network.proxy.allow_hijacking_localhost": True,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.no_proxies_on": "",
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.type": 1,
    "network.trr.mode": 5,
    "security.OCSP.enabled": 0,
    "security.cert_pinning.enforcement_level": 0,
}

# No fault of ours: Firefox reads managed storage without this key and warns of it; and it notes each answer that
# comes for a page which has just been left.
HARMLESS = [
    "processing storage: An unexpected property",
    "Promise rejected after context unloaded",
    "Promise resolved after context unloaded",
    "Promise resolved while context is inactive",
]

# As the switch on the add-on's page does.
ALLOW_PRIVATE = """
    const [id, done] = arguments;
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] })
        .then(() => AddonManager.getAddonByID(id)).then((addon) => addon.reload()).then(() => done());
"""

SWITCH = """
    const [id, done] = arguments;
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    AddonManager.getAddonByID(id).then((addon) => addon.disable().then(() => addon.enable())).then(() => done());
"""

# 1 KiB of storage for everybody, from now on: it gives as much as the disk has, unless told otherwise when it begins.
DENY_STORAGE = """
    const [done] = arguments;
    Services.prefs.setBoolPref('dom.quotaManager.testing', true);
    Services.prefs.setIntPref('dom.quotaManager.temporaryStorage.fixedLimit', 1);
    Services.qms.reset().callback = () => done();
"""

# More than once: what the first round frees lets go of more.
COLLECT_GARBAGE = """
    for (let round = 0; round < 4; round += 1) {
        Components.utils.forceGC();
        Components.utils.forceCC();
    }
"""
EXTENSION_MEMORY = """
    const done = arguments[arguments.length - 1];
    ChromeUtils.requestProcInfo()
        .then(({ children }) => done(children.find(({ type }) => type === 'extension').memory));
"""
