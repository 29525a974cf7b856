/** Fractions of marks that add up to a whole may miss it by a little. */
const slack = 1e-4

/** 0–100, not rounded. What wrong answers cost takes nobody below nothing. */
export const percentOf = ({ earned, outOf }: { earned: number; outOf: number }): number =>
  outOf <= 0 ? 100 : Math.min(100, Math.max(0, (100 * earned) / outOf + slack))
