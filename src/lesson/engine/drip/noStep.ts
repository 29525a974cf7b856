/** In place of a step in timers that are about all that is to be released to a learner. */
export const noStep = '00000000-0000-0000-0000-000000000000'
