/* Runs the core of the search without a browser: node run.js CORE SCRIPT… < calls; a line of JSON an answer. */
const fs = require("fs");
const vm = require("vm");

const inside = vm.createContext({});
inside.self = inside;
const run = (path) => vm.runInContext(fs.readFileSync(path, "utf8"), inside, { filename: path });
run(process.argv[2]);
const mingbai = inside.mingbaiSearch;
const slices = [];
let head = null;
mingbai.head = (told) => { head = told; };
mingbai.slice = (number, told) => { slices[number] = told; };
process.argv.slice(3).forEach(run);
if (head) {
  inside.store = mingbai.store.opened(head);
  mingbai.store.readied(inside.store, Infinity);
  inside.store.slices = slices;
}
for (const call of JSON.parse(fs.readFileSync(0, "utf8"))) {
  inside.given = call[1];
  const answer = vm.runInContext("(" + call[0] + ")(given)", inside);
  process.stdout.write(JSON.stringify(answer === undefined ? null : answer) + "\n");
}
