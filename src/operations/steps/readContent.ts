import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import { localeFrom, translate } from '../../i18n/translate.ts'
import { problemCodes, type Finding } from '../../import/convert/finding.ts'
import type { Target } from '../../import/convert/hast/context.ts'
import { markdownToBlocks } from '../../import/convert/markdownToBlocks.ts'
import { divName } from '../../import/plan/divName.ts'
import { fitBlocks } from '../../import/plan/fitBlocks.ts'
import { toLexical } from '../../lesson/content/toLexical.ts'
import type { MediaFile } from '../../contracts/mediaFile.ts'
import type { Media } from '../../payload-types.ts'
import { describeFinding } from '../import/describeFinding.ts'
import { withMedia } from '../import/withMedia.ts'

type State = { root: Record<string, unknown> }

/** A step's content as it is stored, and what of its Markdown could not be kept. */
export type ReadContent = { state: State | null; notes: string[] }

const fileAddress = /^media:([0-9a-f-]{36})$/i
const fileAddresses = /\bmedia:([0-9a-f-]{36})\b/gi
const problems: ReadonlySet<string> = new Set(problemCodes)
const targets = { image: 'image', animation: 'image', video: 'video', audio: 'audio', voice: 'audio', file: 'file' } as const // prettier-ignore

/** A chat makes addresses of other kinds links by itself where they are written out. */
const elsewhere = (address: string): Target => {
  if (/^https?:\/\//i.test(address) && URL.canParse(address)) return { type: 'web', url: address }
  return address === '' || /^(#|mailto:|tel:)/i.test(address) ? { type: 'page' } : { type: 'missing' }
}

/** Files that the Markdown names and the person may use. */
const findFiles = async (req: PayloadRequest, markdown: string): Promise<Map<string, MediaFile['kind']>> => {
  const ids = [...new Set([...markdown.matchAll(fileAddresses)].map(([, id = '']) => id.toLowerCase()))]
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: slugs.media,
    where: { id: { in: ids } },
    select: { kind: true },
    pagination: false,
    ...{ overrideAccess: false, user: req.user, depth: 0, req },
  })
  return new Map((docs as Pick<Media, 'id' | 'kind'>[]).map(({ id, kind }) => [id, kind ?? 'file']))
}

const said = (finding: Finding, req: PayloadRequest): string => {
  const locale = localeFrom(req.i18n.language)
  const sentence = describeFinding(finding, locale)
  return finding.line === null
    ? sentence
    : translate(locale, 'step.line', { line: finding.line, what: sentence })
}

const refuse = (findings: Finding[], req: PayloadRequest): never => {
  const list = findings.map((finding) => ({ path: 'body.content', message: said(finding, req) }))
  throw new AppError({ code: 'inputInvalid', status: 422, details: { problems: list } })
}

/** Where no empty line ends a paragraph, each opened link makes the reader look at all others again. */
const maxLinks = 1000

const requireReadable = (markdown: string, req: PayloadRequest): void => {
  if (markdown.split(/\n[ \t]*\n/).every((block) => block.split('](').length <= maxLinks)) return
  const message = translate(localeFrom(req.i18n.language), 'problem.manyLinks', { count: maxLinks })
  throw new AppError({ code: 'inputInvalid', status: 422, details: { problems: [{ path: 'body.content', message }] } }) // prettier-ignore
}

/**
 * A step's content as clients write it: Markdown, or the editor's own state, which its field looks through.
 * @throws {AppError} inputInvalid (422) with each fault of the Markdown and its line
 */
export const readContent = async (
  req: PayloadRequest,
  content: string | State | null,
): Promise<ReadContent> => {
  if (content === null || typeof content !== 'string') return { state: content, notes: [] }
  requireReadable(content, req)
  const files = await findFiles(req, content)
  const resolve = (address: string): Target => {
    const [, id] = fileAddress.exec(address) ?? []
    if (id === undefined) return elsewhere(address)
    const kind = files.get(id.toLowerCase())
    return kind === undefined
      ? { type: 'missing' }
      : { type: 'file', ref: id.toLowerCase(), kind: targets[kind] }
  }
  const nameOfDiv = (kind: string) => divName(kind, localeFrom(req.i18n.language))
  const { blocks, findings } = markdownToBlocks(content, { file: '', isMdx: false, resolve, nameOfDiv })
  const faults = findings.filter(({ code }) => problems.has(code))
  if (faults.length > 0) refuse(faults, req)
  const stored = new Map([...files].map(([id, kind]) => [id, { id, kind }]))
  const fitting = fitBlocks(blocks).map((block) => withMedia(block, stored))
  return {
    state: fitting.length === 0 ? null : toLexical(fitting),
    notes: findings.map((finding) => said(finding, req)),
  }
}
