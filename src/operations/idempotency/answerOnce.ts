import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { AppError } from '../../errors/AppError.ts'
import { inTransaction } from '../inTransaction.ts'
import { transactionOf } from '../transactionOf.ts'

/** A call that its client may have to send again. */
export type KeyedCall = {
  userId: string
  /** Of the API: one key may be used for several. */
  operation: string
  key: string
  /** SHA-256 of what was asked for. */
  requestHash: string
}

/** What is to be done, and what throws when the caller may not have its remembered answer any more. */
type Doing<Answer> = { work: () => Promise<Answer>; mayStill: (answer: Answer) => Promise<unknown> }

type Stored = { request_hash: string; answer: unknown }
type Db = Awaited<ReturnType<typeof transactionOf>>

const findAnswer = async (db: Db, call: KeyedCall): Promise<{ answer: unknown } | null> => {
  const { rows } = await db.execute<Stored>(sql`
    SELECT request_hash, answer FROM idempotency_keys
    WHERE user_id = ${call.userId} AND operation = ${call.operation} AND key = ${call.key}`)
  const [stored] = rows
  if (stored === undefined) return null
  if (stored.request_hash !== call.requestHash)
    throw new AppError({ code: 'idempotencyKeyReused', status: 422 })
  return { answer: stored.answer ?? undefined }
}

const claim = async (db: Db, call: KeyedCall): Promise<boolean> => {
  const { rows } = await db.execute(sql`
    INSERT INTO idempotency_keys (user_id, operation, key, request_hash, created_at)
    VALUES (${call.userId}, ${call.operation}, ${call.key}, ${call.requestHash}, now())
    ON CONFLICT (user_id, operation, key) DO NOTHING RETURNING id`)
  return rows.length > 0
}

const remember = async (db: Db, call: KeyedCall, answer: unknown): Promise<void> => {
  await db.execute(sql`
    UPDATE idempotency_keys SET answer = ${JSON.stringify(answer ?? null)}::jsonb
    WHERE user_id = ${call.userId} AND operation = ${call.operation} AND key = ${call.key}`)
}

const allowed = async <Answer>(answer: Answer, mayStill: Doing<Answer>['mayStill']): Promise<Answer> => {
  await mayStill(answer)
  return answer
}

/**
 * Does the work once for all calls with the same key and answers all of them the same. Key, work and answer are one
 * transaction: a second call that comes meanwhile waits for the first one, and a work that failed has not taken its key.
 * @throws {AppError} idempotencyKeyReused (422) when the key came with something else before
 */
export const answerOnce = <Answer>(
  req: PayloadRequest,
  call: KeyedCall,
  { work, mayStill }: Doing<Answer>,
): Promise<Answer> =>
  inTransaction(req, async () => {
    const db = await transactionOf(req)
    if (!(await claim(db, call))) {
      const found = await findAnswer(db, call)
      if (found !== null) return allowed(found.answer as Answer, mayStill)
    }
    const answer = await work()
    await remember(db, call, answer)
    return answer
  })

/**
 * The same for work that has a transaction of its own and changes nothing when it is done again: a later call is answered
 * like the first one.
 */
export const answerAgain = async <Answer>(
  req: PayloadRequest,
  call: KeyedCall,
  { work, mayStill }: Doing<Answer>,
): Promise<Answer> => {
  const { drizzle: db } = req.payload.db
  const found = await findAnswer(db, call)
  if (found !== null) return allowed(found.answer as Answer, mayStill)
  const answer = await work()
  if (await claim(db, call)) await remember(db, call, answer)
  return answer
}
