/*
  Starts Material's search when somebody goes to its box, and not before: the words of all pages are
  larger than any page. They come as a script, since nothing can be fetched below file://; there the
  code of the worker runs in an empty frame, since no worker may start.
  Stands before Material's bundle, which asks for one worker as soon as it runs.
*/
(function () {
  "use strict";
  var words = new URL("../../search/search_index.js", document.currentScript.src).href;
  var query = document.querySelector("[data-md-component=search-query]");
  var Native = window.Worker;
  if (!query) return;

  /* Material gets one end of a channel for its worker; it says nothing until the other is ready. */
  window.Worker = function (address) {
    var channel = new MessageChannel();
    window.Worker = Native;
    channel.port1.start();
    query.addEventListener("focus", function once() {
      query.removeEventListener("focus", once);
      start(new URL(address, document.baseURI).href, channel.port2).catch(function () {
        giveUp();
        query.addEventListener("focus", once); /* the next visit to the box tries again */
      });
    });
    return channel.port1;
  };

  function giveUp() {
    var said = document.querySelector("[data-mb-failed]");
    said.textContent = said.getAttribute("data-mb-failed");
  }

  function start(address, port) {
    return load(words, document).then(function () {
      return location.protocol === "file:" ? framed(address) : native(address);
    }).then(function (worker) {
      var index = window.mingbaiIndex;
      worker.hear(function (answer) { port.postMessage(answer); });
      port.onmessage = function (event) { worker.ask(event.data); };
      worker.ask({ type: 0, data: { config: index.config, docs: index.docs, options: {} } });
    });
  }

  function native(address) {
    var worker = new Native(address);
    worker.addEventListener("error", function () { giveUp(); });
    return {
      ask: function (message) { worker.postMessage(message); },
      hear: function (told) {
        worker.addEventListener("message", function (event) { told(event.data); });
      }
    };
  }

  /* A frame has what a worker's code asks for, once its two words mean what they mean in a worker. */
  function framed(address) {
    return new Promise(function (done) {
      var frame = document.createElement("iframe");
      frame.hidden = true;
      frame.addEventListener("load", function () { done(frame.contentWindow); }, { once: true });
      document.body.appendChild(frame);
    }).then(function (inside) {
      inside.importScripts = function () {
        return Array.prototype.reduce.call(arguments, function (before, path) {
          return before.then(function () {
            return load(new URL(path, address).href, inside.document);
          });
        }, Promise.resolve());
      };
      return load(address, inside.document).then(function () {
        return {
          ask: function (message) {
            inside.dispatchEvent(new inside.MessageEvent("message", { data: message }));
          },
          hear: function (told) { inside.postMessage = told; }
        };
      });
    });
  }

  function load(address, page) {
    return new Promise(function (done, failed) {
      var script = page.createElement("script");
      script.src = address;
      script.onload = done;
      script.onerror = failed;
      page.head.appendChild(script);
    });
  }
})();
