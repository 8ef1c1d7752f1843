/*
  Text to search tokens, by the same rules as text.py: a test compares the two. Words as somebody wrote
  them come in; units go out (one character of Chinese, one number, one word of letters), and the pairs
  of neighbours that are looked up.
*/
(function (mingbai) {
  "use strict";
  const HAN = "\u3400-\u4dbf\u4e00-\u9fff";
  const UNIT = new RegExp("[0-9]+|[a-z]+|[" + HAN + "]", "g");
  const RUN = new RegExp("[0-9a-z" + HAN + "]+", "g");
  const NUMERAL = /[零〇一二两三四五六七八九十百]+/g;
  const DIGITS = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
  const TENS = { 十: 10, 百: 100 };

  /* One form for each thing: width, case, character, number; `plain` maps traditional characters. */
  function folded(text, plain) {
    const narrow = text.normalize("NFKC").toLowerCase();
    const simple = Array.from(narrow, (one) => plain.get(one) || one).join("");
    return simple.replace(NUMERAL, number);
  }

  /* A Chinese numeral in digits: 十五 is 15, 二〇二六 is 2026. */
  function number(numeral) {
    if (!/[十百]/.test(numeral)) return Array.from(numeral, (one) => DIGITS[one]).join("");
    let total = 0;
    let waiting = 0;
    for (const one of numeral) {
      if (one in TENS) {
        total += (waiting || 1) * TENS[one];
        waiting = 0;
      } else {
        waiting = DIGITS[one];
      }
    }
    return String(total + waiting);
  }

  /* The units of a folded text, those without a gap together. */
  function runs(text) {
    return (text.match(RUN) || []).map((run) => run.match(UNIT));
  }

  function isHan(unit) {
    return unit >= "\u3400";
  }

  /* Neighbours of which one is Chinese, and every number and word by itself: [token, first unit, last]. */
  function pairs(units) {
    const found = [];
    units.forEach((unit, at) => {
      const following = units[at + 1];
      if (!isHan(unit) && unit.length > 1) found.push([unit, at, at]);
      if (following && (isHan(unit) || isHan(following))) found.push([unit + following, at, at + 1]);
    });
    return found;
  }

  mingbai.text = { folded, runs, pairs, isHan };
})(self.mingbaiSearch = self.mingbaiSearch || {});
