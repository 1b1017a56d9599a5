'use strict';
/** The bar of "Telusuri tanda": which mark, of how many, and the way to the others. It moves out of the page's way. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).bar ??= (() => {
  const { node, place, shield, styles, targets, texts } = JagaJempol;
  const { element } = node;
  /** How often, in milliseconds, the page is looked at anew: posts come and go, controls move. */
  const SETTLING = 200;
  /** Screens of telephones, in pixels. */
  const NARROW = 480;

  /** @typedef {{host: HTMLElement, box: HTMLElement, status: HTMLElement, timer: ReturnType<typeof setInterval>}} Bar */
  /** @type {Bar | null} */
  let bar = null;

  /** @param {"previous" | "next" | "end"} step @param {string} key @param {string} sign shown where there is no room for words */
  const button = (step, key, sign) => element('button', { type: 'button', 'data-step': step, 'aria-label': texts.say(key) },
    element('span', { 'aria-hidden': 'true' }, sign), element('span', { class: 'word' }, texts.say(key)));

  /** Invisible where it would cover something, and then pressed by nobody; the keys go on. @param {Bar} bar @param {boolean} away */
  const hide = ({ box }, away) => box.toggleAttribute('data-away', away);

  /** Words give way to signs where they find no room. @param {Bar} bar @returns {boolean} whether there is a place for it */
  const settle = ({ host, box }) => {
    const { left, top, width, height } = box.getBoundingClientRect();
    const inside = left >= 0 && top >= 0 && left + width <= innerWidth && top + height <= innerHeight;
    if (box.style.left && inside && place.free(host, { left, top, width, height })) return true;
    for (const small of innerWidth < NARROW ? [true] : [false, true]) {
      box.toggleAttribute('data-small', small);
      const found = place.find(host, box.getBoundingClientRect());
      if (!found) continue;
      box.style.left = `${found.left}px`;
      box.style.top = `${found.top}px`;
      return true;
    }
    return false;
  };

  const scrolled = () => {
    if (bar) hide(bar, !place.free(bar.host, bar.box.getBoundingClientRect()));
  };

  /**
   * @param {(event: Event, step: string) => void} answer gets each event of the bar, and the button that was pressed
   * @param {() => void} look is called again and again, and tells what holds then
   */
  const open = (answer, look) => {
    const host = node.host('jaga-jempol-steps');
    const status = element('p', { role: 'status' });
    const box = element('div', { role: 'region', lang: texts.say('localeCode'), 'aria-label': texts.say('markStepTitle') },
      node.thumb(), status,
      button('previous', 'markStepPrevious', '↑'), button('next', 'markStepNext', '↓'), button('end', 'markStepEnd', '✕'));
    node.closedRoot(host, styles.bar, box);
    shield.adopt(host, (event) => {
      const pressed = event.type === 'click' && event.isTrusted ? targets.innermost(event)?.closest('[data-step]') : null;
      answer(event, pressed?.getAttribute('data-step') ?? '');
    });
    document.documentElement.append(host);
    bar = { host, box, status, timer: setInterval(look, SETTLING) };
    addEventListener('scroll', scrolled, { capture: true, passive: true });
  };

  /** @param {string} text @param {{previous: boolean, next: boolean}} possible */
  const tell = (text, possible) => {
    if (!bar) return;
    if (bar.status.textContent !== text) bar.status.textContent = text;
    for (const step of /** @type {const} */ (['previous', 'next'])) {
      bar.box.querySelector(`[data-step="${step}"]`)?.setAttribute('aria-disabled', String(!possible[step]));
    }
    hide(bar, !settle(bar));
  };

  /** The page may have taken it away. */
  const there = () => bar?.host.isConnected ?? false;

  const focus = () => /** @type {HTMLElement | null | undefined} */ (bar?.box.querySelector('[data-step="next"]'))?.focus({ preventScroll: true });

  const close = () => {
    if (!bar) return;
    clearInterval(bar.timer);
    removeEventListener('scroll', scrolled, { capture: true });
    bar.host.remove();
    bar = null;
  };

  return { open, tell, there, focus, close };
})();
