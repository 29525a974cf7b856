'use client'

import type { MessageKey } from '../../i18n/en.ts'
import { useMessages } from '../lib/useMessages.ts'

/** The entries of Payload's menu of a table's cell, which has one language. */
const words: Record<string, MessageKey> = {
  'table-merge-cells': 'table.merge',
  'table-unmerge-cells': 'table.unmerge',
  'table-insert-row-above': 'table.rowAbove',
  'table-insert-row-below': 'table.rowBelow',
  'table-insert-column-before': 'table.columnBefore',
  'table-insert-column-after': 'table.columnAfter',
  'table-delete-columns': 'table.deleteColumn',
  'table-delete-rows': 'table.deleteRow',
  'table-delete': 'table.delete',
  'table-row-header': 'table.rowHeader',
  'table-column-header': 'table.columnHeader',
}

const entry = (id: string) => `.table-action-menu-dropdown [data-test-id='${id}'] .text`

/** Says the entries of the table's menu in the person's language. Its markup is Payload's, so it is told by CSS. */
export const TableWordsPlugin = () => {
  const { t } = useMessages()
  const rules = Object.entries(words).map(
    ([id, key]) => `${entry(id)}::after { content: ${JSON.stringify(t(key))} }`,
  )
  const hidden = Object.keys(words).map(entry).join()
  return <style>{`${hidden} { font-size: 0 } ${rules.join(' ')}`}</style>
}
