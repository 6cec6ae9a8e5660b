// The cases chosen for comparison: kept while the window is open, shown in the tray, carried by the address of the page that compares.
const JuminChosen = (() => {
  const MOST = 4, NAME = "jumin-compare", NAMES = ["a", "b", "c", "d"];
  const read = () => {
    try {
      const kept = JSON.parse(sessionStorage.getItem(NAME) || "[]");
      return Array.isArray(kept) ? kept.filter(one => Array.isArray(one) && typeof one[0] === "string" && typeof one[1] === "string").slice(0, MOST) : [];
    } catch { return []; }
  };
  let chosen = read();
  const address = (page, ids) => page + (ids.length ? "?" + ids.map((id, at) => NAMES[at] + "=" + encodeURIComponent(id)).join("&") : "");
  const named = search => {
    const asked = new URLSearchParams(search);
    return [...new Set(NAMES.map(name => asked.get(name)).filter(id => id && /^[a-z0-9-]+\.[a-z0-9-]+$/.test(id)))];
  };
  const keep = list => {
    chosen = list;
    try { sessionStorage.setItem(NAME, JSON.stringify(chosen)); } catch { /* a browser that keeps nothing still compares on this page */ }
    show();
  };
  const drop = id => keep(chosen.filter(one => one[0] !== id));
  const show = full => {
    for (const button of document.querySelectorAll("button.pick[data-id]")) button.setAttribute("aria-pressed", chosen.some(one => one[0] === button.dataset.id));
    const tray = document.querySelector(".tray");
    if (!tray) return;
    tray.hidden = !chosen.length;
    tray.querySelector("[role=status]").textContent = full ? tray.dataset.full : tray.dataset.said.replace("{count}", chosen.length);
    tray.querySelector("a").href = address(tray.dataset.compare, chosen.map(one => one[0]));
    tray.querySelector("ul").replaceChildren(...chosen.map(([id, title]) => {
      const row = document.createElement("li"), name = document.createElement("span"), out = document.createElement("button"), unseen = document.createElement("span");
      name.textContent = title;
      out.type = "button";
      out.textContent = tray.dataset.drop;
      unseen.className = "unseen";
      unseen.textContent = ": " + title;
      out.append(unseen);
      out.addEventListener("click", () => {
        drop(id);
        (tray.hidden ? document.querySelector("button.pick") : tray.querySelector("button"))?.focus();
      });
      row.append(name, out);
      return row;
    }));
  };
  document.addEventListener("click", event => {
    const button = event.target instanceof Element && event.target.closest("button.pick[data-id]");
    if (!button) return;
    const id = button.dataset.id;
    if (chosen.some(one => one[0] === id)) drop(id);
    else if (chosen.length < MOST) keep([...chosen, [id, button.dataset.title]]);
    else show(true);
  });
  document.querySelector(".tray > p:last-child button")?.addEventListener("click", () => keep([]));
  addEventListener("pageshow", event => { if (event.persisted) { chosen = read(); show(); } });
  show();
  return {address, named, show, keep};
})();
