import { element, icon } from '../dom.js'
import { renderText } from '../entities.js'
import { count, text } from '../strings.js'
import { countdown } from './countdown.js'
import { pollMedia } from './pollMedia.js'
import { pollResult } from './pollResult.js'

/**
 * A poll or a quiz. `chosen` are the person's options by index, if they voted; `onVote` gets the new choice, an
 * empty one takes the vote back. Results show once there is a vote or the poll is closed.
 */
export function pollView(poll, { chosen = [], onVote }) {
  const hasVoted = chosen.length > 0
  const showsResults = hasVoted || poll.is_closed
  const isQuiz = poll.type === 'quiz'
  const several = poll.allows_multiple_answers
  const picked = new Set()
  const correct = poll.correct_option_ids ?? []
  const order = poll.option_order ?? [...poll.options.keys()]
  const isWrong = isQuiz && hasVoted && chosen.some((index) => !correct.includes(index))

  async function vote(node, option_ids) {
    node.classList.add('busy')
    await onVote(option_ids)
    node.classList.remove('busy')
  }

  function choice(option, index) {
    const label = element(
      'span',
      { class: 'option-text' },
      renderText(option.text, option.text_entities),
      option.media && pollMedia(option.media),
    )
    if (!several) {
      const node = element(
        'button',
        { class: 'option', type: 'button', onclick: () => vote(node, [index]) },
        element('span', { class: 'dot', 'aria-hidden': 'true' }),
        label,
      )
      return node
    }
    const input = element('input', {
      type: 'checkbox',
      onchange: () => {
        if (input.checked) picked.add(index)
        else picked.delete(index)
        send.disabled = picked.size === 0
      },
    })
    return element('label', { class: 'option' }, input, label)
  }

  const action = (label, onclick, more = {}) =>
    element('button', { class: 'poll-action', type: 'button', onclick, ...more }, label)
  const send = action(text('vote'), () => vote(send, [...picked].sort()), { disabled: true })
  const retract = action(text('retract'), () => vote(retract, []))
  const explanation = showsResults && poll.explanation && explanationOf(poll, isWrong)

  return element(
    'div',
    { class: 'poll' },
    poll.description && element('p', {}, renderText(poll.description, poll.description_entities)),
    poll.media && pollMedia(poll.media),
    element('strong', { class: 'question' }, renderText(poll.question, poll.question_entities)),
    element(
      'div',
      { class: 'poll-kind' },
      element('small', {}, kindOf(poll)),
      countdown(poll),
      explanation && explanation.bulb,
    ),
    element(
      'div',
      { class: 'options', role: 'group', 'aria-label': poll.question },
      order.map((index) =>
        showsResults
          ? pollResult(poll.options[index], {
              poll,
              isChosen: chosen.includes(index),
              isRight: correct.includes(index),
            })
          : choice(poll.options[index], index),
      ),
    ),
    explanation && explanation.quote,
    several && !showsResults && send,
    hasVoted && !poll.is_closed && poll.allows_revoting && retract,
    element(
      'small',
      { class: 'voters' },
      poll.total_voter_count > 0 ? count('voters', poll.total_voter_count) : text('noVotes'),
    ),
  )
}

function kindOf(poll) {
  if (poll.is_closed) return text('pollClosed')
  if (poll.type === 'quiz') return text(poll.is_anonymous ? 'anonymousQuiz' : 'quiz')
  return text(poll.is_anonymous ? 'anonymousPoll' : 'poll')
}

/** The lamp shows and hides it; who answered wrongly sees it at once. */
function explanationOf(poll, isOpen) {
  const quote = element(
    'blockquote',
    { class: 'explanation', hidden: !isOpen },
    renderText(poll.explanation, poll.explanation_entities),
    poll.explanation_media && pollMedia(poll.explanation_media),
  )
  const toggle = () => {
    quote.hidden = !quote.hidden
    bulb.setAttribute('aria-expanded', String(!quote.hidden))
  }
  const bulb = element(
    'button',
    {
      class: 'bulb',
      type: 'button',
      'aria-label': text('explanation'),
      'aria-expanded': String(isOpen),
      onclick: toggle,
    },
    icon('bulb'),
  )
  return { quote, bulb }
}
