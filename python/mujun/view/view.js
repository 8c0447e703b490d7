// Sorting, Escape, and what belongs to the figure pointed at (its row, its clause): all else needs no script.
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
  // Spans count code points of the page; a block of text knows at which of them it starts.
  const markEvidence = (figure) => {
    const block = figure.closest(".mujun-text");
    const [start, end] = figure.querySelector("a").dataset.evidence.split(" ").map(Number);
    const isPage = (node) => (node.parentElement.closest(".mujun-card") ? 2 : 1); // reject or accept
    const nodes = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, isPage);
    const evidence = [];
    for (let at = Number(block.dataset.start), node; at < end && (node = nodes.nextNode()); ) {
      const characters = [...node.data];
      const from = Math.max(start - at, 0);
      const to = Math.min(end - at, characters.length);
      if (from < to) {
        const units = (count) => characters.slice(0, count).join("").length;
        evidence.push(new StaticRange({
          startContainer: node, startOffset: units(from), endContainer: node, endOffset: units(to),
        }));
      }
      at += characters.length;
    }
    CSS.highlights?.set("mujun-evidence", new Highlight(...evidence));
  };
  const point = (event, on) => {
    const ends = ".mujun-figure, .mujun-table tbody tr";
    const end = event.target.closest(ends);
    if (!end) return;
    const other = opposite(end.querySelector("a"))?.closest(ends);
    for (const place of [end, other]) place?.classList.toggle("mujun-here", on);
    CSS.highlights?.delete("mujun-evidence");
    const figure = end.matches("tr") ? other : end;
    if (on) markEvidence(figure);
    else figure.classList.remove("mujun-dismissed");
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
