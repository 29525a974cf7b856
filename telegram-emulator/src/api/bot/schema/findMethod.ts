import type { ApiMethods } from '@grammyjs/types'

import { METHODS } from './botApiSchema.ts'

/** As the reference writes it: sendMessage. */
export type MethodName = keyof ApiMethods<unknown>

interface FoundMethod {
  name: MethodName
  /** Whether it was called by a name that the reference no longer has. */
  isFormerName: boolean
}

/** A name that the server still knows and the types do not. */
const FORMER_NAMES: Record<string, MethodName> = { setstickersetthumb: 'setStickerSetThumbnail' }

const BY_NAME = new Map<string, FoundMethod>()
for (const [name, schema] of Object.entries(METHODS)) {
  const isFormerName = typeof schema === 'string'
  BY_NAME.set(name.toLowerCase(), { name: (isFormerName ? schema : name) as MethodName, isFormerName })
}
for (const [name, present] of Object.entries(FORMER_NAMES)) {
  BY_NAME.set(name, { name: present, isFormerName: true })
}

/** The method of a name in any case; undefined if Telegram has no such method. */
export function findMethod(name: string): FoundMethod | undefined {
  return BY_NAME.get(name.toLowerCase())
}
