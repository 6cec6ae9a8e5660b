// From words to pages: the index says which may hold them, the pages themselves say where, and that gives the order.
const JuminRank = (() => {
  const MOST = 24, ENOUGH = .5, FILE = 6;
  const {holds, flat, isInitials} = JuminQuery;
  const pairs = word => word.length < 2 ? [word] : [...word].slice(1).map((last, at) => [...word][at] + last);

  const unpacked = lines => {
    const grams = new Map();
    for (const line of lines ? lines.split("\n") : []) {
      const [numbers, those] = line.split("\t");
      let sum = 0;
      const pages = numbers.split(",").map(step => sum += parseInt(step, 36));
      for (const gram of those.split(" ")) grams.set(gram, pages);
    }
    return grams;
  };
  const read = async address => {
    const data = await (await fetch(address)).json();
    const pages = [
      ...data.pages.map(([path, title, kind, further = ""]) => ({path, title, kind, further})),
      ...data.files.map(([path, title, further, about]) => ({path, title, further, about, kind: FILE})),
    ];
    const same = new Map(), add = (one, other) => same.set(one, [...(same.get(one) || []), other]);
    for (const [name, ...others] of data.same) for (const other of others) { add(flat(other), flat(name)); add(flat(name), flat(other)); }
    const phones = data.phones.map(([names, label, number, note, path]) => ({called: names.split("\n"), names: names.split("\n").map(flat), label, number, note, path}));
    const told = [...pages.flatMap(page => [page.title, ...page.further.split("\n")]), ...data.same.flat()];
    const names = new Set(told.flatMap(name => [flat(name), ...(name.match(/[가-힣]{2,}/g) || [])]));
    const called = phones.flatMap(one => one.called), inside = told.flatMap(name => name.match(/[가-힣]{2,}/g) || []);
    const vocabulary = new Set([...inside, ...told, ...called, ...data.words.split(" ")].filter(name => /^[가-힣][가-힣 ]{1,13}$/.test(name)));
    for (const {path, number} of phones) for (const page of pages) if (path && page.path === path) page.further += `\n${number}\n${number.replace(/-/g, "")}`;
    return {pages, phones, same, names, vocabulary, passing: data.passing, grams: unpacked(data.grams), asides: unpacked(data.asides)};
  };

  // From page to how surely it holds the word: 1 among its words, .1 where it says them in passing.
  const pagesWith = (index, form) => {
    const choices = !isInitials(form) && /^[^a-z\d]/.test(form) && form.length > 1
      ? pairs(form).map(pair => [pair])
      : isInitials(form)
        ? form.length > 1 ? pairs(form).map(pair => keysWith(index, key => JuminLetters.initials(key) === pair, "initials" + pair)) : [[]]
        : [keysWith(index, key => /^[a-z\d]/.test(form) ? key.startsWith(form) : key.includes(form), form)];
    let found;
    for (const keys of choices) {
      const here = new Map();
      for (const [grams, weight] of [[index.asides, .1], [index.grams, 1]]) for (const key of keys) for (const page of grams.get(key) || []) here.set(page, weight);
      found = found ? new Map([...found].filter(([page]) => here.has(page)).map(([page, weight]) => [page, Math.min(weight, here.get(page))])) : here;
    }
    return found;
  };
  const keysWith = (index, test, name) => {
    index.kept ||= new Map();
    if (!index.kept.has(name)) index.kept.set(name, [...new Set([...index.grams.keys(), ...index.asides.keys()])].filter(test));
    return index.kept.get(name);
  };
  const lookUp = (index, unit) => {
    const found = new Map();
    for (const [form, weight] of unit.forms) for (const [page, sure] of pagesWith(index, form)) found.set(page, Math.max(found.get(page) || 0, weight * sure));
    // Titles are looked through whole: a single consonant finds the names that begin with it.
    index.pages.forEach((page, number) => {
      const named = isInitials(unit.word) ? JuminLetters.initials(page.title).startsWith(unit.word) : holds(page.title, unit) || holds(page.further, unit);
      if (named) found.set(number, Math.max(found.get(number) || 0, 1));
    });
    return found;
  };

  const texts = new Map();
  const BLOCKS = "p, li, td, th, dt, dd, h1, h2, h3, h4, caption, figcaption, summary, div, section, main";
  // The text of a page in blocks, each with what a word in it counts.
  const blocksOf = (address, passing) => {
    if (!texts.has(address)) {
      texts.set(address, fetch(address).then(async answer => {
        if (!answer.ok) throw new Error(address);
        const main = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main"), blocks = [];
        main.querySelectorAll("svg, script, style, nav, form, h1, .note-ref").forEach(part => part.remove());
        const walk = main.ownerDocument.createTreeWalker(main, NodeFilter.SHOW_TEXT);
        let last;
        for (let node; (node = walk.nextNode());) {
          const block = node.parentElement.closest(BLOCKS);
          if (block !== last) {
            const weight = block.closest(passing) || node.parentElement.closest(passing) ? .1 : block.closest("h2, h3, caption") ? 2 : block.closest(".summary, .lead, th, dt") ? 1.5 : 1;
            blocks.push({text: "", weight});
            last = block;
          }
          blocks[blocks.length - 1].text += node.data;
        }
        for (const block of blocks) block.text = block.text.replace(/\s+/g, " ").trim();
        return blocks.filter(block => block.text);
      }));
      texts.get(address).catch(() => texts.delete(address));
    }
    return texts.get(address);
  };

  const whole = units => units.map(unit => unit.forms[0][0]).join("");
  // What a page's own name adds.
  const named = (page, units, asked) => {
    const title = isInitials(asked) ? JuminLetters.initials(flat(page.title)) : flat(page.title);
    if (title === asked) return 12;
    if (page.further.split("\n").some(name => flat(name) === asked)) return 8;
    if (units.some(unit => unit.forms.some(([form]) => form === title))) return 6;
    if (units.length > 1 && title.includes(asked)) return 4;
    return title.startsWith(asked) ? 2 : 0;
  };
  // What each word counts on a page, and in how many of its blocks words stand together.
  const weighed = (blocks, units) => {
    const weights = units.map(unit => {
      const held = blocks.map(({text, weight}) => weight * holds(text, unit)).filter(Boolean), top = Math.max(0, ...held);
      return top < .2 ? top : top + Math.min(held.length, 5) / 20;
    });
    const together = Math.max(0, ...blocks.map(({text}) => units.filter(unit => holds(text, unit)).length));
    return {weights, close: together > 1 ? together / units.length : 0};
  };
  const best = async (index, units, root) => {
    const asked = whole(units), looked = units.map(unit => lookUp(index, unit));
    // A word on few pages says more than one on many; that a number is wanted says little of where.
    const rare = looked.map((found, at) => (1 + Math.log(1 + index.pages.length / Math.max(1, found.size)) / 2) * (units[at].phone ? .3 : 1));
    const all = rare.reduce((sum, one, at) => sum + (looked[at].size ? one : 0), 0);
    const scored = (page, weights) => {
      const held = units.map((unit, at) => Math.max(4 * holds(page.title, unit), 3 * holds(page.further, unit), weights[at]));
      const met = rare.reduce((sum, one, at) => sum + (held[at] ? one : 0), 0), sum = rare.reduce((sum, one, at) => sum + one * held[at], 0);
      return {page, held, met, sum: met ? (sum * (1 + met / all) / 2 + named(page, units, asked)) * (page.kind === FILE ? .5 : 1) : 0};
    };
    const order = (a, b) => b.sum - a.sum || a.page.kind - b.page.kind || a.number - b.number;
    const likely = [...new Set(looked.flatMap(found => [...found.keys()]))]
      .map(number => ({number, ...scored(index.pages[number], looked.map(found => found.get(number) || 0))}))
      .sort(order).slice(0, MOST);
    const seen = await Promise.all(likely.map(async row => {
      const {page} = row, file = page.kind === FILE;
      const blocks = file ? [{text: page.about, weight: 1}] : await blocksOf(root + page.path, index.passing).catch(() => null);
      if (!blocks) return row;
      const {weights, close} = weighed(blocks, units), again = scored(page, weights);
      return {...row, ...again, sum: again.sum + (again.met ? close : 0), line: file ? page.about : lineOf(blocks, units)};
    }));
    const most = Math.max(0, ...seen.map(row => row.met));
    const top = Math.max(0, ...seen.map(row => row.sum));
    const rows = seen.filter(row => row.met && (row.met >= ENOUGH * most || row.sum >= ENOUGH * top)).sort(order);
    return {rows, missing: units.filter((unit, at) => !unit.phone && !rows.some(row => row.held[at]))};
  };
  // The block that holds the most of the words, rather in running text than in passing.
  const lineOf = (blocks, units) => {
    let line = "", most = 0;
    for (const {text, weight} of blocks) {
      const many = units.filter(unit => holds(text, unit)).length, worth = many && many + (weight === .1 ? 0 : weight === 1 ? .5 : .25);
      if (worth > most) [line, most] = [text, worth];
    }
    return line;
  };

  // The numbers that were asked for, or that belong to exactly what was typed.
  const phonesFor = (index, units) => {
    const asking = units.some(unit => unit.phone), others = units.filter(unit => !unit.phone);
    const digits = others.map(unit => unit.word).join("");
    if (/^\d{8,11}$/.test(digits)) return index.phones.filter(one => one.number.replace(/-/g, "") === digits).slice(0, 1);
    if (!index.phones.length || (!asking && !others.length)) return [];
    if (!others.length) return index.phones.slice(0, 1);
    const forms = others.map(unit => unit.forms.filter(([, weight]) => weight >= .9).map(([form]) => form));
    const spelled = forms.reduce((heads, tails) => heads.flatMap(head => tails.map(tail => head + tail)).slice(0, 32), [""]);
    const exact = index.phones.filter(one => one.names.some(name => spelled.includes(name)));
    if (exact.length || !asking) return exact.slice(0, 3);
    return index.phones.filter(one => forms.every(each => one.names.some(name => each.some(form => form.length > 1 && name.includes(form))))).slice(0, 3);
  };
  return {read, best, phonesFor};
})();
