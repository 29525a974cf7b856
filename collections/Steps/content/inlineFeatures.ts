import {
  BlocksFeature,
  BoldFeature,
  InlineCodeFeature,
  ItalicFeature,
  LinkFeature,
  StrikethroughFeature,
  SubscriptFeature,
  SuperscriptFeature,
  TextStateFeature,
  UnderlineFeature,
} from '@payloadcms/richtext-lexical'
import type { Block } from 'payload'

import { translate } from '../../../src/i18n/translate.ts'
import { InlineMath } from './InlineMath.ts'

/** Payload wants one string here; the word is the same in both languages but for its letters. */
const spoiler = `${translate('en', 'label.spoiler')} · ${translate('ru', 'label.spoiler')}`

/** What text can look like within a line, and the blocks beside it. */
export const inlineFeatures = (blocks: Block[]) => [
  BoldFeature(),
  ItalicFeature(),
  UnderlineFeature(),
  StrikethroughFeature(),
  SubscriptFeature(),
  SuperscriptFeature(),
  InlineCodeFeature(),
  TextStateFeature({
    state: {
      spoiler: {
        hidden: {
          label: spoiler,
          css: { 'background-color': 'color-mix(in srgb, currentColor 22%, transparent)' },
        },
      },
    },
  }),
  LinkFeature({
    enabledCollections: [],
    // A chat opens each link in a browser of its own.
    fields: ({ defaultFields }) => defaultFields.filter(({ name }) => name !== 'newTab'),
  }),
  BlocksFeature({ blocks, inlineBlocks: [InlineMath] }),
]
