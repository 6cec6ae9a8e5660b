// Tells how many rows of a list are left: the filter itself is CSS and works without this.
(() => {
  for (const finder of document.querySelectorAll(".finder")) {
    const form = finder.querySelector("form"), output = finder.querySelector("output");
    if (!form || !output) continue;
    const tell = () => {
      const seen = [...finder.querySelectorAll(".row")].filter(row => row.offsetParent !== null).length;
      output.textContent = output.dataset.said.replace("{count}", seen);
    };
    form.addEventListener("change", tell);
    form.addEventListener("reset", () => setTimeout(tell));
    form.addEventListener("submit", event => event.preventDefault());
  }
})();
