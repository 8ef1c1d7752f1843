/* What Material's search box lacks for voice input, input methods, keyboards and screen readers. */
(function () {
  "use strict";
  var search = document.querySelector("[data-md-component=search]");
  var box = document.getElementById("__search");
  var query = document.querySelector("[data-md-component=search-query]");
  var list = document.querySelector(".md-search-result__list");
  var said = document.querySelector(".md-search-result__meta");
  if (!search || search.hidden || !query) return; /* Material hides a box whose worker cannot start */

  /* Material hears keyup alone: text that is spoken or pasted would find nothing. */
  function heard() {
    query.dispatchEvent(new Event("keyup", { bubbles: true }));
  }
  query.addEventListener("input", function (event) {
    if (!event.isComposing) heard();
  });
  query.addEventListener("compositionend", heard);

  /* Enter that ends a composition is not "open the first result" (keyCode 229: older kernels, Safari). */
  query.addEventListener("keydown", function (event) {
    if (event.isComposing || event.keyCode === 229) event.stopPropagation();
  });

  /* WCAG 2.1.4: Material's one-letter shortcuts (f, s, /, p, n) fire on words spoken to the page. */
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (!typing && event.key.length === 1 && !box.checked) event.stopPropagation();
  }, true);

  /* The box opens and closes by real buttons, shown only now; opening it puts the cursor into it. */
  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-mb-search]") && !box.checked) box.click();
    if (event.target.closest("[data-mb-search-close]") && box.checked) box.click();
  });
  box.addEventListener("change", function () {
    if (box.checked) query.focus();
  });
  var openers = document.querySelectorAll("[data-mb-search]");
  for (var i = 0; i < openers.length; i += 1) openers[i].hidden = false;

  /* A page that has no box of its own, the 404 page, leads here with it open; Material shuts it
     125 ms after every change of the address, the first included. */
  function asked() {
    if (location.hash !== "#search") return;
    setTimeout(function () {
      if (!box.checked) box.click();
    }, 200);
  }
  window.addEventListener("load", asked);
  window.addEventListener("hashchange", asked);

  /* Material sets every hit as a heading of level one: a page has one. */
  function plain(heading) {
    var line = document.createElement("p");
    line.className = "mb-hit mb-hit--" + heading.tagName.toLowerCase();
    while (heading.firstChild) line.appendChild(heading.firstChild);
    heading.parentNode.replaceChild(line, heading);
  }
  new MutationObserver(function () {
    var headings = list.querySelectorAll("h1, h2");
    for (var n = 0; n < headings.length; n += 1) plain(headings[n]);
    var lost = list.querySelector(".mb-hit__lost");
    if (lost) said.textContent = lost.textContent; /* Material counts what is shown instead */
  }).observe(list, { childList: true });
})();
