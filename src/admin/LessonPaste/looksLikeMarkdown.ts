/** Forms that nobody writes by chance, and that are no list of dashes in a letter. */
const certain = [
  /^#{1,6} \S/m,
  /^ {0,3}(```|~~~)[\w+#.-]*\s*$/m,
  /^ {0,3}\|?(\s*:?-{3,}:?\s*\|)+\s*:?-*:?\s*$/m,
  /^ {0,3}\$\$/m,
  /!?\[[^\]\n]+\]\([^\s)]+\)/,
  /^ {0,3}[-*+] \[[ xX]\] \S/m,
  /^ {0,3}:::\s*\{?[\w.]/m,
]

/** Forms that tell only together: two of them, or one in two places. */
const likely = [
  /^ {0,3}[-*+] \S/gm,
  /^ {0,3}\d{1,9}[.)] \S/gm,
  /^ {0,3}> ?\S/gm,
  /(^|[\s(])\*\*\S[^*\n]*\*\*/gm,
  /(^|[\s(])`[^`\n]+`/gm,
  /\$[^$\s][^$\n]*\\[a-z]+[^$\n]*\$/gm,
]

/** Whether a pasted text was written in Markdown. Of what is not sure it says no: the text then stays as it is. */
export const looksLikeMarkdown = (text: string): boolean =>
  certain.some((form) => form.test(text)) ||
  likely.reduce((count, form) => count + (text.match(form)?.length ?? 0), 0) >= 2
