/*
  What the search knows: the head, and the slices of the index that have come. Scripts hand both over by
  `mingbaiSearch.head` and `mingbaiSearch.slice`; who loads them is not known here.
*/
(function (mingbai) {
  "use strict";

  /* Takes the head as it was written; its names are made ready for comparing by `readied`. */
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
      aliases: [],
      names: named(head.policies),
      events: head.events,
      calls: head.calls,
      firsts: head.slices,
      slices: []
    };
  }

  /* Every way to ask for a policy: names first, then what people say, each with its place in its list. */
  function named(policies) {
    const found = [];
    policies.forEach((row, policy) => {
      [row[2], row[3]].forEach((words, kind) => {
        words.forEach((shown, place) => found.push({ policy, kind, place, shown }));
      });
    });
    return found;
  }

  /* Makes so many more names ready; tells whether any are left. A phone must not stop over thousands. */
  function readied(store, count) {
    const end = Math.min(store.names.length, store.aliases.length + count);
    for (let at = store.aliases.length; at < end; at += 1) {
      store.aliases.push(alias(store.names[at], store));
    }
    return end < store.names.length;
  }

  /* A name as it is compared with what somebody typed. */
  function alias(name, store) {
    const text = mingbai.text.runs(store.fold(name.shown)).map((run) => run.join("")).join("");
    const spelt = Array.from(name.shown, (one) => store.sounds.get(one) || "");
    return Object.assign({}, name, { text, letters: spelt.join(""),
      initials: spelt.map((one) => one.charAt(0)).join(""),
      heard: mingbai.sounds.row(spelt) });
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

  mingbai.store = { opened, readied, sliceOf, postings };
})(self.mingbaiSearch = self.mingbaiSearch || {});
