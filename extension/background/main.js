/**
 * The background: a service worker in Chrome, an event page in Firefox. It sleeps most of the time; waking it costs
 * the registration of these listeners and nothing else. Rules and engine come on the first message that needs them.
 */
import { api } from "../lib/browser.js";
import { FORGET_ALARM, sweepAccounts } from "./allows.js";
import { showPermissionBadge } from "./badge.js";
import { announceChange, handlers } from "./handlers.js";
import { parseMessage, senderKind } from "./messages.js";
import { PAUSE_ALARM } from "./pause.js";
import { closeServerIfForbidden } from "./server-mode.js";
import { ShapeError } from "./shape.js";

const self = { id: api.runtime.id, origin: api.runtime.getURL("") };

/** @param {unknown} raw @param {chrome.runtime.MessageSender} sender */
async function answer(raw, sender) {
  try {
    const from = senderKind(sender, self);
    if (from === null) throw new ShapeError("message: unknown sender");
    const message = parseMessage(raw, from);
    return { ok: true, ...(await handlers[message.type](/** @type {any} */ (message), sender)) };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : "unknown" };
  }
}

api.runtime.onMessage.addListener((raw, sender, reply) => {
  answer(raw, sender).then(reply);
  return true; // The answer comes later; returning a promise is not understood by older Chrome.
});

api.alarms.onAlarm.addListener(({ name }) => {
  if (name === PAUSE_ALARM) return announceChange();
  if (name === FORGET_ALARM) return sweepAccounts(Date.now());
  return undefined;
});

const housekeeping = () => Promise.all([sweepAccounts(Date.now()), showPermissionBadge()]);
api.runtime.onInstalled.addListener(housekeeping);
api.runtime.onStartup.addListener(housekeeping);

api.permissions.onAdded.addListener(() => showPermissionBadge());
api.permissions.onRemoved.addListener(() => Promise.all([closeServerIfForbidden(), showPermissionBadge()]));

api.storage.onChanged.addListener((_, area) => {
  if (area === "managed") announceChange(); // Firefox tells nothing; it reads the policy at each wake-up anyway.
});
