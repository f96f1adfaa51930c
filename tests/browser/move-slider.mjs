// Moves the slider of every figure that has one, by pointer and by key, and looks whether the figure follows and nothing is
// fetched. Needs Chromium and the package playwright-core, installed anywhere that node finds it; the tests of the repository do not.
// Usage: node tests/browser/move-slider.mjs PAGE.html [PAGE.html...]
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
let faults = 0;
const check = (holds, what) => { if (!holds) { faults++; console.log(`  fault: ${what}`); } };
for (const path of process.argv.slice(2)) {
  for (const width of [1280, 390]) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const messages = [];
    page.on("console", (message) => messages.push(message.text()));
    page.on("request", (request) => { if (!/^(file|data|blob):/.test(request.url())) messages.push(request.url()); });
    await page.goto(pathToFileURL(resolve(path)).href);
    let sliders = 0;
    for (const figure of await page.locator("figure.chart").all()) {
      if (!await figure.evaluate((each) => each.querySelector("script")?.textContent.includes('"kind":"sequence"'))) continue;
      sliders++;
      await figure.scrollIntoViewIfNeeded();
      const grip = figure.locator(".slider-grip-rect").first();
      await grip.waitFor();
      const state = () => figure.locator(".js-plotly-plot").evaluate((plot) => JSON.stringify([plot.layout.sliders[0].active, plot.data.map((trace) => trace.x)]));
      const start = await state();
      await grip.scrollIntoViewIfNeeded();
      const [from, rail] = [await grip.boundingBox(), await figure.locator(".slider-rail-touch-rect").first().boundingBox()];
      await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
      await page.mouse.down();
      await page.mouse.move(rail.x + rail.width / 2, from.y + from.height / 2, { steps: 10 });
      await page.mouse.up();
      await page.waitForTimeout(300);
      const dragged = await state();
      check(dragged !== start, "the slider does not follow the pointer");
      await figure.locator(".drawn").focus();
      await page.keyboard.press("ArrowRight");
      await page.waitForTimeout(300);
      check(await state() !== dragged, "the slider does not follow the keys");
    }
    check(messages.length === 0, messages.join("; "));
    check(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page is wider than its window");
    console.log(`${path} at ${width}: ${sliders} sliders`);
    await page.close();
  }
}
await browser.close();
process.exit(faults === 0 ? 0 : 1);
