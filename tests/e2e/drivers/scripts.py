"""What the drivers run in a page to see what a person sees."""

from __future__ import annotations

# Run in the closed shadow root of the dialog; answers null while it is not open.
READ_PROMPT = """
    const dialog = root.querySelector('dialog[open]');
    if (!dialog) return null;
    const label = (button) => (button.innerText || button.textContent).trim().replace(/\\s+/g, ' ');
    const shown = [...dialog.querySelectorAll('button, summary')].filter((button) => button.checkVisibility());
    return {
        text: dialog.innerText,
        name: dialog.getAttribute('aria-labelledby')
            ? root.getElementById(dialog.getAttribute('aria-labelledby'))?.textContent.trim() ?? ''
            : dialog.getAttribute('aria-label') ?? '',
        layout: dialog.dataset.layout ?? '',
        focused: root.activeElement ? label(root.activeElement) : '',
        buttons: shown.map((button) => {
            const box = button.getBoundingClientRect();
            const armed = button.getAttribute('aria-disabled') !== 'true';
            return { label: label(button), x: box.x + box.width / 2, y: box.y + box.height / 2, armed };
        }),
        marked: [...dialog.querySelectorAll('mark')].filter((mark) => mark.checkVisibility())
            .map((mark) => mark.textContent),
    };
"""

# What our script says of each page it reads, as the popup is told.
STATES = """
    const tabs = await api.tabs.query({});
    const answers = await Promise.allSettled(tabs.map(({ id }) => api.tabs.sendMessage(id, { type: 'page-state' })));
    return answers.map(({ value }) => value).filter(Boolean);
"""

# On pages of ours what the focus goes to is scrolled into view a frame later, and they fill in what they know while one
# looks; sites, the demo and the laboratory stand still. A page that nobody sees draws no frames.
MIDDLE = """
    const element = document.querySelector(args[0]);
    if (!element) return null;
    const middle = () => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return width ? [x + width / 2, y + height / 2] : null;
    };
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const before = middle();
    if (location.protocol.endsWith('-extension:') || location.pathname === '/playground') {
        const frame = () => new Promise((done) => { requestAnimationFrame(done); setTimeout(done, 100); });
        await frame();
        await frame();
        if (String(middle()) !== String(before)) return null;
    }
    return before;
"""

# Whether every page with our script in it knows its site; and the engine is there then, which the examples ask.
GUARDED = f"""
    const states = await (async () => {{ {STATES} }})();
    await api.runtime.sendMessage({{ type: 'get-examples' }});
    return states.every(({{ site }}) => site !== '');
"""
