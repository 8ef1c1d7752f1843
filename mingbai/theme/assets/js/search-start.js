/*
  Puts our search behind Material's box. Material asks for a worker as soon as it runs and writes to it; it
  gets one end of a channel, and nothing is loaded before somebody goes to the box. Everything comes as
  scripts, since nothing can be fetched below file://, and only those slices that a question needs.
  Stands before Material's bundle.
*/
(function () {
  "use strict";
  const QUERY = 2;
  const READY = 1;
  const RESULT = 3;
  const NAMES_AT_ONCE = 500;
  const query = document.querySelector("[data-md-component=search-query]");
  const Native = window.Worker;
  const mingbai = window.mingbaiSearch = {};
  if (!query) return;

  window.Worker = function (address) {
    const channel = new MessageChannel();
    window.Worker = Native;
    channel.port1.start();
    query.addEventListener("focus", function once() {
      query.removeEventListener("focus", once);
      start(new URL(address, document.baseURI), channel.port2).catch(() => {
        giveUp();
        query.addEventListener("focus", once); /* the next visit to the box tries again */
      });
    });
    return channel.port1;
  };

  function giveUp() {
    const said = document.querySelector("[data-mb-failed]");
    said.textContent = said.getAttribute("data-mb-failed");
  }

  function start(address, port) {
    const slices = [];
    let head = null;
    mingbai.head = (told) => { head = told; };
    mingbai.slice = (number, told) => { slices[number] = told; };
    return Promise.all([load(address), load(new URL("head.js", address))]).then(() => {
      const store = mingbai.store.opened(head);
      store.slices = slices;
      return named(store).then(() => store);
    }).then((store) => {
      const typed = latest();
      port.onmessage = (event) => {
        if (event.data.type === QUERY) answer(event.data.data, store, address, port, typed());
      };
      port.postMessage({ type: READY });
    });
  }

  /* Makes the names ready, a few at a time, so that keys are never kept waiting. */
  function named(store) {
    return new Promise((done) => {
      (function more() {
        if (mingbai.store.readied(store, NAMES_AT_ONCE)) setTimeout(more, 0);
        else done();
      })();
    });
  }

  /* Tells of each question whether it is still the last one when its slices have come. */
  function latest() {
    let last = 0;
    return () => {
      const mine = last += 1;
      return () => mine === last;
    };
  }

  function answer(text, store, address, port, isLast) {
    const missing = mingbai.terms.slices(text, store).filter((number) => !store.slices[number]);
    Promise.all(missing.map((number) => load(new URL(number + ".js", address)))).then(() => {
      if (isLast()) port.postMessage({ type: RESULT, data: { items: mingbai.answer.answered(text, store) } });
    }).catch(giveUp);
  }

  function load(address) {
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = address.href;
      script.addEventListener("load", done);
      script.addEventListener("error", () => {
        script.remove();
        failed(new Error(address.href));
      });
      document.head.appendChild(script);
    });
  }
})();
