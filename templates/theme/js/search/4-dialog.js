// The dialog: a field, what is told of the search, and the pages found.
(() => {
  const AROUND = 36, OFFERED = 3;
  const {words, narrow, hits} = JuminQuery;
  let dialog, opener, index, said, turn = 0;
  const element = (name, ...children) => {
    const made = document.createElement(name);
    made.append(...children);
    return made;
  };
  const link = (address, text) => Object.assign(element("a", text), {href: address});
  const part = selector => dialog.querySelector(selector);

  // Where the words stand in a text, from left to right, none over another.
  const places = (text, units) => {
    const all = units.flatMap(unit => {
      const form = unit.forms.find(([one]) => hits(text, one).length);
      return form ? hits(text, form[0]) : [];
    }).sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    let end = 0;
    return all.filter(([at, length]) => at >= end && (end = at + length));
  };
  const marked = (text, units) => {
    const piece = document.createDocumentFragment();
    let end = 0;
    for (const [at, length] of places(text, units)) {
      piece.append(text.slice(end, at), element("mark", text.slice(at, at + length)));
      end = at + length;
    }
    piece.append(text.slice(end));
    return piece;
  };
  const row = ({page, line}, units) => {
    const kind = element("span", said.kinds[page.kind]);
    kind.className = "quiet";
    const item = element("li", link(said.root + page.path, marked(page.title, units)), " ", kind);
    if (line) {
      const [[at] = [0]] = places(line, units), from = Math.max(0, at - AROUND), until = at + 2 * AROUND;
      item.append(element("p", from ? "…" : "", marked(line.slice(from, until), units), until < line.length ? "…" : ""));
    }
    return item;
  };
  const phone = ({label, number, note, path}) => {
    const line = element("p", path ? link(said.root + path, label) : label, " ", Object.assign(link("tel:" + number.replace(/-/g, ""), number), {className: "figure"}));
    if (note) line.append(" ", Object.assign(element("span", note), {className: "quiet"}));
    line.className = "answer";
    return line;
  };
  const offer = near => {
    const line = element("p", said.near, " ");
    line.className = "hints";
    for (const word of near) {
      const button = Object.assign(element("button", word), {type: "button"});
      button.addEventListener("click", () => { part("input").value = word; part("input").focus(); show(); });
      line.append(button, " ");
    }
    return line;
  };
  const nothing = (units, call) => {
    const near = [...new Set(units.flatMap(unit => unit.forms.flatMap(([form]) => JuminLetters.nearest(form, index.vocabulary, OFFERED))))].slice(0, OFFERED);
    const lines = [element("p", said.none)];
    if (near.length) lines.push(offer(near));
    if (call && index.phones.length) lines.push(element("p", said.ask), phone(index.phones[0]));
    return lines;
  };
  // Words that were typed with the keyboard in Latin, as they were meant; none where they are not Korean.
  const retyped = asked => {
    if (!/[a-z]{3}/i.test(asked)) return "";
    const korean = narrow(asked).replace(/[A-Za-z]+/g, keys => JuminLetters.typed(keys));
    return /[ㄱ-ㅎㅏ-ㅣa-z]/i.test(korean) ? "" : korean;
  };

  const show = async () => {
    const mine = ++turn, status = part("[role=status]"), list = part(".results"), asked = part("input").value;
    status.setAttribute("aria-busy", "true"); // heard once the answer stands
    if (!index) return; // it is on its way, and answers what stands there then
    if (!asked.trim()) { list.replaceChildren(); status.replaceChildren(); settled(); return; }
    let units = words(asked, index), found = await JuminRank.best(index, units, said.root), note = "";
    const korean = found.rows.length ? "" : retyped(asked);
    if (korean) {
      units = words(korean, index);
      found = await JuminRank.best(index, units, said.root);
      note = said.typed.replace("{typed}", narrow(asked).trim()).replace("{word}", korean.trim());
    }
    if (mine !== turn) return;
    const {rows, missing} = found, lines = JuminRank.phonesFor(index, units).map(phone);
    if (note) lines.push(element("p", note));
    if (rows.length) {
      lines.push(element("p", said.found.replace("{count}", rows.length)));
      for (const unit of missing) lines.push(element("p", said.without.replace("{word}", unit.word)));
      const near = missing.flatMap(unit => JuminLetters.nearest(unit.word, index.vocabulary, 1));
      if (near.length) lines.push(offer(near));
    } else lines.push(...nothing(units, !lines.length));
    list.replaceChildren(...(rows.length ? [element("ol", ...rows.map(one => row(one, units)))] : []));
    status.replaceChildren(...lines);
    settled();
  };
  const settled = () => part("[role=status]").setAttribute("aria-busy", "false");

  // Left at once: the event of closing comes with the next frame, and until then keys would go to the hidden field.
  const leave = () => { dialog.close(); opener.focus(); };
  const move = event => {
    if (event.key === "Escape") { event.preventDefault(); leave(); return; } // a search field would only empty itself
    if (!["ArrowDown", "ArrowUp"].includes(event.key)) return;
    const stops = [part("input"), ...dialog.querySelectorAll("[role=status] a, [role=status] button, .results a")];
    const at = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    if (at >= 0 && at < stops.length) { event.preventDefault(); stops[at].focus(); }
  };
  const build = button => {
    opener = button;
    said = {...JSON.parse(button.dataset.said), root: button.dataset.root, index_address: button.dataset.index};
    dialog = document.createElement("dialog");
    dialog.className = "search";
    dialog.setAttribute("aria-label", said.title);
    dialog.innerHTML = '<form role="search"><label for="search-words"></label><input type="search" id="search-words" autocomplete="off"><button type="button"></button></form><div role="status"></div><div class="results"></div><p class="quiet"><a></a></p>';
    part("label").textContent = said.title;
    part("form button").textContent = said.close;
    Object.assign(part(".quiet a"), {textContent: said.index, href: said.index_address});
    part("input").maxLength = JuminQuery.LONGEST;
    part("form button").addEventListener("click", leave);
    dialog.addEventListener("close", () => opener.focus()); // closed by the browser itself
    dialog.addEventListener("keydown", move);
    dialog.addEventListener("click", event => { if (event.target === dialog) leave(); });
    part("form").addEventListener("submit", event => {
      event.preventDefault();
      const first = part(".results a");
      if (first) location.href = first.href;
    });
    let wait;
    part("input").addEventListener("input", () => {
      part("[role=status]").setAttribute("aria-busy", "true");
      clearTimeout(wait);
      wait = setTimeout(show, 120);
    });
    document.body.append(dialog);
  };
  window.juminSearch = async button => {
    if (!dialog) build(button);
    if (!dialog.open) dialog.showModal();
    part("input").select();
    index ||= await JuminRank.read(button.dataset.grams);
    show();
  };
})();
