// Marks the stop that is being read, in the timetable and on the maps.
(() => {
  const stops = [...document.querySelectorAll(".stops > li")], markers = [...document.querySelectorAll(".map-marker")];
  if (!stops.length || !("IntersectionObserver" in window)) return;
  const seen = new Set();
  const mark = here => {
    const number = here.querySelector(".disc").textContent;
    for (const stop of stops) stop.classList.toggle("here", stop === here);
    for (const marker of markers) marker.classList.toggle("here", marker.querySelector("text").textContent === number);
  };
  const observer = new IntersectionObserver(entries => {
    for (const {target, isIntersecting} of entries) seen[isIntersecting ? "add" : "delete"](target);
    const here = stops.filter(stop => seen.has(stop)).pop();
    if (here) mark(here);
  }, {rootMargin: "-33% 0% -66%"});
  for (const stop of stops) observer.observe(stop);
  mark(stops[0]);
})();
