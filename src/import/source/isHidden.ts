/** What belongs to tools and not to a lesson. */
export const isHidden = (path: string): boolean =>
  path.split('/').some((name) => name.startsWith('.') || name === 'node_modules' || name === '__MACOSX')
