import { reviewActions } from '../../../../src/contracts/platformReview.ts'

type ReviewAction = (typeof reviewActions)[number]

/** What the buttons of a reviewer carry; at most 64 bytes. */
export type ReviewTap =
  | { kind: 'act'; action: ReviewAction; submissionId: string }
  | { kind: 'next' }
  | { kind: 'cards'; isOn: boolean }
  | { kind: 'leave'; courseId: string }

const form = /^rv:(\w+)(?::([0-9a-f-]{36}))?$/
const isAction = (name: string): name is ReviewAction => (reviewActions as readonly string[]).includes(name)

export const reviewData = {
  encode: (tap: ReviewTap): string => {
    switch (tap.kind) {
      case 'act':
        return `rv:${tap.action}:${tap.submissionId}`
      case 'next':
        return 'rv:next'
      case 'cards':
        return tap.isOn ? 'rv:on' : 'rv:off'
      case 'leave':
        return `rv:leave:${tap.courseId}`
    }
  },
  /** null: not ours, or made up. */
  decode: (data: string): ReviewTap | null => {
    const [, name, id] = form.exec(data) ?? []
    if (name === undefined) return null
    if (id === undefined) {
      if (name === 'next') return { kind: 'next' }
      return name === 'on' || name === 'off' ? { kind: 'cards', isOn: name === 'on' } : null
    }
    if (name === 'leave') return { kind: 'leave', courseId: id }
    return isAction(name) ? { kind: 'act', action: name, submissionId: id } : null
  },
}
