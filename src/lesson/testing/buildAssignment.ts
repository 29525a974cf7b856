import type { Assignment } from '../engine/release.ts'

/** An assignment that takes texts, photos and files; what is left out has a plain value. */
export const buildAssignment = (parts: Partial<Assignment> = {}): Assignment => ({
  requirements: [],
  accepts: ['text', 'photo', 'file'],
  maxFiles: 10,
  maxFileBytes: 20 * 1024 * 1024,
  extensions: [],
  maxAttempts: 0,
  maxPoints: null,
  passPoints: null,
  rubric: null,
  due: null,
  cutOff: null,
  isBlockingWhilePending: true,
  autoApproveDays: null,
  ...parts,
})
