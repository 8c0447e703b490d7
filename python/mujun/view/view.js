// Sorting, Escape, and the row of the figure under the pointer: all else works without a script.
"use strict";
(() => {
  const order = (head) => {
    const column = head.cellIndex;
    const body = head.closest("table").tBodies[0];
    const down = head.ariaSort === "ascending";
    const rank = (row) => Number(row.cells[column].dataset.rank);
    const rows = [...body.rows].sort((a, b) => (down ? rank(b) - rank(a) : rank(a) - rank(b)));
    for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    body.append(...rows);
  };
  const makeSortable = (head) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => order(head));
    head.append(button);
  };
  const opposite = (link) => link && document.getElementById(link.hash.slice(1));
  const show = (link) => {
    const place = opposite(link);
    if (!place) return;
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };
  const point = (event, on) => {
    const figure = event.target.closest(".mujun-figure");
    const link = figure ? figure.querySelector("a") : event.target.closest("tr")?.querySelector("a");
    const place = opposite(link);
    (place?.closest("tr") ?? place)?.classList.toggle("mujun-here", on);
    if (figure && !on) figure.classList.remove("mujun-dismissed");
  };
  for (const view of document.querySelectorAll(".mujun-view:not([data-ready])")) {
    view.dataset.ready = "";
    view.querySelectorAll(".mujun-table th").forEach(makeSortable);
    view.addEventListener("click", (event) => show(event.target.closest("a[href^='#']")));
    for (const begin of ["pointerover", "focusin"]) view.addEventListener(begin, (event) => point(event, true));
    for (const end of ["pointerout", "focusout"]) view.addEventListener(end, (event) => point(event, false));
  }
  window.mujunEscape ??= document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const figure of document.querySelectorAll(".mujun-figure:is(:hover, :focus-within)")) {
      figure.classList.add("mujun-dismissed");
    }
  }) ?? true;
})();
