// The forms speak Korean unless somebody chose another language there: Sveltia goes by the browser's otherwise.
(() => {
  const name = "sveltia-cms.prefs";
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? "{}");
    if (!kept.locale) localStorage.setItem(name, JSON.stringify({ ...kept, locale: "ko" }));
  } catch {
    // A browser that keeps nothing shows its own language.
  }
})();
