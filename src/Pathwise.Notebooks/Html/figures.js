// Draws each figure anew from its description, so that it answers to the pointer. Without Plotly the pictures stay.
document.addEventListener("DOMContentLoaded", () => {
  if (!window.Plotly) return;
  // On a narrow window the picture, which shrinks as a whole, is easier to read.
  const narrowest = 480;
  const draw = (figure) => {
    const description = JSON.parse(figure.querySelector("script").textContent);
    const kind = description.layout.meta && description.layout.meta.kind;
    // Only drawn anew does a sequence have its slider; its panels stand one below the other and fit.
    if (figure.clientWidth < narrowest && kind !== "sequence") return;
    const picture = figure.querySelector("img");
    // A diagram is laid out for its own size: stretched, its words would meet.
    if (picture && kind === "diagram") return;
    const place = document.createElement("div");
    place.className = "drawn";
    place.setAttribute("role", kind === "sequence" ? "group" : "img");
    place.setAttribute("aria-label", picture ? picture.alt : "A figure.");
    figure.append(place);
    const layout = Object.assign({}, description.layout, { autosize: true });
    delete layout.width;
    if (!layout.height && picture) layout.height = picture.height;
    Plotly.newPlot(place, {
      data: description.data, layout, frames: description.frames,
      config: { displaylogo: false, responsive: true, displayModeBar: matchMedia("(hover: hover)").matches ? "hover" : false, modeBarButtonsToRemove: ["sendDataToCloud", "lasso2d", "select2d"] },
    }).then(() => { figure.classList.add("live"); if (kind === "sequence") listen(place); }, () => place.remove());
  };
  // The slider answers to the arrow keys as well as to the pointer.
  const listen = (place) => {
    place.tabIndex = 0;
    place.addEventListener("keydown", (event) => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      const slider = place.layout.sliders[0];
      const step = by && slider.steps[slider.active + by];
      if (!step) return;
      event.preventDefault();
      Plotly.animate(place, ...step.args);
    });
  };
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      seen.unobserve(entry.target);
      draw(entry.target);
    }
  }, { rootMargin: "600px" });
  for (const script of document.querySelectorAll("figure.chart > script")) seen.observe(script.parentElement);
});
