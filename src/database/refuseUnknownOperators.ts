import type { Payload } from 'payload'
import { validOperators } from 'payload/shared'

import { AppError } from '../errors/AppError.ts'

const refuse = (): never => {
  throw new AppError({ code: 'inputInvalid', status: 400 })
}

/** Payload lets operators of places through that its PostgreSQL knows for no other columns, and fails on them. */
export const refuseUnknownOperators = ({ db }: Payload): void => {
  const operators = db.operators as Partial<Record<string, unknown>>
  for (const operator of validOperators) operators[operator] ??= refuse
}
