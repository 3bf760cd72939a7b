// Small comforts; every page works without them.
(() => {
    "use strict";

    // After a form with errors, start reading at what must be repaired.
    const summary = document.querySelector("[data-focus]");
    if (summary) {
        summary.focus();
    }

    // Who does nothing is signed out. Five minutes before, a banner offers to stay. Nothing here leaves the page: what was typed
    // stays where it is, and what is sent after all is kept (KeptForms).
    const end = document.querySelector("[data-session-end]");
    if (end) {
        const text = end.querySelector("[data-session-text]");
        const link = end.querySelector("a");
        const offer = link.textContent;
        let timers = [];
        // A button on which someone was about to press does not vanish behind the banner.
        const clear = () => {
            const top = end.getBoundingClientRect().top;
            const covered = [...document.querySelectorAll("main button, main .button")]
                .map((button) => button.getBoundingClientRect())
                .filter((box) => box.height > 0 && box.top < window.innerHeight && box.bottom > top);
            if (covered.length > 0) {
                window.scrollBy(0, Math.max(...covered.map((box) => box.bottom)) - top + 8);
            }
        };
        const show = () => {
            end.hidden = false;
            document.documentElement.classList.add("has-session-end");
            clear();
        };
        const over = () => {
            text.textContent = "Je bent afgemeld, tenzij je in een ander tabblad bezig was. Wat je typte, staat er nog. "
                + "Verstuur je het, dan bewaren we het een uur. Log daarna in en ga verder.";
            link.textContent = "Log in (nieuw tabblad)";
            show();
        };
        const wait = (seconds) => {
            const minutes = Math.max(1, Math.round(Math.min(300, seconds) / 60));
            timers.forEach(clearTimeout);
            end.hidden = true;
            document.documentElement.classList.remove("has-session-end");
            text.textContent = `Over ${minutes === 1 ? "een minuut" : `${minutes} minuten`} word je afgemeld, omdat je niets `
                + "doet. Wat je typte, blijft staan.";
            link.textContent = offer;
            timers = [
                setTimeout(show, Math.max(0, seconds - 300) * 1000),
                setTimeout(over, seconds * 1000),
            ];
        };
        link.addEventListener("click", async (event) => {
            if (link.textContent !== offer) {
                return;
            }
            event.preventDefault();
            try {
                const answer = await fetch(link.href, { cache: "no-store", redirect: "manual" });
                if (answer.ok) {
                    const now = new DOMParser().parseFromString(await answer.text(), "text/html");
                    wait(Number(now.querySelector("[data-session-end]").dataset.sessionEnd));
                } else if (answer.type === "opaqueredirect" || answer.status === 401) {
                    over();
                } else {
                    text.textContent = "Het lukt nu niet. Wat je typte, staat er nog. Probeer het over een minuut opnieuw.";
                }
            } catch {
                text.textContent = "Er is geen verbinding. Wat je typte, staat er nog. Probeer het zo opnieuw.";
            }
        });
        wait(Number(end.dataset.sessionEnd));
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
