/**
 * A case as a link: it stands behind the `#`, which browsers never send to a server.
 */
import { byId, tell } from './dom.js';
import { t } from './words.js';

const MARK = '#kasus=';
const LONGEST = 400_000;
const OFTEN_CUT = 4_000;

/**
 * @param {Record<string, any>} kept Plain JSON.
 * @returns {string} The fragment.
 */
export function toFragment(kept) {
  const bytes = new TextEncoder().encode(JSON.stringify(kept));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return MARK + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * @param {string} fragment
 * @returns {Record<string, any> | null | undefined} Undefined where there is no case in it, null where it is broken.
 */
export function fromFragment(fragment) {
  if (!fragment.startsWith(MARK)) {
    return undefined;
  }
  try {
    if (fragment.length > LONGEST) {
      return null;
    }
    const binary = atob(fragment.slice(MARK.length).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const kept = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return kept !== null && typeof kept === 'object' && kept.context?.constructor === Object ? kept : null;
  } catch {
    return null;
  }
}

/**
 * Put the case into the address, and the address into the clipboard where the browser lets us.
 *
 * @param {Record<string, any>} kept
 */
export async function share(kept) {
  const link = new URL(toFragment(kept), location.href).href;
  history.replaceState(null, '', link);
  const box = byId('share-link');
  box.hidden = false;
  box.value = link;
  const copied = await navigator.clipboard?.writeText(link).then(() => true, () => false);
  const long = link.length > OFTEN_CUT ? ` ${t('share-long', { count: link.length })}` : '';
  tell(byId('shared'), t(copied ? 'shared' : 'shared-by-hand') + long);
  if (!copied) {
    box.select();
  }
}
