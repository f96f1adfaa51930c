// Clicks through a notebook in a running Jupyter server, as a reader does: runs all cells, waits for the outputs, asks for completion
// (Tab) and for inspection (Shift+Tab). tests/jupyter/check-clients.py --browser starts the server and calls this.
//
//   node check-notebook.js URL FOLDER_FOR_SCREENSHOTS
import { existsSync, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const [url, shots] = process.argv.slice(2);
const program = process.env.CHROMIUM ?? process.env.PATH.split(delimiter).map((folder) => join(folder, "chromium")).find(existsSync);
mkdirSync(shots, { recursive: true });
const browser = await chromium.launch({ executablePath: program, args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu", "--disable-quic"] });
const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
const fail = async (what) => {
  await page.screenshot({ path: join(shots, "jupyter-fault.png") });
  console.log(what);
  process.exit(1);
};

await page.goto(url);
await page.waitForFunction(() => window.Jupyter?.notebook?.kernel?.is_connected(), null, { timeout: 60_000 });
await page.click("#menus a.dropdown-toggle:text-is('Cell')");
await page.click("#run_all_cells");
const count = () => page.evaluate(() => Jupyter.notebook.get_cells().filter((cell) => cell.cell_type === "code" && /^\d+$/.test(String(cell.input_prompt_number ?? ""))).length);
const total = await page.evaluate(() => Jupyter.notebook.get_cells().filter((cell) => cell.cell_type === "code").length);
for (let i = 0; i < 300 && (await count()) < total; i++) await page.waitForTimeout(200);
if ((await count()) < total) await fail(`only ${await count()} of ${total} cells have run`);
const shown = await page.evaluate(() => [...document.querySelectorAll(".output_area")].filter((area) => area.getBoundingClientRect().height > 5).length);
const errors = await page.evaluate(() => document.querySelectorAll(".output_error").length);
if (shown < 5 || errors > 0) await fail(`${shown} outputs are visible, ${errors} of them errors`);
await page.evaluate(() => Jupyter.notebook.scroll_to_top());
await page.screenshot({ path: join(shots, "jupyter-top.png") });
await page.evaluate(() => document.querySelectorAll(".output_area")[2].scrollIntoView());
await page.screenshot({ path: join(shots, "jupyter-outputs.png") });

await page.evaluate(() => { Jupyter.notebook.insert_cell_at_bottom("code"); Jupyter.notebook.select(Jupyter.notebook.ncells() - 1); Jupyter.notebook.edit_mode(); });
await page.keyboard.type("Math.Sq");
await page.keyboard.press("Tab");
await page.waitForFunction(() => document.querySelector(".completions") || Jupyter.notebook.get_selected_cell().get_text().startsWith("Math.Sqrt"), null, { timeout: 20_000 }).catch(() => fail("Tab completes nothing"));
await page.screenshot({ path: join(shots, "jupyter-completion.png") });
if (await page.locator(".completions").count()) await page.keyboard.press("Enter");
await page.keyboard.type("(");
await page.keyboard.press("Shift+Tab");
await page.waitForFunction(() => document.querySelector("#tooltip")?.innerText.includes("Sqrt"), null, { timeout: 20_000 }).catch(() => fail("Shift+Tab shows nothing"));
await page.screenshot({ path: join(shots, "jupyter-inspection.png") });
await browser.close();
