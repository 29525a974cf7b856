import { Router } from 'express'
import { z } from 'zod'

import { parseBody } from '../api/control/parseBody.ts'
import { ControlError } from '../api/control/controlError.ts'
import type { Emulator } from '../emulator.ts'
import { loginResult } from '../miniApp/loginResult.ts'
import type { BotRecord, Person } from '../state/types.ts'

const words = {
  en: {
    title: 'Log in with Telegram',
    who: (site: string, bot: string) => `${site} asks who you are, with @${bot}. Go there as:`,
    nobody: 'There is nobody here yet: make a person on the chat page first.',
    back: 'Cancel',
  },
  ru: {
    title: 'Вход через Telegram',
    who: (site: string, bot: string) => `${site} спрашивает, кто вы, с помощью @${bot}. Войти как:`,
    nobody: 'Здесь ещё никого нет: сначала создайте человека на странице чатов.',
    back: 'Отменить',
  },
}

const loginQuery = z.object({
  bot_id: z.coerce.number().int(),
  origin: z.url({ protocol: /^https?$/ }),
  return_to: z.url({ protocol: /^https?$/ }),
})

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character)
const nameOf = ({ first_name, last_name, username }: Person) =>
  [first_name, last_name, username && `(@${username})`].filter(Boolean).join(' ')

interface Page {
  bot: BotRecord
  people: Iterable<Person>
  returnTo: string
  now: number
  language: keyof typeof words
}

function loginPage({ bot, people, returnTo, now, language }: Page): string {
  const { title, who, nobody, back } = words[language]
  const linkTo = (result: string) => escape(`${returnTo}#tgAuthResult=${result}`)
  const rows = [...people].map(
    (person) =>
      `<li><a data-person="${person.id}" href="${linkTo(loginResult({ bot, person, now }))}">${escape(nameOf(person))}</a></li>`,
  )
  const asked = who(new URL(returnTo).host, bot.username)
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/styles/theme.css"><link rel="stylesheet" href="/styles/login.css"></head>
<body><main><h1>${title}</h1><p>${escape(rows.length > 0 ? asked : nobody)}</p><ul>${rows.join('')}</ul>
<p><a data-cancel href="${linkTo(Buffer.from('false').toString('base64url'))}">${back}</a></p></main></body>
</html>
`
}

/** The page of oauth.telegram.org where people say who they are to a web site, `/auth`. */
export function loginRoutes({ store, clock }: Emulator): Router {
  const router = Router()
  router.get('/auth', (request, response) => {
    const { bot_id: botId, origin, return_to: returnTo } = parseBody(loginQuery, request.query)
    const bot = [...store.bots].find(({ id }) => id === botId)
    if (!bot) throw new ControlError(404, 'Bot is not found')
    if (new URL(returnTo).origin !== new URL(origin).origin) throw new ControlError(400, 'Bot domain invalid')
    const language = request.acceptsLanguages('ru', 'en') === 'ru' ? 'ru' : 'en'
    const people = store.people.values()
    response.set({
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
    })
    response.type('html').send(loginPage({ bot, people, returnTo, now: clock.unixTime(), language }))
  })
  return router
}
