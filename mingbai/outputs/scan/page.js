/* What a page behind a code gains from scripts: it remembers the reader's type size, shows the
   contact of the village on whose paper the code stood, and opens the policy of a typed code. */
(function () {
  "use strict";
  var KEY = "mingbai.large";
  var source = document.currentScript.src;
  var large = document.getElementById("large");
  var village = document.getElementById("village");
  var box = document.getElementById("box");
  var asked = {};
  var known = {};

  function remembered() {
    try { return localStorage.getItem(KEY) === "1"; } catch (refused) { return false; }
  }

  function remember() {
    try {
      if (large.checked) localStorage.setItem(KEY, "1");
      else localStorage.removeItem(KEY);
    } catch (refused) { /* for this page only */ }
  }

  /* #101201 is village 201 of township 101; the part behind # never reaches the server. */
  function wanted() {
    return /^#(\d{3})(\d{3})$/.exec(location.hash);
  }

  function look() {
    var found = wanted();
    if (!village || !found) return;
    if (known[found[1]]) show(known[found[1]][found[2]]);
    else if (!asked[found[1]]) ask(found[1]);
  }

  /* A script, not a fetch: a page opened from a folder can fetch nothing. */
  function ask(township) {
    asked[township] = document.createElement("script");
    asked[township].src = source.replace(/page\.js$/, "v/" + township + ".js");
    document.head.appendChild(asked[township]);
  }

  function say(name, words) {
    var place = village.querySelector("[data-" + name + "]");
    place.textContent = words;
    place.hidden = !words;
  }

  /* Everything is placed as text; a village that shows no contact changes nothing. */
  function show(one) {
    if (!one) return;
    var call = village.querySelector("[data-call]");
    say("place", one.place);
    say("contact", one.contact);
    say("phone", one.checked ? "" : one.phone);
    say("number", one.phone);
    say("note", one.note);
    call.hidden = !one.phone || !one.checked;
    call.href = "tel:" + one.phone;
    village.hidden = false;
  }

  /* Called by v/<township>.js. */
  window.mingbaiVillages = function (township, villages) {
    known[township] = villages;
    look();
  };

  /* What people copy from paper: 23, ２３, 2 3, 编号23, 23-12. Editions are listed as 23:12. */
  function leads(text) {
    var found = /^\D*(\d)\s*(\d)(?:\D+(\d{1,3}))?\D*$/.exec(text.replace(/[０-９]/g, function (one) {
      return String.fromCharCode(one.charCodeAt(0) - 0xFEE0);
    }));
    var code = found && found[1] + found[2];
    var listed = (" " + box.getAttribute("data-codes") + " ").split(" " + code + ":")[1];
    if (!code || !listed) return "";
    var edition = Number(found[3] || 0);
    var released = edition >= 1 && edition <= parseInt(listed, 10);
    return code + (released ? "/" + edition : "") + "/index.html";
  }

  function go(event) {
    var input = box.querySelector("input");
    var unknown = box.querySelector("[role=alert] p");
    var page = leads(input.value);
    event.preventDefault();
    unknown.hidden = Boolean(page || !input.value);
    unknown.querySelector("b").textContent = input.value;
    if (page) location.href = page;
    else input.focus();
  }

  large.checked = remembered();
  large.addEventListener("change", remember);
  window.addEventListener("hashchange", look);
  look();
  /* A page that has moved: what follows # goes along. */
  var moved = document.querySelector("[data-moved]");
  if (moved) location.replace(moved.href + location.hash);
  if (box) box.addEventListener("submit", go);
})();
