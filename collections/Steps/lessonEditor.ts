import { FixedToolbarFeature, lexicalEditor } from '@payloadcms/richtext-lexical'

import { blockFeatures } from './content/blockFeatures.ts'
import { inlineFeatures } from './content/inlineFeatures.ts'
import { LessonPasteFeature } from './content/LessonPasteFeature.ts'
import { mediaBlocks } from './content/mediaBlocks.ts'
import { nestingBlocks } from './content/nestingBlocks.ts'
import { textBlocks } from './content/textBlocks.ts'

/** Exactly what a lesson can look like in a chat: whatever is offered here, the renderers show. */
export const lessonEditor = lexicalEditor({
  features: [
    ...blockFeatures(),
    ...inlineFeatures([...mediaBlocks, ...nestingBlocks, ...textBlocks]),
    LessonPasteFeature({ isFramed: false }),
    FixedToolbarFeature(),
  ],
})
