// Search: pairs of syllables find pages, the pages themselves give the sentence around a hit.
(() => {
  const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  const ENDINGS = /(으로|에서|에게|까지|부터|이나|은|는|이|가|을|를|의|에|로|와|과|도|만)$/;
  const MOST = 24, AROUND = 36;
  const texts = new Map();
  let dialog, index, said;
  const initials = text => [...text].map(one => one >= "가" && one <= "힣" ? INITIALS[(one.charCodeAt(0) - 0xac00) / 588 | 0] : one).join("");
  const isHangul = word => /^[가-힣]+$/.test(word);
  const pairs = word => word.length < 2 ? [word] : [...word].slice(1).map((last, at) => word[at] + last);

  const read = async address => {
    const data = await (await fetch(address)).json(), grams = new Map();
    for (const line of data.grams.split("\n")) {
      const [numbers, those] = line.split("\t");
      let sum = 0;
      const found = new Set(numbers.split(",").map(step => sum += parseInt(step, 36)));
      for (const gram of those.split(" ")) grams.set(gram, found);
    }
    return {pages: data.pages, grams};
  };
  // The pages that hold every one of the pairs; each pair may stand for several grams.
  const every = choices => choices.map(keys => {
    const all = new Set();
    for (const key of keys) for (const page of index.grams.get(key) || []) all.add(page);
    return all;
  }).reduce((one, other) => one.intersection ? one.intersection(other) : new Set([...one].filter(page => other.has(page))));
  const keysWith = test => [...index.grams.keys()].filter(test);
  const lookUp = word => {
    if (/^[ㄱ-ㅎ]+$/.test(word)) {
      if (word.length < 2) return [new Set(), word];
      return [every(pairs(word).map(pair => keysWith(key => initials(key) === pair))), word];
    }
    if (!isHangul(word)) return [every([keysWith(key => key.startsWith(word))]), word];
    if (word.length === 1) return [every([keysWith(key => key.includes(word))]), word];
    const found = every(pairs(word).map(pair => [pair]));
    const stem = word.replace(ENDINGS, "");
    return found.size || stem.length < 2 || stem === word ? [found, word] : [every(pairs(stem).map(pair => [pair])), stem];
  };
  const textOf = async path => {
    if (!texts.has(path)) {
      const page = new DOMParser().parseFromString(await (await fetch(said.root + path)).text(), "text/html").querySelector("main");
      page.querySelectorAll("svg, script, style, nav, form").forEach(part => part.remove());
      for (const block of page.querySelectorAll("p, li, td, th, dt, dd, h1, h2, h3, caption, figcaption")) block.append(" ");
      texts.set(path, page.textContent.replace(/\s+/g, " ").trim());
    }
    return texts.get(path);
  };
  const place = (text, word) => /^[ㄱ-ㅎ]+$/.test(word) ? initials(text).indexOf(word) : text.toLowerCase().indexOf(word);
  const marked = (text, words) => {
    const piece = document.createDocumentFragment();
    while (text) {
      const hits = words.map(word => [place(text, word), word.length]).filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0]);
      if (!hits.length) break;
      const [[at, length]] = hits, mark = document.createElement("mark");
      mark.textContent = text.slice(at, at + length);
      piece.append(text.slice(0, at), mark);
      text = text.slice(at + length);
    }
    piece.append(text);
    return piece;
  };

  let turn = 0;
  const show = async () => {
    const mine = ++turn, list = dialog.querySelector(".results"), status = dialog.querySelector("[role=status]");
    const query = dialog.querySelector("input").value.normalize("NFC").toLowerCase().match(/[가-힣]+|[ㄱ-ㅎ]+|[a-z]+|\d+/g) || [];
    if (!query.length) { list.replaceChildren(); status.textContent = ""; return; }
    const looked = query.map(lookUp), words = looked.map(([, word]) => word);
    let found = [...looked.map(([pages]) => pages).reduce((one, other) => new Set([...one].filter(page => other.has(page))))];
    const whole = words.join(" ");
    const inTitle = number => index.pages[number][1].toLowerCase() === whole ? 2 : +words.every(word => place(index.pages[number][1], word) >= 0);
    found.sort((a, b) => inTitle(b) - inTitle(a) || index.pages[a][2] - index.pages[b][2] || a - b);
    const seen = [];
    await Promise.all(found.slice(0, MOST).map(async number => {
      const text = await textOf(index.pages[number][0]).catch(() => null);
      // Pairs may stand in different words: only what really holds all words is shown.
      if (text === null || words.every(word => place(text, word) >= 0)) seen.push([number, text]);
    }));
    if (mine !== turn) return;
    seen.sort((a, b) => found.indexOf(a[0]) - found.indexOf(b[0]));
    const groups = new Map();
    for (const [number, text] of seen) {
      const [path, title, kind] = index.pages[number], row = document.createElement("li"), link = document.createElement("a");
      link.href = said.root + path;
      link.append(marked(title, words));
      row.append(link);
      if (text) {
        const at = Math.max(0, ...words.map(word => place(text, word))), from = Math.max(0, at - AROUND);
        const line = document.createElement("p");
        line.append(from ? "…" : "", marked(text.slice(from, at + 2 * AROUND), words), "…");
        row.append(line);
      }
      groups.set(kind, [...(groups.get(kind) || []), row]);
    }
    list.replaceChildren(...[...groups].sort((a, b) => inOrder(a, b, seen)).flatMap(([kind, rows]) => {
      const head = document.createElement("h2"), body = document.createElement("ul");
      head.textContent = said.kinds[kind];
      body.append(...rows);
      return [head, body];
    }));
    status.textContent = seen.length ? said.found.replace("{count}", seen.length) : said.none;
  };
  const inOrder = ([a], [b], seen) => {
    const first = kind => seen.findIndex(([number]) => index.pages[number][2] === kind);
    return first(a) - first(b);
  };
  const move = event => {
    if (event.key === "Escape") { event.preventDefault(); dialog.close(); return; } // a search field would only empty itself
    if (!["ArrowDown", "ArrowUp"].includes(event.key)) return;
    const stops = [dialog.querySelector("input"), ...dialog.querySelectorAll(".results a")];
    const at = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    if (at >= 0 && at < stops.length) { event.preventDefault(); stops[at].focus(); }
  };
  const build = button => {
    said = JSON.parse(button.dataset.said);
    said.root = button.dataset.root;
    dialog = document.createElement("dialog");
    dialog.className = "search";
    dialog.setAttribute("aria-label", said.title);
    dialog.innerHTML = '<form role="search"><label></label><input type="search" id="search-words" autocomplete="off"><button type="button"></button></form><p role="status"></p><div class="results"></div><p class="quiet"><a></a></p>';
    const [label, close, all] = ["label", "button", ".quiet a"].map(one => dialog.querySelector(one));
    label.htmlFor = "search-words";
    label.textContent = said.title;
    close.textContent = said.close;
    all.textContent = said.index;
    all.href = button.dataset.index;
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => button.focus());
    dialog.addEventListener("keydown", move);
    dialog.addEventListener("click", event => { if (event.target === dialog) dialog.close(); });
    dialog.querySelector("form").addEventListener("submit", event => {
      event.preventDefault();
      const first = dialog.querySelector(".results a");
      if (first) location.href = first.href;
    });
    let wait;
    dialog.querySelector("input").addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(show, 120); });
    document.body.append(dialog);
  };
  window.juminSearch = async button => {
    if (!dialog) build(button);
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("input").select();
    index ||= await read(button.dataset.grams);
    show();
  };
})();
