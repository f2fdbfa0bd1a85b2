// Move a bar of the roadmap in time by mouse, touch or arrow keys, and hear at once what the plan says to it.
// Nothing is saved here: the answer holds a form for that. The form in “Hvorfor?” does the same without a script.
"use strict";

const SVG = "http://www.w3.org/2000/svg";
const WAIT = 60; // milliseconds a month must stand still before it is asked about
const STEPS = { ArrowLeft: -1, ArrowRight: 1, PageUp: 12, PageDown: -12 };
const panel = document.getElementById("flyt-svar");
const heard = document.getElementById("flyt-lyd");
const help = document.getElementById("flyt-hjaelp");
const words = new Intl.DateTimeFormat(document.documentElement.lang, { month: "long", year: "numeric", timeZone: "UTC" });

let moved = null; // the bar that is away from its place, and by how many months
let timer = 0;
let asking = null;
let isWarm = false;

function phasesOf(bar) {
  return bar.dataset.phases.split(" ").map(Number);
}

function monthOf(drawing, offset) {
  const [year, month] = drawing.dataset.from.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + offset, 1));
}

// 2028-03, as addresses write it
function written(drawing, offset) {
  return monthOf(drawing, offset).toISOString().slice(0, 7);
}

function shown(bar) {
  return moved?.bar === bar ? moved.shift : 0;
}

// The drawing

function rectOf(bar, css, height) {
  let rect = bar.querySelector(`rect.${css}`);
  if (!rect) {
    rect = document.createElementNS(SVG, "rect");
    rect.setAttribute("class", css);
    rect.setAttribute("height", height);
    rect.setAttribute("y", Number(bar.dataset.middle) - height / 2);
    if (css === "bar-hit") bar.prepend(rect); // behind what it makes easier to hit
    else bar.append(rect);
  }
  return rect;
}

function span(rect, from, end, months) {
  const [x, to] = [from, end].map((month) => Math.min(Math.max(month, 0), months) / months);
  rect.setAttribute("x", `${100 * x}%`);
  rect.setAttribute("width", `${100 * (to - x)}%`);
}

function draw(bar) {
  const drawing = bar.ownerSVGElement;
  const months = Number(drawing.dataset.months);
  const [start, rollOut, goLive, settled] = phasesOf(bar).map((month) => month + shown(bar));
  span(rectOf(bar, "c-prep", 8), start, rollOut, months);
  span(rectOf(bar, "c-settle", 16), goLive, settled, months);
  span(rectOf(bar, "c-solid", 16), rollOut, goLive, months);
  span(rectOf(bar, "bar-hit", 26), start, Math.max(settled, start + 1), months);
  bar.setAttribute("aria-valuenow", start - Number(drawing.dataset.first));
  bar.setAttribute("aria-valuetext", words.format(monthOf(drawing, start)));
  bar.classList.toggle("is-moved", shown(bar) !== 0);
}

function drawWhereItWas(bar) {
  if (bar.parentNode.querySelector(".bar-was")) return;
  const was = bar.cloneNode(true);
  for (const name of ["role", "tabindex", "data-bar", "aria-label", "aria-describedby"]) was.removeAttribute(name);
  was.setAttribute("class", "bar-was");
  was.setAttribute("aria-hidden", "true");
  bar.before(was);
}

// Sliders: one stop of the tabulator for each drawing, arrows up and down between its bars

function prepare(drawing) {
  const bars = [...drawing.querySelectorAll("[data-bar]")];
  drawing.dataset.canMove = "";
  if (!bars.length) return;
  drawing.removeAttribute("aria-hidden");
  drawing.setAttribute("role", "group");
  drawing.setAttribute("aria-label", drawing.dataset.label);
  for (const bar of bars) prepareBar(bar, drawing);
  bars[0].setAttribute("tabindex", "0");
}

function prepareBar(bar, drawing) {
  const [start, , goLive] = phasesOf(bar);
  const rect = bar.querySelector("rect");
  if (!rect) return;
  bar.dataset.middle = Number(rect.getAttribute("y")) + Number(rect.getAttribute("height")) / 2;
  bar.setAttribute("role", "slider");
  bar.setAttribute("tabindex", "-1");
  bar.setAttribute("aria-label", bar.querySelector("title").textContent.split(": ")[0]);
  bar.setAttribute("aria-describedby", "flyt-hjaelp");
  bar.setAttribute("aria-valuemin", "0");
  bar.setAttribute("aria-valuemax", Math.max(0, Number(drawing.dataset.end) - Number(drawing.dataset.first) - (goLive - start) - 1));
  draw(bar);
}

