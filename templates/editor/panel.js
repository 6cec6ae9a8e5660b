// The panel is drawn anew when what it tells changes, and keeps what was unfolded.
(() => {
  const OPEN = "jumin-preview-open";
  const folds = [...document.querySelectorAll("details")];
  try {
    const kept = JSON.parse(sessionStorage.getItem(OPEN));
    if (kept) folds.forEach((fold, place) => { fold.open = !!kept[place]; });
  } catch { /* as it comes */ }
  const keep = () => { try { sessionStorage.setItem(OPEN, JSON.stringify(folds.map(fold => fold.open))); } catch { /* not kept */ } };
  let first;
  const events = new EventSource("/_editor/events");
  events.onmessage = ({data}) => {
    if (first === undefined) first = data;
    if (data !== first || JSON.parse(data).busy !== JSON.parse(document.querySelector("main").dataset.said).busy) {
      keep();
      location.reload();
    }
  };
  addEventListener("pagehide", () => { keep(); events.close(); });
})();
