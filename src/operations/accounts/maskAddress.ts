/** Enough of an e-mail address to know one's own, and little else: `a***@example.com`. */
export const maskAddress = (address: string): string => address.replace(/^(.)[^@]*/u, '$1***')
