// Finds cases on the first page: the index is loaded once, words and choices narrow it down, and the address keeps what was asked.
(() => {
  const form = document.querySelector(".case-finder");
  if (!form) return;
  const list = document.querySelector("ol.cases"), turn = document.querySelector("ol.cases ~ .turn"), further = document.querySelector(".further");
  const row = document.getElementById("case-row"), output = form.querySelector("output");
  if (!list) return;
  const MOST = Number(form.dataset.most), NAMES = ["theme", "province", "city", "year", "budget", "scale"], AT = 5;
  const first = [...list.children];
  let index = null, found = [], shown = 0;
  const load = () => index ||= fetch(form.dataset.index).then(answer => {
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  }).then(read => {
    const labels = name => read.facets[name].map(one => one[1]);
    const themes = labels("theme"), provinces = labels("province"), cities = labels("city"), samples = new Set(read.samples);
    const none = read.facets.theme.findIndex(one => one[0] === "none");
    read.cases = read.cases.map(one => {
      const told = [one[1], one[2], one[3], cities[one[AT + 2][0]], provinces[one[AT + 1][0]], ...one[AT].filter(at => at !== none).map(at => themes[at])];
      return {id: one[0], title: one[1], name: one[2], summary: one[3], when: one[4], facets: one.slice(AT), city: told[3], province: told[4],
        sample: samples.has(one[0].split(".")[0]), text: told.join(" ").toLowerCase()};
    });
    return read;
  });
  const asked = () => {
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value.trim()) params.set(name, value.trim());
    return params;
  };
  const narrowed = ({cases, facets}, params) => {
    const words = (params.get("q") || "").normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = NAMES.map((name, at) => [at, params.get(name) ? facets[name].findIndex(one => one[0] === params.get(name)) : null]).filter(one => one[1] !== null);
    return cases.filter(one => words.every(word => one.text.includes(word)) && wanted.every(([at, value]) => one.facets[at].includes(value)));
  };
  const drawn = one => {
    const made = row.content.cloneNode(true), link = made.querySelector("a"), [summary, about] = made.querySelectorAll("p"), spans = about.querySelectorAll("span"), button = made.querySelector("button");
    const [city, id] = one.id.split(".");
    link.href = form.dataset.root + "cases/" + city + "/" + id + "/";
    link.textContent = one.title;
    summary.textContent = one.summary;
    spans[0].textContent = one.city + " (" + one.province + ")";
    if (!one.sample) spans[1].remove();
    spans[2].textContent = [one.name, one.when].filter(Boolean).join(" · ");
    button.dataset.id = one.id;
    button.dataset.title = one.title;
    button.querySelector("span").textContent = ": " + one.title;
    return made;
  };
  const more = () => {
    list.append(...found.slice(shown, shown + MOST).map(drawn));
    shown = Math.min(found.length, shown + MOST);
    further.hidden = shown >= found.length;
    JuminChosen.show();
  };
  const find = async keep => {
    const params = asked(), address = params.toString();
    if (keep) history.replaceState(null, "", address ? "?" + address : location.pathname);
    if (!address) {
      list.replaceChildren(...first);
      if (turn) turn.hidden = false;
      further.hidden = true;
      output.textContent = "";
      JuminChosen.show();
      return;
    }
    let read;
    try { read = await load(); } catch {
      index = null;
      output.textContent = form.dataset.lost;
      return;
    }
    if (asked().toString() !== address) return; // asked anew meanwhile
    found = narrowed(read, params);
    shown = 0;
    list.replaceChildren();
    if (turn) turn.hidden = true;
    more();
    output.textContent = found.length ? form.dataset.found.replace("{count}", found.length.toLocaleString("ko")) : form.dataset.none;
  };
  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => find(true), 150);
  });
  form.addEventListener("focusin", () => load().catch(() => { index = null; }), {once: true});
  form.addEventListener("reset", () => setTimeout(() => find(true)));
  form.addEventListener("submit", event => {
    event.preventDefault();
    clearTimeout(waiting);
    find(true);
  });
  further.addEventListener("click", () => {
    const next = shown;
    more();
    list.children[next]?.querySelector("a")?.focus();
  });
  const restore = () => {
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = form.elements.namedItem(name);
      if (field && "value" in field) field.value = value;
    }
    setTimeout(() => find(false));
  };
  if (location.search) restore();
})();
