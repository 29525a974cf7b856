import { placeholder, placeholdersIn } from './placeholdersIn.ts'

/** `null`: not known. */
export type OwnTextValues = Partial<Record<string, string | number | null>>

/** A creator's text with its values. A line that names something that is not known is left out, not shown empty. */
export const fillOwnText = (text: string, values: OwnTextValues): string => {
  const valueOf = (name: string) => (Object.hasOwn(values, name) ? (values[name] ?? null) : null)
  return text
    .split(/\r\n?|\n/)
    .filter((line) => placeholdersIn(line).every((name) => valueOf(name) !== null))
    .map((line) => line.replace(placeholder, (_, name: string) => String(valueOf(name.trim()))))
    .join('\n')
}
