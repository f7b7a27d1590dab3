// Saving while one types: what htmx sends is marked, kept in the browser until the server has
// acknowledged it, tried again when the network fails, and never said to be saved before.
(() => {
  const sheet = document.getElementById("sheet");
  if (!sheet || !window.htmx) return;

  const said = document.getElementById("saved");
  const say = (name) => {
    if (said) said.textContent = sheet.dataset[name] || "";
  };
  const states = new WeakMap();
  let leaving = false;

  const units = () => [...document.querySelectorAll("[data-unit]")];
  const inputs = (unit) => [...unit.querySelectorAll("input:not([type=hidden]), select, textarea")];
  const typed = (unit) =>
    JSON.stringify(
      inputs(unit)
        .filter((input) => !["radio", "checkbox"].includes(input.type) || input.checked)
        .map((input) => [input.name, input.value]),
    );
  const version = (unit) => unit.querySelector(".unit-status input[name=version]");
  const draftKey = (unit) => `cap27:${sheet.dataset.user}:${location.pathname}:${unit}`;

  function state(unit) {
    if (!states.has(unit)) states.set(unit, { held: typed(unit), tries: 0 });
    return states.get(unit);
  }
  const isDirty = (unit) => typed(unit) !== state(unit).held;

  function keep(unit) {
    const draft = { typed: typed(unit), version: version(unit)?.value, at: Date.now() };
    try {
      localStorage.setItem(draftKey(unit.dataset.unit), JSON.stringify(draft));
    } catch {
      // A full or forbidden store: the warning before leaving still stands.
    }
  }
  const forget = (unit) => localStorage.removeItem(draftKey(unit.dataset.unit));

  function fill(unit, pairs) {
    for (const input of inputs(unit)) {
      const values = pairs.filter(([name]) => name === input.name).map(([, value]) => value);
      if (["radio", "checkbox"].includes(input.type)) input.checked = values.includes(input.value);
      else input.value = values[0] ?? "";
    }
  }

  // Values that somebody else saved, as {input name: [strings]}; several inputs may share a name's stem.
  function take(unit, changed) {
    for (const [name, values] of Object.entries(changed)) {
      const same = inputs(unit).filter((input) => input.name === name);
      const parts = inputs(unit).filter((input) => input.name.replace(/_\d+$/, "") === name);
      for (const input of same) {
        if (["radio", "checkbox"].includes(input.type)) input.checked = values.includes(input.value);
        else input.value = values[0] ?? "";
      }
      if (!same.length) parts.forEach((input, place) => (input.value = values[place] ?? ""));
    }
  }

  const flush = (unit) => htmx.trigger(unit, "cap27:flush");

  function again(unit) {
    const known = state(unit);
    const wait = Math.min(30000, 1000 * 2 ** known.tries);
    known.tries += 1;
    clearTimeout(known.timer);
    known.timer = setTimeout(() => flush(unit), wait);
  }

  // One line of text stays one line, typed or pasted.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("[data-line]")) event.preventDefault();
  });
  document.addEventListener("input", (event) => {
    const box = event.target;
    if (box.matches("[data-line]") && box.value.includes("\n")) box.value = box.value.replace(/\s*\n\s*/g, " ");
    const unit = event.target.closest("[data-unit]");
    if (!unit) return;
    if (isDirty(unit)) {
      keep(unit);
      say("unsaved");
    }
  });

  document.body.addEventListener("htmx:configRequest", (event) => {
    const { elt, headers, parameters } = event.detail;
    headers["X-CSRFToken"] = sheet.elements.csrfmiddlewaretoken.value;
    if (!elt.matches("[data-unit]")) return;
    const known = state(elt);
    const now = typed(elt);
    if (known.blocked || (now === known.held && !known.forced)) {
      event.preventDefault();
      return;
    }
    if (known.sending !== now || known.sentVersion !== version(elt)?.value) known.id = crypto.randomUUID();
    known.sending = now;
    known.sentVersion = version(elt)?.value;
    known.forced = false;
    parameters.save_id = known.id;
    parameters.tab = sheet.dataset.tab;
    parameters.form = sheet.elements.form.value;
    say("saving");
  });

  document.body.addEventListener("cap27:saved", (event) => {
    const unit = event.target.closest("[data-unit]");
    if (!unit) return;
    const { theirs, state: now } = event.detail;
    const known = state(unit);
    if (typed(unit) === known.sending) {
      take(unit, theirs);
      if (Object.keys(theirs).length) known.merged = true;
    } else if (Object.keys(theirs).length) {
      known.staleVersion = known.sentVersion;
    }
    showState(now);
  });

  function showState(now) {
    const radio = document.querySelector(`[name="sheet-state"][value="${now}"]`);
    const unit = radio?.closest("[data-unit]");
    if (!unit || isDirty(unit)) return;
    radio.checked = true;
    state(unit).held = typed(unit);
  }

  document.body.addEventListener("htmx:afterRequest", (event) => {
    const unit = event.detail.elt;
    if (!unit.matches("[data-unit]")) return;
    const known = state(unit);
    const status = event.detail.xhr?.status || 0;
    if (status === 200) acknowledged(unit, known);
    else if (status === 409) {
      known.blocked = true;
      say("clash");
    } else if (status === 401 || status === 403) say("session");
    else if (status === 0 || status >= 500) {
      say("offline");
      again(unit);
    } else say("unsaved");
  });

  function acknowledged(unit, known) {
    known.tries = 0;
    known.held = known.merged ? typed(unit) : known.sending;
    known.merged = false;
    clearWrong(unit);
    if (isDirty(unit)) {
      keep(unit);
      flush(unit);
      return;
    }
    forget(unit);
    if (!units().some(isDirty)) said.textContent = unit.querySelector(".unit-saved")?.textContent || "";
  }

  document.body.addEventListener("htmx:afterSwap", (event) => {
    const unit = event.detail.elt.closest?.("[data-unit]");
    const known = unit && state(unit);
    if (known?.staleVersion !== undefined) {
      version(unit).value = known.staleVersion;
      delete known.staleVersion;
    }
  });

  // The messages of fields that are not valid, put at the fields too.
  function clearWrong(unit) {
    unit.querySelectorAll("[data-wrong]").forEach((line) => line.remove());
    inputs(unit).forEach((input) => input.removeAttribute("aria-invalid"));
  }
  document.body.addEventListener("cap27:invalid", (event) => {
    const unit = event.target.closest("[data-unit]");
    clearWrong(unit);
    for (const [name, messages] of Object.entries(event.detail)) {
      if (!Array.isArray(messages)) continue;
      const input = inputs(unit).find((each) => each.name === name || each.name.startsWith(`${name}_`));
      if (!input) continue;
      const line = document.createElement("p");
      line.className = "field-errors";
      line.dataset.wrong = "";
      line.id = `${input.id}_wrong`;
      line.textContent = messages.join(" ");
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-errormessage", line.id);
      input.closest(".field").append(line);
    }
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-clash]");
    const unit = button?.closest("[data-unit]");
    if (!unit) return;
    const known = state(unit);
    if (button.dataset.inputs) take(unit, JSON.parse(button.dataset.inputs));
    button.closest(".conflict").remove();
    if (unit.querySelector(".conflict")) return;
    known.blocked = false;
    known.forced = true;
    if (unit.dataset.row) addNew(unit);
    flush(unit);
  });

  // A row that somebody removed comes back with my text.
  function addNew(unit) {
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name: "new", value: unit.dataset.unit.replace("rows/", "") });
    unit.querySelector(".unit-status").append(input);
  }

  function body(unit) {
    const data = new FormData();
    unit.querySelectorAll("input[type=hidden]").forEach((input) => data.append(input.name, input.value));
    JSON.parse(typed(unit)).forEach(([name, value]) => data.append(name, value));
    data.append("csrfmiddlewaretoken", sheet.elements.csrfmiddlewaretoken.value);
    data.append("tab", sheet.dataset.tab);
    data.append("form", sheet.elements.form.value);
    const known = state(unit);
    const same = known.sending === typed(unit) && known.sentVersion === version(unit)?.value;
    data.append("save_id", same ? known.id : crypto.randomUUID());
    return data;
  }

  // Leaving: a last save that outlives the page, and a warning while something is not held.
  window.addEventListener("pagehide", () => {
    if (leaving) return;
    units()
      .filter((unit) => isDirty(unit) && !state(unit).blocked)
      .forEach((unit) => {
        const address = unit.getAttribute("hx-post");
        fetch(address, { method: "POST", body: body(unit), keepalive: true, headers: { "HX-Request": "true" } }).catch(() => {});
      });
  });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && units().some(isDirty)) event.preventDefault();
  });
  sheet.addEventListener("submit", () => (leaving = true));
  window.addEventListener("pageshow", () => (leaving = false));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") units().filter(isDirty).forEach(flush);
  });
  window.addEventListener("online", () => units().filter(isDirty).forEach(flush));

  function restoreDraft(unit) {
    const kept = localStorage.getItem(draftKey(unit.dataset.unit));
    if (!kept) return;
    const draft = JSON.parse(kept);
    if (draft.typed === typed(unit)) {
      forget(unit);
      return;
    }
    state(unit);
    fill(unit, JSON.parse(draft.typed));
    if (version(unit) && draft.version) version(unit).value = draft.version;
    say("restored");
    flush(unit);
  }

  window.cap27 = { flush: () => units().filter(isDirty).forEach(flush), forget, restoreDraft, draftKey };
  units().forEach((unit) => {
    state(unit);
    restoreDraft(unit);
  });
})();
