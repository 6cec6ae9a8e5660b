// A book beside the page: one page as a picture, which stays where it is when the book is made anew.
(() => {
  const section = document.querySelector(".book"), {book} = section.dataset;
  if (!book) return;
  const said = JSON.parse(section.dataset.said), title = section.getAttribute("aria-label");
  const find = name => section.querySelector(name);
  const picture = find("img"), at = find(".at"), of = find(".of"), status = find(".status"), sheet = find(".sheet");
  let page = Number(new URLSearchParams(location.hash.slice(1)).get("page")) || 1, now, asked;

  const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  const draw = async () => {
    if (!now?.version) return;
    page = Math.min(Math.max(Math.trunc(page) || 1, 1), now.pages);
    const width = Math.max(Math.round(sheet.clientWidth * devicePixelRatio), 1);
    const address = `/_editor/books/${encodeURIComponent(book)}/${page}.png?width=${width}&version=${now.version}`;
    at.value = page;
    at.max = now.pages;
    of.textContent = filled(said.of, {count: now.pages});
    history.replaceState(null, "", `#page=${page}`);
    if (address === asked) return;
    asked = address;
    const next = new Image();
    next.src = address;
    try { await next.decode(); } catch { return; }
    if (asked !== address) return;
    picture.src = address;
    picture.alt = filled(said.page, {title, page});
    picture.dataset.page = page;
    picture.dataset.version = now.version;
    picture.hidden = false;
  };
  const turn = steps => { page += steps; draw(); };

  find(".back").addEventListener("click", () => turn(-1));
  find(".on").addEventListener("click", () => turn(1));
  at.addEventListener("change", () => { page = Number(at.value); draw(); });
  sheet.addEventListener("keydown", event => {
    const steps = {ArrowLeft: -1, PageUp: -1, ArrowRight: 1, PageDown: 1}[event.key];
    if (steps) { event.preventDefault(); turn(steps); }
  });
  addEventListener("hashchange", () => { page = Number(new URLSearchParams(location.hash.slice(1)).get("page")) || page; draw(); });
  new ResizeObserver(draw).observe(sheet);

  const events = new EventSource("/_editor/events");
  events.onmessage = ({data}) => {
    const told = JSON.parse(data);
    now = told.books[book];
    status.textContent = told.busy || now.busy ? said.busy : !now.version ? said.none : told.errors ? said.old : said.ready;
    draw();
  };
  addEventListener("pagehide", () => events.close());
})();
