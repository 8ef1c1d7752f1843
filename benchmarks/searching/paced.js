/*
  How long a box takes, in the page: milliseconds from the moment at which it has the words until
  its hits are in the page and laid out. `asked.focus` gives it the focus in the same moment.
  `most` is the longest the main thread was busy meanwhile, 0 below 50 ms.
*/
(asked) => new Promise((done) => {
  const field = document.querySelector(asked.field);
  const list = document.querySelector(asked.list);
  let most = 0;
  const watch = new PerformanceObserver((entries) => {
    entries.getEntries().forEach((one) => { most = Math.max(most, one.duration); });
  });
  watch.observe({ entryTypes: ["longtask"] });

  function put(words) {
    field.value = words;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true, key: "Shift" }));
  }

  function time() {
    const start = performance.now();
    const seen = new MutationObserver(() => {
      if (!document.querySelector(asked.link)) return;
      list.getBoundingClientRect();
      const took = performance.now() - start;
      seen.disconnect();
      setTimeout(() => { watch.disconnect(); done({ took: took, most: most }); }, asked.rest);
    });
    seen.observe(list, { childList: true, subtree: true });
    if (asked.focus) field.focus();
    put(asked.words);
    setTimeout(() => {
      seen.disconnect();
      watch.disconnect();
      done({ took: null, most: most });
    }, asked.waits);
  }

  if (asked.focus) return void time();
  put("");
  setTimeout(time, asked.rest);
})
