/** What a command that could not do its work says last: what is wrong, and that readers notice nothing of it. */
export function nothingBuilt(messages: readonly string[]): string {
  return `\n${messages.join("\n\n")}\n\nNothing was built; the last site is as it was.`;
}
