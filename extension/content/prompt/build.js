'use strict';
/** Builds our elements from nodes: no markup is ever parsed, whatever a post or a rule says. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).build ??= (() => {
  const { context, texts, wording } = JagaJempol;
  const SVG = 'http://www.w3.org/2000/svg';

  /**
   * @template {keyof HTMLElementTagNameMap} K
   * @param {K} tag @param {Record<string, string>} [attributes] @param {(Node | string)[]} children
   * @returns {HTMLElementTagNameMap[K]}
   */
  const element = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  };

  /**
   * A closed root with our style. As a sheet, not as a style element: of that one a strict page's policy would hear.
   * @param {Element} host @param {string} css @param {Node[]} children @returns {ShadowRoot}
   */
  const closedRoot = (host, css, ...children) => {
    const root = host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    root.append(...children);
    return root;
  };

  /** A thumb at rest on a line, as in the extension's icon: neither up nor down. @returns {SVGElement} */
  const thumb = () => {
    const svg = /** @type {SVGElement} */ (document.createElementNS(SVG, 'svg'));
    svg.setAttribute('viewBox', '4 20 120 108');
    svg.setAttribute('aria-hidden', 'true');
    svg.append(
      path('translate(10 -3) rotate(-74 50 66)',
        'M25 150V96q4-12-1-24V44a26 26 0 0 1 52 0V150zM36 52a14 8 0 0 0 28 0V41a14 14 0 0 0-28 0z'),
      path('', 'M4 112h120v12H4z'),
    );
    return svg;
  };

  /** @param {string} transform @param {string} d */
  const path = (transform, d) => {
    const shape = document.createElementNS(SVG, 'path');
    shape.setAttribute('transform', transform);
    shape.setAttribute('d', d);
    shape.setAttribute('fill', 'currentColor');
    shape.setAttribute('fill-rule', 'evenodd');
    return shape;
  };

  /** @param {PromptQuestion} question */
  const why = ({ verdict, reading }) => {
    const reasons = wording.evidence(verdict).map((line) => element('li', {}, line));
    const account = context.account(reading.context);
    const name = reading.context.author?.name ?? account;
    return element('details', {},
      element('summary', {}, texts.say('promptWhy')),
      element('ul', {}, ...reasons),
      element('p', {}, texts.say('promptCaveat')),
      ...(account ? [element('label', {},
        element('input', { type: 'checkbox', name: 'account', id: 'account' }),
        element('span', {}, texts.say('promptAllowAccount', name.slice(0, 60))))] : []));
  };

  /** Each layout says the same in another order; people stop seeing what always looks alike. */
  /** @type {Record<string, string[]>} */
  const ORDERS = {
    letter: ['kicker', 'heading', 'indicated', 'seen', 'rule'],
    band: ['header', 'indicated', 'seen', 'rule'],
    audience: ['kicker', 'seen', 'heading', 'indicated', 'rule'],
  };

  /** @param {PromptQuestion} question @param {string} layout @returns {HTMLDialogElement} */
  const dialog = (question, layout) => {
    const words = wording.question(question);
    /** @type {Record<string, () => HTMLElement>} */
    const parts = {
      kicker: () => element('div', { class: 'kicker' }, thumb(), element('span', {}, texts.say('extName'))),
      heading: () => element('h2', { id: 'heading' }, words.heading),
      header: () => element('header', {}, parts.kicker?.() ?? '', parts.heading?.() ?? ''),
      indicated: () => element('p', { id: 'indicated', class: 'indicated' }, words.indicated),
      seen: () => element('p', { id: 'seen', class: 'seen' }, words.seen),
      rule: () => element('p', { id: 'rule', class: 'rule' }, words.rule),
    };
    const cancel = element('button', { class: 'cancel', value: 'cancel', autofocus: '' }, texts.say('promptCancel'));
    const proceed = element('button', { class: 'proceed', value: 'proceed' }, texts.say('promptContinue'));
    return element('dialog', { 'data-layout': layout, 'aria-labelledby': 'heading', 'aria-describedby': 'indicated seen rule' },
      element('form', { method: 'dialog' },
        ...(ORDERS[layout] ?? []).map((part) => parts[part]?.() ?? ''),
        why(question),
        element('div', { class: 'buttons' }, cancel, proceed)));
  };

  return { element, closedRoot, thumb, dialog, layouts: Object.keys(ORDERS) };
})();
