import type { RichBlock, RichBlockListItem } from '@grammyjs/types'

import { badRequest } from '../../botApiError.ts'
import { isObject, type Fields } from '../../fields.ts'
import { listLabel } from './listLabel.ts'
import { optionalBoolean, optionalInteger, optionalString, requiredArray } from './optionalFields.ts'

const TYPES = ['a', 'A', 'i', 'I', '1'] as const
const BULLET = '•'

/** A list: either every item has a number or none has. */
export function readRichList(
  value: Fields,
  readBlocks: (values: readonly unknown[]) => RichBlock[],
): RichBlock {
  let next = 1
  const items = requiredArray(value, 'items').map((given): RichBlockListItem => {
    if (!isObject(given)) throw new Error('expected an Object')
    const blocks = readBlocks(requiredArray(given, 'blocks'))
    const number = readNumber(given, next)
    if (number) next = number.value + 1
    return { label: number?.label ?? BULLET, blocks, ...readCheckbox(given), ...number }
  })
  if (items.length === 0) throw badRequest('list must be non-empty')
  if (items.some((item) => (item.type === undefined) !== (items[0]?.type === undefined)))
    throw badRequest('list must be either ordered or unordered')
  return { type: 'list', items }
}

function readCheckbox(given: Fields): Pick<RichBlockListItem, 'has_checkbox' | 'is_checked'> {
  const isChecked = optionalBoolean(given, 'is_checked')
  if (!optionalBoolean(given, 'has_checkbox')) return {}
  return { has_checkbox: true, ...(isChecked && { is_checked: true as const }) }
}

/** An item with a value or a type is numbered; without a value it follows the one before it. */
function readNumber(given: Fields, next: number) {
  const givenType = optionalString(given, 'type')
  const givenValue = optionalInteger(given, 'value')
  if (givenType === '' && givenValue === undefined) return undefined
  const type = TYPES.find((candidate) => candidate === (givenType || '1'))
  if (type === undefined) throw badRequest('invalid list item type specified')
  const value = givenValue ?? next
  return { label: listLabel(value, type), value, type }
}
