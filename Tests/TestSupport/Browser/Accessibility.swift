extension Browser {
    /// What a page lacks for someone who does not see it or uses no mouse, as far as its structure tells: language, one main
    /// heading, names for fields, links and buttons, references that lead somewhere. Quick, and needs nothing but the browser.
    public func structuralProblems() async throws -> [String] {
        try await list(
            """
            const problems = [];
            const say = (what, e) => problems.push(what + (e ? ': ' + e.outerHTML.slice(0, 120) : ''));
            const all = s => [...document.querySelectorAll(s)];
            if (document.documentElement.lang !== 'nl') say('the page is not in Dutch');
            if (!document.title.trim()) say('no title');
            for (const one of ['h1', 'main']) if (all(one).length !== 1) say(all(one).length + ' of ' + one);
            const seen = new Set();
            for (const e of all('[id]')) { if (seen.has(e.id)) say('id used twice', e); seen.add(e.id); }
            const text = e => (e.getAttribute('aria-label') || e.textContent || '').trim();
            const named = e => text(e) || all('#' + CSS.escape(e.getAttribute('aria-labelledby') || '-')).length;
            for (const e of all('input:not([type=hidden]), select, textarea'))
                if (!(e.labels && e.labels.length && text(e.labels[0])) && !e.getAttribute('aria-label')
                    && !e.getAttribute('aria-labelledby')) say('field without a name', e);
            for (const e of all('a[href], button')) if (!named(e)) say('no words', e);
            for (const e of all('img')) if (!e.hasAttribute('alt')) say('picture without alternative', e);
            for (const e of all('svg[role=img]')) if (!named(e) && !e.querySelector('title')) say('drawing without a name', e);
            for (const name of ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls'])
                for (const e of all('[' + name + ']'))
                    for (const id of e.getAttribute(name).split(/\\s+/))
                        if (id && !document.getElementById(id)) say(name + ' leads nowhere', e);
            for (const e of all('a[href^="#"]'))
                if (e.hash.length > 1 && !document.getElementById(e.hash.slice(1))) say('link leads nowhere', e);
            let level = 0;
            for (const e of all('h1, h2, h3, h4, h5, h6')) {
                const own = Number(e.tagName[1]);
                if (own > level + 1) say('heading skips a level', e);
                level = own;
            }
            for (const e of all('th')) if (!e.hasAttribute('scope')) say('head of a table without a scope', e);
            for (const e of all('fieldset')) if (!e.querySelector('legend')) say('group without a name', e);
            return problems.slice(0, 10);
            """
        )
    }

    /// What axe-core finds against WCAG 2.2 A and AA, and its best practices.
    ///
    /// - Parameter axe: the text of axe-core, `axe.min.js`; it is not kept in the project.
    public func axeViolations(_ axe: String) async throws -> [String] {
        try await list(
            """
            \(axe);
            return window.axe.run(document, { resultTypes: ['violations'] }).then(found => found.violations.map(v =>
                v.id + ' (' + v.impact + '): ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | ')));
            """
        )
    }
}
