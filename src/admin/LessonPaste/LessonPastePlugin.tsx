'use client'

import type { PluginComponent } from '@payloadcms/richtext-lexical'
import {
  $getSelection,
  COMMAND_PRIORITY_NORMAL,
  HISTORY_PUSH_TAG,
  PASTE_COMMAND,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { toast } from '@payloadcms/ui'
import { useEffect } from 'react'

import type { MessageKey } from '../../i18n/en.ts'
import { useMessages } from '../lib/useMessages.ts'
import type { ConvertedPaste } from './convertPasted.ts'
import { insertBlocks } from './insertBlocks.ts'
import { readClipboard, type Pasted } from './readClipboard.ts'

export type LessonPasteProps = { isFramed: boolean }

/** Makes blocks of a lesson of what is pasted from web pages, word processors and Markdown. */
export const LessonPastePlugin: PluginComponent<LessonPasteProps> = ({ clientProps }) => {
  const [editor] = useLexicalComposerContext()
  const { t, locale } = useMessages()
  const { isFramed } = clientProps

  useEffect(() => {
    const tell = ({ pictures, losses }: ConvertedPaste) => {
      const lines = [
        ...(pictures > 0 ? [t('paste.pictures', { count: pictures })] : []),
        ...losses.map(({ code, count }) =>
          t('import.group', { title: t(`import.loss.${code}` as MessageKey), count }),
        ),
      ]
      if (lines.length > 0) toast.info(t('paste.lost'), { description: lines.join('\n'), duration: 10_000 })
    }
    const insertText = (text: string) =>
      editor.update(() => $getSelection()?.insertRawText(text), { tag: HISTORY_PUSH_TAG })
    const paste = async (pasted: Pasted) => {
      try {
        // Whoever never pastes does not wait for what reads HTML and Markdown.
        const { convertPasted } = await import('./convertPasted.ts')
        const converted = convertPasted(pasted, { locale, isFramed })
        if (converted.blocks.length === 0) insertText(pasted.text)
        else insertBlocks(editor, converted.blocks)
        tell(converted)
      } catch (error) {
        toast.error(t('paste.failed', { message: error instanceof Error ? error.message : String(error) }))
        insertText(pasted.text)
      }
    }
    return editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const data = 'clipboardData' in event ? event.clipboardData : null
        const pasted = data && readClipboard(data)
        if (!pasted) return false
        event.preventDefault()
        void paste(pasted)
        return true
      },
      COMMAND_PRIORITY_NORMAL,
    )
  }, [editor, isFramed, locale, t])
  return null
}
