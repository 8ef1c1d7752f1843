/*
  Asks a search box in an old Chromium, which playwright cannot drive. Run by old.py with node:
  what to do comes as JSON on standard input, the places of each question go to standard output.
*/
"use strict";

const read = () => JSON.parse(require("fs").readFileSync(0, "utf8"));

async function ask(page, told, words, starting) {
  const asked = Object.assign({}, told.box, {
    hits: starting,
    most: starting ? told.box.waits : told.box.most,
  });
  const settled = (before) =>
    page.evaluate(`(${told.settled})(${JSON.stringify(Object.assign({}, asked, before))})`);
  await page.click(told.box.field);
  await page.evaluate(`document.querySelector(${JSON.stringify(told.box.field)}).select()`);
  await page.keyboard.press("Delete");
  const before = await settled({ before: null, hits: false });
  /* Its protocol types no Chinese in one go; this is an input of the page's like any other. */
  await page.evaluate(`document.execCommand("insertText", false, ${JSON.stringify(words)})`);
  await page.keyboard.press("Shift");
  return (await settled({ before: before })).places;
}

async function main() {
  const told = read();
  const browser = await require(told.puppeteer).launch({
    executablePath: told.program,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"],
  });
  try {
    const page = await browser.newPage();
    const said = [];
    page.on("pageerror", (error) => said.push(String(error)));
    await page.setViewport(told.desk);
    await page.goto(told.address, { waitUntil: "load" });
    const started = (await ask(page, told, told.first, true)).length > 0;
    const found = [];
    for (const words of told.queries) found.push(started ? await ask(page, told, words, false) : []);
    const version = await browser.version();
    process.stdout.write(JSON.stringify({ version: version, errors: said, places: found }));
  } finally {
    await browser.close();
  }
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
