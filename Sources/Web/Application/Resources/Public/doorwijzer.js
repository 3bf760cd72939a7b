// Small comforts; every page works without them.
(() => {
    "use strict";

    // After a form with errors, start reading at what must be repaired.
    const summary = document.querySelector("[data-focus]");
    if (summary) {
        summary.focus();
    }

    // Who does nothing is signed out. Five minutes before, a banner offers to stay; its link works without a script too.
    const end = document.querySelector("[data-session-end]");
    if (end) {
        const seconds = Number(end.dataset.sessionEnd);
        const text = end.querySelector("[data-session-text]");
        const link = end.querySelector("a");
        const warning = text.textContent;
        let timers = [];
        const wait = () => {
            timers.forEach(clearTimeout);
            end.hidden = true;
            text.textContent = warning;
            timers = [
                setTimeout(() => { end.hidden = false; }, Math.max(0, seconds - 300) * 1000),
                setTimeout(() => { text.textContent = "Je bent afgemeld. Wat je invulde, staat er nog."; }, seconds * 1000),
            ];
        };
        link.addEventListener("click", async (event) => {
            event.preventDefault();
            try {
                const answer = await fetch(link.href, { cache: "no-store", redirect: "manual" });
                if (answer.ok) {
                    wait();
                    return;
                }
            } catch {
                // Without a connection the page itself says what is wrong.
            }
            window.location.assign(link.href);
        });
        wait();
    }

    // A notice has been read with its page: whoever loads the page again, or keeps its address, does not get it again.
    const address = new URL(window.location.href);
    if (address.searchParams.has("melding")) {
        address.searchParams.delete("melding");
        address.searchParams.delete("aantal");
        window.history.replaceState(window.history.state, "", address);
    }

    // Printing needs a script, so the button only appears where there is one.
    for (const button of document.querySelectorAll("[data-print]")) {
        button.hidden = false;
        button.addEventListener("click", () => window.print());
    }
})();
