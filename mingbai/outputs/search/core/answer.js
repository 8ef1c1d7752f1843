/*
  What is shown for what somebody typed: groups of hits, policies first. A hit of a policy says the answer
  in one sentence, the word that led there and, the first one, whom to call. Text is escaped here: whoever
  shows a hit takes it as markup.
*/
(function (mingbai) {
  "use strict";
  const POLICIES = 6;
  const OTHERS = 4;
  const WEAK = 0.3; /* of the best score: what is below has a word or two by chance */
  const TYPED = /[^\s*+~^"-]/; /* Material adds signs of its own */
  const SURE = [["&", "&amp;"], ["<", "&lt;"], [">", "&gt;"], ["\"", "&quot;"]];

  function safe(text) {
    return SURE.reduce((done, pair) => done.split(pair[0]).join(pair[1]), text);
  }

  function line(kind, text) {
    return text ? "<span class=\"mb-hit__" + kind + "\">" + safe(text) + "</span>" : "";
  }

  function hit(location, title, text, score) {
    return { location, title, text, score, terms: {} };
  }

  /* Says how a word that is not the policy's name led to it. */
  function way(alias, title) {
    return alias && !title.includes(alias.shown) ? "“" + alias.shown + "”就看这一项" : "";
  }

  function policy(one, place, ranking, store) {
    const about = store.policies[one.page.policy];
    const name = about.short === one.page.title ? one.page.title : one.page.title + "（" + about.short + "）";
    const call = place === 0 && about.call ? "打电话问：" + about.call : "";
    const title = safe(name) + line("way", way(one.alias, one.page.title)) +
      line("answer", one.page.text) + line("call", call);
    const parts = place === 0 ? mingbai.parts.best(one, ranking.query, store) : [];
    return [hit(one.page.location, title, "", one.score)].concat(parts.map((part) => hit(
      one.page.location + "#" + part.anchor, safe(part.title), "", one.score)));
  }

  function other(one) {
    return [hit(one.page.location, safe(one.page.title) + line("answer", one.page.text), "", one.score)];
  }

  /* What to do when nothing fits: what has happened, and whom to call. */
  function lost(store) {
    const ask = store.calls.length ? "打电话问：" + store.calls.join("；") : "";
    const first = "没有找到对得上的政策";
    const groups = [[hit("names/index.html", "<span class=\"mb-hit__lost\">" + first + "</span>" +
      line("answer", "换个说法再试，或者按平时的叫法查：俗称索引") + line("call", ask), "", 1)]];
    store.events.forEach((event) => groups.push([hit("index.html#" + event[0], safe(event[1]), "", 0.5)]));
    return groups;
  }

  /* Groups of hits for what somebody typed, none if nothing was. */
  function answered(typed, store) {
    if (!TYPED.test(typed)) return [];
    const ranking = mingbai.rank.ranked(typed, store);
    const enough = ranking.found.length ? ranking.found[0].score * WEAK : 0;
    const strong = ranking.found.filter((one) => one.score >= enough);
    if (!strong.length) return lost(store);
    const titled = (one) => mingbai.terms.read(one.page.title, store).text === ranking.query.text;
    const meant = strong.filter((one) => one.page.kind > 0 && titled(one));
    const policies = strong.filter((one) => one.page.kind === 0).slice(0, POLICIES);
    const others = strong.filter((one) => one.page.kind > 0 && !meant.includes(one)).slice(0, OTHERS);
    return meant.map(other)
      .concat(policies.map((one, place) => policy(one, place, ranking, store)))
      .concat(others.map(other));
  }

  mingbai.answer = { answered };
})(self.mingbaiSearch = self.mingbaiSearch || {});
