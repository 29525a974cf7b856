import type { Locale } from '../../contracts/locale.ts'
import type { Finding, FindingCode } from '../../import/convert/finding.ts'
import type { ConvertOptions, Target } from '../../import/convert/hast/context.ts'
import { htmlToBlocks } from '../../import/convert/htmlToBlocks.ts'
import { markdownToBlocks } from '../../import/convert/markdownToBlocks.ts'
import { divName } from '../../import/plan/divName.ts'
import type { Block } from '../../lesson/content/block.ts'
import { cleanAddress } from './cleanAddress.ts'
import { fitBlocks } from './fitBlocks.ts'
import { leaveOutPictures } from './leaveOutPictures.ts'
import type { Pasted } from './readClipboard.ts'
import { tidyHtml } from './tidyHtml.ts'

export type ConvertedPaste = {
  blocks: Block[]
  /** How many pictures of other sites there were. */
  pictures: number
  /** What else was left out, and how often. */
  losses: { code: FindingCode; count: number }[]
}

const resolve = (address: string): Target => {
  const url = cleanAddress(address)
  if (url !== null) return { type: 'web', url }
  // A place within its page, or another page of its site: where that is, a clipboard does not say.
  return /^[a-z][a-z0-9+.-]*:/i.test(address.trim()) ? { type: 'missing' } : { type: 'page' }
}

/** Of these the words stay, and nobody misses the rest. */
const unspoken: ReadonlySet<FindingCode> = new Set([
  'remotePicture',
  'component',
  'scriptDropped',
  'templateTag',
])

const convert = ({ kind, source }: Pasted, locale: Locale): { blocks: Block[]; findings: Finding[] } => {
  const options: ConvertOptions = {
    ...{ file: '', resolve, isMdx: false },
    nameOfDiv: (name) => divName(name, locale),
  }
  return kind === 'markdown' ? markdownToBlocks(source, options) : htmlToBlocks(source, options, tidyHtml)
}

/** What was pasted, as blocks of a lesson. @param isFramed it is pasted into a callout or into details */
export const convertPasted = (
  pasted: Pasted,
  { locale, isFramed }: { locale: Locale; isFramed: boolean },
): ConvertedPaste => {
  const { blocks: found, findings } = convert(pasted, locale)
  const { blocks, count } = leaveOutPictures(found, findings)
  const codes = findings.map(({ code }) => code).filter((code) => !unspoken.has(code))
  return {
    blocks: fitBlocks(blocks, isFramed),
    pictures: count,
    losses: [...new Set(codes)].map((code) => ({
      code,
      count: codes.filter((other) => other === code).length,
    })),
  }
}
