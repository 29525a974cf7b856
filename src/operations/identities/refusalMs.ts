/** Every refused sign-in with a password is out after this time, in ms, and not before; hashing takes less. */
export const refusalMs = 600
