// Mark in the rail which section is being read. The links do their work without it.
"use strict";

const linkOf = new Map();
for (const link of document.querySelectorAll('.sections a[href^="#"]')) {
  const target = document.getElementById(link.hash.slice(1));
  if (target) linkOf.set(target.closest("section") ?? target, link);
}

function mark(current) {
  for (const [section, link] of linkOf) {
    if (section === current) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

// A section is read when it crosses the upper part of the window; of two beside each other, the first.
const reading = new Set();
const observer = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) reading.add(entry.target);
      else reading.delete(entry.target);
    }
    const first = [...linkOf.keys()].find((section) => reading.has(section));
    if (first) mark(first);
  },
  { rootMargin: "-20% 0px -70% 0px" },
);
for (const section of linkOf.keys()) observer.observe(section);

// Whoever follows a link reads that section, also where the page is too short to scroll so far.
function markLinked() {
  const target = document.getElementById(location.hash.slice(1));
  const section = target?.closest("section") ?? target;
  if (linkOf.has(section)) setTimeout(() => mark(section), 100);
}
addEventListener("hashchange", markLinked);
markLinked();
