'use client'

import {
  slashMenuBasicGroupWithItems,
  TableFeatureClient,
  toolbarAddDropdownGroupWithItems,
} from '@payloadcms/richtext-lexical/client'
import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical'

import { locales } from '../../contracts/locale.ts'
import { localeFrom, translate } from '../../i18n/translate.ts'
import type { TableCell } from '../../lesson/content/block.ts'
import { insertBlocks } from '../LessonPaste/insertBlocks.ts'
import { TableIcon } from './TableIcon.tsx'
import { TableWordsPlugin } from './TableWordsPlugin.tsx'

const row = (isHeader: boolean): TableCell[] =>
  Array.from({ length: 3 }, () => ({ content: [], isHeader, colspan: 1, rowspan: 1, align: 'left' }))

/** Three by three, with headings above: rows and columns are added at its edges. */
const insertTable = (editor: LexicalEditor) =>
  insertBlocks(editor, [{ type: 'table', rows: [row(true), row(false), row(false)] }], { isEntered: true })

const item = {
  key: 'table',
  keywords: locales.map((locale) => translate(locale, 'label.table')),
  label: ({ i18n }: { i18n: { language: string } }) => translate(localeFrom(i18n.language), 'label.table'),
  onSelect: ({ editor }: { editor: LexicalEditor }) => insertTable(editor),
}

/** Payload's tables, with our own entries in the menus. */
export const LessonTableClient: typeof TableFeatureClient = (props) => {
  const provider = TableFeatureClient(props)
  // What Payload gives is an object; as a function it would have to be called with what only Payload knows.
  const own = typeof provider.feature === 'function' ? {} : provider.feature
  return {
    ...provider,
    feature: {
      ...own,
      plugins: [...(own.plugins ?? []), { Component: TableWordsPlugin, position: 'normal' }],
      slashMenu: { groups: [slashMenuBasicGroupWithItems([{ ...item, Icon: TableIcon }])] },
      toolbarFixed: {
        groups: [toolbarAddDropdownGroupWithItems([{ ...item, ChildComponent: TableIcon }])],
      },
    },
  }
}
