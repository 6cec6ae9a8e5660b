// Asks the service worker to keep this route for when there is no network, and says when it is kept.
(() => {
  const said = document.querySelector("[data-keeps]");
  if (!said || !("serviceWorker" in navigator) || navigator.connection?.saveData) return;
  const root = new URL(said.dataset.root, location.href);
  navigator.serviceWorker.addEventListener("message", event => { if (event.data.kept === said.dataset.keeps) said.hidden = false; });
  addEventListener("load", async () => {
    try {
      await navigator.serviceWorker.register(new URL("worker.js", root), {scope: root.pathname});
      const {active} = await navigator.serviceWorker.ready;
      active.postMessage({route: said.dataset.keeps});
    } catch { /* no worker here: the page is as good without */ }
  });
})();