function focusBar(bar) {
  if (!bar) return;
  for (const other of bar.ownerSVGElement.querySelectorAll("[data-bar]")) other.setAttribute("tabindex", "-1");
  bar.setAttribute("tabindex", "0");
  bar.focus();
}

function neighbour(bar, step) {
  const bars = [...bar.ownerSVGElement.querySelectorAll("[data-bar]")];
  return bars[bars.indexOf(bar) + step];
}

// Moving

function moveTo(bar, shift) {
  const drawing = bar.ownerSVGElement;
  const [start, , goLive] = phasesOf(bar);
  const least = Number(drawing.dataset.first) - start;
  const most = Number(drawing.dataset.end) - 1 - goLive;
  const kept = Math.min(Math.max(shift, least), Math.max(most, least));
  if (kept === shown(bar)) return;
  if (moved && moved.bar !== bar) putBack(false);
  drawWhereItWas(bar);
  moved = { bar, shift: kept };
  draw(bar);
  askSoon(bar);
}

function putBack(keepsFocus) {
  clearTimeout(timer);
  asking?.abort();
  panel.hidden = true;
  panel.replaceChildren();
  if (!moved) return;
  const { bar } = moved;
  moved = null;
  bar.parentNode?.querySelector(".bar-was")?.remove();
  draw(bar);
  if (keepsFocus) focusBar(bar);
}

// Asking

function address(bar) {
  const at = written(bar.ownerSVGElement, phasesOf(bar)[0] + shown(bar));
  return `${panel.dataset.try}?${new URLSearchParams({ oenske: bar.dataset.bar, maaned: at, plan: panel.dataset.plan })}`;
}

function askSoon(bar) {
  clearTimeout(timer);
  timer = setTimeout(() => ask(bar), WAIT);
}

async function ask(bar) {
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(address(bar), { headers: { "HX-Request": "true" }, signal: asking.signal });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    panel.innerHTML = await answer.text();
    panel.hidden = false;
    bar.scrollIntoView({ block: "nearest" }); // where the answer lies over the bottom of the page
    heard.textContent = panel.firstElementChild.dataset.said;
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address(bar)); // the page says what is wrong
  }
}

// The first question to a plan reads it; ask it before somebody waits for the answer.
function warm(bar) {
  if (isWarm) return;
  isWarm = true;
  fetch(address(bar), { headers: { "HX-Request": "true" } }).catch(() => {});
}

// Events

function barOf(event) {
  return event.target.closest?.("[data-bar][role=slider]");
}

document.addEventListener("pointerdown", (event) => {
  const bar = barOf(event);
  if (!bar || event.button !== 0) return;
  warm(bar);
  focusBar(bar);
  bar.setPointerCapture(event.pointerId);
  const drawing = bar.ownerSVGElement;
  const monthWidth = drawing.getBoundingClientRect().width / Number(drawing.dataset.months);
  const [from, before] = [event.clientX, shown(bar)];
  const follow = (at) => moveTo(bar, before + Math.round((at.clientX - from) / monthWidth));
  const end = (at) => {
    document.body.classList.remove("is-dragging");
    bar.removeEventListener("pointermove", follow);
    if (at.type === "pointercancel") putBack(true);
  };
  document.body.classList.add("is-dragging");
  bar.addEventListener("pointermove", follow);
  bar.addEventListener("pointerup", end, { once: true });
  bar.addEventListener("pointercancel", end, { once: true });
});

document.addEventListener("focusin", (event) => {
  const bar = barOf(event);
  if (bar) warm(bar);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !panel.hidden) return putBack(true);
  const bar = barOf(event);
  if (!bar || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key in STEPS) moveTo(bar, shown(bar) + STEPS[event.key]);
  else if (event.key === "ArrowDown") focusBar(neighbour(bar, 1));
  else if (event.key === "ArrowUp") focusBar(neighbour(bar, -1));
  else if (event.key === "Enter" || event.key === " ") openAnswer(bar);
  else return;
  event.preventDefault();
});

async function openAnswer(bar) {
  clearTimeout(timer);
  if (panel.hidden || panel.firstElementChild?.dataset.month !== written(bar.ownerSVGElement, phasesOf(bar)[0] + shown(bar))) await ask(bar);
  panel.querySelector("textarea, a")?.focus();
}

panel?.addEventListener("click", (event) => {
  if (!event.target.closest("[data-let-go]")) return;
  event.preventDefault();
  putBack(true);
});

// Areas are opened and swapped; their drawings become sliders as they come.
function prepareAll() {
  for (const drawing of document.querySelectorAll("svg[data-months]:not([data-can-move])")) prepare(drawing);
}
if (panel && help) {
  help.hidden = false;
  prepareAll();
  new MutationObserver(prepareAll).observe(document.querySelector(".plan-main"), { childList: true, subtree: true });
}
