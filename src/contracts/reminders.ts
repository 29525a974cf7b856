/** So many times at most whoever stays away is called back before they do something. */
export const maxRungs = 5

/** The longest delay that says something. */
export const maxDelay = 365

/** Of a course whose creator has chosen none. */
export const defaultLadder = [
  { amount: 1, unit: 'days' },
  { amount: 3, unit: 'days' },
  { amount: 7, unit: 'days' },
] as const
