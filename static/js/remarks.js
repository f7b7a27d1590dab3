// What a page says of itself after a save: not twice, and at each field what is said of it by now.
(() => {
  const told = (place) => place.textContent.replace(/\s+/g, " ").trim();

  function putAtFields(said) {
    const wanted = new Map([...said.querySelectorAll("template[data-at]")].map((each) => [each.dataset.at, each.content]));
    document.querySelectorAll(".field[id]").forEach((field) => {
      const shown = [...field.querySelectorAll(":scope > .field-remark")];
      const lines = [...(wanted.get(field.id)?.children ?? [])];
      if (shown.map(told).join() === lines.map(told).join()) return;
      shown.forEach((line) => line.remove());
      const more = field.querySelector(":scope > .foreseen-choice");
      if (more) more.before(...lines);
      else field.append(...lines);
    });
  }

  document.body.addEventListener("htmx:oobBeforeSwap", (event) => {
    const { target, fragment } = event.detail;
    if (target.id === "remarks") putAtFields(fragment);
    // What is said already is not said twice.
    const said = target.matches("[aria-live]") && told(target) === told(fragment);
    if (said) event.detail.shouldSwap = false;
  });
})();
