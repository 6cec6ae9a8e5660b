// Runs axe on the page in one mode, unless an earlier width showed each element as this one does.
//
// Of what a width can change, the rules that axe runs by itself read only what is shown, in which colours and type, and
// what scrolls; `target-size` would read more and is not among them. Type that has grown large needs less contrast than
// it was seen to have while it was small.
async ([width, mode, rules]) => {
  document.documentElement.dataset.mode = mode;
  const seen = (window.seen ??= {})[mode] ??= new Set(), before = seen.size;
  document.querySelectorAll("html, body, body *").forEach((one, place) => {
    const style = getComputedStyle(one), size = parseFloat(style.fontSize), bold = style.fontWeight >= 700;
    const scrolls = style.overflow !== "visible"
      && [one.scrollWidth > one.clientWidth + 13, one.scrollHeight > one.clientHeight + 13];
    const painted = [style, getComputedStyle(one, "::before"), getComputedStyle(one, "::after")].flatMap(part => [
      part.content, part.color, part.backgroundColor, part.backgroundImage, part.fill, part.opacity, part.textShadow,
      part.display, part.position]);
    const key = large => [place, one.checkVisibility({opacityProperty: true, visibilityProperty: true}), scrolls,
      style.overflow, style.zIndex, style.clipPath, style.textDecorationLine, style.fontStyle, style.borderBottomStyle,
      bold, large, one.clientWidth > 1, one.clientHeight > 1, ...painted].join();
    if (!seen.has(key(false))) seen.add(key(size >= 24 || (bold && size >= 18.66)));
  });
  if (seen.size === before) return [0, []];
  const told = await axe.run({resultTypes: ["violations"], selectors: false, ...(rules ? {runOnly: rules} : {})});
  const found = told.violations.map(({id, nodes}) => [
    width, mode, id, nodes[0].html.slice(0, 120), nodes[0].failureSummary.slice(0, 200)]);
  return [told.passes.length, found];
}
