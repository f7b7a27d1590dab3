// A text that this browser keeps for a page that no longer takes it: to be copied, or thrown away.
(() => {
  const cap27 = window.cap27;
  const place = document.getElementById("unsent");
  if (!cap27 || !place) return;
  const text = place.querySelector("textarea");
  const buttons = place.querySelector("[data-unsent-buttons]");
  const thrown = place.querySelector("[data-unsent-thrown]");
  let kept = [];

  // A draft of an older page holds no words, only what its inputs said.
  function told({ draft }) {
    const pairs = draft.told ?? Object.values(draft.typed).map((typed) => ["", typed.join(", ")]);
    return pairs
      .filter(([, words]) => words.trim())
      .map(([label, words]) => (label ? `${label}\n${words}` : words));
  }

  function show() {
    const shown = cap27.stranded().filter((each) => told(each).length);
    if (!shown.length) return;
    kept = shown;
    text.value = shown.flatMap(told).join("\n\n");
    text.rows = Math.min(12, Math.max(3, text.value.split("\n").length + 1));
    buttons.hidden = false;
    thrown.hidden = true;
    place.hidden = false;
  }

  place.querySelector("[data-unsent-throw]").addEventListener("click", () => {
    kept.forEach(({ key }) => localStorage.removeItem(key));
    text.value = "";
    buttons.hidden = true;
    thrown.hidden = false;
    thrown.querySelector("button").focus();
  });
  thrown.querySelector("button").addEventListener("click", () => {
    kept.forEach(({ key, draft }) => localStorage.setItem(key, JSON.stringify(draft)));
    show();
    text.focus();
  });
  show();
})();
