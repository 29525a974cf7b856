import type { Finding } from '../convert/finding.ts'
import { sourceLimits, type SourceFile } from './source.ts'

/** The text of a page or of settings, or why it cannot be read. */
export const readText = async (file: SourceFile): Promise<string | Finding> => {
  const problem = (code: 'fileTooLarge' | 'notText', what: string): Finding => ({
    ...{ code, file: file.path, line: null, what },
  })
  if (file.bytes > sourceLimits.pageBytes) return problem('fileTooLarge', String(file.bytes))
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.read())
    return text.includes('\0') ? problem('notText', file.path) : text.replaceAll('\r\n', '\n')
  } catch (error) {
    if (error instanceof TypeError) return problem('notText', file.path)
    throw error
  }
}
