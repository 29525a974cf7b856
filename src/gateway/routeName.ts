const id = /\/[0-9a-f]{8}-[0-9a-f-]{27}(?=\/|$)/gi

/** A path with few values, for metrics: ids become `:id`, whatever is not ours becomes one name. */
export const routeName = (path: string): string => {
  if (path.startsWith('/admin')) return '/admin'
  if (path.startsWith('/_next')) return '/_next'
  if (!path.startsWith('/api'))
    return ['/healthz', '/readyz', '/metrics', '/'].includes(path) ? path : '/other'
  const parts = path.replace(id, '/:id').split('/').slice(0, 5)
  return parts.every((part) => /^[A-Za-z0-9:_-]{0,32}$/.test(part)) ? parts.join('/') : '/api/other'
}
