/*
  How the page looks: 大字版, and dark or light. The size of type is the one thing that this site
  remembers on a device. The colours follow the device; what the reader chooses instead lasts as long
  as the tab, in its name. Stands first in the body: both are set before anything is drawn.
*/
(function () {
  "use strict";
  var KEY = "mingbai.large";
  var CHOSEN = /^mingbai:(default|slate)$/;
  var root = document.documentElement;
  var dark = matchMedia("(prefers-color-scheme: dark)");

  /* Material's storage: its script asks for these names, and gets nowhere to put anything. */
  window.__md_get = function () { return null; };
  window.__md_set = function () {};
  window.__md_hash = function () { return 0; };

  function remembered() {
    try { return localStorage.getItem(KEY) === "1"; } catch (refused) { return false; }
  }

  function remember(large) {
    try {
      if (large) localStorage.setItem(KEY, "1");
      else localStorage.removeItem(KEY);
    } catch (refused) { /* for this page only */ }
  }

  function each(selector, change) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), change);
  }

  function resize(large) {
    root.classList.toggle("mb-large", large);
    each("[data-mb-large]", function (button) {
      button.hidden = false;
      button.setAttribute("aria-pressed", String(large));
    });
  }

  function recolour() {
    var chosen = CHOSEN.exec(window.name);
    var scheme = chosen ? chosen[1] : dark.matches ? "slate" : "default";
    document.body.setAttribute("data-md-color-scheme", scheme);
    each("[data-mb-scheme]", function (button) {
      button.hidden = button.getAttribute("data-mb-scheme") === scheme;
    });
  }

  function choose(button) {
    window.name = "mingbai:" + button.getAttribute("data-mb-scheme");
    recolour();
    button.parentNode.querySelector("button:not([hidden])").focus();
  }

  resize(remembered());
  recolour();
  dark.addListener(recolour); /* addEventListener is not there in Safari before 14 */
  document.addEventListener("DOMContentLoaded", function () {
    resize(remembered());
    recolour();
    document.addEventListener("click", function (event) {
      var scheme = event.target.closest("[data-mb-scheme]");
      if (scheme) choose(scheme);
      if (!event.target.closest("[data-mb-large]")) return;
      var large = !root.classList.contains("mb-large");
      remember(large);
      resize(large);
    });
  });
})();
