import type { Quiz, QuizOption, QuizQuestion } from '../engine/types.ts'

type OptionDraft = Partial<QuizOption>
/** `right`: which options are, by position. */
type QuestionDraft = Partial<Omit<QuizQuestion, 'options'>> & { options?: OptionDraft[]; right?: number[] }

const buildQuestion = (
  { options, right = [0], ...question }: QuestionDraft,
  index: number,
): QuizQuestion => ({
  id: `q${index + 1}`,
  kind: right.length > 1 ? 'multiple' : 'single',
  text: `Вопрос ${index + 1}`,
  media: null,
  explanation: null,
  ...question,
  options: (options ?? [{}, {}, {}]).map((option, position) => ({
    id: `q${index + 1}o${position + 1}`,
    text: `Ответ ${position + 1}`,
    isCorrect: right.includes(position),
    explanation: null,
    ...option,
  })),
})

/** A quiz with the given questions; by default each has three options, the first of them right. */
export const buildQuiz = (
  questions: QuestionDraft[],
  parts: Partial<Omit<Quiz, 'questions'>> = {},
): Quiz => ({
  questions: questions.map(buildQuestion),
  passingPercentage: 0,
  isShuffled: false,
  ...parts,
})
