// Opens every page of the exported site in a Chromium of this machine, wide and narrow, light and dark, with the network off, uses what
// it offers, and looks for what a reader would call broken. Saves a screenshot of each and a PDF of each printed page.
//
//   npm ci && node check-pages.js [--site DIR] [--shots DIR]
//
// Without --site the study is replicated first. CHROMIUM names the browser where it is not on the path. Exit code 1: a fault.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { accessFaults } from "./access.js";
import * as inPage from "./in-page.js";
import { launched } from "./launched.js";
import { useReach } from "./reach.js";
import { moveSliders } from "./sliders.js";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const windows = { wide: { width: 1280, height: 900 }, narrow: { width: 400, height: 800 } };
const schemes = ["light", "dark"];

function exportedSite() {
  const site = join(root, "artifacts", "replication");
  const pathwise = join(root, "artifacts", "bin", "Pathwise.Cli", "release", "pathwise");
  execFileSync(pathwise, ["replicate", "--out", site], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  return site;
}

// Everything that goes wrong while a page is open ends in one list.
function watch(page, site, faults) {
  const inside = pathToFileURL(site).href + "/";
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("requestfailed", (request) => faults.push(`failed: ${request.url().slice(0, 200)}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(inside) && !url.startsWith("data:") && !url.startsWith("blob:")) faults.push(`leaves the site: ${url}`);
  });
}

async function checkPage(browser, site, name, window, scheme, shots) {
  const faults = [];
  const context = await browser.newContext({ viewport: windows[window], colorScheme: scheme, reducedMotion: "reduce", offline: true });
  const page = await context.newPage();
  watch(page, site, faults);
  await page.addInitScript(inPage.countViolations);
  await page.goto(pathToFileURL(join(site, name)).href, { waitUntil: "load" });
  await inPage.scrollThrough(page);
  const isWide = window === "wide";
  for (const check of [inPage.violations, inPage.undrawnFigures, inPage.overflow, inPage.missingWords, inPage.overlappingLabels, inPage.faintText])
    faults.push(...(await page.evaluate(check, isWide)));
  faults.push(...(await accessFaults(page)));
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: join(shots, `${name.replace(".html", "")}-${window}-${scheme}.png`), fullPage: true });
  if (scheme === "light" && (await page.locator("nav.side .search input").count()) > 0) faults.push(...(await useReach(page, name)));
  const sliders = scheme === "light" ? await moveSliders(page, faults) : 0;
  if (isWide && scheme === "light") {
    await page.emulateMedia({ media: "print" });
    await page.pdf({ path: join(shots, name.replace(".html", ".pdf")), format: "A4", margin: { top: "2cm", bottom: "2cm", left: "2cm", right: "2cm" } });
  }
  const figures = await page.evaluate(() => document.querySelectorAll("figure").length);
  await context.close();
  return { faults, figures, sliders };
}

async function main() {
  const { values } = parseArgs({ options: { site: { type: "string" }, shots: { type: "string" } } });
  const site = values.site ? resolve(values.site) : exportedSite();
  const shots = resolve(values.shots ?? join(root, "artifacts", "screenshots"));
  mkdirSync(shots, { recursive: true });
  const names = readdirSync(site).filter((name) => name.endsWith(".html")).sort();
  if (names.length === 0) throw new Error(`No pages in ${site}.`);
  const browser = await launched();
  let count = 0;
  for (const name of names)
    for (const window of Object.keys(windows))
      for (const scheme of schemes) {
        const { faults, figures, sliders } = await checkPage(browser, site, name, window, scheme, shots);
        count += faults.length;
        if (faults.length > 0 || scheme === "light")
          console.log(`${name.padEnd(24)} ${window.padEnd(6)} ${scheme.padEnd(5)} ${figures} figures${sliders ? `, ${sliders} sliders` : ""}${faults.length ? `, ${faults.length} FAULTS` : ""}`);
        for (const fault of new Set(faults)) console.log(`    ${fault}`);
      }
  await browser.close();
  console.log(count === 0 ? `all ${names.length} pages are well` : `${count} faults`);
  return count === 0 ? 0 : 1;
}

process.exitCode = await main();
