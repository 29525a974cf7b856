import { previewOf } from '../../contracts/previewOf.ts'

/** Headers of a file that a stranger may have made: it never becomes a page of ours. */
export const mediaHeaders = ({ headers }: { headers: Headers }): Headers => {
  const type = (headers.get('content-type') ?? '').split(';')[0]!.trim()
  // Everything else is saved, whatever is inside.
  const isShown = previewOf(type) !== null || type === 'application/pdf'
  if (headers.has('content-type')) headers.set('content-type', isShown ? type : 'application/octet-stream')
  if (!headers.has('content-disposition'))
    headers.set('content-disposition', isShown ? 'inline' : 'attachment')
  headers.set('content-security-policy', "default-src 'none'; sandbox")
  headers.set('x-content-type-options', 'nosniff')
  headers.set('cross-origin-resource-policy', 'same-origin')
  return headers
}
