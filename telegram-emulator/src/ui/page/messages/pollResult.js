import { element, icon } from '../dom.js'
import { renderText } from '../entities.js'
import { text } from '../strings.js'
import { pollMedia } from './pollMedia.js'

/** How many chose an option: the share, a bar, and in a quiz whether it was right. */
export function pollResult(option, { poll, isChosen, isRight }) {
  const total = poll.total_voter_count
  const share = total > 0 ? Math.round((option.voter_count / total) * 100) : 0
  // Results that wait for the poll to close.
  const isHidden = poll.hides_results && !poll.is_closed
  const isQuiz = poll.type === 'quiz'
  const isWrong = isQuiz && isChosen && !isRight
  const mark = isQuiz ? (isRight ? 'check' : isChosen && 'close') : isChosen && 'check'
  const words = [isChosen && 'chosen', isQuiz && isRight && 'right', isWrong && 'wrong'].filter(Boolean)
  const bar = element('span', { class: 'bar', 'aria-hidden': 'true' })
  bar.style.setProperty('--share', `${share}%`)
  return element(
    'div',
    { class: `option result ${words.join(' ')}` },
    element(
      'span',
      { class: 'mark' },
      !isHidden && element('span', { class: 'share' }, `${share}%`),
      mark && element('span', { class: 'badge-mark' }, icon(mark)),
      words.length > 0 &&
        element('span', { class: 'unseen' }, words.map((word) => text(`option_${word}`)).join(', ')),
    ),
    element(
      'span',
      { class: 'option-text' },
      renderText(option.text, option.text_entities),
      option.media && pollMedia(option.media),
    ),
    !isHidden && bar,
  )
}
