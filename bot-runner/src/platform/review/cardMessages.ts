import type { ReviewCard } from '../../../../src/contracts/platformReview.ts'
import type { Locale } from '../../../../src/contracts/locale.ts'
import type { SentFile } from '../../../../src/contracts/lessonEvent.ts'
import type { MediaForm, OutgoingMessage, Keyboard } from '../../../../src/lesson/render/outgoingMessage.ts'
import { splitText } from '../../../../src/lesson/render/text/splitText.ts'
import { reviewTexts } from '../../locales/review/reviewTexts.ts'
import { reviewData } from './reviewData.ts'

/** A longer text stands above the card, in messages of its own: the card is edited, and stays readable. */
const maxInCard = 1500
const maxNote = 800

const forms: Record<SentFile['kind'], MediaForm> = {
  photo: 'photo',
  document: 'document',
  video: 'video',
  audio: 'audio',
  voice: 'voice',
  videoNote: 'video',
  animation: 'animation',
}

const shorten = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, max - 1).toWellFormed()}…`

const keyboardOf = (card: ReviewCard, locale: Locale): Keyboard => {
  const { submissionId, claim, status } = card
  if (status !== 'pending' || (claim !== null && !claim.isMine)) return []
  const { buttons } = reviewTexts[locale]
  const button = (text: string, action: Parameters<typeof reviewData.encode>[0] & { kind: 'act' }) => ({
    text,
    callback_data: reviewData.encode(action),
  })
  const act = (action: 'claim' | 'release' | 'approve' | 'approveWith' | 'reject') =>
    button(buttons[action], { kind: 'act', action, submissionId })
  return [[act('approve'), act('reject')], [act('approveWith')], [act(claim === null ? 'claim' : 'release')]]
}

/**
 * The card itself: who, where, how it stands, and what can be done.
 * @param left of a work that is gone: so many messages above still show what was handed in
 */
export const cardText = (
  card: ReviewCard,
  locale: Locale,
  left = 0,
): { text: string; keyboard: Keyboard } => {
  const { card: texts } = reviewTexts[locale]
  const keyboard = keyboardOf(card, locale)
  if (card.status === 'gone')
    return { text: left === 0 ? texts.gone : `${texts.gone}\n\n${texts.goneLeft({ count: left })}`, keyboard }
  const { text, files, lostFiles, rubric, maxScore: max, passPoints: pass, lastComment } = card
  const { claim, decidedBy: by, status, score } = card
  const lines = [
    texts.head({ learner: card.learnerName, course: card.courseTitle, step: card.stepTitle }),
    texts.attempt({ attempt: card.attempt }) + (card.isLate ? ` · ${texts.late}` : ''),
    text === '' ? null : `\n${text.length <= maxInCard ? text : texts.textAbove}\n`,
    files.length === 0 ? null : texts.files({ count: files.length }),
    lostFiles === 0 ? null : texts.lost({ count: lostFiles }),
    rubric === null || status !== 'pending' ? null : texts.rubric({ text: shorten(rubric, maxNote) }),
    lastComment === null || status !== 'pending'
      ? null
      : texts.lastComment({ text: shorten(lastComment, maxNote) }),
    max === null || status !== 'pending' ? null : texts.points({ max, pass }),
    claim === null ? null : claim.isMine ? texts.mine : texts.held({ by: claim.name }),
    status === 'pending' ? null : texts.decided[status]({ by }),
    status === 'pending' || score === null || max === null ? null : texts.score({ score, max }),
    card.comment === null ? null : texts.comment({ text: shorten(card.comment, maxNote) }),
  ]
  return { text: lines.filter((line) => line !== null).join('\n'), keyboard }
}

/** What stands above a card that is sent for the first time: a long text, and the files. */
export const messagesAbove = ({ text, files }: ReviewCard): OutgoingMessage[] => [
  ...(text.length <= maxInCard
    ? []
    : splitText({ text, entities: [] }).map((part): OutgoingMessage => ({
        kind: 'text',
        text: part.text,
        entities: [],
      }))),
  ...files.map(({ kind, media }): OutgoingMessage => ({
    kind: 'media',
    as: forms[kind],
    media,
    caption: '',
    entities: [],
  })),
]
