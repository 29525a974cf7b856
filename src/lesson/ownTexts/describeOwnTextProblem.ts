import type { OwnTextProblem } from './ownTextProblem.ts'

type Key = `ownText.problem.${OwnTextProblem['code']}`

/** A problem in words; `say` knows the catalogue of the person's language. */
export const describeOwnTextProblem = (
  { code, ...values }: OwnTextProblem,
  say: (key: Key, values: Record<string, string | number>) => string,
): string => say(`ownText.problem.${code}`, values)
