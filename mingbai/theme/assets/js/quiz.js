/* The quiz after a talk: counts on the device, sends nothing and keeps nothing. */
(function () {
  "use strict";
  var form = document.querySelector("[data-mb-quiz]");
  var questions = Array.prototype.slice.call(form.querySelectorAll(".mb-quiz__asked"));
  var said = form.querySelector("[data-mb-said]");
  var scoring = form.querySelector("[data-mb-score]");
  var again = form.querySelector("[data-mb-again]");

  function chosen(question) {
    var found = question.querySelector("input:checked");
    return found ? found.value : "";
  }

  function tell(name, numbers) {
    said.textContent = said.getAttribute(name).split("{}").reduce(function (words, rest, place) {
      return words + numbers[place - 1] + rest;
    });
  }

  /* Shows what is right, and where it stands. */
  function judge(question) {
    var right = chosen(question) === question.getAttribute("data-right");
    var verdict = question.querySelector("[data-mb-verdict]");
    verdict.textContent = verdict.getAttribute(right ? "data-right" : "data-wrong");
    question.classList.add(right ? "mb-quiz__asked--right" : "mb-quiz__asked--wrong");
    question.querySelector("[data-mb-told]").hidden = false;
    Array.prototype.forEach.call(question.querySelectorAll("input"), function (input) {
      input.disabled = true;
    });
    return right;
  }

  function unjudge(question) {
    question.classList.remove("mb-quiz__asked--right", "mb-quiz__asked--wrong");
    question.querySelector("[data-mb-told]").hidden = true;
    Array.prototype.forEach.call(question.querySelectorAll("input"), function (input) {
      input.disabled = false;
    });
  }

  form.reset(); /* some browsers keep what was chosen before the page was loaded again */

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var open = questions.filter(function (one) { return !chosen(one); });
    if (open.length) {
      tell("data-unanswered", [open.length]);
      open[0].focus();
      return;
    }
    tell("data-scored", [questions.filter(judge).length, questions.length]);
    scoring.hidden = true;
    again.hidden = false;
    again.focus();
  });

  form.addEventListener("reset", function () {
    questions.forEach(unjudge);
    said.textContent = "";
    scoring.hidden = false;
    again.hidden = true;
    questions[0].focus();
  });

  form.querySelector("[data-mb-actions]").hidden = false;
  document.querySelector("[data-mb-answers]").hidden = true; /* they come with the score */
})();
