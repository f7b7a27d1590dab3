// Saving while one types: a unit is kept in the browser until the server has acknowledged it,
// tried again when the network fails, and never said to be saved before.
(() => {
  const cap27 = window.cap27;
  if (!cap27) return;
  const { sheet, units, values, same, put, clearWrong } = cap27;
  const token = sheet.elements.csrfmiddlewaretoken;
  const said = document.getElementById("saved");
  const PATIENCE = 20000;
  const LONGEST_WAIT = 30000;
  const states = new WeakMap();

  const version = (unit) => unit.querySelector(".unit-status input[name=version]");
  // What was saved before is no longer what stands in the field.
  function unsay(unit) {
    const saved = unit.querySelector(".unit-saved");
    if (saved) saved.hidden = true;
  }
  // The same words twice are not said twice.
  function tell(words, name = "saved", link = "") {
    const told = `${words}${link && ` ${link.textContent}`}`;
    // From now on it stays in view, wherever on the page one types.
    if (said) said.dataset.says = name;
    if (said && said.textContent !== told) said.replaceChildren(words, ...(link ? [" ", link] : []));
  }
  const say = (name) => tell(sheet.dataset[name] || "", name, cap27.wayOut(name));

  // held: what the server has; nothing is known of a page that came back with what was wrong.
  function state(unit) {
    if (!states.has(unit)) {
      const held = "unheld" in sheet.dataset ? null : values(unit);
      states.set(unit, { held, tab: sheet.dataset.tab, tries: 0, waiting: [] });
    }
    return states.get(unit);
  }
  const isDirty = (unit) => !same(values(unit), state(unit).held);
  const dirty = () => units().filter(isDirty);

  const flush = (unit) => htmx.trigger(unit, "cap27:flush");

  // While two texts wait for a choice, the draft stands where the clash began.
  function keep(unit) {
    const { held, tab, blocked, sentVersion } = state(unit);
    cap27.keep(unit, { held, tab, version: blocked ? sentVersion : version(unit).value });
  }

  // Resolves to true once the server has the unit, to false when it will not have it now.
  function settled(unit) {
    const known = state(unit);
    if (!isDirty(unit)) return Promise.resolve(true);
    if (known.blocked) return Promise.resolve(false);
    return new Promise((resolve) => {
      known.waiting.push(resolve);
      flush(unit);
    });
  }
  function answer(known, held) {
    known.waiting.splice(0).forEach((resolve) => resolve(held));
  }
  async function settleAll() {
    await Promise.all(dirty().map(settled));
    return dirty().length === 0;
  }

  document.addEventListener("input", (event) => {
    const unit = event.target.closest("[data-unit]");
    if (!unit) return;
    const known = state(unit);
    // Set back by the person's own hand, not by a script that answers a refusal.
    known.back = event.isTrusted && !isDirty(unit);
    if (known.back && (known.wrong || !known.sending)) calm(unit);
    if (!isDirty(unit)) return;
    unsay(unit);
    keep(unit);
    say(state(unit).blocked ? "clash" : "unsaved");
  });

  document.body.addEventListener("htmx:configRequest", (event) => {
    const { elt, headers, parameters } = event.detail;
    headers["X-CSRFToken"] = token.value;
    if (!elt.matches("[data-unit]")) return;
    const known = state(elt);
    const now = values(elt);
    if (known.blocked || (same(now, known.held) && !known.forced)) {
      event.preventDefault();
      return;
    }
    const stands = version(elt).value;
    if (!same(known.sending, now) || known.sentVersion !== stands) known.id = cap27.newId();
    Object.assign(known, { sending: now, sentVersion: stands, forced: false, wrong: false, told: null });
    Object.assign(parameters, stamp(known));
    event.detail.timeout = PATIENCE;
    say("saving");
  });

  function stamp(known) {
    return { save_id: known.id, tab: known.tab, form: sheet.elements.form.value };
  }

  // What the reply holds beside its words: what somebody else changed, and the state that follows.
  function toldBy(unit) {
    const script = unit.querySelector('.unit-status script[type="application/json"]');
    return script && JSON.parse(script.textContent);
  }

  document.body.addEventListener("htmx:afterRequest", (event) => {
    const unit = event.detail.elt;
    if (!unit.matches("[data-unit]") || !states.get(unit)?.sending) return;
    const status = event.detail.xhr?.status || 0;
    const known = state(unit);
    if (status === 200 || status === 409) known.told = toldBy(unit);
    if (status === 200 && known.told) acknowledged(unit, known);
    else {
      Promise.resolve(refused(unit, known, event.detail.xhr)).then((sent) => sent || answer(known, false));
    }
  });

  // Resolves to true when it was sent again at once: what waits for the unit waits on.
  function refused(unit, known, xhr) {
    const { status = 0, responseText = "" } = xhr ?? {};
    const words = cap27.sentence(responseText);
    if (status === 409) clashed(unit, known);
    // A token of before the last sign-in is refused without a word of ours.
    else if (status === 401 || (status === 403 && !words && !known.renewed)) return signedOut(unit, known, status);
    else if (status === 200 || status === 0 || status >= 500) {
      say("offline");
      again(unit);
    } else if (status === 422) {
      known.wrong = true;
      // The list of what is wrong is heard where it stands; one sentence, from the bar.
      if (unit.querySelector(".unit-status > .unit-refused")) tell(words, "refused");
      else say("unsaved");
      if (known.back) calm(unit);
    } else {
      if (!words) known.renewed = false;
      cap27.refuse(unit, "refused", words && `${words} ${sheet.dataset.stays}`);
    }
  }

  // Nobody is signed in any more (401), or somebody has signed in since the page was made (403).
  async function signedOut(unit, known, status) {
    const reason = status === 403 ? await cap27.renew() : "session";
    known.renewed = !reason;
    known.waits = Boolean(reason);
    if (!reason) {
      known.forced = true;
      flush(unit);
      return true;
    }
    cap27.refuse(unit, reason);
    if (["session", "offline"].includes(reason)) again(unit);
    return false;
  }

  // Back from the tab where one has signed in again: at once, without waiting for the next try.
  async function comeBack() {
    const waiting = units().filter((unit) => states.get(unit)?.waits && isDirty(unit));
    if (!waiting.length || (await cap27.renew()) === "session") return;
    waiting.forEach((unit) => {
      Object.assign(state(unit), { forced: true, renewed: false, waits: false });
      flush(unit);
    });
  }
  window.addEventListener("focus", comeBack);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && comeBack());

  // Two saves at once may be answered in the other order: the older of them does not say what stands.
  let latest = Number(sheet.elements.version.value);
  function isLate({ version: at }) {
    latest = Math.max(latest, at);
    return at < latest;
  }

  function acknowledged(unit, known) {
    const { theirs, state: now } = known.told;
    Object.assign(known, { tries: 0, renewed: false, waits: false, tab: sheet.dataset.tab });
    if (!take(unit, known, theirs)) version(unit).value = known.sentVersion;
    Object.assign(known, { held: known.sending, sending: null });
    clearWrong(unit);
    // A state that a person has just chosen stays where they put it.
    if (now || unit.dataset.unit !== "sheet") showState(known.told);
    htmx.trigger(unit, "cap27:saved", known.told);
    if (isDirty(unit)) {
      keep(unit);
      flush(unit);
      return;
    }
    cap27.forget(unit);
    if (!dirty().length) tell(unit.querySelector(".unit-saved")?.textContent || "");
    answer(known, true);
  }

  function clashed(unit, known) {
    known.blocked = true;
    if (!take(unit, known, known.told?.theirs ?? {})) version(unit).value = known.sentVersion;
    keep(unit);
    say("clash");
  }

  // Show what somebody else changed. False where this person has typed since, or where the page
  // cannot show it: the next save is then made from the same version, and the server compares.
  function take(unit, known, theirs) {
    let all = true;
    for (const [name, wanted] of cap27.fields(unit, theirs)) {
      const mine = values(unit)[name];
      const shown = same(mine, known.sending[name]) && put(unit, name, wanted);
      if (shown) known.sending[name] = values(unit)[name];
      else put(unit, name, mine);
      all &&= shown;
    }
    return all;
  }

  // None is chosen of an answer that says nothing.
  function showState(told) {
    const now = told.state;
    const radios = [...document.querySelectorAll('[name="sheet-state"]')];
    const unit = radios[0]?.closest("[data-unit]");
    if (!unit || isLate(told) || isDirty(unit) || (now && !radios.some((radio) => radio.value === now))) return;
    radios.forEach((radio) => (radio.checked = radio.value === now));
    state(unit).held = values(unit);
  }

  function again(unit) {
    const known = state(unit);
    const wait = Math.min(LONGEST_WAIT, 1000 * 2 ** known.tries);
    // Sent again even when set back: the server may hold what it did not acknowledge.
    Object.assign(known, { tries: known.tries + 1, forced: true });
    clearTimeout(known.timer);
    known.timer = setTimeout(() => unit.isConnected && flush(unit), wait);
  }

  // The unit is again what the server holds: nothing is wrong, nothing is left to save.
  function calm(unit) {
    if (state(unit).blocked) return;
    cap27.forget(unit);
    clearWrong(unit);
    cap27.pardon(unit);
    if (!dirty().length) say("unchanged");
  }

  // Of a row that is not there any more, or not yet, the server holds nothing: all of it comes back.
  function restore(unit, isLost = false) {
    const draft = cap27.draft(unit.dataset.unit);
    const known = state(unit);
    if (!draft?.typed) return false;
    for (const [name, typed] of Object.entries(draft.typed)) {
      if (isLost || !same(typed, draft.held?.[name])) put(unit, name, typed);
    }
    if (!isDirty(unit)) {
      cap27.forget(unit);
      return false;
    }
    known.tab = draft.tab;
    version(unit).value = draft.version;
    const line = document.createElement("p");
    Object.assign(line, { className: "form-text restored", textContent: sheet.dataset.restored });
    line.setAttribute("role", "status");
    unit.querySelector(".unit-status").before(line);
    flush(unit);
    return true;
  }

  // A choice was made between two texts (clashes.js), or a row comes back: save what stands now.
  function resolve(unit) {
    Object.assign(state(unit), { blocked: false, forced: true });
    flush(unit);
  }

  Object.assign(cap27, {
    watch: state, isDirty, dirty, settled, settleAll, restore, resolve, tell, showState, isLate, hold: keep,
    flush: () => dirty().forEach(flush),
    body: (unit) => {
      const known = state(unit);
      const sent = same(known.sending, values(unit)) && known.sentVersion === version(unit).value;
      return { csrfmiddlewaretoken: token.value, ...stamp(known), ...(sent ? {} : { save_id: cap27.newId() }) };
    },
    isBlocked: (unit) => Boolean(state(unit).blocked),
  });

  // What is swapped in is known before one types in it; what is dirty is never swapped away.
  htmx.onLoad(() => units().forEach(state));
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    const { target, requestConfig, serverResponse } = event.detail;
    if (requestConfig.elt.matches("[data-unit]")) {
      // Not ours: the page of a proxy, or of a sign-in.
      if (!serverResponse.includes('name="version"')) event.detail.shouldSwap = false;
    } else if (units().some((unit) => target.contains(unit) && isDirty(unit))) event.detail.shouldSwap = false;
  });
  // htmx hears nothing before it has loaded.
  const restored = units().filter((unit) => restore(unit));
  document.body.addEventListener("htmx:load", () => restored.filter(isDirty).forEach(flush), { once: true });
})();
