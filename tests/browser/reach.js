// Uses what a page offers beside its text, as a reader would: the search, the folding of code, the filter of the scorecard, the way to tables
// and figures. The pages lie on a disk; nothing of this may need a network.

const opened = async (page) => page.evaluate(() => document.querySelectorAll("nav.side details").forEach((each) => { each.open = true; }));

/** Faults of the tools of one page. */
export async function useReach(page, name) {
  await opened(page);
  return [...(await search(page, name)), ...(await follow(page)), ...(await fold(page)), ...(await filter(page)), ...(await page.evaluate(numbered))];
}

async function search(page, name) {
  const field = page.locator("nav.side .search input");
  if ((await field.count()) === 0) return ["no search"];
  await field.fill("indirect effect");
  const first = page.locator("nav.side .search li a").first();
  const isFound = await first.waitFor({ timeout: 5_000 }).then(() => true, () => false);
  const faults = isFound ? [] : [`the search of ${name} finds no indirect effect`];
  if (isFound && !/^[\w-]+\.html#./.test(await first.getAttribute("href"))) faults.push("what the search finds has no place");
  await field.fill("nobody wrote this");
  if ((await page.locator("nav.side .search [role=status]").textContent()) !== "Nothing found") faults.push("the search finds what nobody wrote");
  await field.fill("");
  return faults;
}

// Who types and presses Enter stands at the first place that was found.
async function follow(page) {
  const other = await page.context().newPage();
  await other.goto(page.url().split("#")[0]);
  await opened(other);
  await other.locator("nav.side .search input").fill("bootstrap interval");
  await other.locator("nav.side .search li a").first().waitFor({ timeout: 5_000 }).catch(() => {});
  await other.keyboard.press("Enter");
  const isThere = await other.waitForFunction(() => location.hash !== "" && document.querySelector(":target"), null, { timeout: 5_000 }).then(() => true, () => false);
  const where = other.url().split("/").pop();
  await other.close();
  return isThere ? [] : [`Enter in the search leads to no place: ${where}`];
}

async function fold(page) {
  const button = page.locator(".tools button");
  if ((await button.count()) === 0) return [];
  const seen = () => page.evaluate(() => [...document.querySelectorAll(".cell > .code")].filter((each) => each.getClientRects().length > 0).length);
  const before = await seen();
  await button.click();
  const folded = await seen();
  await button.click();
  return folded === 0 && (await seen()) === before ? [] : [`of ${before} pieces of code ${folded} stay when all are folded`];
}

async function filter(page) {
  const buttons = page.locator(".filter button");
  const faults = [];
  let sum = 0;
  for (let i = (await buttons.count()) - 1; i >= 0; i--) {
    await buttons.nth(i).click();
    const shown = await page.evaluate(() => [...document.querySelectorAll("table.scores tbody tr")].filter((row) => row.getClientRects().length > 0).length);
    if (shown === 0) faults.push(`no value is ${await buttons.nth(i).textContent()}`);
    if (i > 0) sum += shown;
    else if (sum > 0 && sum !== shown) faults.push(`the filters show ${sum} values, all are ${shown}`);
  }
  return [...faults, ...(await hidden(page, buttons))];
}

// A link to a value that the filter hides shows it again.
async function hidden(page, buttons) {
  if ((await buttons.count()) === 0) return [];
  await buttons.last().click();
  const id = await page.evaluate(() => document.querySelector("table.scores tr[hidden]")?.id);
  if (!id) return [];
  await page.evaluate((to) => { location.hash = to; }, id);
  const isShown = await page.waitForFunction((to) => !document.getElementById(to).hidden, id, { timeout: 2_000 }).then(() => true, () => false);
  await buttons.first().click();
  return isShown ? [] : [`a link to ${id} leads to a hidden row`];
}

// Runs in the page: each table and figure has its number, and its number leads to it.
function numbered() {
  const faults = [];
  for (const link of document.querySelectorAll("caption a, figcaption a"))
    if (!document.getElementById(link.hash.slice(1))?.contains(link)) faults.push(`${link.textContent} leads elsewhere`);
  for (const link of document.querySelectorAll(".take a"))
    if (!/^data:text\/csv/.test(link.href) || decodeURIComponent(link.href.split(",").slice(1).join(",")).split("\n").length < 3) faults.push(`${link.textContent} holds nothing`);
  return faults;
}
