/* What somebody typed, as terms to look up: pairs of characters, single ones, and what they sound like. */
(function (mingbai) {
  "use strict";
  const ASKING = 0.35; /* a pair inside a word that only asks */
  const SINGLE = 0.7;
  const SOUND = 1; /* beside the characters themselves */

  /* Marks the units that stand in a word that only asks. */
  function asked(text, asking) {
    const marks = new Array(text.length).fill(false);
    for (const word of asking) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        marks.fill(true, at, at + word.length);
      }
    }
    return marks;
  }

  /* The terms of one run of units: {token, weight}. */
  function termsOf(units, store) {
    const marks = [];
    const marked = asked(units.join(""), store.asking);
    let at = 0;
    for (const unit of units) {
      marks.push(marked[at]);
      at += unit.length;
    }
    const found = [];
    const low = (first, last) => (marks[first] && marks[last] ? ASKING : 1);
    for (const pair of mingbai.text.pairs(units)) {
      found.push({ token: pair[0], weight: low(pair[1], pair[2]) });
    }
    units.forEach((unit, place) => {
      if (!mingbai.text.isHan(unit)) {
        if (/^[a-z]{2,}$/.test(unit)) found.push(...spoken(mingbai.sounds.spelt(unit, store.syllables), 1));
        return;
      }
      found.push({ token: unit, weight: SINGLE * low(place, place) });
      const next = units[place + 1];
      const sounds = [store.sounds.get(unit), store.sounds.get(next)];
      if (sounds[0] && sounds[1]) found.push(...spoken(sounds, SOUND * low(place, place + 1)));
    });
    return found;
  }

  function spoken(syllables, weight) {
    return syllables.slice(1).map((one, at) => (
      { token: mingbai.sounds.token(syllables[at], one), weight }));
  }

  /* The syllables of a run, letters and characters alike. */
  function heard(units, store) {
    return [].concat(...units.map((unit) => {
      if (mingbai.text.isHan(unit)) return [store.sounds.get(unit) || "?"];
      return /^[a-z]+$/.test(unit) ? mingbai.sounds.spelt(unit, store.syllables) : [unit];
    }));
  }

  /* All terms, a token once; and the typed words as one string, to compare names with. */
  function read(typed, store) {
    const runs = mingbai.text.runs(store.fold(typed));
    const terms = new Map();
    for (const one of [].concat(...runs.map((units) => termsOf(units, store)))) {
      const known = terms.get(one.token);
      if (!known || known.weight < one.weight) terms.set(one.token, one);
    }
    return {
      terms: Array.from(terms.values()),
      text: runs.map((units) => units.join("")).join(""),
      heard: mingbai.sounds.row([].concat(...runs.map((units) => heard(units, store))))
    };
  }

  /* The numbers of the slices that a question needs. */
  function slices(typed, store) {
    return Array.from(new Set(read(typed, store).terms.map((one) => mingbai.store.sliceOf(store, one.token))));
  }

  mingbai.terms = { read, slices };
})(self.mingbaiSearch = self.mingbaiSearch || {});
