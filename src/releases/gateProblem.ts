import type { MessageKey } from '../i18n/en.ts'
import type { MessageValues } from '../i18n/translate.ts'

type Suffix<Key> = Key extends `gate.${infer Code}` ? Code : never
export type GateCode = Suffix<MessageKey>

/** One thing that stands in the way of publishing, and where it is mended. */
export type GateProblem = {
  code: GateCode
  /** Field of the course, or of the step: the page shows it at `#field-…`. */
  field: string
  stepId?: string
  values: MessageValues
}
