/** Where a path can go on: words by their name, `:` for whatever stands for a parameter. */
type Fork = { next: Map<string, Fork>; route?: string }

const pages = new Set(['admin', '_next', 'courses', 'docs', 'media', 'auth', 'app', 'healthz', 'readyz', 'metrics', '']) // prettier-ignore

const parts = (path: string) => path.split('/').slice(1)

const find = ({ next, route }: Fork, [part, ...rest]: string[]): string | undefined => {
  if (part === undefined) return route
  return [next.get(part), next.get(':')].reduce<string | undefined>(
    (found, fork) => found ?? (fork && find(fork, rest)),
    undefined,
  )
}

/**
 * Names paths for metrics: by the route that they lead to, so that there are few names whatever strangers ask for.
 * @param routes below `/api`; parameters begin with a colon
 */
export const createRouteName = (routes: readonly string[]) => {
  const root: Fork = { next: new Map() }
  for (const route of routes) {
    let fork = root
    for (const part of parts(route)) {
      const name = part.startsWith(':') ? ':' : part
      const next: Fork = fork.next.get(name) ?? { next: new Map() }
      fork.next.set(name, next)
      fork = next
    }
    fork.route ??= route
  }
  return (path: string): string => {
    const [first = '', ...rest] = parts(path)
    if (first === 'api') return find(root, ['api', ...rest.filter((part) => part !== '')]) ?? '/api/other'
    return pages.has(first) ? `/${first}` : '/other'
  }
}
