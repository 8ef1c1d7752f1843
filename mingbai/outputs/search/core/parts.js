/* The parts of a page that answer best: those that the question asks for, then those with its words. */
(function (mingbai) {
  "use strict";
  const CUED = 6; /* what a character of a word such as 多少钱 is worth for the part 给多少 */
  const WEAK = 0.4; /* of the best part's score */
  const MOST = 3;

  /* Which parts the words ask for: anchor -> length of the longest word. */
  function cued(text, store) {
    const found = new Map();
    for (const cue of store.cues) {
      const longest = Math.max(0, ...cue[1].filter((one) => text.includes(one)).map((one) => one.length));
      if (longest) found.set(cue[0], longest);
    }
    return found;
  }

  /* Scores of all parts by the words that do not name the policy: those stand everywhere in its page. */
  function scored(query, name, store) {
    const found = new Map();
    for (const term of query.terms) {
      if (name.includes(term.token)) continue;
      const row = mingbai.store.postings(store, term.token);
      for (let at = 0; at < row.length; at += 2) {
        found.set(row[at], (found.get(row[at]) || 0) + term.weight * term.rare * row[at + 1]);
      }
    }
    return found;
  }

  /* The best parts of a ranked page, best first. */
  function best(one, query, store) {
    const wanted = cued(query.text, store);
    const scores = scored(query, one.alias ? one.alias.text : "", store);
    const found = [];
    store.parts.forEach((part, at) => {
      if (part.page !== one.number || !part.anchor) return;
      const score = (scores.get(at) || 0) + (wanted.get(part.anchor) || 0) * CUED;
      if (score > 0) found.push({ part, score });
    });
    found.sort((first, second) => second.score - first.score);
    return found.filter((each) => each.score >= found[0].score * WEAK).slice(0, MOST).map((each) => each.part);
  }

  mingbai.parts = { best };
})(self.mingbaiSearch = self.mingbaiSearch || {});
