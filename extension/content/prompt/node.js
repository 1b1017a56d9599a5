'use strict';
/** Builds our elements from nodes: no markup is ever parsed, whatever a post or a rule says. */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).node ??= (() => {
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
   * One of our own elements. Where the page has defined one of that name, whose code would run in ours, under a name that
   * it cannot know.
   * @param {string} name @returns {HTMLElement}
   */
  const host = (name) => {
    const plain = document.createElement(name);
    return plain.matches(':defined') ? document.createElement(`${name}-${Math.random().toString(36).slice(2)}`) : plain;
  };

  /**
   * A closed root with our style. As a sheet, not as a style element: of that one a strict page's policy would hear.
   * @param {Element} own @param {string} css @param {Node[]} children @returns {ShadowRoot}
   */
  const closedRoot = (own, css, ...children) => {
    const root = own.attachShadow({ mode: 'closed' });
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

  return { element, host, closedRoot, thumb };
})();
