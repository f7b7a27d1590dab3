// Leaving a page: first what was typed is saved; else a warning, and a last save that outlives it.
(() => {
  const cap27 = window.cap27;
  if (!cap27) return;
  const LONGEST = 3000;
  let leaving = false;
  // The form that has waited for what could be saved, and goes now.
  let ready = null;

  // A page that refused a form is asked for again, with what this browser keeps of it.
  document.querySelectorAll(".masthead [formaction]").forEach((button) => button.removeAttribute("formaction"));

  const within = (promise) =>
    Promise.race([promise, new Promise((resolve) => setTimeout(() => resolve(false), LONGEST))]);

  // What the server will not take now stays in this browser, and comes back with the page.
  async function settle() {
    const held = await within(cap27.settleAll());
    cap27.dirty().forEach(cap27.hold);
    return held;
  }

  function showProblem() {
    const problem = document.querySelector(".unit-status .clash, .unit-status .unit-wrong a, .unit-refused");
    problem?.focus();
    problem?.scrollIntoView({ block: "center" });
  }

  // The page posted whole holds everything too, but refuses it whole: units go first.
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.hasAttribute("hx-post")) return;
    // Enter in a field saves, and stays there.
    if (event.submitter?.matches("[data-stay]")) {
      event.preventDefault();
      cap27.flush();
      return;
    }
    if (!cap27.dirty().length || form === ready) {
      // A language or a scheme leads back here.
      leaving = form === cap27.sheet || Boolean(form.elements.next);
      ready = null;
      return;
    }
    event.preventDefault();
    const held = await settle();
    if (!held && form === cap27.sheet) {
      showProblem();
      return;
    }
    ready = form;
    form.requestSubmit(event.submitter);
  });

  function isPlain(event, link) {
    const elsewhere = link.target || link.origin !== location.origin || link.hasAttribute("download");
    const keys = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button;
    const inside = link.hash && link.pathname === location.pathname;
    return !(elsewhere || keys || inside);
  }

  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || !isPlain(event, link) || !cap27.dirty().length) return;
    event.preventDefault();
    await settle();
    location.assign(link.href);
  });

  function lastSave(unit) {
    const data = new FormData();
    unit.querySelectorAll("input[type=hidden]").forEach((input) => data.append(input.name, input.value));
    for (const [name, typed] of Object.entries(cap27.values(unit))) typed.forEach((each) => data.append(name, each));
    for (const [name, value] of Object.entries(cap27.body(unit))) data.set(name, value);
    const headers = { "HX-Request": "true" };
    fetch(unit.getAttribute("hx-post"), { method: "POST", body: data, keepalive: true, headers }).catch(() => {});
  }

  window.addEventListener("pagehide", () => {
    if (leaving) return;
    cap27.dirty().filter((unit) => !cap27.isBlocked(unit)).forEach(lastSave);
  });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && cap27.dirty().length) event.preventDefault();
  });
  window.addEventListener("pageshow", () => (leaving = false));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") cap27.flush();
  });
  window.addEventListener("online", () => cap27.flush());
})();
