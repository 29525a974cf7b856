/** Of fewer days in a row nobody speaks. */
export const shortestStreak = 2
