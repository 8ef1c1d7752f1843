/*
  The page of a talk: 提纲 or 讲稿, and 提词, one piece at a time in very large type. All words stand in
  the page; nothing is loaded. What is remembered is the place in the talk, as long as the tab lasts.
  A presenter's clicker sends PageUp and PageDown, some a full stop to make the screen black, F5 to begin.
*/
(function () {
  "use strict";
  var talk = document.querySelector("[data-mb-talk]");
  var prompter = talk.querySelector("[data-mb-prompter]");
  var opener = talk.querySelector("[data-mb-prompt]");
  var KEY = "mingbai.talk." + talk.getAttribute("data-mb-talk");
  var MOST = 48; /* characters shown at a time: what fits a phone */
  var SENTENCE = /[^。！？；]+[。！？；]*[”’）》]*/g;
  var SIZES = [0.7, 0.85, 1, 1.2, 1.45, 1.75];
  var ON = ["ArrowRight", "ArrowDown", "PageDown", "Enter", " ", "Spacebar", "Right", "Down"];
  var BACK = ["ArrowLeft", "ArrowUp", "PageUp", "Backspace", "Left", "Up"];
  var BLACK = [".", "b", "B"];
  var ALONE = { inPrompter: true }; /* the history's entry: the phone's own 返回 leaves the prompter */
  var pieces = [];
  var sections = [];
  var at = 0;
  var size = 2;
  var since = 0;
  var ticking = 0;
  var opened = false;
  var lock = null;

  function part(name) {
    return prompter.querySelector("[data-mb-" + name + "]");
  }

  function all(selector, within, change) {
    Array.prototype.forEach.call(within.querySelectorAll(selector), change);
  }

  /* 1. Views. */

  function see(name) {
    talk.setAttribute("data-view", name);
    all("[data-mb-view]", talk, function (button) {
      button.setAttribute("aria-pressed", String(button.getAttribute("data-mb-view") === name));
    });
  }

  /* 2. What is shown at a time: whole sentences, as many as fit. */

  function cut(text) {
    var found = [""];
    (text.match(SENTENCE) || [text]).forEach(function (one) {
      var last = found.length - 1;
      if (found[last] && (found[last] + one).length > MOST) found.push(one);
      else found[last] += one;
    });
    return found;
  }

  function gather() {
    all(".mb-script__section", talk, function (section) {
      var number = sections.length;
      sections.push({ name: section.getAttribute("data-name"), first: pieces.length, count: 0 });
      all(".mb-say", section, function (line) {
        var label = line.querySelector("b");
        cut(line.querySelector("span").textContent).forEach(function (text) {
          pieces.push({
            section: number,
            title: line.parentNode.getAttribute("data-title"),
            label: label ? label.textContent : "",
            role: line.getAttribute("data-role"),
            text: text
          });
          sections[number].count += 1;
        });
      });
      var bar = document.createElement("span");
      bar.style.flexGrow = section.getAttribute("data-seconds");
      bar.appendChild(document.createElement("i"));
      part("bar").appendChild(bar);
    });
  }

  /* 3. The place. */

  function remembered() {
    try {
      var place = Number(sessionStorage.getItem(KEY));
      return place > 0 && place < pieces.length ? Math.floor(place) : 0;
    } catch (refused) { return 0; }
  }

  function remember() {
    try { sessionStorage.setItem(KEY, String(at)); } catch (refused) { /* until it is closed */ }
  }

  function show() {
    var piece = pieces[at];
    var next = pieces[at + 1];
    var section = sections[piece.section];
    var words = section.name === piece.title ? [section.name] : [section.name, piece.title];
    part("where").textContent = words.join(" · ");
    part("count").textContent = at + 1 + "/" + pieces.length;
    part("label").textContent = piece.label;
    part("label").hidden = !piece.label;
    part("now").textContent = piece.text;
    part("now").className = "mb-prompter__now mb-prompter__now--" + piece.role;
    part("next").textContent = next ? next.text : part("next").getAttribute("data-end");
    part("stage").scrollTop = 0;
    Array.prototype.forEach.call(part("bar").children, function (bar, number) {
      var done = (at + 1 - sections[number].first) / sections[number].count;
      bar.firstChild.style.width = Math.max(0, Math.min(1, done)) * 100 + "%";
    });
  }

  function go(place) {
    at = Math.max(0, Math.min(pieces.length - 1, place));
    remember();
    show();
  }

  /* What is longer than the screen in very large type is shown to its end first. */
  function on() {
    var stage = part("stage");
    var now = part("now");
    var below = now.offsetTop + now.offsetHeight - stage.scrollTop - stage.clientHeight;
    if (lit()) return;
    if (below > 4) stage.scrollTop += Math.min(below, screenful(stage, now));
    else go(at + 1);
  }

  function screenful(stage, words) {
    var line = parseFloat(getComputedStyle(words).lineHeight);
    return Math.max(1, Math.floor(stage.clientHeight / line) - 1) * line;
  }

  function back() {
    if (!lit()) go(at - 1);
  }

  /* 4. The screen: black for a moment, larger type, bright ground, awake. */

  function lit() {
    var was = !part("blank").hidden;
    part("blank").hidden = true;
    return was;
  }

  function resize(change) {
    size = Math.max(0, Math.min(SIZES.length - 1, size + change));
    prompter.style.setProperty("--mb-size", String(SIZES[size]));
  }

  function ground(button) {
    var bright = prompter.getAttribute("data-md-color-scheme") === "slate";
    prompter.setAttribute("data-md-color-scheme", bright ? "default" : "slate");
    button.setAttribute("aria-pressed", String(bright));
  }

  function wake() {
    if (!opened || lock || document.visibilityState !== "visible") return;
    try {
      navigator.wakeLock.request("screen").then(function (held) {
        if (!opened) held.release();
        else lock = held;
        held.addEventListener("release", function () { lock = null; });
      }, function () { /* a phone low on power refuses */ });
    } catch (missing) { /* an older browser */ }
  }

  /* 5. The clock. */

  function clock(seconds) {
    var rest = seconds % 60;
    return Math.floor(seconds / 60) + ":" + (rest < 10 ? "0" : "") + rest;
  }

  function tick() {
    var spent = Math.floor((Date.now() - since) / 1000);
    var left = Number(prompter.getAttribute("data-minutes")) * 60 - spent;
    var said = part("remaining").querySelector("i");
    part("spent").textContent = clock(spent);
    part("left").textContent = clock(Math.abs(left));
    said.textContent = said.getAttribute(left < 0 ? "data-after" : "data-before");
    part("remaining").classList.toggle("mb-prompter__over", left < 0);
  }

  function restart() {
    since = Date.now();
    tick();
  }

  /* 6. Open and shut: nothing behind it can be reached meanwhile. */

  function others(change) {
    Array.prototype.forEach.call(document.body.children, function (one) {
      if (one !== prompter && one.tagName !== "SCRIPT") change(one);
    });
  }

  function open() {
    if (opened) return;
    opened = true;
    document.body.appendChild(prompter);
    others(function (one) {
      one.setAttribute("inert", "");
      one.setAttribute("aria-hidden", "true");
    });
    document.documentElement.classList.add("mb-prompting");
    prompter.hidden = false;
    at = remembered();
    show();
    restart();
    ticking = setInterval(tick, 1000);
    part("stage").focus();
    wake();
    try {
      if (!history.state || !history.state.inPrompter) history.pushState(ALONE, "");
    } catch (refused) { /* then 返回 leaves the page */ }
  }

  function shut() {
    if (!opened) return;
    opened = false;
    lit();
    clearInterval(ticking);
    if (lock) lock.release();
    prompter.hidden = true;
    document.documentElement.classList.remove("mb-prompting");
    others(function (one) {
      one.removeAttribute("inert");
      one.removeAttribute("aria-hidden");
    });
    opener.focus();
  }

  function leave() {
    shut();
    if (history.state && history.state.inPrompter) history.back();
  }

  /* 7. What people do. */

  function heard(event) {
    var key = event.key;
    if (!opened || event.ctrlKey || event.altKey || event.metaKey) return;
    if (key === "Tab") return turn(event);
    event.stopPropagation(); /* the theme has keys of its own */
    var pressing = event.target.tagName === "BUTTON" && /^(Enter| |Spacebar)$/.test(key);
    if (pressing && part("blank").hidden) return;
    if (ON.concat(BACK, BLACK, ["Escape", "Esc", "Home", "F5"]).indexOf(key) < 0) return;
    event.preventDefault();
    if (event.repeat) return;
    if (key === "Escape" || key === "Esc") leave();
    else if (ON.indexOf(key) >= 0) on();
    else if (BACK.indexOf(key) >= 0) back();
    else if (BLACK.indexOf(key) >= 0) part("blank").hidden = lit();
    else if (key === "Home" && !lit()) go(0);
  }

  function turn(event) {
    var stops = prompter.querySelectorAll("button, [tabindex='0']");
    var first = stops[0];
    var last = stops[stops.length - 1];
    var outside = !prompter.contains(document.activeElement);
    var from = event.shiftKey ? first : last;
    if (!outside && document.activeElement !== from) return;
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  }

  function tapped(event) {
    var upper = event.clientY < innerHeight / 2;
    if (upper && event.clientX < innerWidth / 2) back();
    else on();
  }

  gather();
  if (!pieces.length) return;
  all("[data-mb-view]", talk, function (button) {
    button.addEventListener("click", function () { see(button.getAttribute("data-mb-view")); });
  });
  talk.querySelector("[data-mb-views]").hidden = false;
  opener.addEventListener("click", open);
  part("stage").addEventListener("click", tapped);
  part("blank").addEventListener("click", lit);
  part("on").addEventListener("click", on);
  part("back").addEventListener("click", back);
  part("close").addEventListener("click", leave);
  part("start").addEventListener("click", function () { go(0); restart(); });
  part("smaller").addEventListener("click", function () { resize(-1); });
  part("larger").addEventListener("click", function () { resize(1); });
  part("ground").addEventListener("click", function () { ground(part("ground")); });
  document.addEventListener("keydown", heard, true);
  document.addEventListener("visibilitychange", wake);
  addEventListener("popstate", shut);
  if (history.state && history.state.inPrompter) open(); /* loaded again in the middle of a talk */
})();
