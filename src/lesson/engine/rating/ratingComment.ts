import { plainText } from '../../render/text/plainText.ts'
import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult } from '../advanceResult.ts'

const maxCommentLength = 1000
const visible = /[^\s\p{Z}\p{C}]/u

/** What was said about the stars that were given. */
export const ratingComment = (turn: Turn, said: string | null): AdvanceResult => {
  const { asked: _asked, ...state } = turn.state
  const stars = state.rating
  const comment = said === null ? '' : plainText(said).text.trim()
  if (!visible.test(comment) || stars === undefined)
    return answer(turn, { type: 'notice', key: 'commentAsText' })
  if (comment.length > maxCommentLength) return answer(turn, { type: 'notice', key: 'commentTooLong' })
  return answer(
    { ...turn, state, records: [...turn.records, { type: 'rating', stars, comment }] },
    { type: 'rating', version: state.version, stage: 'thanks', stars },
  )
}

/** The stars alone are enough. */
export const skipComment = (turn: Turn): AdvanceResult => {
  const { asked, ...state } = turn.state
  if (asked?.for !== 'ratingComment' || state.rating === undefined)
    return answer(turn, { type: 'toast', key: 'buttonOutdated' })
  return answer(
    { ...turn, state },
    { type: 'rating', version: state.version, stage: 'thanks', stars: state.rating, isInPlace: true },
  )
}
