/** The probability whose log-odds these are: 1 / (1 + e^−x), in [0, 1]. */
export function inverseLogit(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
