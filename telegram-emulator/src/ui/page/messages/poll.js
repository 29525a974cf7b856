/* global setInterval, clearInterval */
import { element } from '../dom.js'
import { renderText } from '../entities.js'
import { formatDuration } from '../format.js'
import { text } from '../strings.js'

/**
 * A poll or a quiz. `chosen` are the person's options by index, if they voted; `onVote` gets the new choice, an
 * empty one takes the vote back. Results show once there is a vote or the poll is closed.
 */
export function pollView(poll, { chosen = [], onVote }) {
  const hasVoted = chosen.length > 0
  const showsResults = hasVoted || poll.is_closed
  const isQuiz = poll.type === 'quiz'
  const several = poll.allows_multiple_answers
  const correct =
    poll.correct_option_ids ?? (poll.correct_option_id === undefined ? [] : [poll.correct_option_id])
  const picked = new Set()

  const options = poll.options.map((option, index) => {
    const label = element('span', { class: 'option-text' }, renderText(option.text, option.text_entities))
    if (showsResults) return result(option, index, label)
    const input = element('input', {
      type: several ? 'checkbox' : 'radio',
      name: `poll-${poll.id}`,
      onchange: () => {
        if (!several) return onVote([index])
        if (input.checked) picked.add(index)
        else picked.delete(index)
        vote.disabled = picked.size === 0
      },
    })
    return element('label', { class: 'option' }, input, label)
  })

  function result(option, index, label) {
    const share = poll.total_voter_count ? Math.round((option.voter_count / poll.total_voter_count) * 100) : 0
    const isChosen = chosen.includes(index)
    const isRight = correct.includes(index)
    const mark = isQuiz && (isRight ? '✓' : isChosen && '✗')
    return element(
      'div',
      { class: `option result ${isQuiz && isChosen && !isRight ? 'wrong' : ''}` },
      element('span', { class: 'share' }, `${share}%`),
      label,
      element('span', { class: 'mark' }, mark || (isChosen ? '✓' : '')),
      element('meter', { min: 0, max: 100, value: share, 'aria-label': `${share}%` }),
    )
  }

  const vote = element(
    'button',
    { class: 'poll-action', type: 'button', disabled: true, onclick: () => onVote([...picked]) },
    text('vote'),
  )
  const canRetract = hasVoted && !isQuiz && !poll.is_closed && poll.allows_revoting !== false
  const retract = element(
    'button',
    { class: 'poll-action', type: 'button', onclick: () => onVote([]) },
    text('retract'),
  )
  const kind = poll.is_closed ? text('pollClosed') : text(isQuiz ? 'quiz' : 'poll')
  const node = element(
    'div',
    { class: 'poll' },
    element('strong', {}, renderText(poll.question, poll.question_entities)),
    element('small', {}, kind, ' ', countdown(poll)),
    options,
    showsResults && poll.explanation
      ? element('blockquote', {}, renderText(poll.explanation, poll.explanation_entities))
      : undefined,
    several && !showsResults ? vote : undefined,
    canRetract ? retract : undefined,
    element('small', { class: 'voters' }, text('voters', { count: String(poll.total_voter_count) })),
  )
  return node
}

/** What is left of open_period, as long as the poll is shown. */
function countdown({ is_closed, close_date }) {
  if (is_closed || !close_date) return undefined
  const node = element('span', { class: 'countdown' })
  const show = () => {
    const left = Math.max(0, close_date - Date.now() / 1000)
    node.textContent = formatDuration(left)
    return left > 0
  }
  show()
  const timer = setInterval(() => {
    if (!show() || !node.isConnected) clearInterval(timer)
  }, 1000)
  return node
}
