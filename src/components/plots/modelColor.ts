/** The colour of a risk model: red where it sees its own answer. */
export function modelColor(model: string): string {
  return model === "leaking" ? "var(--flag)" : "var(--theme-foreground)";
}
