/** Characters: an answer to a question is no essay. */
export const maxTypedAnswer = 500
