// Runs before the first paint: tells style sheets that there is JavaScript, and brings back the reader's display settings.
(root => {
  root.dataset.js = "";
  try {
    for (const name of ["mode", "size"]) {
      const value = localStorage.getItem("jumin-" + name);
      if (value) root.dataset[name] = value;
    }
  } catch { /* a browser that keeps nothing shows the page as it comes */ }
})(document.documentElement);
