// Copying a text and printing a page: buttons that only exist with JavaScript.
(() => {
  document.querySelectorAll("[data-copy], [data-print]").forEach((button) => {
    button.hidden = false;
  });

  document.addEventListener("click", async (event) => {
    if (event.target.closest("[data-print]")) window.print();
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const text = document.getElementById(button.dataset.copy);
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      document.execCommand("copy");
    }
    document.querySelector("[data-copy-status]").textContent = button.dataset.copied;
  });
})();
