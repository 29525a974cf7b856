/** What a browser may show by itself; everything else is saved, whatever is inside. */
const shown = /^(image\/(jpeg|png|gif)|video\/mp4|audio\/(mpeg|mp4|ogg|flac|wav|aac)|application\/pdf)$/

/** Headers of a file that a stranger may have made: it never becomes a page of ours. */
export const mediaHeaders = ({ headers }: { headers: Headers }): Headers => {
  const type = (headers.get('content-type') ?? '').split(';')[0]!.trim()
  const isShown = shown.test(type)
  if (headers.has('content-type')) headers.set('content-type', isShown ? type : 'application/octet-stream')
  if (!headers.has('content-disposition'))
    headers.set('content-disposition', isShown ? 'inline' : 'attachment')
  headers.set('content-security-policy', "default-src 'none'; sandbox")
  headers.set('x-content-type-options', 'nosniff')
  headers.set('cross-origin-resource-policy', 'same-origin')
  return headers
}
