/* How the page looks: 大字版, remembered on this device, and the buttons for dark and light. */
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

  /* Material switches the scheme by hidden radio inputs: ours are real buttons that press them. */
  function recolour(button) {
    document.getElementById(button.getAttribute("data-mb-scheme")).click();
    button.parentNode.querySelector("button:not([hidden])").focus();
  }

  show(remembered());
  document.addEventListener("DOMContentLoaded", function () {
    show(remembered());
    document.addEventListener("click", function (event) {
      var scheme = event.target.closest("[data-mb-scheme]");
      if (scheme) recolour(scheme);
      if (!event.target.closest("[data-mb-large]")) return;
      remember(!root.classList.contains("mb-large"));
      show(!root.classList.contains("mb-large"));
    });
  });
})();
