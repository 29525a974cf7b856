import { METHODS, OBJECTS } from './botApiSchema.ts'
import type { MethodName } from './findMethod.ts'
import { readType, type ValueType } from './readType.ts'

export interface Field {
  type: ValueType
  isOptional: boolean
  /** What is to be used in its place, if it is deprecated. */
  successor?: string
}

export type Fields = ReadonlyMap<string, Field>

/** What the server still reads although neither the reference nor the types have it. */
const FORMER_PARAMETERS: Record<string, string> = {
  allow_sending_without_reply: 'reply_parameters',
  disable_web_page_preview: 'link_preview_options',
  thumb: 'thumbnail',
  correct_option_id: 'correct_option_ids',
  exclude_limited: 'exclude_limited_upgradable',
  can_manage_voice_chats: 'can_manage_video_chats',
  switch_pm_text: 'button',
  switch_pm_parameter: 'button',
  contains_masks: 'sticker_type',
}
const FORMER_FIELDS: Record<string, string> = {
  thumb: 'thumbnail',
  request_user: 'request_users',
  hide_keyboard: 'remove_keyboard',
  personal_keyboard: 'selective',
  force_reply_keyboard: 'force_reply',
  disable_web_page_preview: 'link_preview_options',
  hide_url: 'url',
}

/** What each method takes, by the parameters' names. */
export const PARAMETERS: ReadonlyMap<MethodName, Fields> = new Map(
  Object.entries(METHODS)
    .filter(([, schema]) => typeof schema !== 'string')
    .map(([name, schema]) => [name as MethodName, readFields(schema as Record<string, string>)]),
)

/** The objects that a type may be: one, or several to choose from. */
const OBJECT_FIELDS: ReadonlyMap<string, Fields> = new Map(
  Object.entries(OBJECTS)
    .filter(([, schema]) => typeof schema !== 'string')
    .map(([name, schema]) => [name, readFields(schema as Record<string, string>)]),
)
const UNIONS: ReadonlyMap<string, ValueType> = new Map(
  Object.entries(OBJECTS)
    .filter(([, schema]) => typeof schema === 'string')
    .map(([name, schema]) => [name, readType(schema as string)]),
)

export const formerParameter = (name: string): string | undefined => lookUp(FORMER_PARAMETERS, name)
export const formerField = (name: string): string | undefined => lookUp(FORMER_FIELDS, name)

/** The simple types and objects of which the value may be one. */
export function alternatives(type: ValueType): ValueType[] {
  if (type.kind === 'union') return type.of.flatMap(alternatives)
  const named = type.kind === 'object' ? UNIONS.get(type.name) : undefined
  return named ? alternatives(named) : [type]
}

export function fieldsOf(name: string): Fields {
  return OBJECT_FIELDS.get(name) ?? new Map()
}

function readFields(schema: Record<string, string>): Fields {
  return new Map(
    Object.entries(schema).map(([key, text]) => {
      const [type = '', successor] = text.split(' -> ', 2)
      const isOptional = key.endsWith('?')
      const field = { type: readType(type), isOptional, ...(successor && { successor }) }
      return [isOptional ? key.slice(0, -1) : key, field]
    }),
  )
}

function lookUp(table: Record<string, string>, name: string): string | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}
