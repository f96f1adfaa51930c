// Shows one universe of a multiverse: under the pointer, or by the arrow keys. Pictures and tables are there without it.
document.addEventListener("DOMContentLoaded", () => {
  const make = (name, words = "", properties = {}) => Object.assign(document.createElement(name), { textContent: words }, properties);
  const number = (value) => (value === null ? "—" : value.toFixed(3).replace("-", "\u2212"));

  const prepare = (part) => {
    const data = JSON.parse(part.querySelector("script[type='application/json']").textContent);
    const picture = part.querySelector("figure.pathwise");
    const shown = part.querySelector(".universe");
    const count = data.universes.length;
    const reference = data.universes.findIndex((universe) => universe.reference);
    const line = make("div", "", { className: "at" });
    let [place, pinned] = [Math.max(reference, 0), false];

    picture.tabIndex = 0;
    picture.setAttribute("role", "slider");
    picture.setAttribute("aria-label", "Universe");
    picture.setAttribute("aria-valuemin", "1");
    picture.setAttribute("aria-valuemax", String(count));
    picture.append(line);

    // Narrow windows have a picture of their own, with columns of its own.
    const layout = () => (matchMedia("(max-width: 640px)").matches ? data.narrow : data.wide);
    const columnOf = (at, on) => (at < data.drawn ? Math.floor((at * on.columns) / data.drawn) : on.columns + on.gap + Math.floor(((at - data.drawn) * on.apart) / (count - data.drawn)));

    const placeAt = (share) => {
      const on = layout();
      const column = ((share - on.left) / (on.right - on.left)) * (on.columns + on.gap + on.apart);
      if (column < on.columns || on.apart === 0) return Math.min(Math.max(Math.floor((column / on.columns) * data.drawn), 0), data.drawn - 1);
      const beyond = Math.max(column - on.columns - on.gap, 0) / on.apart;
      return Math.min(data.drawn + Math.floor(beyond * (count - data.drawn)), count - 1);
    };

    const mark = () => {
      const on = layout();
      const image = picture.querySelector("img");
      const share = on.left + (((columnOf(place, on) + 0.5) / (on.columns + on.gap + on.apart)) * (on.right - on.left));
      line.style.left = `${image.offsetLeft + (share * image.clientWidth)}px`;
      line.style.height = `${image.clientHeight}px`;
    };

    const effects = (universe) => {
      const table = make("table");
      const head = table.createTHead().insertRow();
      for (const name of ["Claim", "Estimate", "Interval", "As claimed"]) head.append(make("th", name));
      const body = table.createTBody();
      data.claims.forEach((claim, i) => {
        const [estimate, lower, upper, holds] = universe.effects[i] || [null, null, null, null];
        const row = body.insertRow();
        for (const words of [claim, number(estimate), lower === null ? "—" : `[${number(lower)}, ${number(upper)}]`, holds === null ? "—" : holds ? "yes" : "no"]) row.append(make("td", words));
      });
      return table;
    };

    const choices = (universe) => {
      const list = make("dl");
      data.decisions.forEach((decision, k) => {
        const option = universe.choices[k];
        const isOther = reference >= 0 && option !== data.universes[reference].choices[k];
        list.append(make("dt", decision.name));
        const value = make("dd");
        value.append(make(isOther ? "strong" : "span", option < 0 ? "does not arise" : decision.options[option] + (isOther ? " (published: otherwise)" : "")));
        list.append(value);
      });
      return list;
    };

    const show = (next) => {
      place = Math.min(Math.max(next, 0), count - 1);
      const universe = data.universes[place];
      const title = `Universe ${place + 1} of ${count}${universe.reference ? ", the published analysis" : ""}: ${universe.status}${universe.n === null ? "" : `, ${universe.n} cases`}`;
      const code = make("details");
      code.open = shown.querySelector("details") ? shown.querySelector("details").open : false;
      code.append(make("summary", "Its code"), make("pre", universe.code));
      shown.replaceChildren(make("h3", title), ...(universe.reason ? [make("p", universe.reason)] : []), effects(universe), choices(universe), code);
      picture.setAttribute("aria-valuenow", String(place + 1));
      picture.setAttribute("aria-valuetext", `${title}; ${data.claims.map((claim, i) => `${claim} ${universe.effects[i] ? number(universe.effects[i][0]) : "no estimate"}`).join("; ")}`);
      mark();
    };

    const shareOf = (event) => {
      const box = picture.querySelector("img").getBoundingClientRect();
      return (event.clientX - box.left) / box.width;
    };
    picture.addEventListener("pointermove", (event) => { if (!pinned) show(placeAt(shareOf(event))); });
    picture.addEventListener("click", (event) => { pinned = !pinned; line.classList.toggle("pinned", pinned); show(placeAt(shareOf(event))); });
    picture.addEventListener("keydown", (event) => {
      const far = Math.max(Math.round(count / 20), 1);
      const to = { ArrowLeft: place - 1, ArrowDown: place - 1, ArrowRight: place + 1, ArrowUp: place + 1, PageDown: place - far, PageUp: place + far, Home: 0, End: count - 1 }[event.key];
      if (event.key === "Enter" && shown.querySelector("details")) shown.querySelector("details").open = !shown.querySelector("details").open;
      else if (to === undefined) return;
      else show(to);
      event.preventDefault();
    });
    addEventListener("resize", mark);
    const image = picture.querySelector("img");
    image.addEventListener("load", mark);
    show(place);
  };

  for (const part of document.querySelectorAll("section.multiverse")) prepare(part);
});
