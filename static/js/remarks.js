// What a page says of itself after a save: not twice, and no longer at a field that is mended.
(() => {
  // What is said already is not said twice.
  document.body.addEventListener("htmx:oobBeforeSwap", (event) => {
    const { target, fragment } = event.detail;
    const said = target.matches("[aria-live]") && target.textContent === fragment.textContent;
    if (said) event.detail.shouldSwap = false;
  });
  const leadsTo = (within) => within.querySelector("a")?.getAttribute("href");
  document.body.addEventListener("htmx:oobAfterSwap", (event) => {
    if (event.detail.target.id !== "remarks") return;
    const stands = [...event.detail.target.querySelectorAll(".remark")].map(leadsTo);
    document.querySelectorAll(".field-remark").forEach((line) => stands.includes(leadsTo(line)) || line.remove());
  });
})();
