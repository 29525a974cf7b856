'use client'

import { createClientFeature } from '@payloadcms/richtext-lexical/client'

import { BlockUndoPlugin } from '../LessonBlocks/BlockUndoPlugin.tsx'
import { LessonPastePlugin, type LessonPasteProps } from './LessonPastePlugin.tsx'

export const LessonPasteClient = createClientFeature<LessonPasteProps>({
  plugins: [
    { Component: LessonPastePlugin, position: 'normal' },
    { Component: BlockUndoPlugin, position: 'normal' },
  ],
})
