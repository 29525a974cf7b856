import { startJsonServer } from './jsonServer.ts'

export type TelegramCall = { token: string; method: string; payload: Record<string, unknown> }
type Answer = { result?: unknown; error_code?: number; description?: string; retry_after?: number }

/** A Bot API that says yes to everything, unless `answer` says otherwise, and remembers what it was asked. */
export const startFakeTelegram = async () => {
  const state = {
    calls: [] as TelegramCall[],
    answer: (_call: TelegramCall): Answer | undefined | Promise<Answer | undefined> => undefined,
    /** What chats were sent, in order; of rich messages their blocks as JSON. */
    texts: () =>
      state.calls
        .filter(({ method }) => ['sendMessage', 'sendRichMessage'].includes(method))
        .map(({ payload }) => payload.text ?? JSON.stringify(payload.rich_message)),
  }

  const server = await startJsonServer(async ({ path, body }) => {
    const [, token = '', method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? []
    const call = { token, method, payload: (body ?? {}) as Record<string, unknown> }
    state.calls.push(call)
    const {
      result = true,
      error_code,
      description = 'failed',
      retry_after,
    } = (await state.answer(call)) ?? {}
    if (error_code === undefined) return { status: 200, body: { ok: true, result } }
    const parameters = retry_after === undefined ? undefined : { retry_after }
    return { status: error_code, body: { ok: false, error_code, description, parameters } }
  })
  return Object.assign(state, server)
}

export type FakeTelegram = Awaited<ReturnType<typeof startFakeTelegram>>
