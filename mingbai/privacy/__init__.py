"""The privacy gate: what in a text belongs to one person, and whether it may go where it goes.

Comes in: any text and its context. Goes out: ``block``, ``warn`` or ``pass``, with offsets into the
text as given. Nothing here opens a file but ``files/``; nothing here knows a record.

Blocked everywhere: identity numbers (and other numbers of identity papers), bank cards and named
accounts, mobiles, private landlines, and a full identity (a name beside a birth date or a house).
Two marks lift a telephone: an office's name or label beside a landline, and in ``contact`` the
words ``publish: 网`` or ``纸`` (可公布, 对外公开 …) beside any, or in its row of a table.

Warned of, by context (x = warn, . = pass):

============  =========  =========  =========  =========  ========  ==========
context       name       name and   name and   name and   birth or  household
              alone      benefit    illness    village    house     pointed at
============  =========  =========  =========  =========  ========  ==========
case          x          x          x          x          x         x
policy        .          x          x          x          x         x
html, slides  .          x          x          x          x         x
table         .          x          x          x          x         x
attachment    .          x          x          x          x         x
comment       .          x          x          x          x         x
contact       .          x          x          .          x         x
sheet         .          .          x          .          x         x
============  =========  =========  =========  =========  ========  ==========

A masked number (138****1234) beside a name counts as a village does: the rest is easily guessed.
A case is on the web and shows nobody, so a name alone is too much. ``sheet`` is the paper on a
village's board: the articles want the person there whom the decision is about, and household size
and amount, but no illness. ``contact`` is the table of villages: a cadre's name and village belong
in it. A table, an attachment or a comment travels by itself, so it is judged as the web is; a
notice (公示) in a table as ``sheet`` is. Officials in their office and authors of files pass.
"""
