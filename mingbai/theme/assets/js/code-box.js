/* The box for the code on paper: opens its page at once; without this script, the list of all. */
(function () {
  "use strict";
  var form = document.querySelector("[data-mb-codes]");
  var input = form.querySelector("input");
  var said = form.querySelector("[role=alert] p");
  var editions = {};
  form.getAttribute("data-mb-codes").split(" ").forEach(function (one) {
    editions[one.slice(0, 2)] = Number(one.slice(3));
  });

  /* What people copy from paper: 23, ２３, 2 3, 编号23, 23-12, 23 第12版, /s/23/, a whole address. */
  var ADDRESS = /(?:^|\/)s\/(\d\d)(?:\/(\d{1,3}))?\/?(?:index\.html)?(#\d{6})?$/;
  var SPOKEN = /^\D*(\d\s*\d)(?:\D+(\d{1,3}))?\D*$/;

  /* Returns the page's place below s/, or nothing for a code that no paper carries. */
  function place(text) {
    var found = ADDRESS.exec(text) || SPOKEN.exec(text);
    var code = found && found[1].replace(/\s/g, "");
    var edition = found && Number(found[2] || 0);
    if (!code || !(code in editions)) return "";
    var known = edition >= 1 && edition <= editions[code];
    return code + (known ? "/" + edition : "") + "/index.html" + (found[3] || "");
  }

  function refuse(text) {
    said.querySelector("b").textContent = text;
    said.hidden = false;
    input.setAttribute("aria-invalid", "true");
    input.focus();
    input.select();
  }

  form.addEventListener("submit", function (event) {
    var text = input.value.normalize("NFKC").trim();
    if (!text) return; /* nothing given: the list, as without this script */
    event.preventDefault();
    var to = place(text);
    if (to) location.assign(new URL(to, form.action).href);
    else refuse(text);
  });

  input.addEventListener("input", function () {
    said.hidden = true;
    input.removeAttribute("aria-invalid");
  });
})();
