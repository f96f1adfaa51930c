// Draws each figure anew from its description, so that it answers to the pointer. Without Plotly the pictures stay.
const drawFigures = () => {
  // On a narrow window the picture, which shrinks as a whole, is easier to read.
  const narrowest = 480;
  // Labels that would meet on this width are broken into lines, rather than turned; what stands below moves down.
  const breakLabels = (layout, width) => {
    const labels = layout.xaxis && layout.xaxis.ticktext;
    if (!labels || labels.length === 0) return;
    const letters = Math.max(8, Math.floor((0.8 * width) / labels.length / 6.5));
    if (Math.max(...labels.map((label) => label.length)) <= letters) return;
    const broken = labels.map((label) => label.split(" ").reduce((lines, word) => {
      const longer = `${lines[lines.length - 1]} ${word}`;
      return lines[0] !== "" && longer.length <= letters ? [...lines.slice(0, -1), longer] : [...lines.filter((line) => line !== ""), word];
    }, [""]));
    const more = 15 * (Math.max(...broken.map((lines) => lines.length)) - 1);
    layout.xaxis = Object.assign({}, layout.xaxis, { ticktext: broken.map((lines) => lines.join("<br>")), tickangle: 0 });
    layout.margin = Object.assign({}, layout.margin, { b: ((layout.margin || {}).b || 0) + more });
    if (layout.height) layout.height += more;
    layout.annotations = (layout.annotations || []).map((note) => (note.yref === "paper" && note.y === 0 ? Object.assign({}, note, { yshift: (note.yshift || 0) - more }) : note));
  };
  const draw = (figure) => {
    const description = Object.assign({ layout: {} }, JSON.parse(figure.querySelector("script").textContent));
    const kind = description.layout.meta && description.layout.meta.kind;
    // Only drawn anew does a sequence have its slider; its panels stand one below the other and fit.
    const picture = figure.querySelector("img");
    if (figure.clientWidth < narrowest && kind !== "sequence" && picture) return;
    // A diagram is laid out for its own size: stretched, its words would meet.
    if (picture && kind === "diagram") return;
    const place = document.createElement("div");
    place.className = "drawn";
    place.setAttribute("role", kind === "sequence" ? "group" : "img");
    place.setAttribute("aria-label", picture ? picture.alt : "A figure.");
    figure.insertBefore(place, figure.querySelector("figcaption"));
    const layout = Object.assign({}, description.layout, { autosize: true });
    delete layout.width;
    if (!layout.height && picture) layout.height = picture.height;
    breakLabels(layout, figure.clientWidth);
    // Where two axes of numbers meet, a tick that nobody sees keeps their labels apart.
    const labels = (layout.xaxis && layout.xaxis.ticktext) || [];
    if (labels.length > 0 && labels.every((label) => /\d/.test(label) && !/\p{L}/u.test(label)) && layout.yaxis && !layout.yaxis.ticks)
      layout.yaxis = Object.assign({}, layout.yaxis, { ticks: "outside", ticklen: 10, tickcolor: "rgba(0,0,0,0)" });
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
};
document.addEventListener("DOMContentLoaded", () => {
  const library = document.createElement("script");
  library.src = "{Plotly}";
  library.addEventListener("load", drawFigures);
  document.head.append(library);
});
