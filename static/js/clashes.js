// Two texts of one field: the person takes one of them, and the focus goes where it was about.
(() => {
  const cap27 = window.cap27;
  if (!cap27) return;

  // A row that somebody removed comes back with my text.
  function addNew(unit) {
    if (!unit.dataset.row || cap27.isNew(unit)) return;
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name: "new", value: unit.dataset.unit.replace("rows/", "") });
    unit.querySelector(".unit-status").append(input);
  }

  // The field itself says that two texts wait for a choice, and leads to them.
  function mark(conflict) {
    const { field } = conflict.dataset;
    const place = document.getElementById(`div_id_${field}`);
    if (!place || place.querySelector(".clash-mark")) return;
    const link = document.createElement("a");
    Object.assign(link, { className: "clash-mark", id: `mark-${field}`, href: `#${conflict.id}`, textContent: cap27.sheet.dataset.clashed });
    place.append(link);
  }

  function unmark(unit) {
    const waiting = [...unit.querySelectorAll(".conflict")].map((each) => `mark-${each.dataset.field}`);
    unit.querySelectorAll(".clash-mark").forEach((link) => waiting.includes(link.id) || link.remove());
  }

  document.body.addEventListener("htmx:afterSwap", (event) => {
    const unit = event.target.closest("[data-unit]");
    if (!unit) return;
    unmark(unit);
    unit.querySelectorAll(".conflict").forEach(mark);
  });

  function focusField(unit, field) {
    const inputs = cap27.inputs(unit).filter((input) => input.name.replace(/_\d+$/, "") === field || input.name === field);
    (inputs.find((input) => input.checked) || inputs[0])?.focus();
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-clash]");
    const unit = button?.closest("[data-unit]");
    if (!unit) return;
    if (button.dataset.clash === "gone") {
      htmx.trigger(unit, "cap27:gone");
      return;
    }
    const conflict = button.closest(".conflict");
    if (button.dataset.inputs) {
      cap27.fields(unit, JSON.parse(button.dataset.inputs)).forEach(([name, wanted]) => cap27.put(unit, name, wanted));
    }
    conflict.remove();
    unmark(unit);
    const next = unit.querySelector(".conflict [data-clash]");
    if (next) {
      next.focus();
      return;
    }
    focusField(unit, conflict.dataset.field);
    addNew(unit);
    cap27.resolve(unit);
  });
})();
