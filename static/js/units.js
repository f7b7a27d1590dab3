// The units of saving of a page: what their inputs say, and the drafts that this browser keeps.
(() => {
  const sheet = document.getElementById("sheet");
  if (!sheet || !window.htmx) return;

  const units = () => [...document.querySelectorAll("[data-unit]")];
  const inputs = (unit) =>
    [...unit.querySelectorAll("input:not([type=hidden]), select, textarea")].filter((input) => input.name);
  const isTick = (input) => ["radio", "checkbox"].includes(input.type);
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const isNew = (unit) => Boolean(unit?.querySelector("input[name=new]"));

  // {input name: [what it says]}; boxes that are not ticked say nothing.
  function values(unit) {
    const said = {};
    for (const input of inputs(unit)) {
      said[input.name] ??= [];
      if (!isTick(input) || input.checked) said[input.name].push(input.value);
    }
    return said;
  }

  // Make the inputs of that name say so; false when they cannot (an option that the page lacks).
  function put(unit, name, wanted) {
    const named = inputs(unit).filter((input) => input.name === name);
    for (const input of named) {
      if (isTick(input)) input.checked = wanted.includes(input.value);
      else input.value = wanted[0] ?? "";
    }
    const words = (list) => list.filter(Boolean).map((each) => each.replace(/\r\n?/g, "\n")).sort();
    return words(wanted).length === 0 || same(words(values(unit)[name] ?? []), words(wanted));
  }

  // The inputs of a field: those of its name, or name_0, name_1… (a number and its unit).
  function spread(unit, field, wanted) {
    const names = Object.keys(values(unit));
    if (names.includes(field)) return [[field, wanted]];
    const parts = names.filter((name) => name.replace(/_\d+$/, "") === field);
    return parts.map((name, place) => [name, [wanted[place] ?? ""]]);
  }

  const fields = (unit, told) => Object.entries(told).flatMap(([field, wanted]) => spread(unit, field, wanted));

  // What was changed, in words: [label, what stands there], for a page without these inputs.
  function told(unit, typed, held) {
    const changed = Object.keys(typed).filter((name) => !same(typed[name], held?.[name]));
    return changed.map((name) => {
      const named = inputs(unit).filter((input) => input.name === name);
      return [labelOf(named[0]), named.filter((input) => !isTick(input) || input.checked).map(wordsOf).join(", ")];
    });
  }

  const plain = (element) => (element?.textContent ?? "").trim().replace(/\s+/g, " ");
  const labelOf = (input) =>
    plain(isTick(input) ? input.closest("fieldset")?.querySelector("legend") : input.labels?.[0]);

  function wordsOf(input) {
    if (isTick(input)) return plain(input.labels[0]);
    return input.selectedOptions ? [...input.selectedOptions].map(plain).join(", ") : input.value;
  }

  // Drafts: by person, page, form and unit, so that none is ever restored elsewhere.
  const form = sheet.elements.form.value;
  const key = (name) => `cap27:${sheet.dataset.user}:${location.pathname}:${form}:${name}`;

  function keep(unit, draft) {
    try {
      const typed = values(unit);
      const kept = { ...draft, isNew: isNew(unit), typed, told: told(unit, typed, draft.held) };
      localStorage.setItem(key(unit.dataset.unit), JSON.stringify(kept));
    } catch {
      // A full or forbidden store: the warning before leaving still stands.
    }
  }

  function read(place) {
    try {
      return JSON.parse(localStorage.getItem(place));
    } catch {
      return null;
    }
  }

  const draft = (name) => read(key(name));

  // The full form holds all that the quick one does: a text that waited there comes back here.
  function takeQuick() {
    const quick = key("").replace(/:full:$/, ":quick:");
    for (const place of Object.keys(localStorage).filter((each) => each.startsWith(quick))) {
      const here = key(place.slice(quick.length));
      if (localStorage.getItem(here)) continue;
      localStorage.setItem(here, localStorage.getItem(place));
      localStorage.removeItem(place);
    }
  }
  try {
    if (form === "full") takeQuick();
  } catch {
    // A full or forbidden store: the text stays where it waits.
  }

  function forget(unit) {
    try {
      localStorage.removeItem(key(unit.dataset.unit));
    } catch {
      // Nothing was kept there.
    }
  }

  // The names of the rows that have a draft and that the page lacks: "table/row".
  function lostRows() {
    const prefix = key("rows/");
    const here = units().map((unit) => key(unit.dataset.unit));
    const kept = Object.keys(localStorage).filter((each) => each.startsWith(prefix) && !here.includes(each));
    return kept.filter((each) => read(each)?.typed).map((each) => each.slice(prefix.length));
  }

  function newId() {
    if (crypto.randomUUID) return crypto.randomUUID();
    // Addresses without https have no randomUUID.
    const [...bytes] = crypto.getRandomValues(new Uint8Array(16));
    const hex = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/(.{8})(.{4}).(.{3}).(.{3})(.{12})/, "$1-$2-4$3-a$4-$5");
  }

  window.cap27 = { sheet, units, inputs, values, same, isNew, put, fields, keep, draft, forget, lostRows, newId };
})();
