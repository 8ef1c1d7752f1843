/* Pages by how well they answer: BM25 over the terms, then what a whole name in the words adds. */
(function (mingbai) {
  "use strict";
  const K = 1.5; /* how soon more of one term stops to count */
  const NAMED = [0.5, 0.4]; /* a name, a wrong name, for each character */
  const LONGEST = 5;
  const HEARD = 0.7; /* a name that only sounds so, beside one that is written so */
  const FAR = 99;
  const BEGUN = 0.9; /* each further name that the letters may begin */

  /* Scores of pages by their numbers; each term learns how rare it is. */
  function scored(terms, store) {
    const pages = new Map();
    for (const term of terms) {
      const row = mingbai.store.postings(store, term.token);
      const weights = new Map();
      for (let at = 0; at < row.length; at += 2) {
        const page = store.parts[row[at]].page;
        weights.set(page, (weights.get(page) || 0) + row[at + 1]);
      }
      term.rare = Math.log(1 + (store.pages.length - weights.size + 0.5) / (weights.size + 0.5));
      weights.forEach((weight, page) => {
        const gain = term.weight * term.rare * weight * (K + 1) / (weight + K);
        pages.set(page, (pages.get(page) || 0) + gain);
      });
    }
    return pages;
  }

  /* The names of policies that the words hold, none that stands in a longer one; best first. */
  function named(text, store) {
    const held = store.aliases.filter((one) => one.text.length > 1 && text.includes(one.text));
    const own = held.filter((one) => !held.some(
      (other) => other.text.length > one.text.length && other.text.includes(one.text)));
    return own.sort((one, other) => worth(other) - worth(one));
  }

  /* The names that the words sound like: 底保, dibao. */
  function homophones(heard, store) {
    return store.aliases
      .filter((one) => one.text.length > 1 && heard.includes(one.heard))
      .sort((one, other) => worth(other) - worth(one));
  }

  /* Names that were meant by letters: typed whole, begun, by their initials, or with a slip. */
  function spelt(text, store) {
    if (!/^[a-z]+$/.test(text)) return [];
    const slips = text.length >= 10 ? 2 : text.length >= 5 ? 1 : 0;
    const far = (one) => {
      const rest = Math.min(
        one.letters.startsWith(text) ? one.letters.length - text.length : FAR,
        one.initials.startsWith(text) ? one.initials.length - text.length : FAR);
      if (rest < FAR || !slips) return rest;
      return mingbai.sounds.distance(text, one.letters, slips) <= slips ? slips : FAR;
    };
    return store.aliases
      .filter((one) => one.letters.length > 1 && far(one) < FAR)
      .sort((one, other) => far(one) - far(other) || one.place - other.place);
  }

  /* The names that begin with the words, where these alone find nothing: 五, of 五保户. */
  function begun(text, store) {
    return !text ? [] : store.aliases
      .filter((one) => one.text.startsWith(text))
      .sort((one, other) => one.kind - other.kind || one.place - other.place);
  }

  function worth(alias) {
    return NAMED[alias.kind] * Math.min(alias.text.length, LONGEST);
  }

  /* Which name led to each policy, and by how much it counts: written so, sounding so, begun so. */
  function led(query, store, isFound) {
    const found = new Map();
    const lead = (alias, factor, base) => {
      if (!found.has(alias.policy)) found.set(alias.policy, { alias, factor, base });
    };
    const written = named(query.text, store);
    for (const one of written) lead(one, 1 + worth(one), 0);
    const other = (one) => !written.some((held) => one.text.includes(held.text));
    for (const one of homophones(query.heard, store).filter(other)) lead(one, 1 + HEARD * worth(one), 0);
    for (const one of spelt(query.text, store)) lead(one, BEGUN, Math.pow(BEGUN, found.size));
    for (const one of found.size || isFound ? [] : begun(query.text, store)) lead(one, BEGUN, Math.pow(BEGUN, found.size));
    return found;
  }

  /* Pages, the best first: {page, score, alias}. */
  function ranked(typed, store) {
    const query = mingbai.terms.read(typed, store);
    const scores = scored(query.terms, store);
    const leads = led(query, store, scores.size > 0);
    const best = Math.max(1, ...scores.values());
    const found = [];
    store.pages.forEach((page, number) => {
      const lead = page.policy >= 0 ? leads.get(page.policy) : null;
      const base = Math.max(scores.get(number) || 0, lead ? lead.base * best : 0);
      if (!base) return;
      const score = base * (lead ? lead.factor : 1);
      found.push({ number, page, score, alias: lead ? lead.alias : null });
    });
    found.sort((one, other) => other.score - one.score || one.number - other.number);
    return { found, query };
  }

  mingbai.rank = { ranked };
})(self.mingbaiSearch = self.mingbaiSearch || {});
