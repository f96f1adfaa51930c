// Moves each slider of a page with the pointer, as a reader would, and looks whether the drawing follows.

/** Returns how many sliders there are; those that do not move add to the faults. */
export async function moveSliders(page, faults) {
  const sliders = page.locator(".drawn .slider-container .slider-group, .drawn .slider-container:not(:has(.slider-group))");
  const count = await sliders.count();
  for (let i = 0; i < count; i++) {
    const drawing = page.locator(".drawn").filter({ has: page.locator(".slider-container") }).nth(i);
    await drawing.scrollIntoViewIfNeeded();
    const before = await state(drawing);
    await drag(page, drawing);
    await page.waitForTimeout(600);
    const after = await state(drawing);
    if (before.active === after.active) faults.push(`slider ${i + 1} does not move`);
    else if (before.shown === after.shown) faults.push(`slider ${i + 1} moves and nothing changes in the drawing`);
  }

  return count;
}

async function drag(page, drawing) {
  const grip = await drawing.locator(".slider-grip-rect").first().boundingBox();
  const rail = await drawing.locator(".slider-rail-touch-rect, .slider-rail-rect").first().boundingBox();
  const middle = grip.y + grip.height / 2;
  const from = grip.x + grip.width / 2;
  const to = rail.x + (from - rail.x < rail.width / 2 ? 0.8 : 0.2) * rail.width;
  await page.mouse.move(from, middle);
  await page.mouse.down();
  await page.mouse.move((from + to) / 2, middle, { steps: 5 });
  await page.mouse.move(to, middle, { steps: 5 });
  await page.mouse.up();
}

function state(drawing) {
  return drawing.evaluate((plot) => ({
    active: plot.layout?.sliders?.[0]?.active ?? plot._fullLayout?.sliders?.[0]?.active ?? 0,
    shown: [...plot.querySelectorAll(".plot, .infolayer .annotation, .infolayer .g-gtitle")].map((each) => each.outerHTML).join("").length
      + [...plot.querySelectorAll(".plot path, .plot text, .annotation text")].map((each) => (each.getAttribute("d") ?? "") + (each.getAttribute("transform") ?? "") + each.textContent).join("|"),
  }));
}
