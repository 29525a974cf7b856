import type { Turn } from '../turn.ts'

/** Whether the course reminds, and the learner is somebody who may be reminded. */
export const isRemindable = ({
  newest,
  state,
  settings,
}: Pick<Turn, 'newest' | 'state' | 'settings'>): boolean =>
  newest.reminders !== undefined &&
  state.status === 'active' &&
  !state.isBlocked &&
  !state.isErasing &&
  settings.remindersEnabled
