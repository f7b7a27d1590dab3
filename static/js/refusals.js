// What the server will not take: said at the unit and at its fields, beside the text that stays.
(() => {
  const cap27 = window.cap27;
  if (!cap27) return;
  const { sheet } = cap27;

  // The sentence of a reply of ours; nothing of a page that is not a refusal.
  function sentence(html) {
    const page = new DOMParser().parseFromString(html || "", "text/html");
    return page.querySelector(".unit-wrong")?.textContent.trim() || "";
  }

  // Where a reason has a way out, it opens beside this page, which holds the text.
  function wayOut(reason) {
    const { signIn, signOut, signInWords, signOutWords, stands, standsWords } = sheet.dataset;
    const [href, textContent] =
      { session: [signIn, signInWords], another: [signOut, signOutWords], elsewhere: [stands, standsWords] }[reason] || [];
    return href ? Object.assign(document.createElement("a"), { href, textContent, target: "_blank" }) : "";
  }

  // The end of a table, the status of a unit or of a form.
  const holder = (place) => (place.matches("[data-table]") ? place : place.querySelector(".unit-status, #person-status"));

  function pardon(place) {
    holder(place).querySelectorAll(":scope > .unit-refused, :scope > .unit-wrong").forEach((box) => box.remove());
  }

  // `reason` names a sentence that the page holds, `words` is what the server says instead of it.
  // Heard once: from the bar, or from the form whose own status is live.
  function refuse(place, reason, words = "") {
    const inside = holder(place);
    const line = document.createElement("p");
    line.append(words || sheet.dataset[reason], " ", wayOut(reason));
    if (!inside.matches("[role=status]")) cap27.tell(words || sheet.dataset[reason], reason, wayOut(reason));
    if (inside.querySelector(":scope > .unit-refused")?.textContent === line.textContent) return;
    pardon(place);
    const box = Object.assign(document.createElement("div"), { className: "unit-refused" });
    box.append(line);
    inside.append(box);
  }

  // Signing in again changes the page's token: the same person gets the new one. Gives nothing
  // then; else why not: nobody has signed in, somebody else has, or the page is closed to them.
  async function renew() {
    try {
      const response = await fetch(location.href);
      if (response.status === 404) return "closed";
      if (response.status >= 500) return "offline";
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const fresh = page.getElementById("sheet");
      if (!fresh) return "session";
      if (fresh.dataset.user !== sheet.dataset.user) return "another";
      const { value } = fresh.querySelector("[name=csrfmiddlewaretoken]");
      document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((input) => (input.value = value));
      return "";
    } catch {
      return "offline";
    }
  }

  function describe(input, isKept, added = []) {
    const before = (input.getAttribute("aria-describedby") || "").split(" ").filter(Boolean);
    const after = [...before.filter(isKept), ...added];
    if (after.length) input.setAttribute("aria-describedby", after.join(" "));
    else input.removeAttribute("aria-describedby");
  }

  // The messages of fields that are not valid, put at the fields too.
  function clearWrong(unit) {
    unit.querySelectorAll("[data-wrong]").forEach((line) => line.remove());
    for (const input of cap27.inputs(unit)) {
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-errormessage");
      describe(input, (each) => !each.endsWith("_wrong"));
    }
  }
  document.body.addEventListener("cap27:invalid", (event) => {
    const unit = event.target.closest("[data-unit]");
    clearWrong(unit);
    for (const [name, messages] of Object.entries(event.detail)) {
      if (!Array.isArray(messages)) continue;
      const wrong = cap27.inputs(unit).filter((each) => each.name === name || each.name.replace(/_\d+$/, "") === name);
      if (!wrong.length) continue;
      const line = document.createElement("p");
      Object.assign(line, { className: "field-errors", id: `${wrong[0].id}_wrong`, textContent: messages.join(" ") });
      line.dataset.wrong = "";
      wrong[0].closest(".field").append(line);
      for (const input of wrong) {
        input.setAttribute("aria-invalid", "true");
        input.setAttribute("aria-errormessage", line.id);
        describe(input, () => true, [line.id]);
      }
    }
  });

  // A form beside the units, sent by htmx: what it says stays in its fields.
  document.body.addEventListener("htmx:afterRequest", async (event) => {
    const { elt, xhr, requestConfig } = event.detail;
    if (!elt.matches("form[hx-post]:not([data-unit])") || !xhr || xhr.status < 400 || xhr.status === 422) return;
    const words = sentence(xhr.responseText);
    const signedOut = xhr.status === 401 || (xhr.status === 403 && !words);
    const reason = signedOut ? await renew() : "refused";
    if (reason) refuse(elt, reason, words);
    else if (!requestConfig.triggeringEvent?.detail?.again) htmx.trigger(elt, "submit", { again: true });
  });

  Object.assign(cap27, { sentence, wayOut, refuse, pardon, renew, clearWrong });
})();
