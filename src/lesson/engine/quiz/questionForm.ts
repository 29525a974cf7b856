/** What Telegram takes in one quiz poll. */
export const pollLimits = {
  question: 300,
  options: 12,
  option: 100,
  explanation: 200,
  explanationLines: 3,
} as const

export type ButtonsReason =
  'questionTooLong' | 'tooManyOptions' | 'optionTooLong' | 'optionHasLines' | 'explanationTooLong'

/** `poll`: Telegram's own quiz poll; `buttons`: a message with inline buttons, and why it has to be one. */
export type QuestionForm = { form: 'poll' } | { form: 'buttons'; reasons: ButtonsReason[] }

type Question = {
  text: string
  options: readonly { text: string }[]
  explanation: string | null
}

/** How a question is sent. Lengths in UTF-16 units, of which there are never fewer than Telegram counts. */
export const questionForm = ({ text, options, explanation }: Question): QuestionForm => {
  const { length: explanationLength } = explanation ?? ''
  const lines = (explanation ?? '').split(/\r\n?|\n/).length
  const reasons: ButtonsReason[] = []
  if (text.length > pollLimits.question) reasons.push('questionTooLong')
  if (options.length > pollLimits.options) reasons.push('tooManyOptions')
  if (options.some((option) => option.text.length > pollLimits.option)) reasons.push('optionTooLong')
  if (options.some((option) => /[\r\n]/.test(option.text))) reasons.push('optionHasLines')
  if (explanationLength > pollLimits.explanation || lines > pollLimits.explanationLines)
    reasons.push('explanationTooLong')
  return reasons.length === 0 ? { form: 'poll' } : { form: 'buttons', reasons }
}
