export const reviewVerdicts = ['approved', 'rejected'] as const
export type ReviewVerdict = (typeof reviewVerdicts)[number]
