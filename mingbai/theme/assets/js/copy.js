/* A button below each text that copies it, as plain lines; where that is refused the text is selected. */
(function () {
  "use strict";
  var BACK = 4000; /* milliseconds that it is said */

  function lines(block) {
    var paragraphs = block.querySelectorAll("p");
    if (!paragraphs.length) return block.textContent.trim();
    return Array.prototype.map.call(paragraphs, function (one) {
      return one.textContent.trim();
    }).join("\n");
  }

  function select(node) {
    var range = document.createRange();
    range.selectNodeContents(node);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  }

  /* What works everywhere, also on http and from file://. */
  function byCommand(text) {
    var area = document.createElement("textarea");
    var done = false;
    area.value = text;
    area.setAttribute("readonly", "");
    area.className = "mb-heard";
    document.body.appendChild(area);
    area.select();
    area.setSelectionRange(0, text.length);
    try { done = document.execCommand("copy"); } catch (refused) { /* selected instead */ }
    document.body.removeChild(area);
    return done;
  }

  function say(button, name) {
    var said = button.parentNode.querySelector("[role=status]");
    said.textContent = said.getAttribute(name);
    setTimeout(function () { said.textContent = ""; }, BACK);
  }

  function copy(button) {
    var block = document.getElementById(button.getAttribute("data-mb-copy"));
    if (byCommand(lines(block))) {
      button.focus();
      say(button, "data-done");
    } else {
      select(block);
      say(button, "data-failed");
    }
  }

  Array.prototype.forEach.call(document.querySelectorAll("[data-mb-copy]"), function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { copy(button); });
  });
})();
