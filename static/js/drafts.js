// A text that this browser keeps for a page that no longer takes it, or is no longer there: to be
// copied, or thrown away.
(async () => {
  const place = document.getElementById("unsent");
  const isOfHere = (key) => key.startsWith("cap27:") && key.split(":")[2] === location.pathname;
  if (!place || !Object.keys(localStorage).some(isOfHere)) return;
  const text = place.querySelector("textarea");
  const buttons = place.querySelector("[data-unsent-buttons]");
  const thrown = place.querySelector("[data-unsent-thrown]");
  let kept = [];

  // A page that is not there knows nobody: another says who is signed in.
  async function signedIn() {
    try {
      const response = await fetch(place.dataset.ask);
      return new DOMParser().parseFromString(await response.text(), "text/html").body.dataset.user;
    } catch {
      return "";
    }
  }

  function read(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  // The drafts of this person and this page, of either form, whose inputs it does not hold.
  const user = document.getElementById("sheet")?.dataset.user ?? (await signedIn());
  const prefix = `cap27:${user}:${location.pathname}:`;
  const here = [...document.querySelectorAll("[data-unit]")].map((unit) => unit.dataset.unit);
  const stranded = () =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix) && !here.includes(key.slice(prefix.length).replace(/^\w+:/, "")))
      .map((key) => ({ key, draft: read(key) }))
      .filter(({ draft }) => draft?.typed);

  // A draft of an older page holds no words, only what its inputs said.
  function told({ draft }) {
    const pairs = draft.told ?? Object.values(draft.typed).map((typed) => ["", typed.join(", ")]);
    return pairs
      .filter(([, words]) => words.trim())
      .map(([label, words]) => (label ? `${label}\n${words}` : words));
  }

  function show() {
    const shown = stranded().filter((each) => told(each).length);
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
