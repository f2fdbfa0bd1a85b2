// Drag the items of an agenda into another order. The buttons beside them do the same without a mouse or a script.
"use strict";

function itemsOf(list) {
  return [...list.querySelectorAll(":scope > li[data-item]")];
}

function makeDraggable(list) {
  list.dataset.canDrag = "";
  for (const item of itemsOf(list)) item.draggable = true;
}

function dragged(list) {
  return list.querySelector(":scope > li.is-dragged");
}

function clearTargets(list) {
  for (const item of itemsOf(list)) item.classList.remove("is-target");
}

document.addEventListener("dragstart", (event) => {
  const item = event.target.closest?.("[data-reorder] > li[data-item]");
  if (!item) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", item.dataset.item);
  item.classList.add("is-dragged");
});

document.addEventListener("dragover", (event) => {
  const item = event.target.closest?.("[data-reorder] > li[data-item]");
  if (!item || !dragged(item.parentElement)) return;
  event.preventDefault();
  clearTargets(item.parentElement);
  item.classList.add("is-target");
});

document.addEventListener("drop", (event) => {
  const item = event.target.closest?.("[data-reorder] > li[data-item]");
  const moving = item && dragged(item.parentElement);
  if (!moving || moving === item) return;
  event.preventDefault();
  item.before(moving);
  const form = document.getElementById("reorder");
  form.elements.order.value = itemsOf(item.parentElement).map((one) => one.dataset.item).join(",");
  form.requestSubmit();
});

document.addEventListener("dragend", (event) => {
  const list = event.target.closest?.("[data-reorder]");
  if (!list) return;
  event.target.classList.remove("is-dragged");
  clearTargets(list);
});

function prepareAll() {
  for (const list of document.querySelectorAll("[data-reorder]:not([data-can-drag])")) makeDraggable(list);
}
prepareAll();
new MutationObserver(prepareAll).observe(document.body, { childList: true, subtree: true });
