// The checks that run inside a page. Each returns a list of faults, empty when all is well; a function stands alone, because only
// its text is sent to the page.

/** Keeps what the page's policy had to refuse. */
export function countViolations() {
  window.refused = [];
  addEventListener("securitypolicyviolation", (event) => window.refused.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
}

export function violations() {
  return window.refused;
}

/** Brings every figure into view once, and waits until those that draw themselves have done so. */
export async function scrollThrough(page) {
  await page.evaluate(async () => {
    for (const folded of document.querySelectorAll("details")) folded.open = folded.open || false;
    for (let y = 0; y < document.documentElement.scrollHeight; y += 400) {
      window.scrollTo({ top: y, behavior: "instant" });
      await new Promise((done) => setTimeout(done, 30));
    }
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
    for (let i = 0; i < 100 && [...document.querySelectorAll("figure.chart > .drawn")].some((each) => !each.parentElement.classList.contains("live")); i++)
      await new Promise((done) => setTimeout(done, 50));
  });
}

/** A figure shows its picture, or on a wide window its drawing with data in it. */
export function undrawnFigures(isWide) {
  const faults = [];
  for (const [i, figure] of document.querySelectorAll("figure").entries()) {
    const image = figure.querySelector("img");
    const text = figure.querySelector("script[type='application/json']")?.textContent;
    const isDiagram = text && JSON.parse(text).layout?.meta?.kind === "diagram";
    const drawing = figure.querySelector(".drawn");
    if (drawing) {
      const svg = drawing.querySelector(".main-svg");
      const marks = drawing.querySelectorAll(".trace path, .trace rect, .points path, .hm image, .lines path, .textpoint, .scatterlayer path, .barlayer path, .heatmaplayer image");
      if (!svg || svg.getBoundingClientRect().height < 50 || marks.length === 0) faults.push(`figure ${i + 1} is not drawn`);
    } else if (text && isWide && !isDiagram) faults.push(`figure ${i + 1} keeps its picture`);
    if (!drawing && (!image || !image.complete || image.naturalWidth === 0 || image.getBoundingClientRect().width < 50)) faults.push(`figure ${i + 1} shows nothing`);
  }
  return faults;
}

/** The page itself never scrolls sideways; what is too wide scrolls in a place of its own. */
export function overflow() {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const scrolls = (element) => element && (["auto", "scroll", "hidden"].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const wide = [...document.body.querySelectorAll("*")].filter((each) => each.getBoundingClientRect().right > root.clientWidth + 1 && !scrolls(each.parentElement));
  return [`the page is ${root.scrollWidth - root.clientWidth} pixels too wide: ${wide.slice(-3).map((each) => `${each.tagName}.${each.className} in ${each.closest("section")?.id}`).join("; ")}`];
}

/** Every picture says in words what it shows. */
export function missingWords() {
  const images = [...document.images].filter((each) => !each.alt.trim() || each.alt === "A figure.");
  const drawings = [...document.querySelectorAll(".drawn")].filter((each) => !each.getAttribute("aria-label")?.trim());
  const inline = [...document.querySelectorAll("main svg")].filter((each) => !each.closest(".drawn") && !each.closest("[aria-hidden=true]") && !each.querySelector("title") && !each.getAttribute("aria-label"));
  return [...images, ...drawings, ...inline].map((each) => `no words for a ${each.tagName.toLowerCase()} in ${each.closest("section")?.id}`);
}

/** No two words of a drawing lie on each other: in the static pictures, and in what is drawn from them. */
export function overlappingLabels() {
  const faults = [];
  const look = (texts, where) => {
    const boxes = texts.filter((each) => each.textContent.trim()).map((each) => ({ words: each.textContent.trim(), box: each.getBoundingClientRect() })).filter(({ box }) => box.width > 0);
    // Boxes are as high as the font, letters are not: two lines may touch.
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1)) {
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (across > 1.5 && down > 0.3 * Math.min(a.box.height, b.box.height)) faults.push(`"${a.words}" lies on "${b.words}" in ${where}`);
      }
  };
  const decoded = (address) => {
    const content = address.slice(address.indexOf(",") + 1);
    return address.includes(";base64,") ? new TextDecoder().decode(Uint8Array.from(atob(content), (letter) => letter.codePointAt(0))) : decodeURIComponent(content);
  };
  const aside = document.createElement("div");
  aside.style.cssText = "position:absolute;left:0;top:0;width:1200px;visibility:hidden";
  document.body.append(aside);
  for (const image of document.querySelectorAll("figure.chart img")) {
    // What this window shows: a narrow one has pictures of its own.
    const drawing = new DOMParser().parseFromString(decoded(image.currentSrc || image.src), "image/svg+xml").documentElement;
    aside.replaceChildren(document.importNode(drawing, true));
    look([...aside.querySelectorAll("text")], `the picture in ${image.closest("section")?.id}`);
  }
  aside.remove();
  for (const drawing of document.querySelectorAll("figure.live .drawn"))
    look([...drawing.querySelectorAll("text")].filter((each) => !each.closest(".hoverlayer, .modebar, .updatemenu-dropdown-button-group") && getComputedStyle(each).opacity !== "0"), `the drawing in ${drawing.closest("section")?.id}`);
  return faults;
}

/** Text stands out from what is behind it: a ratio of at least 4.5, as WCAG 2.2 asks. */
export function faintText() {
  const channels = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const light = (color) => channels(color).slice(0, 3).map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const color = getComputedStyle(each).backgroundColor;
      if ((channels(color)[3] ?? 1) > 0.5) return color;
    }
    return "rgb(255, 255, 255)";
  };
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.textContent.trim() || element.closest("svg, script, style, annotation, .drawn") || element.getClientRects().length === 0) continue;
    const [front, back] = [light(getComputedStyle(element).color), light(behind(element))];
    const ratio = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
    if (ratio < 4.5) found.add(`contrast ${ratio.toFixed(1)} of ${element.tagName.toLowerCase()}.${element.className}`);
  }
  return [...found];
}
