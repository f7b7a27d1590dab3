// A decision: only what the choice calls for is shown, and its text follows each save.
(() => {
  const unit = document.querySelector('[data-unit="header"]');

  function chosen() {
    return [...unit.querySelectorAll('[name="header-options"]:checked, [name="header-base"]:checked')]
      .filter((input) => !input.closest("[hidden]"))
      .map((input) => input.value.replace("+", ""));
  }

  // Twice, since a base that is shown may call for details of its own.
  function showAsked() {
    for (let round = 0; round < 2; round += 1) {
      const now = chosen();
      unit.querySelectorAll("[data-serves]").forEach((part) => {
        const serves = part.dataset.serves.split(" ").filter(Boolean);
        part.hidden = serves.length > 0 && !serves.some((each) => now.includes(each));
      });
    }
  }

  function showCurrent() {
    const current = document.querySelector("#beside [data-current]");
    const text = current?.closest(".beside-text");
    if (text) text.scrollTop = current.offsetTop - text.offsetTop;
  }

  function refreshClause() {
    const clause = document.getElementById("clause");
    if (clause && !clause.contains(document.activeElement)) window.htmx.trigger(clause, "cap27:refresh");
  }

  showCurrent();
  if (!unit || !window.htmx) return;
  showAsked();
  unit.addEventListener("change", showAsked);
  document.body.addEventListener("cap27:saved", (event) => {
    if (event.target.closest('[data-unit="header"]')) {
      showAsked();
      refreshClause();
    }
  });
  document.body.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id === "beside") showCurrent();
    // A text that has just come must be known to saving.js before one types in it.
    if (event.target.id === "clause") window.cap27?.flush();
  });
  // A confirmation that was refused is not kept for later: one confirms what one sees.
  document.body.addEventListener("cap27:invalid", (event) => {
    const waiting = document.querySelector('[name="sheet-state"][value="to_confirm"]');
    if (!("sheet-state" in event.detail) || !waiting || !window.cap27) return;
    waiting.checked = true;
    window.cap27.forget(waiting.closest("[data-unit]"));
    waiting.dispatchEvent(new Event("input", { bubbles: true }));
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches('[data-unit="clause"]') || !window.cap27) return;
    event.preventDefault();
    window.cap27.flush();
  });
})();
