'use strict';
/** What "Kenapa?" opens: what was found and where, and what the law says of this act, each sentence with its source. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).why ??= (() => {
  const { context, node, quotes, texts, wording } = JagaJempol;
  const { element } = node;

  /** @param {QuotePiece[]} pieces @returns {HTMLElement} */
  const quote = (pieces) => element('q', {}, ...pieces.map(({ text, marked }) => (marked ? element('mark', {}, text) : text)));

  /** @param {PromptQuestion} question @returns {HTMLElement | null} the person's own words, with what takes a side marked */
  const draft = ({ verdict, reading }) => {
    const own = quotes.places(verdict, reading.context).find(({ field }) => field === 'draft');
    return own && own.quote.length > 0 ? element('p', { id: 'draft', class: 'draft' }, quote(own.quote)) : null;
  };

  /** @param {PromptQuestion} question @returns {HTMLElement[]} */
  const found = ({ verdict, reading }) => quotes.places(verdict, reading.context).map(({ field, reasons, quote: pieces }) => (
    element('li', {}, wording.reason(reasons, field), ...(pieces.length > 0 ? [quote(pieces)] : []))));

  /** @param {GuidanceRule} rule @param {string} [label] @returns {HTMLElement} */
  const sentence = (rule, label = '') => element('div', { class: 'sentence' },
    element('p', {}, ...(label ? [element('b', {}, label), ' '] : []), rule.text),
    element('small', {}, wording.origin(rule)));

  /** @param {GuidanceAnswer} answer @returns {HTMLElement[]} */
  const told = ({ guidance, assumed }) => {
    if (!guidance) return [];
    const { employment, stage, forbidden, unclear, sanctions, ask } = guidance;
    return [
      element('h3', {}, texts.say(assumed ? 'promptLawAssumed' : 'promptLaw', employment.title, stage.title)),
      ...(forbidden.length > 0 ? forbidden : unclear).slice(0, 1).map((rule) => sentence(rule)),
      ...sanctions.map((rule) => sentence(rule, wording.range(rule))),
      ...(sanctions.length > 0 ? [] : [element('p', {}, texts.say('promptNoSanction'))]),
      ...ask.slice(0, 1).map((rule) => sentence(rule)),
    ];
  };

  /** The law comes when the background has it; the dialog does not wait. @param {PromptQuestion} question */
  const law = ({ law: coming }) => {
    const place = element('div', { class: 'law' });
    coming.then((answer) => place.prepend(...(answer ? told(answer) : [])));
    place.append(element('button', { class: 'guide', form: 'guide', value: 'guide' }, texts.say('promptGuide')),
      element('button', { class: 'guide', form: 'guide', value: 'report' }, texts.say('promptWrong')));
    return place;
  };

  /** @param {PromptQuestion} question @returns {HTMLElement} */
  const details = (question) => {
    const { reading } = question;
    const account = context.account(reading.context);
    const name = reading.context.author?.name ?? account;
    return element('details', {},
      element('summary', {}, texts.say('promptWhy')),
      element('ul', {}, ...found(question)),
      element('p', {}, texts.say('promptCaveat')),
      law(question),
      ...(account ? [element('label', {},
        element('input', { type: 'checkbox', name: 'account', id: 'account' }),
        element('span', {}, texts.say('promptAllowAccount', name.slice(0, 60))))] : []));
  };

  return { details, draft };
})();
