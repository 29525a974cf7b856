/** A valid uuid for a small number, so that failures are readable. */
export const uuidOf = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
