// A file that is too large is said to be so before it is sent. The server refuses it too.
"use strict";

const chosen = document.getElementById("workbook");
chosen.addEventListener("change", () => {
  const isTooLarge = chosen.files.length > 0 && chosen.files[0].size > Number(chosen.dataset.mostBytes);
  const said = document.getElementById("workbook-error");
  said.hidden = !isTooLarge;
  chosen.setAttribute("aria-invalid", String(isTooLarge));
  chosen.setCustomValidity(isTooLarge ? said.textContent.trim() : "");
});
