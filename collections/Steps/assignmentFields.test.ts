import { describe, expect, it } from 'vitest'

import { assignmentFields } from './assignmentFields.ts'

const fields = 'fields' in assignmentFields ? assignmentFields.fields : []
const extensions = fields.find((field) => 'name' in field && field.name === 'extensions')
const judge = (written: string) => {
  const { validate } = extensions as { validate: (value: string, options: object) => true | string }
  return validate(written, { req: { i18n: { language: 'en' } } })
}

describe('endings of files that an assignment takes', () => {
  it.each(['', 'pdf, docx; zip', 'PDF'])('should be taken as they are written: %j', (written) => {
    expect(judge(written)).toBe(true)
  })

  it('should name programs, which are never taken', () => {
    expect(judge('pdf, EXE, bat')).toBe('Programs are never taken: exe, bat.')
  })

  it('should be words of letters and digits', () => {
    expect(judge('*.pdf')).toContain('endings of file names')
  })
})
