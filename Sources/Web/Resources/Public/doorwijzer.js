// Small comforts; every page works without them.
(() => {
    "use strict";

    // After a form with errors, start reading at what must be repaired.
    const summary = document.querySelector("[data-focus]");
    if (summary) {
        summary.focus();
    }

    // Printing needs a script, so the button only appears where there is one.
    for (const button of document.querySelectorAll("[data-print]")) {
        button.hidden = false;
        button.addEventListener("click", () => window.print());
    }
})();
