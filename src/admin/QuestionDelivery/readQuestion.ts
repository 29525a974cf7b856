import type { FormState } from 'payload'

/** A question as it stands in the form, unsaved edits included. `path` is that of its row. */
export const readQuestion = (fields: FormState, path: string) => {
  const valueOf = (name: string): unknown => fields[`${path}.${name}`]?.value
  const textOf = (name: string): string => {
    const value = valueOf(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const rows = fields[`${path}.options`]?.rows ?? []
  return {
    kind: valueOf('blockType') === 'multiple' ? ('multiple' as const) : ('single' as const),
    text: textOf('text'),
    explanation: textOf('explanation') || null,
    options: rows.map((_row, index) => ({
      text: textOf(`options.${index}.text`),
      isCorrect: valueOf(`options.${index}.isCorrect`) === true,
    })),
  }
}
