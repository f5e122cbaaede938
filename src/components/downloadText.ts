/**
 * Hands a text to the reader as a file.
 *
 * @param parts of the text, in order: a long one need not be put together
 */
export function downloadText(parts: readonly string[], name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([...parts], {type}));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // the browser reads it after the click
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
