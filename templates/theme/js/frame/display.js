// Colour mode and text size: kept in this browser only, and applied before the page is seen (see main.html).
(() => {
  const root = document.documentElement, box = document.querySelector(".display");
  if (!box) return;
  const keep = (name, value) => {
    if (value) root.dataset[name] = value; else delete root.dataset[name];
    try {
      if (value) localStorage.setItem("jumin-" + name, value); else localStorage.removeItem("jumin-" + name);
    } catch { /* a browser that keeps nothing still shows what was chosen */ }
  };
  for (const input of box.querySelectorAll("input")) {
    input.checked = input.value === (root.dataset[input.name] || "");
    input.addEventListener("change", () => keep(input.name, input.value));
  }
  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && box.open) { box.open = false; box.querySelector("summary").focus(); }
  });
  document.addEventListener("click", event => { if (!box.contains(event.target)) box.open = false; });
})();
