import { ImportProblems } from '../plan/importProblems.ts'
import { planImport, type PlanOptions } from '../plan/planImport.ts'
import { memorySource } from './memorySource.ts'

export const planOptions: PlanOptions = {
  flags: {},
  include: [],
  skip: [],
  isLenient: false,
  languages: ['ru', 'en'],
  categories: ['programming', 'other'],
  nameOfDiv: (kind) => `(${kind})`,
}

/** What importing these files would make. */
export const planFiles = (
  files: Record<string, string | number>,
  options: Partial<PlanOptions> & { name?: string } = {},
) => planImport(memorySource(files, options.name), { ...planOptions, ...options })

/** Why nothing would be made of them: `file:line code what`. */
export const faultsOf = async (
  files: Record<string, string | number>,
  options: Partial<PlanOptions> = {},
): Promise<string[]> => {
  try {
    await planFiles(files, options)
  } catch (error) {
    if (!(error instanceof ImportProblems)) throw error
    return error.problems.map(({ file, line, code, quiz, what }) =>
      `${file}:${line ?? ''} ${quiz ?? code} ${what}`.trim(),
    )
  }
  return []
}
