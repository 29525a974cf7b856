/** Whether a string says a time at all. */
export const isMoment = (iso: string): boolean => !Number.isNaN(Date.parse(iso))
