// Compares: the address says which cases; what is told of each is read from its own page, so that no other file can tell otherwise.
(() => {
  const place = document.querySelector(".compare");
  if (!place) return;
  const status = place.querySelector("[role=status]"), box = place.querySelector(".table-box"), table = place.querySelector("table"), said = place.dataset;
  const element = (name, words) => {
    const made = document.createElement(name);
    if (words) made.textContent = words;
    return made;
  };
  const page = id => said.root + "cases/" + id.replace(".", "/") + "/";
  const read = async id => {
    const answer = await fetch(page(id));
    if (!answer.ok) throw new Error(answer.status);
    const told = new DOMParser().parseFromString(await answer.text(), "text/html");
    const rows = new Map();
    for (const row of told.querySelectorAll(".facts [data-row]")) {
      const items = [...row.querySelectorAll("dd li")].map(item => item.textContent.replace(/\s+/g, " ").trim());
      const link = row.dataset.row === "source" && row.querySelector("a[href]");
      rows.set(row.dataset.row, {name: row.querySelector("dt").textContent.trim(), words: row.querySelector("dd").textContent.replace(/\s+/g, " ").trim(), items, link: link ? link.getAttribute("href") : ""});
    }
    if (!rows.size) throw new Error("no case");
    return {id, title: told.querySelector("h1").textContent.trim(), rows};
  };
  const value = one => {
    if (!one) return [element("span", said.unstated)];
    if (one.items.length) {
      const list = element("ul");
      list.append(...one.items.map(item => element("li", item)));
      return [list];
    }
    if (/^https?:\/\//.test(one.link)) {
      const link = element("a", one.words);
      link.href = one.link;
      return [link];
    }
    return [document.createTextNode(one.words)];
  };
  const draw = cases => {
    const head = element("tr"), corner = element("td", said.head);
    head.append(corner, ...cases.map(one => {
      const cell = element("th"), link = element("a", one.title), out = element("button", said.drop), unseen = element("span", ": " + one.title);
      cell.scope = "col";
      link.href = page(one.id);
      out.type = "button";
      out.className = "drop";
      unseen.className = "unseen";
      out.append(unseen);
      out.addEventListener("click", () => {
        const left = cases.filter(other => other !== one);
        history.replaceState(null, "", JuminChosen.address(location.pathname, left.map(other => other.id)));
        JuminChosen.keep(left.map(other => [other.id, other.title]));
        show(left, 0);
        status.focus();
      });
      const button = element("p");
      button.append(out);
      cell.append(link, button);
      return cell;
    }));
    table.tHead.replaceChildren(head);
    const names = new Map();
    for (const one of cases) for (const [row, told] of one.rows) if (!names.has(row)) names.set(row, told.name);
    const order = ["city", "what", "when", "who", "scale", "cost", "result", "figures", "source", "terms"].filter(row => names.has(row));
    table.tBodies[0].replaceChildren(...order.map(row => {
      const line = element("tr"), name = element("th", names.get(row));
      name.scope = "row";
      line.append(name, ...cases.map(one => {
        const cell = element("td");
        cell.dataset.label = one.title;
        cell.append(...value(one.rows.get(row)));
        return cell;
      }));
      return line;
    }));
  };
  const show = (cases, lost) => {
    const words = [cases.length > 1 ? said.said.replace("{count}", cases.length) : said.few];
    if (lost) words.push(said.lost.replace("{count}", lost));
    status.textContent = words.join(" ");
    box.hidden = !cases.length;
    if (cases.length) draw(cases);
  };
  status.tabIndex = -1;
  const ids = JuminChosen.named(location.search);
  Promise.allSettled(ids.map(read)).then(answers => {
    const cases = answers.filter(one => one.status === "fulfilled").map(one => one.value);
    if (cases.length) JuminChosen.keep(cases.map(one => [one.id, one.title]));
    show(cases, answers.length - cases.length);
  });
})();
