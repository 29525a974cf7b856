const known = new Set<string>()

/** IANA names only: of offsets like +03:00 nobody knows when their summer time begins. */
const isZone = (name: string): boolean => {
  if (known.has(name)) return true
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
  } catch {
    return false
  }
  known.add(name)
  return true
}

/** The first of these that is a time zone, in the order learner, course, platform; UTC when none is. */
export const firstZone = (...names: (string | null | undefined)[]): string =>
  names.find((name) => typeof name === 'string' && isZone(name)) ?? 'UTC'
