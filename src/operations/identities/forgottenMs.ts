/** Whoever forgot their password is answered after this time, in ms, whether or not there was somebody to write to. */
export const forgottenMs = 300
