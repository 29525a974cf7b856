import type { Request } from 'express'
import type { Payload, PayloadRequest } from 'payload'
import type { z } from 'zod'

import type { Locale } from '../contracts/locale.ts'
import type { Env } from '../env.ts'
import type { Caller } from '../operations/identities/findCaller.system.ts'
import type { ReceivedFile } from './receiveFile.ts'
import type { ReadyAnswer } from './readyAnswer.ts'

/**
 * Who may call a route at all; what they may do there is the operation's to say. `anybody` · `session`: whoever is signed
 * in, also at a course's bot · `account`: signed in at the platform, with the rights of their role.
 */
export type RouteAccess = 'anybody' | 'session' | 'account'

/** What the routes are about; each is listed under one. */
export const apiTags = {
  Sessions: 'Signing in, and out',
  Users: 'People’s own accounts',
  Catalogue: 'Courses that anybody finds',
  Learning: 'Courses as their learners have them',
  Assignments: 'What learners hand in, and its review',
  Courses: 'Courses, for their authors and for everybody',
  Steps: 'The steps of a course',
  Media: 'Files of lessons',
}

/** What a route knows of the process that it runs in. */
export type ApiContext = { payload: Payload; env: Env }

export type ApiCall<Params, Query, Body, Who> = ApiContext & {
  params: Params
  query: Query
  body: Body
  /** Of a route that takes an upload; null: none came. Removed after the call. */
  file: ReceivedFile | null
  caller: Who
  locale: Locale
  request: Request
  /** For operations: who acts, and in which language. The same each time. */
  act: () => Promise<PayloadRequest>
  /** The version that the caller has seen (If-Match), `*` for any, null when they do not say. */
  ifMatch: string | null
}

type Answered<Answer> = Answer extends z.ZodType ? z.input<Answer> | ReadyAnswer : void
type Given<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined
type WhoIs<Access> = Access extends 'anybody' ? Caller | null : Caller

/**
 * A route of the platform API: what it takes and gives, and the operation that it is. Requests are checked against it, and
 * the OpenAPI document is written from it.
 */
export type ApiRoute = {
  method: 'get' | 'post' | 'put' | 'delete'
  /** Below `/api/v1`; parameters in braces. */
  path: `/${string}`
  /** In a client, what is called. */
  operationId: string
  tag: keyof typeof apiTags
  summary: string
  description?: string
  access: RouteAccess
  params?: z.ZodObject
  query?: z.ZodObject
  /** Of an upload: the form's other fields. */
  body?: z.ZodType
  /** It takes a form with a `file`, whose body is not read before it is known who sends it. */
  upload?: { isAllowed: (asking: { req: PayloadRequest }) => boolean; megabytes: (env: Env) => number }
  /** undefined: nothing is answered (204). */
  answer?: z.ZodType
  /** Of what is answered; 200 unless something was made. */
  status?: 200 | 201
  /** Its answer has a `version`, told as ETag; where it changes something it heeds If-Match. */
  isVersioned?: boolean
  /** It heeds If-Match, and answers nothing that has a version. */
  isConditional?: boolean
  /**
   * Of a POST: its operation has a transaction of its own and changes nothing when it is carried out again. Others are
   * one transaction with the Idempotency-Key that they came with.
   */
  isRepeatable?: boolean
  /**
   * Of a POST: shows that the caller has a right still to an answer that is given again for its Idempotency-Key, or throws as
   * reading it would. Who they are, and the role of their session, is asked before every call.
   */
  mayStill?: (call: ApiCall<never, never, never, never>, answer: never) => Promise<unknown>
  /** Its answer is a secret that nobody keeps: it takes no Idempotency-Key. */
  isSecret?: boolean
  /** How it may be refused beside the ways that all routes share. */
  refusals?: Partial<Record<400 | 401 | 402 | 403 | 404 | 409 | 412 | 503, string>>
  handle: (call: ApiCall<never, never, never, never>) => Promise<unknown>
}

/** Holds what a route takes and gives to its operation's types. */
export const apiRoute = <
  const Access extends RouteAccess,
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  Answer extends z.ZodType | undefined = undefined,
>(
  route: Omit<ApiRoute, 'access' | 'params' | 'query' | 'body' | 'answer' | 'mayStill' | 'handle'> & {
    access: Access
    params?: Params
    query?: Query
    body?: Body
    answer?: Answer
    mayStill?: (
      call: ApiCall<Given<Params>, Given<Query>, Given<Body>, WhoIs<Access>>,
      answer: Given<Answer>,
    ) => Promise<unknown>
    handle: (
      call: ApiCall<Given<Params>, Given<Query>, Given<Body>, WhoIs<Access>>,
    ) => Promise<Answered<Answer>>
  },
): ApiRoute => route as unknown as ApiRoute

/**
 * Whether it is carried out once per Idempotency-Key. Routes for anybody answer tokens, which nobody keeps, nor any other
 * secret.
 */
export const takesKey = ({ method, access, isSecret }: ApiRoute): boolean =>
  method === 'post' && access !== 'anybody' && isSecret !== true

/** Whether it heeds If-Match. */
export const takesVersion = ({ method, isVersioned, isConditional }: ApiRoute): boolean =>
  isConditional === true || (isVersioned === true && method === 'put')
