// What axe-core finds on a page: rules of WCAG and of good practice. The page's policy lets no script in, so axe comes by the debugger's way.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** One line for each rule that is violated, with the first place. */
export async function accessFaults(page) {
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    return violations.map((each) => `axe ${each.id} (${each.impact}), ${each.nodes.length} places: ${each.nodes[0].html.slice(0, 160)}`);
  });
}
