// What a reader can do with a page beside reading it: search all pages, fold the code away, filter the scorecard. Everything is there
// without it as well; nothing is fetched but the index of the search, which lies beside the page.
document.addEventListener("DOMContentLoaded", () => {
  const make = (name, words, properties = {}) => Object.assign(document.createElement(name), { textContent: words }, properties);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const isWide = matchMedia("(min-width: 76rem)").matches;
  for (const part of all("nav.side details")) part.open = isWide;

  // What is wider than its place scrolls there: by the keyboard too, and with a sign that there is more.
  const scrollers = all(".shown, .wide, pre, math[display=block]");
  const look = () => {
    for (const place of scrollers) {
      const isCut = place.scrollWidth > place.clientWidth + 1;
      if (isCut === place.classList.contains("cut")) continue;
      place.classList.toggle("cut", isCut);
      // A formula keeps the role that it has.
      const marks = [["tabindex", "0"], ["role", "group"], ["aria-label", "Scrolls sideways"]].slice(0, place.localName === "math" ? 1 : 3);
      for (const [name, value] of marks)
        if (isCut) place.setAttribute(name, value);
        else place.removeAttribute(name);
    }
  };
  for (const place of scrollers)
    place.addEventListener("scroll", () => place.classList.toggle("ended", place.scrollLeft + place.clientWidth > place.scrollWidth - 4), { passive: true });
  look();
  addEventListener("resize", look);
  addEventListener("toggle", look, true);
  for (const picture of document.images) picture.addEventListener("load", look);

  const tools = document.querySelector("nav.side .tools");
  if (tools && document.querySelector(".cell > .code")) {
    const fold = make("button", "Fold all code", { type: "button" });
    fold.setAttribute("aria-pressed", "false");
    fold.addEventListener("click", () => {
      const isFolded = document.body.classList.toggle("without-code");
      fold.setAttribute("aria-pressed", String(isFolded));
      for (const code of all("details.code")) code.open = false;
    });
    tools.prepend(fold);
  }

  // Each count of the scorecard is the name of a class that its rows have.
  const counts = document.querySelector(".counts");
  const rows = all("table.scores > tbody > tr");
  const kinds = counts && rows.length > 0 ? [...counts.children].filter((each) => rows.some((row) => row.getElementsByClassName(each.className).length > 0)) : [];
  if (kinds.length > 1) {
    const bar = make("div", "", { className: "filter" });
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "Show values by verdict");
    const said = make("p", "", { className: "filtered" });
    said.setAttribute("role", "status");
    const show = (kind) => {
      for (const row of rows) row.hidden = kind !== "" && row.getElementsByClassName(kind).length === 0;
      for (const button of bar.children) button.setAttribute("aria-pressed", String(button.value === kind));
      said.textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length} values`;
      look();
    };
    for (const [kind, words] of [["", "all"], ...kinds.map((each) => [each.className, each.querySelector("span").textContent])])
      bar.append(make("button", words, { type: "button", value: kind }));
    bar.addEventListener("click", (event) => event.target.closest("button") && show(event.target.closest("button").value));
    (rows[0].closest(".wide") ?? rows[0].closest("table")).before(bar, said);
    // Who follows a link to a value sees it, whatever is filtered.
    addEventListener("hashchange", () => document.querySelector(":target")?.closest("tr[hidden]") && show(""));
    show("");
  }

  const search = document.querySelector("nav.side .search");
  if (!search) return;
  search.hidden = false;
  const field = search.querySelector("input");
  const status = search.querySelector("[role=status]");
  const list = search.querySelector("ol");
  const most = 20;
  let places = null;

  const rank = (place, words) => {
    let score = 0;
    for (const word of words) {
      const [inTitle, inText] = [place.title.includes(word), place.text.split(word).length - 1];
      if (!inTitle && inText === 0) return 0;
      score += (inTitle ? 20 : 0) + (place.title.startsWith(word) ? 20 : 0) + Math.min(inText, 5);
    }
    return score;
  };
  const excerpt = (text, word) => {
    const at = Math.max(0, plain(text).indexOf(word));
    const start = Math.max(0, text.lastIndexOf(" ", Math.max(0, at - 30)) + 1);
    return `${start > 0 ? "… " : ""}${text.slice(start, start + 110)}${text.length > start + 110 ? " …" : ""}`;
  };
  const answer = () => {
    const words = plain(field.value).split(/\s+/).filter((word) => word !== "");
    list.replaceChildren();
    status.textContent = "";
    if (words.length === 0 || places === null) return;
    const found = places.map((place) => ({ place, score: rank(place, words) })).filter((each) => each.score > 0).sort((a, b) => b.score - a.score);
    status.textContent = found.length === 0 ? "Nothing found" : found.length > most ? `${most} of ${found.length} places` : `${found.length} ${found.length === 1 ? "place" : "places"}`;
    for (const { place } of found.slice(0, most)) {
      const link = make("a", `${place.page}: ${place.name}`, { href: place.address });
      const item = make("li", "");
      item.append(link, make("span", excerpt(place.shown, words[0])));
      list.append(item);
    }
  };
  const begin = () => {
    if (places !== null || document.querySelector("script[data-search]")) return;
    const index = make("script", "", { src: "{Search}" });
    index.dataset.search = "";
    index.addEventListener("load", () => {
      places = self.pathwisePages.flatMap(({ page, title, places: parts }) => parts.map(([anchor, name, shown]) => (
        { page: title, name, shown, address: `${page}#${encodeURIComponent(anchor)}`, title: plain(`${name} ${title}`), text: plain(shown) })));
      answer();
    });
    document.head.append(index);
  };
  field.addEventListener("focus", begin);
  field.addEventListener("input", () => { begin(); answer(); });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { field.value = ""; answer(); }
    if (event.key === "Enter") list.querySelector("a")?.click();
  });
});
