import { erasureStages, tapSchema, type Tap } from '../contracts/lessonEvent.ts'
import { settingChoices } from '../contracts/settingChoices.ts'

/**
 * A tap in the 64 bytes that Telegram grants a button:
 * `1:<letter of the action>:<version, base 36>`, and for what is about a step `:<its uuid as 22 base64url signs>`,
 * for options of a question, pages, stars and settings `:<its place, base 36>`.
 * The first sign is the version of this format: a later one must not misread buttons that are still in
 * people's chats.
 */
const formatVersion = '1'

const letters = {
  begin: 'b',
  next: 'n',
  back: 'p',
  contents: 'c',
  resume: 'r',
  open: 'o',
  page: 'g',
  bookmark: 'm',
  unbookmark: 'w',
  restart: 'z',
  set: 't',
  rate: 'e',
  skip: 'k',
  erase: 'y',
  quiz: 'q',
  answer: 'a',
  select: 's',
  deselect: 'd',
  submit: 'u',
  send: 'v',
  clear: 'x',
  review: 'l',
} as const satisfies Record<Tap['action'], string>

const actions = new Map(Object.entries(letters).map(([action, letter]) => [letter as string, action]))

const encodeUuid = (uuid: string): string => {
  const bytes = (uuid.replaceAll('-', '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

const decodeUuid = (text: string): string => {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const hex = Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

export const encodeTap = (tap: Tap): string => {
  const head = `${formatVersion}:${letters[tap.action]}:${tap.version.toString(36)}`
  if ('stepId' in tap) return `${head}:${encodeUuid(tap.stepId)}`
  if ('choice' in tap) return `${head}:${settingChoices.indexOf(tap.choice).toString(36)}`
  if ('stage' in tap) return `${head}:${erasureStages.indexOf(tap.stage)}`
  return 'option' in tap ? `${head}:${tap.option.toString(36)}` : head
}

/** What a place in a list means for this action. */
const placed = (letter: string, place: number): object => {
  if (letter === letters.set) return { choice: settingChoices[place] }
  return letter === letters.erase ? { stage: erasureStages[place] } : { option: place }
}

/** Anything at all may come back from a client: null is what `encodeTap` did not write. */
export const decodeTap = (data: string): Tap | null => {
  const [, letter, version, step, option] =
    /^1:([a-z]):([0-9a-z]{1,11})(?::([A-Za-z0-9_-]{22})|:([0-9a-z]{1,2}))?$/.exec(data) ?? []
  if (letter === undefined || version === undefined) return null
  const parsed = tapSchema.safeParse({
    action: actions.get(letter),
    version: Number.parseInt(version, 36),
    ...(step === undefined ? {} : { stepId: decodeUuid(step) }),
    ...(option === undefined ? {} : placed(letter, Number.parseInt(option, 36))),
  })
  // One tap has one spelling: leading zeros, spare bits and surplus parts are not ours.
  return parsed.success && encodeTap(parsed.data) === data ? parsed.data : null
}
