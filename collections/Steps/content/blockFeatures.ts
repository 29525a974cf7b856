import {
  BlockquoteFeature,
  ChecklistFeature,
  EXPERIMENTAL_TableFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  IndentFeature,
  InlineToolbarFeature,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'

/** What text stands in. */
export const blockFeatures = () => [
  ParagraphFeature(),
  HeadingFeature({ enabledHeadingSizes: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] }),
  UnorderedListFeature(),
  OrderedListFeature(),
  ChecklistFeature(),
  // Lists nest by it; a chat indents nothing else.
  IndentFeature({ disabledNodes: ['paragraph', 'heading', 'quote'] }),
  BlockquoteFeature(),
  EXPERIMENTAL_TableFeature(),
  HorizontalRuleFeature(),
  InlineToolbarFeature(),
]
