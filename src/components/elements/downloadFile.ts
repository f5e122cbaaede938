/**
 * Hands a text or bytes to the reader as a file.
 *
 * @param parts in order: a long text need not be put together
 */
export function downloadFile(parts: readonly BlobPart[], name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([...parts], {type}));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // the browser reads it after the click
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
