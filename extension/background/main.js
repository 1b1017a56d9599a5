/**
 * The background: a service worker in Chrome, an event page in Firefox. It sleeps most of the time; waking it costs
 * the registration of these listeners and nothing else. Rules and engine come on the first message that needs them.
 */
import { api } from "../lib/browser.js";
import { FORGET_ALARM } from "./allows.js";
import { showPermissionBadge } from "./badge.js";
import { COUNTS_ALARM } from "./counts.js";
import { announceChange, handlers } from "./handlers.js";
import { parseMessage, senderKind } from "./messages.js";
import { sweep } from "./notices.js";
import { PAUSE_ALARM, wakePause } from "./pause.js";
import { closeServerIfForbidden } from "./server-mode.js";
import { ShapeError } from "./shape.js";
import { registerSites, takeUpSites } from "./sites.js";
import { Trouble } from "./store.js";
import { checkRules, RULES_ALARM, wakeRules } from "./subscription.js";

/** Rings once a day. */
const HOUSE_ALARM = "house";
const DAY = 24 * 60;

const self = { id: api.runtime.id, origin: api.runtime.getURL("") };

/** @param {unknown} raw @param {chrome.runtime.MessageSender} sender */
async function answer(raw, sender) {
  try {
    const from = senderKind(sender, self);
    if (from === null) throw new ShapeError("message: unknown sender");
    const message = parseMessage(raw, from);
    return { ok: true, ...(await handlers[message.type](/** @type {any} */ (message), sender)) };
  } catch (error) {
    const code = error instanceof Trouble ? { code: error.code } : {};
    return { ok: false, error: error instanceof Error ? error.message : "unknown", ...code };
  }
}

api.runtime.onMessage.addListener((raw, sender, reply) => {
  answer(raw, sender).then(reply);
  return true; // The answer comes later; returning a promise is not understood by older Chrome.
});

api.alarms.onAlarm.addListener(({ name }) => {
  if (name === PAUSE_ALARM) return announceChange();
  if (name === FORGET_ALARM || name === COUNTS_ALARM) return sweep(Date.now());
  if (name === RULES_ALARM) return refreshRules();
  if (name === HOUSE_ALARM) return housekeeping();
  return undefined;
});

async function refreshRules() {
  if (await checkRules(Date.now())) await announceChange();
}

/** What fails here, as on a full disk, is tried again the next day or at the next start. */
const housekeeping = () =>
  Promise.allSettled([
    sweep(Date.now()), showPermissionBadge(), registerSites(), wakePause(Date.now()), wakeRules(Date.now()),
  ]);

/** Without its own alarm the extension was just switched off and on: browsers tell nothing of that, and Firefox forgets all alarms. */
async function keepHouse() {
  if (await api.alarms.get(HOUSE_ALARM)) return;
  await api.alarms.create(HOUSE_ALARM, { periodInMinutes: DAY });
  await housekeeping();
}
keepHouse();

api.runtime.onInstalled.addListener(({ reason }) => {
  housekeeping();
  if (reason === "install") api.tabs.create({ url: api.runtime.getURL("welcome/welcome.html") });
});
api.runtime.onStartup.addListener(housekeeping);

api.permissions.onAdded.addListener(async ({ origins = [] }) => {
  await Promise.all([takeUpSites(origins), showPermissionBadge(), checkRules(Date.now()).catch(() => false)]);
  await announceChange();
});
api.permissions.onRemoved.addListener(async () => {
  await Promise.all([closeServerIfForbidden(), registerSites(), showPermissionBadge()]);
  await announceChange();
});

api.storage.onChanged.addListener((_, area) => {
  if (area === "managed") wakeRules(Date.now()).then(announceChange); // Firefox tells nothing; it reads the policy at each wake-up anyway.
});
