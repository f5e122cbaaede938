/** A chart as one picture with a text for those who cannot see it: its parts are hidden, as their names say nothing. */
export function describedChart(chart: Element, description: string): HTMLElement {
  const picture = document.createElement("div");
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", description);
  chart.setAttribute("aria-hidden", "true");
  picture.append(chart);
  return picture;
}
