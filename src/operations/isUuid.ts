const form = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Checked before an id from outside reaches a uuid column, which would refuse it with an error. */
export const isUuid = (text: string): boolean => form.test(text)
