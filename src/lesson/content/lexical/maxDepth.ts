/** No author nests deeper; what does is kept as bare text, so that no stack overflows. */
export const maxDepth = 64
