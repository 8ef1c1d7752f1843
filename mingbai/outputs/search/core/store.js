/*
  What the search knows: the head, and the slices of the index that have come. Scripts hand both over by
  `mingbaiSearch.head` and `mingbaiSearch.slice`; who loads them is not known here.
*/
(function (mingbai) {
  "use strict";

  /* Takes the head as it was written and makes what is looked up in it. */
  function opened(head) {
    const plain = new Map(Object.entries(head.plain));
    const sounds = new Map();
    for (const syllable of Object.keys(head.sounds)) {
      for (const one of head.sounds[syllable]) sounds.set(one, syllable);
    }
    const fold = (text) => mingbai.text.folded(text, plain);
    return {
      fold,
      sounds,
      syllables: new Set(Object.keys(head.sounds)),
      asking: head.asking.map(fold),
      cues: Object.entries(head.cues).map((one) => [one[0], one[1].map(fold)]),
      step: head.step,
      pages: head.pages.map((row) => (
        { location: row[0], title: row[1], kind: row[2], policy: row[3], text: row[4] })),
      parts: head.parts.map((row) => ({ page: row[0], anchor: row[1], title: row[2] })),
      policies: head.policies.map((row) => ({ short: row[0], call: row[1] })),
      aliases: aliases(head.policies, fold, sounds),
      events: head.events,
      calls: head.calls,
      firsts: head.slices,
      slices: []
    };
  }

  /* Every way to ask for a policy, as it is compared with what somebody typed. */
  function aliases(policies, fold, sounds) {
    const found = [];
    policies.forEach((row, policy) => {
      [row[2], row[3]].forEach((words, kind) => {
        words.forEach((shown, place) => {
          const text = mingbai.text.runs(fold(shown)).map((run) => run.join("")).join("");
          const spelt = Array.from(shown, (one) => sounds.get(one) || "");
          found.push({ policy, kind, place, shown, text, letters: spelt.join(""),
            initials: spelt.map((one) => one.charAt(0)).join(""),
            heard: mingbai.sounds.row(spelt) });
        });
      });
    });
    return found;
  }

  /* The number of the slice that holds a token, if any does. */
  function sliceOf(store, token) {
    let low = 0;
    let high = store.firsts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (store.firsts[middle] <= token) low = middle;
      else high = middle;
    }
    return low;
  }

  /* The parts that hold a token, with weights: [part, weight, part, weight …]. */
  function postings(store, token) {
    const slice = store.slices[sliceOf(store, token)];
    const row = slice && Object.prototype.hasOwnProperty.call(slice, token) ? slice[token] : [];
    const found = [];
    let part = 0;
    for (let at = 0; at < row.length; at += 2) {
      part += row[at];
      found.push(part, row[at + 1] / store.step);
    }
    return found;
  }

  mingbai.store = { opened, sliceOf, postings };
})(self.mingbaiSearch = self.mingbaiSearch || {});
