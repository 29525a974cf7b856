import { createHash } from 'node:crypto'
import type { Api } from 'grammy'
import type { LanguageCode } from 'grammy/types'

import type { WishedBot } from '../../../../src/contracts/runnerBots.ts'
import { picturePiece } from './picturePiece.ts'

/** One thing that Telegram is told of a bot. */
export type Piece = {
  /** Key in `applied`: `name:ru`, `menuButton`. */
  name: string
  hash: string
  apply: (api: Api) => Promise<unknown>
}

export const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)

/** Telegram is the judge of what is a language code: a bad one is a refused piece. */
const languageOf = (code: string) => (code === '' ? undefined : (code as LanguageCode))

const textPieces = (code: string, texts: WishedBot['texts'][string]): Piece[] => {
  const language_code = languageOf(code)
  const { name, description, shortDescription } = texts
  return [
    {
      name: `name:${code}`,
      hash: hashOf(name),
      apply: (api) => api.raw.setMyName({ name, language_code }),
    },
    {
      name: `description:${code}`,
      hash: hashOf(description),
      apply: (api) => api.raw.setMyDescription({ description, language_code }),
    },
    {
      name: `shortDescription:${code}`,
      hash: hashOf(shortDescription),
      apply: (api) => api.raw.setMyShortDescription({ short_description: shortDescription, language_code }),
    },
  ]
}

const commandPiece = (code: string, commands: WishedBot['commands'][string]): Piece => ({
  name: `commands:${code}`,
  hash: hashOf(commands),
  apply: (api) => api.raw.setMyCommands({ commands, language_code: languageOf(code) }),
})

const menuButton: Piece = {
  name: 'menuButton',
  hash: hashOf({ type: 'commands' }),
  apply: (api) => api.raw.setChatMenuButton({ menu_button: { type: 'commands' } }),
}

const noTexts = { name: '', description: '', shortDescription: '' }

/**
 * Languages that a piece was once set in and that are no longer wished: an empty value takes them back.
 * Nothing wished at all (the course is not published) leaves a bot what it says of itself.
 */
const abandoned = (applied: Record<string, string>, kind: string, wished: object): string[] =>
  (Object.keys(wished).length === 0 ? [] : Object.keys(applied))
    .filter((key) => key.startsWith(`${kind}:`))
    .map((key) => key.slice(kind.length + 1))
    .filter((code) => !Object.hasOwn(wished, code))

const byLanguage = <Value>(values: Record<string, Value>): [string, Value][] =>
  Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))

/**
 * What Telegram has yet to be told, in order: the menu button first, because clients keep the one they saw
 * when the chat was opened. Nothing of a bot that may be somebody else's.
 */
export const wishedPieces = (
  wished: WishedBot,
  applied: Record<string, string>,
  loadPicture: () => Promise<Uint8Array | null>,
): Piece[] => {
  if (!wished.isProven) return []
  const all = [
    menuButton,
    ...byLanguage(wished.texts).flatMap(([code, texts]) => textPieces(code, texts)),
    ...abandoned(applied, 'name', wished.texts).flatMap((code) => textPieces(code, noTexts)),
    ...byLanguage(wished.commands).map(([code, commands]) => commandPiece(code, commands)),
    ...abandoned(applied, 'commands', wished.commands).map((code) => commandPiece(code, [])),
    ...picturePiece(wished.pictureHash, applied, loadPicture),
  ]
  return all.filter(({ name, hash }) => applied[name] !== hash)
}
