import { hasServerPermission } from "./permissions.js";
import { forgetFailures } from "./scoring.js";
import { changeSettings, readSettings } from "./settings.js";
import { ShapeError } from "./shape.js";

/**
 * Switching on needs the permission that the options page asked for; without it nothing is stored.
 * @param {Settings["serverMode"]} mode @throws {ShapeError}
 */
export async function checkServerMode(mode) {
  forgetFailures();
  if (mode.on && !(await hasServerPermission(mode.url))) throw new ShapeError("serverMode: permission missing");
}

/** A permission taken back in the browser's own pages ends server mode: consent is not left behind. */
export async function closeServerIfForbidden() {
  const { serverMode } = await readSettings();
  if (!serverMode.on || (await hasServerPermission(serverMode.url))) return;
  await changeSettings(() => ({ serverMode: { on: false, url: serverMode.url } }));
}
