/* 大字版: larger type and targets, remembered on this device. Without scripts the button stays hidden. */
(function () {
  "use strict";
  var KEY = "mingbai.large";
  var root = document.documentElement;

  function remembered() {
    try { return localStorage.getItem(KEY) === "1"; } catch (refused) { return false; }
  }

  function remember(large) {
    try { localStorage.setItem(KEY, large ? "1" : "0"); } catch (refused) { /* for this page only */ }
  }

  function show(large) {
    var buttons = document.querySelectorAll("[data-mb-large]");
    root.classList.toggle("mb-large", large);
    for (var i = 0; i < buttons.length; i += 1) {
      buttons[i].hidden = false;
      buttons[i].setAttribute("aria-pressed", String(large));
    }
  }

  show(remembered());
  document.addEventListener("DOMContentLoaded", function () {
    show(remembered());
    document.addEventListener("click", function (event) {
      if (!event.target.closest("[data-mb-large]")) return;
      var large = !root.classList.contains("mb-large");
      remember(large);
      show(large);
    });
  });
})();
