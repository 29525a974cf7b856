import {
  BlockquoteFeature,
  ChecklistFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  IndentFeature,
  InlineToolbarFeature,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'

import { LessonTableFeature } from './LessonTableFeature.ts'
import { relabel } from './relabel.ts'

/** What text stands in. Their order is that of the slash menu. */
export const blockFeatures = () => [
  relabel(ParagraphFeature(), { label: 'label.paragraph', label2: 'label.paragraph' }),
  HeadingFeature({ enabledHeadingSizes: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] }),
  relabel(BlockquoteFeature(), { label: 'label.quote' }),
  LessonTableFeature(),
  relabel(HorizontalRuleFeature(), { label: 'label.divider' }),
  relabel(UnorderedListFeature(), { label: 'label.bulletList' }),
  relabel(OrderedListFeature(), { label: 'label.numberedList' }),
  relabel(ChecklistFeature(), { label: 'label.taskList' }),
  // Lists nest by it; a chat indents nothing else.
  IndentFeature({ disabledNodes: ['paragraph', 'heading', 'quote'] }),
  InlineToolbarFeature(),
]
