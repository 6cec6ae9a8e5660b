// Goes out with every page of the preview: loads it anew when there is a newer one, and lays over it what is wrong.
(() => {
  const {version} = document.currentScript.dataset;
  const HIDDEN = "jumin-preview-hidden";
  const host = document.createElement("jumin-preview");
  const shadow = host.attachShadow({mode: "open"});
  const style = document.createElement("link");
  const over = document.createElement("div");
  style.rel = "stylesheet";
  style.href = "/_editor/over.css";
  if (self !== top) over.className = "inner";
  shadow.append(style, over);
  const styled = new Promise(done => { style.onload = style.onerror = done; });
  document.body.append(host);
  for (const weight of [400, 700]) {
    document.fonts.add(new FontFace("Preview", `url("/_editor/font-${weight}.woff2")`, {weight}));
  }

  const hidden = key => { try { return sessionStorage.getItem(HIDDEN) === key; } catch { return false; } };
  const hide = key => { try { sessionStorage.setItem(HIDDEN, key); } catch { /* then it is shown again on the next page */ } };

  let shown;
  const lay = async errors => {
    if (errors === shown) return;
    shown = errors;
    const answer = await fetch("/_editor/over");
    if (!answer.ok || shown !== errors) return;
    over.innerHTML = await answer.text();
    const dialog = over.querySelector("dialog");
    const beside = over.querySelector(".beside");
    if (beside) beside.href += `?page=${encodeURIComponent(location.pathname)}`;
    if (!dialog) return;
    await styled;
    dialog.addEventListener("close", () => hide(errors));
    dialog.querySelector(".close").addEventListener("click", () => dialog.close());
    over.querySelector(".open").addEventListener("click", () => dialog.showModal());
    if (!hidden(errors)) dialog.showModal();
  };

  let events;
  const listen = () => {
    if (events || document.hidden) return;
    events = new EventSource("/_editor/events");
    events.onmessage = ({data}) => {
      const now = JSON.parse(data);
      if (now.pages && now.pages !== version) location.reload();
      else lay(now.errors);
    };
  };
  // A browser opens six connections at once to a server: pages that nobody sees leave theirs to others.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) { events?.close(); events = undefined; } else listen();
  });
  listen();
})();
