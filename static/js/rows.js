// Rows of a table: added, moved and removed in place, without a page reload.
(() => {
  const sheet = document.getElementById("sheet");
  if (!sheet || !window.htmx) return;

  const list = (element) => element.closest("[data-table]").querySelector("[data-rows]");
  const isNew = (row) => Boolean(row?.querySelector("input[name=new]"));

  function renumber(rows) {
    [...rows.children].forEach((row, place) => {
      const number = row.querySelector("[data-number]");
      if (number) number.textContent = place + 1;
    });
  }

  function append(rows, html) {
    rows.insertAdjacentHTML("beforeend", html);
    const row = rows.lastElementChild;
    htmx.process(row);
    renumber(rows);
    return row;
  }

  async function add(button, { row = "" } = {}) {
    const rows = list(button);
    const address = new URL(button.dataset.add, location.href);
    address.searchParams.set("number", rows.children.length + 1);
    if (row) address.searchParams.set("row", row);
    const response = await fetch(address, { headers: { "HX-Request": "true" } });
    if (!response.ok) return null;
    return append(rows, await response.text());
  }

  async function post(element, op, { sure = false } = {}) {
    const data = new FormData();
    data.append("csrfmiddlewaretoken", sheet.elements.csrfmiddlewaretoken.value);
    data.append("version", sheet.elements.version.value);
    data.append("tab", sheet.dataset.tab);
    data.append("save_id", crypto.randomUUID());
    data.append("form", sheet.elements.form.value);
    data.append("op", op);
    if (sure) data.append("sure", "yes");
    const address = element.closest("[data-table]").dataset.rowsUrl;
    return fetch(address, { method: "POST", body: data, headers: { "HX-Request": "true" } });
  }

  function gone(row, version) {
    const rows = list(row);
    const next = row.nextElementSibling || row.previousElementSibling;
    window.cap27?.forget(row);
    row.remove();
    renumber(rows);
    (next?.querySelector("input:not([type=hidden]), select, textarea") || rows.parentElement.querySelector("[data-add]"))?.focus();
    if (version) offerUndo(rows, version);
  }

  // What was removed comes back: the version before is restored, as a new one.
  function offerUndo(rows, version) {
    const line = document.createElement("p");
    line.className = "undo";
    line.setAttribute("role", "status");
    line.textContent = `${sheet.dataset.removed} `;
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "btn btn-outline-secondary", textContent: sheet.dataset.undo });
    button.addEventListener("click", () => undo(version));
    line.append(button);
    rows.parentElement.querySelector(".undo")?.remove();
    rows.after(line);
  }

  async function undo(version) {
    const data = new FormData();
    data.append("csrfmiddlewaretoken", sheet.elements.csrfmiddlewaretoken.value);
    data.append("version", version);
    data.append("tab", sheet.dataset.tab);
    const address = sheet.dataset.restore.replace("/0/", `/${version - 1}/`);
    await fetch(address, { method: "POST", body: data });
    location.reload();
  }

  async function change(button, op, { sure = false } = {}) {
    const row = button.closest("[data-row]");
    const name = op.split(":")[0];
    if (name === "remove" && isNew(row)) {
      gone(row);
      return;
    }
    const response = await post(button, op, { sure });
    if (response.status === 409) {
      const status = row.querySelector(".unit-status");
      status.querySelector(".removal")?.remove();
      status.insertAdjacentHTML("beforeend", await response.text());
      status.querySelector(".removal button")?.focus();
    } else if (response.ok) {
      done(name, button, row, response);
    } else {
      document.getElementById("saved").textContent = sheet.dataset.offline;
    }
  }

  async function done(name, button, row, response) {
    if (name === "tick") {
      append(list(button), await response.text()).querySelector("input:not([type=hidden]), select")?.focus();
      button.hidden = true;
    } else if (name === "remove") {
      gone(row, response.headers.get("X-Version"));
    } else {
      const rows = list(row);
      const other = name === "up" ? row.previousElementSibling : row.nextElementSibling;
      if (other && name === "up") rows.insertBefore(row, other);
      else if (other) rows.insertBefore(other, row);
      renumber(rows);
      button.focus();
    }
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-add], [data-op]");
    if (!button || !button.closest("[data-table]")) return;
    event.preventDefault();
    if (button.dataset.add) {
      const row = await add(button);
      row?.querySelector("input:not([type=hidden]), select, textarea")?.focus();
    } else {
      change(button, button.value, { sure: "sure" in button.dataset });
    }
  });

  // A row typed but never held by the server: it comes back from the browser's draft.
  async function restoreRows() {
    const prefix = window.cap27?.draftKey("rows/") || "";
    const keys = Object.keys(localStorage).filter((key) => prefix && key.startsWith(prefix));
    for (const key of keys) {
      const [table, id] = key.slice(prefix.length).split("/");
      const button = document.querySelector(`[data-table="${table}"] [data-add]`);
      if (!button || document.getElementById(`row-${id}`)) continue;
      const row = await add(button, { row: id });
      if (row) window.cap27.restoreDraft(row);
    }
  }
  restoreRows();

  // A person added in place is offered at once in every field that names one.
  document.body.addEventListener("htmx:afterSwap", (event) => {
    const added = event.detail.target.querySelector("[data-person]");
    if (!added) return;
    for (const select of document.querySelectorAll("select[data-people]")) {
      select.add(new Option(added.dataset.name, added.dataset.person));
    }
    event.detail.target.closest("form").reset();
  });
})();
