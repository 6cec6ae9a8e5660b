// The words and numbers of a map that are too faint on what they stand on: pairs of text and contrast.
() => {
  const light = colour => {
    const parts = colour.match(/[\d.]+/g).slice(0, 3).map(Number)
      .map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const fill = element => light(getComputedStyle(element).fill);
  const contrast = (one, other) => {
    const [low, high] = [fill(one), fill(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const found = [];
  for (const [numbered, ground] of [[".map-marker", ".map-disc"], [".map-knot", "rect"]])
    for (const group of document.querySelectorAll(numbered))
      found.push([group.textContent, contrast(group.querySelector("text"), group.querySelector(ground))]);
  for (const area of document.querySelectorAll(".map-sea, .map-land, .map-tinted, .map-here, .map-towns"))
    for (const name of document.querySelectorAll(".map-names text"))
      found.push([name.textContent, contrast(name, area)]);
  return found.filter(([, ratio]) => ratio < 4.5);
}
