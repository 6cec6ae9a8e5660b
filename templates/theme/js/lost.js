// For the page that is shown at unknown addresses, at any depth, where nobody said by which address the site begins. The
// page asks for this file at each level above it: where it is, the site begins, and all addresses of the page begin there.
(script => {
  const page = document.documentElement;
  if (!script || page.dataset.begins) return; // a nearer level was the right one
  const root = page.dataset.begins = new URL("../", script.src).pathname;
  if (root === "/") return; // as the page has it
  const begins = value => /^\/(?!\/)/.test(value);
  const moved = value => root + value.slice(1);
  const move = elements => {
    for (const element of elements)
      for (const {name, value} of [...element.attributes])
        if ((name === "href" || name === "src" || name.startsWith("data-")) && begins(value)) element.setAttribute(name, moved(value));
  };
  // A script that was not found runs no more, whatever its address becomes.
  const again = lost => {
    for (const one of lost) {
      const found = document.createElement("script");
      found.src = moved(one.getAttribute("src"));
      found.async = false; // one after the other
      document.head.append(found);
    }
  };
  const scripts = [...document.head.querySelectorAll('script[src^="/"]')];
  move(document.head.querySelectorAll("link"));
  again(scripts.filter(one => !one.defer));
  document.addEventListener("DOMContentLoaded", () => {
    move(document.body.querySelectorAll("*"));
    again(scripts.filter(one => one.defer));
  });
})(document.currentScript);
