// A menu closes when one clicks or tabs elsewhere, or presses Escape. Without this it stays a details.
const menus = () => document.querySelectorAll("details.menu[open]");

function closeOthers(event) {
  for (const menu of menus()) {
    if (!menu.contains(event.target)) menu.open = false;
  }
}

document.addEventListener("click", closeOthers);
document.addEventListener("focusin", closeOthers);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus()) {
    const held = menu.contains(document.activeElement);
    menu.open = false;
    if (held) menu.querySelector("summary").focus();
  }
});
