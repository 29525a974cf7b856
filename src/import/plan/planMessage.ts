import type { Finding } from '../convert/finding.ts'
import type { SourceErrorCode } from '../source/sourceError.ts'
import type { PlanOptions } from './planImport.ts'
import type { ImportPlan } from './types.ts'

/** `name`: what the source is called. */
export type PlanRequest = { location: string; name: string } & Omit<PlanOptions, 'nameOfDiv' | 'onProgress'>

/** What the worker that reads a source says. */
export type PlanMessage =
  | { type: 'progress'; done: number; total: number; file: string }
  | { type: 'plan'; plan: ImportPlan }
  | { type: 'problems'; problems: Finding[] }
  | { type: 'unreadable'; code: SourceErrorCode; what: string }
