// Opens what is folded around the part that the address names, and everything for paper: browsers before 2024 do neither.
(() => {
  const named = () => {
    try { return document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return null; }
  };
  const unfold = () => {
    const part = named();
    if (!part || !part.closest("details:not([open])")) return;
    for (let folded; (folded = part.closest("details:not([open])"));) folded.open = true;
    part.scrollIntoView();
  };
  unfold();
  addEventListener("hashchange", unfold);
  addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll("main details")) folded.open = true;
  });
})();
