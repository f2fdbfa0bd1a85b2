// The little that HTML and htmx cannot do by themselves. Pages read and work without it.
"use strict";

// Escape and a click elsewhere close an open menu, and Escape gives the focus back to what opened it.
function closeMenus(except, refocus) {
  for (const menu of document.querySelectorAll("details.menu[open], details.nav-more[open], details.who-menu[open]")) {
    if (menu.contains(except)) continue;
    menu.open = false;
    if (refocus) menu.querySelector("summary").focus();
  }
}
document.addEventListener("click", (event) => closeMenus(event.target, false));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeMenus(null, true);
});

// An address that points at a folded section opens it.
function openTarget() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target && target.closest("details.fold");
  if (fold) fold.open = true;
}
window.addEventListener("hashchange", openTarget);
openTarget();
