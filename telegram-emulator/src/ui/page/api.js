/* global fetch, EventSource */

async function request(method, path, body) {
  const response = await fetch(`/emulator${path}`, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.error)
  return answer
}

const chat = (bot, person) => `/chats/${encodeURIComponent(bot)}/${person}`

/** The control API, as far as the page uses it. */
export const api = {
  people: () => request('GET', '/people'),
  createPerson: (person) => request('POST', '/people', person),
  bots: () => request('GET', '/bots'),
  createBot: (bot) => request('POST', '/bots', bot),
  bot: (username) => request('GET', `/bots/${encodeURIComponent(username)}`),
  chats: () => request('GET', '/chats'),
  messages: (bot, person) => request('GET', `${chat(bot, person)}/messages`),
  chatState: (bot, person) => request('GET', chat(bot, person)),
  send: (bot, person, text) => request('POST', `${chat(bot, person)}/send`, { text }),
  tap: (bot, person, tap) => request('POST', `${chat(bot, person)}/tap`, tap),
  block: (bot, person) => request('POST', `${chat(bot, person)}/block`, {}),
  vote: (bot, person, vote) => request('POST', `${chat(bot, person)}/vote`, vote),
  createManagedBot: (bot) => request('POST', '/managed-bots', bot),
  calls: (after) => request('GET', `/calls?after=${after}`),
  faults: () => request('GET', '/faults'),
  addFault: (fault) => request('POST', '/faults', fault),
  clearFaults: () => request('DELETE', '/faults'),
  advanceClock: (advance_ms) => request('POST', '/clock', { advance_ms }),
  unblock: (bot, person) => request('POST', `${chat(bot, person)}/unblock`, {}),
}

/** Follows what happens; `onOpen` also runs after a lost connection is back. */
export function followEvents({ onOpen, onEvent, onLost }) {
  const source = new EventSource('/emulator/events')
  source.addEventListener('open', onOpen)
  source.addEventListener('error', onLost)
  source.addEventListener('message', (event) => onEvent(JSON.parse(event.data)))
}
