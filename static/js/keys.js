// Keyboard shortcuts of a question: Ctrl+S keeps, Ctrl+Enter goes on, Alt+Shift+N and P walk the path.
(() => {
  const press = (selector) => document.querySelector(selector)?.click();
  const shortcuts = {
    "ctrl+s": () => (window.cap27 ? window.cap27.flush() : press('[name=op][value="keep"]')),
    "ctrl+enter": () => press("[data-next], a[rel=next]"),
    "alt+shift+n": () => press("[data-next], a[rel=next]"),
    "alt+shift+p": () => press("a[rel=prev]"),
  };
  document.addEventListener("keydown", (event) => {
    const parts = [];
    if (event.ctrlKey || event.metaKey) parts.push("ctrl");
    if (event.altKey) parts.push("alt");
    if (event.shiftKey && event.altKey) parts.push("shift");
    parts.push(event.key.toLowerCase());
    const action = shortcuts[parts.join("+")];
    if (!action) return;
    event.preventDefault();
    action();
  });
})();
