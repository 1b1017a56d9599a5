import { api } from "../lib/browser.js";
import { sha256 } from "../lib/digest.js";
import { items } from "./salvage.js";
import { isFromNewer } from "./settings.js";
import { integer, record, text } from "./shape.js";
import { noteLost, oneAtATime, readStored, readToChange, Trouble, writeChanged } from "./store.js";

/** How long "Lanjutkan" for an account lasts, in milliseconds: seven days. */
const ACCOUNT_TIME = 7 * 86_400_000;
const MOST = 500;

/** Wakes the background when the time of a remembered account is over, so that it also leaves the disk. */
export const FORGET_ALARM = "forget-accounts";

const storedAccounts = items(
  record({ site: text(500), account: text(500, 1), until: integer(0, Number.MAX_SAFE_INTEGER) }),
  MOST,
);
const storedPosts = items(text(64, 64), MOST);
const sessionPosts = async () => storedPosts(await readStored("posts", api.storage.session)).sound;

/** Those whose time is not over. Nobody can have been told to wait longer than that: then the clock was wrong. @param {RememberedAccount[]} accounts @param {number} now */
const current = (accounts, now) => accounts.filter(({ until }) => until > now && until <= now + ACCOUNT_TIME);

/**
 * Accounts the person said "Lanjutkan" for, without those whose time is over.
 * @param {number} now @returns {Promise<RememberedAccount[]>}
 */
export const rememberedAccounts = async (now) => current(storedAccounts(await readStored("accounts")).sound, now);

const inTurn = oneAtATime();

/** @param {(accounts: RememberedAccount[]) => RememberedAccount[]} change @param {number} now @throws {Trouble} */
const changeAccounts = (change, now) => inTurn(async () => {
  const stored = await readToChange("accounts");
  const { sound, lost } = storedAccounts(stored);
  if (lost && (await isFromNewer())) throw new Trouble("newer");
  if (lost) await noteLost(["accounts"]);
  const accounts = change(current(sound, now)).slice(-MOST);
  if (accounts.length === 0) return api.storage.local.remove("accounts");
  await writeChanged("accounts", stored, accounts.map((one) => ({ ...one })));
  return api.alarms.create(FORGET_ALARM, { when: Math.min(...accounts.map(({ until }) => until)) });
});

/** @param {string} site @param {string} account @param {number} now */
export const allowAccount = (site, account, now) =>
  changeAccounts((accounts) => [
    ...accounts.filter((one) => !same(one, site, account)),
    { site, account, until: now + ACCOUNT_TIME },
  ], now);

/** @param {string} site @param {string} account @param {number} now */
export const forgetAccount = (site, account, now) =>
  changeAccounts((accounts) => accounts.filter((one) => !same(one, site, account)), now);

/** Drop what is over, and what is damaged. @param {number} now */
export const sweepAccounts = (now) => changeAccounts((accounts) => accounts, now);

/**
 * Allow something until the browser closes: a post, or an account met in a private window. Kept as a digest, so that
 * what it was can't be read back.
 * @param {string} key of `postKey` or `accountKey`
 */
export const allowForSession = (key) => inTurn(async () => {
  const [digest, posts] = await Promise.all([digestOf(key), sessionPosts()]);
  await api.storage.session.set({ posts: [...posts.filter((one) => one !== digest), digest].slice(-MOST) });
});

/**
 * Which of these contexts need no question any more.
 * @param {Context[]} contexts @param {string[]} posts keys beside them, may be shorter @param {number} now
 * @returns {Promise<boolean[]>}
 */
export async function allowedAmong(contexts, posts, now) {
  const [accounts, digests] = await Promise.all([rememberedAccounts(now), sessionPosts()]);
  return Promise.all(contexts.map(async ({ site = "", author }, index) => {
    const names = [author?.handle, author?.name].filter((name) => name !== undefined);
    if (accounts.some((one) => names.some((name) => same(one, site, name)))) return true;
    if (digests.length === 0) return false;
    const keys = [postKey(site, posts[index] ?? ""), ...names.map((name) => accountKey(site, name))];
    const known = await Promise.all(keys.map(digestOf));
    return known.some((digest) => digests.includes(digest));
  }));
}

/** @param {string} site @param {string} post */
export const postKey = (site, post) => `post\n${site}\n${post}`;

/** @param {string} site @param {string} account */
export const accountKey = (site, account) => `account\n${site}\n${account}`;

/** @param {string} key */
const digestOf = (key) => sha256(new TextEncoder().encode(key));

/** @param {RememberedAccount} one @param {string} site @param {string} account */
const same = (one, site, account) => one.site === site && one.account === account;
