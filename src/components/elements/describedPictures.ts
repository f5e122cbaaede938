/** Makes each drawing below an element one picture with a text: the names of its parts say nothing. */
export function describedPictures<E extends Element>(root: E, description: string): E {
  const drawings = root.matches("svg") ? [root] : Array.from(root.querySelectorAll("svg:not([role])"));
  for (const drawing of drawings) {
    drawing.setAttribute("role", "img");
    drawing.setAttribute("aria-label", description);
    for (const part of drawing.querySelectorAll("g[aria-label]")) part.removeAttribute("aria-label");
  }
  return root;
}
