import type { Draw } from '../draw.ts'
import type { PlannedStep } from '../plan/types.ts'
import type { Deed } from './deed.ts'
import { fileOf } from './files.ts'

type Accepted = NonNullable<NonNullable<NonNullable<PlannedStep['fields']['assignment']>['accepts']>>[number]

/** The work that somebody does for an assignment. Whoever reviews it is told by its words who did it. */
export const handIn = (step: PlannedStep, name: string, draw: Draw): Deed => {
  const accepts: Accepted[] = step.fields.assignment?.accepts ?? ['text']
  const [first = 'text', ...others] = accepts
  const kind = draw.pick([first, ...others], 'kind')
  if (kind === 'photo' || kind === 'voice') return { type: 'send', message: fileOf(kind) }
  if (kind === 'file') return { type: 'send', message: fileOf('document') }
  return { type: 'send', message: `The work of ${name} for ${step.key}` }
}
