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
    select(text);
    try {
      await navigator.clipboard.writeText(text.value ?? text.textContent);
    } catch {
      document.execCommand("copy");
    }
    told(button).textContent = button.dataset.copied;
  });

  // In a field or in the page: what is selected is also what a browser without a clipboard copies.
  function select(text) {
    if (text.select) text.select();
    else getSelection().selectAllChildren(text);
  }

  // The status beside the button; only the last copy is said to be made.
  function told(button) {
    document.querySelectorAll("[data-copy-status]").forEach((each) => each.replaceChildren());
    return button.parentElement.querySelector("[data-copy-status]");
  }
})();
