import { questionProblems, type QuestionProblem } from '../../lesson/engine/quiz/questionProblems.ts'
import type { QuizFault } from '../convert/finding.ts'
import type { PlannedQuestion, PlannedQuiz } from './types.ts'

/** `line` is counted from the first line of the fence's content, 1. */
type QuizProblem = { code: QuizFault; line: number; what: string }

type Draft = PlannedQuestion & { line: number }

/** What the editor's fields take (collections/Steps/quiz). */
const limits = { questions: 100, text: 3000, option: 1000, explanation: 1500 }

/** Of those that a question with options can have. */
const faults: Partial<Record<QuestionProblem, QuizFault>> = {
  questionEmpty: 'noAnswers',
  tooFewOptions: 'noAnswers',
  tooManyOptions: 'manyAnswers',
  optionEmpty: 'emptyAnswer',
  optionsAlike: 'sameAnswers',
  nothingCorrect: 'noRightAnswer',
  severalCorrect: 'noRightAnswer',
  questionTooLong: 'tooLong',
}

const isTooLong = ({ text, options, explanation }: PlannedQuestion): boolean =>
  text.length > limits.text ||
  options.some((option) => option.text.length > limits.option) ||
  [explanation, ...options.map((option) => option.explanation)].some(
    (said) => (said?.length ?? 0) > limits.explanation,
  )

const form = /^(title|pass|shuffle|q|a\*?|e|why|img):[ \t]*(.*)$/i
const yes = /^(yes|true|on|1|да)$/i

/**
 * The text form of a quiz, as it stands in a fence named `quiz`; docs/guides/import.md describes it. Lines without a
 * keyword go on with what the line before them says.
 */
export const parseQuiz = (
  text: string,
  options: { findPicture: (address: string) => string | null },
): { title: string; quiz: PlannedQuiz; problems: QuizProblem[] } => {
  const problems: QuizProblem[] = []
  const questions: Draft[] = []
  const quiz = { passingPercentage: 0, isShuffled: false }
  let title = ''
  let goOn: ((words: string) => void) | undefined

  const say = (code: QuizProblem['code'], line: number, what: string) =>
    void problems.push({ code, line, what })
  const join = (before: string, words: string) => (before === '' ? words : `${before}\n${words}`)

  const readKeyword = (keyword: string, value: string, line: number) => {
    const question = questions.at(-1)
    const option = question?.options.at(-1)
    goOn = undefined
    switch (keyword) {
      case 'title':
        title = value
        return
      case 'pass': {
        const percent = /^(\d{1,3})\s*%?$/.exec(value)?.[1]
        if (percent === undefined || Number(percent) > 100) return say('pass', line, value)
        quiz.passingPercentage = Number(percent)
        return
      }
      case 'shuffle':
        quiz.isShuffled = yes.test(value)
        return
      case 'q': {
        const next: Draft = { kind: 'single', text: value, media: null, options: [], explanation: null, line }
        questions.push(next)
        goOn = (words) => (next.text = join(next.text, words))
        return
      }
      case 'a':
      case 'a*': {
        if (!question) return say('answerFirst', line, value)
        const next = { text: value, isCorrect: keyword === 'a*', explanation: null }
        question.options.push(next)
        goOn = (words) => (next.text = join(next.text, words))
        return
      }
      case 'e':
        if (!option) return say('explanationFirst', line, value)
        option.explanation = value
        goOn = (words) => (option.explanation = join(option.explanation ?? '', words))
        return
      case 'why':
        if (!question) return say('explanationFirst', line, value)
        question.explanation = value
        goOn = (words) => (question.explanation = join(question.explanation ?? '', words))
        return
      case 'img': {
        const picture = options.findPicture(value)
        if (!question || picture === null) return say('pictureFirst', line, value)
        question.media = picture
      }
    }
  }

  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const [, keyword, value = ''] = form.exec(line) ?? []
    if (keyword !== undefined) readKeyword(keyword.toLowerCase(), value.trim(), index + 1)
    else if (goOn) goOn(line)
    else say('line', index + 1, line)
  }

  if (questions.length === 0 && problems.length === 0) say('noQuestions', 1, '')
  for (const question of questions) {
    question.kind = question.options.filter(({ isCorrect }) => isCorrect).length > 1 ? 'multiple' : 'single'
    const [problem] = questionProblems(question)
    const fault = problem ? (faults[problem] ?? null) : isTooLong(question) ? 'tooLong' : null
    if (fault !== null) say(fault, question.line, question.text)
  }
  const beyond = questions[limits.questions]
  if (beyond) say('manyQuestions', beyond.line, beyond.text)
  return {
    title,
    quiz: { ...quiz, questions: questions.map(({ line: _line, ...question }) => question) },
    problems: problems.toSorted((a, b) => a.line - b.line),
  }
}
