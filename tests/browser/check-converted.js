// Opens pages that stock Jupyter made of the notebooks (jupyter nbconvert --to html) with the network off, and looks whether every output that
// holds a figure shows one. Saves a screenshot of each page.
//
//   node check-converted.js --notebooks DIR --pages DIR [--shots DIR]
//
// CHROMIUM names the browser where it is not on the path. Exit code 1: a figure that nobody sees.
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { launched } from "./launched.js";

// The outputs of a notebook that are figures: those that Plotly can draw, and those whose words say so.
function figuresOf(path) {
  const outputs = JSON.parse(readFileSync(path, "utf8")).cells.flatMap((cell) => cell.outputs ?? []);
  return outputs.filter(({ data }) => data && ("application/vnd.plotly.v1+json" in data || [data["text/plain"] ?? ""].flat().join("").startsWith("Figure:"))).length;
}

const { values } = parseArgs({ options: { notebooks: { type: "string" }, pages: { type: "string" }, shots: { type: "string" } } });
const browser = await launched();
let faults = 0;
for (const name of readdirSync(values.notebooks).filter((each) => each.endsWith(".ipynb")).sort()) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true });
  const page = await context.newPage();
  await page.goto(pathToFileURL(resolve(join(values.pages, name.replace(".ipynb", ".html")))).href, { waitUntil: "domcontentloaded" });
  const shown = await page.evaluate(async () => {
    const pictures = [...document.querySelectorAll(".jp-OutputArea-output img, .output img")];
    await Promise.all(pictures.map((each) => each.decode().catch(() => {})));
    // What is folded away is no figure of its own.
    return pictures.filter((each) => each.naturalWidth > 0 && each.getBoundingClientRect().width > 50 && !each.closest("details")).length;
  });
  const wanted = figuresOf(join(values.notebooks, name));
  console.log(`${name.padEnd(28)} ${shown} of ${wanted} figures are seen`);
  faults += shown === wanted ? 0 : 1;
  if (values.shots) {
    mkdirSync(values.shots, { recursive: true });
    await page.screenshot({ path: join(values.shots, name.replace(".ipynb", ".png")), fullPage: true });
  }
  await context.close();
}
await browser.close();
process.exitCode = faults === 0 ? 0 : 1;
