/*
  What a search box shows once it has answered: it has changed from `before`, and rested.
  Runs in the page, in Chromium 69 as well: `asked` holds the selectors of the box, the state
  before the words were typed, and milliseconds to rest and to wait at most.
*/
(asked) => new Promise((done) => {
  const started = performance.now();
  let last = "";
  let since = started;

  function state() {
    const places = [];
    const seen = [];
    document.querySelectorAll(asked.link).forEach((link) => {
      const place = link.closest(asked.place) || link;
      const number = seen.indexOf(place);
      if (number < 0) {
        seen.push(place);
        places.push([link.href]);
      } else {
        places[number].push(link.href);
      }
    });
    const said = document.querySelector(asked.said);
    return { said: said ? said.textContent.trim() : "", places: places };
  }

  (function look() {
    const now = performance.now();
    const found = state();
    const shown = JSON.stringify(found);
    if (shown !== last) {
      last = shown;
      since = now;
    }
    const changed = shown !== JSON.stringify(asked.before);
    const answered = changed && (!asked.hits || found.places.length > 0);
    if ((answered && now - since >= asked.rest) || now - started >= asked.most) done(found);
    else setTimeout(look, 15);
  })();
})
