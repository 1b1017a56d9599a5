// Runs in the page's own world as the body of a function; `args` is [what, texts, number]. Answers a promise.
const [what, texts, number] = args;

const piece = (tag, part, text) => {
    const made = document.createElement(tag);
    made.dataset.part = part;
    made.textContent = text;
    return made;
};

const post = (text, place) => {
    const article = document.createElement('article');
    article.className = 'post';
    const controls = document.createElement('div');
    controls.className = 'controls';
    for (const [act, name] of [['like', 'Suka'], ['comment', 'Komentari'], ['share', 'Bagikan'], ['', 'Simpan']]) {
        const button = document.createElement('button');
        if (act) button.dataset.act = act;
        button.textContent = name;
        controls.append(button);
    }
    article.append(piece('h3', 'author', `Warga ${place}`), piece('p', 'text', text), controls);
    return article;
};

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const main = document.querySelector('main') ?? document.body;
main.replaceChildren();
scrollTo(0, 0);

/** Add `number` posts a frame and follow them down the page. */
const grow = async () => {
    const tasks = [];
    const long = globalThis.PerformanceObserver?.supportedEntryTypes.includes('longtask')
        ? new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
        : null;
    long?.observe({ type: 'longtask' });
    const frames = [];
    let before = await frame();
    for (let at = 0; at < texts.length; at += number) {
        main.append(...texts.slice(at, at + number).map((text, step) => post(text, at + step)));
        scrollTo(0, document.documentElement.scrollHeight);
        const now = await frame();
        frames.push(now - before);
        before = now;
    }
    // What is still to be read is read now; it must not make a frame late either.
    for (let more = 0; more < 60; more += 1) {
        const now = await frame();
        frames.push(now - before);
        before = now;
    }
    long?.disconnect();
    return { frames, tasks: long ? tasks : null, posts: main.childElementCount };
};

/** Leaf through campaign posts, `number` of them a second, and look at each when it was in view for 200 ms. */
const leaf = async () => {
    main.append(...texts.map(post));
    const entered = new Map();
    let seen = 0;
    let judged = 0;
    const sight = new IntersectionObserver((entries) => {
        for (const { target, isIntersecting } of entries) {
            clearTimeout(entered.get(target));
            if (!isIntersecting) continue;
            entered.set(target, setTimeout(() => {
                seen += 1;
                judged += target.querySelector('jaga-jempol-mark') ? 1 : 0;
                sight.unobserve(target);
            }, 200));
        }
    }, { threshold: 0.5 });
    for (const article of main.children) sight.observe(article);
    const step = main.scrollHeight / texts.length;
    const start = await frame();
    for (let now = start; scrollY + innerHeight + 2 < document.documentElement.scrollHeight; now = await frame()) {
        scrollTo(0, ((now - start) / 1000) * number * step);
    }
    await new Promise((resolve) => { setTimeout(resolve, 400); });
    sight.disconnect();
    return { seen, judged };
};

return what === 'grow' ? grow() : leaf();
