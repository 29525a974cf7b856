/* global fetch, URLSearchParams */

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
  messages: (bot, person, after = 0) => request('GET', `${chat(bot, person)}/messages?after=${after}`),
  chatState: (bot, person) => request('GET', chat(bot, person)),
  updatePerson: (id, person) => request('POST', `/people/${id}`, person),
  /** `message` is {text}, {contact}, {location}, {users_shared} or a file, perhaps with reply_to_message_id. */
  send: (bot, person, message) => request('POST', `${chat(bot, person)}/send`, message),
  start: (bot, person, payload) => request('POST', `${chat(bot, person)}/start`, { payload }),
  press: (bot, person, text) => request('POST', `${chat(bot, person)}/press`, { text }),
  edit: (bot, person, message_id, text) => request('POST', `${chat(bot, person)}/edit`, { message_id, text }),
  remove: (bot, person, message_ids) => request('POST', `${chat(bot, person)}/delete`, { message_ids }),
  deleteChat: (bot, person) => request('POST', `${chat(bot, person)}/delete-chat`, {}),
  react: (bot, person, message_id, reaction) =>
    request('POST', `${chat(bot, person)}/react`, { message_id, reaction }),
  tap: (bot, person, tap) => request('POST', `${chat(bot, person)}/tap`, tap),
  block: (bot, person) => request('POST', `${chat(bot, person)}/block`, {}),
  vote: (bot, person, vote) => request('POST', `${chat(bot, person)}/vote`, vote),
  newbotLink: (url) => request('GET', `/newbot-link?${new URLSearchParams({ url })}`),
  webAppData: (bot, person, button_text, data) =>
    request('POST', `${chat(bot, person)}/web-app-data`, { button_text, data }),
  sharePhone: (bot, person) => request('POST', `${chat(bot, person)}/share-phone`, {}),
  sharePrepared: (bot, person, id) => request('POST', `${chat(bot, person)}/prepared-message`, { id }),
  initData: (launch) => request('GET', `/init-data?${new URLSearchParams(launch)}`),
  updateBot: (username, changes) => request('POST', `/bots/${encodeURIComponent(username)}`, changes),
  deleteBot: (username) => request('DELETE', `/bots/${encodeURIComponent(username)}`),
  createManagedBot: (bot) => request('POST', '/managed-bots', bot),
  calls: (after, newest) => request('GET', `/calls?after=${after}&newest=${newest}`),
  faults: () => request('GET', '/faults'),
  addFault: (fault) => request('POST', '/faults', fault),
  clearFaults: () => request('DELETE', '/faults'),
  clock: () => request('GET', '/clock'),
  advanceClock: (advance_ms) => request('POST', '/clock', { advance_ms }),
  unblock: (bot, person) => request('POST', `${chat(bot, person)}/unblock`, {}),
}
