/*
  Syllables to search tokens, by the same rules as sounds.py: a test compares the two. Also letters to
  syllables: whoever types dibao means what 低保 sounds like.
*/
(function (mingbai) {
  "use strict";

  /* One form for syllables that many do not tell apart: zh and z, ng and n. */
  function near(syllable) {
    const start = syllable.replace("zh", "z").replace("ch", "c").replace("sh", "s");
    return start.endsWith("ng") ? start.slice(0, -1) : start;
  }

  function token(one, following) {
    return "~" + near(one) + " " + near(following);
  }

  /* Syllables as one string in which others are found whole. */
  function row(syllables) {
    return " " + syllables.map(near).join(" ") + " ";
  }

  /* Splits letters into the fewest syllables; what is no syllable stays out. Empty if most does. */
  function spelt(letters, syllables) {
    const best = [{ cost: 0, from: -1 }];
    for (let end = 1; end <= letters.length; end += 1) {
      best[end] = { cost: best[end - 1].cost + 5, from: end - 1, lost: true };
      for (let start = Math.max(0, end - 6); start < end; start += 1) {
        const cost = best[start].cost + 1;
        if (cost < best[end].cost && syllables.has(letters.slice(start, end))) {
          best[end] = { cost, from: start, lost: false };
        }
      }
    }
    const found = [];
    let lost = 0;
    for (let end = letters.length; end > 0; end = best[end].from) {
      if (best[end].lost) lost += 1;
      else found.unshift(letters.slice(best[end].from, end));
    }
    return lost * 2 < letters.length ? found : [];
  }

  /* Insertions, losses, changes and swaps between two words; more than `most` is not counted. */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let older = [];
    let row = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let i = 1; i <= one.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const same = one[i - 1] === other[j - 1];
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          next[j] = Math.min(next[j], older[j - 2] + 1);
        }
      }
      older = row;
      row = next;
    }
    return row[other.length];
  }

  mingbai.sounds = { row, token, spelt, distance };
})(self.mingbaiSearch = self.mingbaiSearch || {});
