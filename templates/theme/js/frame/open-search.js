// Offers search where it works, and fetches its code only when it is asked for.
(() => {
  const button = document.querySelector(".open-search");
  if (!button) return;
  let asked;
  const open = () => {
    asked ??= new Promise((done, failed) => {
      const code = document.createElement("script");
      code.src = button.dataset.code;
      code.onload = done;
      code.onerror = failed;
      document.head.append(code);
    });
    asked.then(() => window.juminSearch(button)).catch(() => { location.href = button.dataset.index; });
  };
  for (const asking of document.querySelectorAll(".open-search, .ask-search")) {
    asking.addEventListener("click", open);
  }
  document.addEventListener("keydown", event => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); open(); }
  });
})();
