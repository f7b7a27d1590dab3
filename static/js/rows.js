// Rows of a table: added, moved and removed in place, without a page reload.
(() => {
  const cap27 = window.cap27;
  if (!cap27) return;
  const { sheet, isNew } = cap27;
  const TYPED = "input:not([type=hidden]), select, textarea";

  const tableOf = (element) => element.closest("[data-table]");
  const list = (element) => tableOf(element).querySelector("[data-rows]");
  const within = (rows) => [...rows.querySelectorAll(":scope > [data-row]")];
  // The row after or before: the offer to undo a removal may stand between two.
  function beside(row, way) {
    const next = row[`${way}ElementSibling`];
    return next?.matches(".undo") ? next[`${way}ElementSibling`] : next;
  }
  const focusIn = (row) => row?.querySelector(TYPED)?.focus();
  const ending = /\d+$/;

  // Numbers are said in headings, in the names of rows and in those of their buttons.
  function renumber(rows) {
    within(rows).forEach((row, place) => {
      const number = Number(rows.dataset.first) + place;
      const shown = row.querySelectorAll("[data-number]");
      if (!shown.length) return;
      shown.forEach((each) => (each.textContent = number));
      for (const named of [row, ...row.querySelectorAll(".row-tools [aria-label]")]) {
        named.setAttribute("aria-label", named.getAttribute("aria-label").replace(ending, number));
      }
    });
    numberOthers();
    const add = tableOf(rows).querySelector("[data-add]");
    if (add) add.hidden = Boolean(rows.dataset.most) && within(rows).length >= Number(rows.dataset.most);
  }

  // A sentence that names another row of this page gives it the number that the page shows.
  function numberOthers(place = document) {
    place.querySelectorAll("[data-number-of]").forEach((named) => {
      const shown = document.getElementById(`row-${named.dataset.numberOf}`)?.querySelector("[data-number]");
      if (shown) named.textContent = shown.textContent;
    });
  }

  function insert(rows, html, { before = null } = {}) {
    const holder = document.createElement("template");
    holder.innerHTML = html.trim();
    const row = holder.content.firstElementChild;
    // Asked for twice, it came with the first answer.
    const standing = document.getElementById(row.id);
    if (standing) return standing;
    rows.insertBefore(row, before?.parentElement === rows ? before : null);
    htmx.process(row);
    cap27.watch(row);
    renumber(rows);
    return row;
  }

  // What the server says it will not do, or why it cannot: in the bar, and where it was asked.
  async function cannot(response, place) {
    const words = cap27.sentence(await response.text());
    const reason = response.status === 401 ? "session" : response.reason || (response.status < 500 ? "refused" : "unmoved");
    cap27.refuse(place, reason, words);
  }

  // `options` is made anew for each try: signing in again in another tab changed the token.
  async function ask(address, options = () => ({})) {
    const once = () => fetch(address, { headers: { "HX-Request": "true" }, ...options() });
    try {
      const response = await once();
      if (response.status !== 403 || cap27.sentence(await response.clone().text())) return response;
      const reason = await cap27.renew();
      return reason ? Object.assign(response, { reason }) : await once();
    } catch {
      return new Response(null, { status: 503 });
    }
  }

  async function add(button, { row = "" } = {}) {
    const rows = list(button);
    const address = new URL(button.dataset.add, location.href);
    address.searchParams.set("number", Number(rows.dataset.first) + within(rows).length);
    if (row) address.searchParams.set("row", row);
    const response = await ask(address);
    cap27.pardon(tableOf(button));
    // A row that stands on another page, or in the full form alone, is not lost: its text waits there.
    if (response.status === 204) {
      sheet.dataset.stands = response.headers.get("Content-Location");
      cap27.refuse(tableOf(button), "elsewhere");
      return null;
    }
    if (response.ok) return insert(rows, await response.text());
    cannot(response, tableOf(button));
    return null;
  }

  function post(element, op, extra = {}) {
    const save_id = cap27.newId();
    return ask(tableOf(element).dataset.rowsUrl, () => {
      const body = new FormData();
      const sent = {
        csrfmiddlewaretoken: sheet.elements.csrfmiddlewaretoken.value,
        version: sheet.elements.version.value,
        tab: sheet.dataset.tab,
        save_id,
        form: sheet.elements.form.value,
        op,
        ...extra,
      };
      Object.entries(sent).forEach(([name, value]) => body.append(name, value));
      return { method: "POST", body };
    });
  }

  function gone(row, { version = 0 } = {}) {
    const rows = list(row);
    const before = beside(row, "next");
    const next = before || beside(row, "previous");
    cap27.forget(row);
    const undo = version ? offerUndo(rows, row, before, version) : null;
    row.remove();
    renumber(rows);
    if (before) focusIn(before);
    else (undo || next?.querySelector(TYPED) || tableOf(rows).querySelector("[data-add]"))?.focus();
    undo?.scrollIntoView({ block: "nearest" });
  }

  // Offered where the row stood: it comes back there, with what it said.
  function offerUndo(rows, row, before, version) {
    const line = document.createElement("p");
    Object.assign(line, { className: "undo", textContent: `${sheet.dataset.removed} ` });
    line.setAttribute("role", "status");
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "btn btn-outline-secondary", textContent: sheet.dataset.undo });
    button.addEventListener("click", async () => {
      const response = await post(rows, `back:${row.dataset.unit.replace("rows/", "").replace("/", ":")}`, { removed: version });
      if (response.status !== 200) {
        cannot(response, tableOf(rows));
        return;
      }
      const told = await response.json();
      line.remove();
      if (told.row) focusIn(insert(rows, told.row, { before }));
      renew(told);
    });
    line.append(button);
    tableOf(rows).querySelector(".undo")?.remove();
    row.after(line);
    return button;
  }

  async function change(button, op, { sure = false } = {}) {
    const row = button.closest("[data-row]");
    const [name] = op.split(":");
    // A row on its way to the server is there before it moves or goes.
    if (row && !(await cap27.settled(row)) && name !== "remove") return;
    if (row && isNew(row)) {
      if (name === "remove") gone(row);
      return;
    }
    // Pressed twice: the first answer took it away, before any of what is awaited here.
    const taken = () => row && !row.isConnected;
    if (taken()) return;
    const response = await post(button, op, sure ? { sure: "yes" } : {});
    if (taken()) return;
    cap27.pardon(row || tableOf(button));
    if (response.status === 409) warn(row, await response.text());
    else if (!response.ok) cannot(response, row || tableOf(button));
    if (!response.ok) return;
    const told = await response.json();
    if (taken()) return;
    if (name === "tick") ticked(button, told);
    else if (name === "remove") gone(row, told);
    else move(button, row, name);
    renew(told);
  }

  // Somebody removed it, and so it stays.
  document.addEventListener("cap27:gone", (event) => {
    const { told } = cap27.watch(event.target);
    gone(event.target);
    renew(told);
    if (!cap27.dirty().length) cap27.tell(sheet.dataset.removed, "removed");
  });

  // The other rows, the state, and what stands beside the question follow what the rows now say.
  function renew(told) {
    cap27.showState(told);
    htmx.trigger(sheet, "cap27:saved", told);
  }

  // Which objective is the priority one, after a save that may have changed it.
  function showFirst(id) {
    document.querySelectorAll("[data-standing]").forEach((standing) => {
      const isFirst = standing.closest("[data-row]").dataset.row === id;
      standing.querySelector("[data-first-is]").hidden = !isFirst;
      standing.querySelector("[data-first-may]").hidden = isFirst;
    });
  }

  // What rows say twice: at every row, since one save changes what is true of the others.
  function showRepeats(repeats) {
    document.querySelectorAll("[data-repeats]").forEach((place) => {
      const sentences = repeats[place.closest("[data-unit]").dataset.unit] ?? [];
      const html = sentences.map((each) => `<p class="notice">${each}</p>`).join("");
      const told = Object.assign(document.createElement("div"), { innerHTML: html });
      numberOthers(told);
      if (place.textContent !== told.textContent) place.replaceChildren(...told.children);
    });
  }

  document.body.addEventListener("cap27:saved", (event) => {
    if (cap27.isLate(event.detail)) return;
    if (event.detail.repeats) showRepeats(event.detail.repeats);
    if ("first" in event.detail) showFirst(event.detail.first);
  });

  function warn(row, html) {
    const status = row.querySelector(".unit-status");
    status.querySelector(".removal")?.remove();
    status.insertAdjacentHTML("beforeend", html);
    status.querySelector(".removal button")?.focus();
  }

  // Nothing is made where a row says so already.
  function ticked(button, { row }) {
    button.hidden = true;
    if (!row) return;
    const rows = list(button);
    const blank = within(rows).find((each) => isNew(each) && !cap27.isDirty(each));
    focusIn(insert(rows, row, { before: blank }));
  }

  function move(button, row, name) {
    const way = name === "up" ? "previous" : "next";
    let other = beside(row, way);
    // The server knows nothing of a row that is blank: it moves past the next one that it holds.
    while (other && isNew(other)) other = beside(other, way);
    if (!other && tableOf(row).querySelector(".pages")) location.reload();
    if (!other) return;
    if (name === "up") other.before(row);
    else other.after(row);
    renumber(list(row));
    button.focus();
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-add], [data-op]");
    if (!button || !tableOf(button)) return;
    event.preventDefault();
    if (button.dataset.add) focusIn(await add(button));
    else change(button, button.value, { sure: "sure" in button.dataset });
  });

  document.querySelectorAll("[data-rows]").forEach(renumber);

  // A row typed but never held by the server comes back from the browser's draft; one that
  // somebody removed too, without being new: what to do with one's text is then asked.
  async function restoreRows() {
    for (const name of cap27.lostRows()) {
      const [table, id] = name.split("/");
      const button = document.querySelector(`[data-table="${table}"] [data-add]`);
      if (!button) continue;
      const row = await add(button, { row: id });
      if (!row) continue;
      if (!cap27.draft(`rows/${name}`).isNew) row.querySelector("input[name=new]").remove();
      cap27.restore(row, true);
    }
  }
  restoreRows();

  // A person added in place is offered at once in every field that names one.
  function offer({ person, name }) {
    document.querySelectorAll("select[data-people]").forEach((select) => select.add(new Option(name, person)));
    for (const boxes of document.querySelectorAll("div.people")) {
      const field = boxes.id.replace("id_", "");
      boxes.querySelector(":scope > p")?.remove();
      const label = document.createElement("label");
      const box = document.createElement("input");
      Object.assign(box, { type: "checkbox", name: field, value: person, id: `${boxes.id}_${boxes.children.length}` });
      box.className = "people";
      box.setAttribute("form", "sheet");
      label.htmlFor = box.id;
      label.append(box, ` ${name}`);
      const line = document.createElement("div");
      line.append(label);
      boxes.append(line);
    }
  }
  document.body.addEventListener("htmx:afterRequest", ({ target: form, detail }) => {
    const fields = form.querySelector(".person-fields");
    if (!fields || ![200, 422].includes(detail.xhr.status)) return;
    const added = form.querySelector("[data-person]");
    if (added) offer({ person: added.dataset.person, name: added.dataset.name });
    fields.querySelector(added ? TYPED : "[aria-invalid]")?.focus();
  });
})();
