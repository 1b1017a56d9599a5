'use strict';
/** Puts the parts of the dialog together. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).build ??= (() => {
  const { context, node, texts, why, wording } = JagaJempol;
  const { element, thumb } = node;

  /** How long "Lanjutkan" waits then, in milliseconds. */
  const ARMING = 1000;

  /** Each layout says the same in another order; people stop seeing what always looks alike. */
  /** @type {Record<string, string[]>} */
  const ORDERS = {
    letter: ['kicker', 'heading', 'indicated', 'draft', 'seen', 'rule'],
    band: ['header', 'indicated', 'draft', 'seen', 'rule'],
    audience: ['kicker', 'seen', 'heading', 'indicated', 'draft', 'rule'],
  };

  /**
   * Where the evidence is strong, "Lanjutkan" is pressed in vain until it is armed.
   * @param {PromptQuestion} question @param {string} layout @returns {HTMLDialogElement}
   */
  const dialog = (question, layout) => {
    const words = wording.question(question);
    /** @type {Record<string, () => HTMLElement | null>} */
    const parts = {
      kicker: () => element('div', { class: 'kicker' }, thumb(), element('span', {}, texts.say('extName'))),
      heading: () => element('h2', { id: 'heading' }, words.heading),
      header: () => element('header', {}, parts.kicker?.() ?? '', parts.heading?.() ?? ''),
      indicated: () => element('p', { id: 'indicated', class: 'indicated' }, words.indicated),
      draft: () => why.draft(question),
      seen: () => element('p', { id: 'seen', class: 'seen' }, words.seen),
      rule: () => element('p', { id: 'rule', class: 'rule' }, words.rule),
    };
    const cancel = element('button', { class: 'cancel', value: 'cancel' }, texts.say('promptCancel'));
    const proceed = element('button', { class: 'proceed', value: 'proceed', 'aria-disabled': String(context.strong(question.verdict)) }, texts.say('promptContinue'));
    return element('dialog', { lang: texts.say('localeCode'), 'data-layout': layout, 'aria-labelledby': 'heading', 'aria-describedby': 'indicated draft seen rule' },
      element('form', { method: 'dialog' },
        ...(ORDERS[layout] ?? []).map((part) => parts[part]?.() ?? ''),
        why.details(question),
        element('div', { class: 'buttons' }, cancel, proceed)),
      element('form', { id: 'guide', method: 'dialog', hidden: '' }));
  };

  /** While a page moves from one look to the next, a picture that it drew may lie over everything, and let presses through to us. */
  const MOVING = CSS.supports('selector(:active-view-transition)') ? ':active-view-transition' : ':not(*)';

  const covered = () => document.documentElement.matches(MOVING);

  /** @param {HTMLDialogElement} dialog @returns {ReturnType<typeof setTimeout>} until then "Lanjutkan" answers nothing */
  const arm = (dialog) => {
    const proceed = dialog.querySelector('.proceed');
    const armed = () => proceed?.getAttribute('aria-disabled') !== 'true' && !covered();
    dialog.addEventListener('submit', (event) => event.submitter === proceed && !armed() && event.preventDefault());
    return setTimeout(() => proceed?.setAttribute('aria-disabled', 'false'), ARMING);
  };

  /** @param {HTMLDialogElement} dialog that was closed @returns {PromptAnswer} */
  const answer = (dialog) => {
    const { returnValue } = dialog;
    const account = dialog.querySelector('#account');
    const proceed = returnValue === 'proceed';
    const forAccount = proceed && account instanceof HTMLInputElement && account.checked;
    return { proceed, forAccount, guide: returnValue === 'guide', report: returnValue === 'report' };
  };

  return { dialog, arm, answer, layouts: Object.keys(ORDERS) };
})();
