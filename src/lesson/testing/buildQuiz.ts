import type {
  ChoiceQuestion,
  Quiz,
  QuizOption,
  QuizQuestion,
  QuizSettings,
} from '../engine/quiz/quizTypes.ts'

type OptionDraft = Partial<QuizOption>
/** `right`: which options are, by position. */
type ChoiceDraft = Partial<Omit<ChoiceQuestion, 'options'>> & { options?: OptionDraft[]; right?: number[] }
type OtherQuestion = Exclude<QuizQuestion, ChoiceQuestion>
type OtherDraft<Question = OtherQuestion> = Question extends OtherQuestion
  ? Pick<Question, 'kind'> & Partial<Question>
  : never
export type QuestionDraft = ChoiceDraft | OtherDraft

const named = (id: string, words: string) =>
  [1, 2, 3].map((place) => ({ id: `${id}${place}`, text: `${words} ${place}` }))

const buildOther = (draft: OtherDraft, shared: Omit<QuizQuestion, 'kind'>): QuizQuestion => {
  const { id } = shared
  switch (draft.kind) {
    case 'text':
      return { ...shared, match: 'caseInsensitive', answers: ['Сеул'], ...draft }
    case 'number':
      return { ...shared, value: 3.5, tolerance: 0, ...draft }
    case 'order':
      return { ...shared, items: named(`${id}i`, 'Пункт'), ...draft }
    case 'match': {
      const lefts = named(`${id}l`, 'Левое').map((left, place) => ({
        ...left,
        rightId: `${id}r${place + 1}`,
      }))
      return { ...shared, lefts, rights: named(`${id}r`, 'Правое'), ...draft }
    }
    case 'file':
      return { ...shared, accepts: [], maxBytes: 2 ** 20, ...draft }
    case 'voice':
      return { ...shared, maxSeconds: null, ...draft }
  }
}

const isChoice = (draft: QuestionDraft): draft is ChoiceDraft =>
  draft.kind === undefined || draft.kind === 'single' || draft.kind === 'multiple'

const buildQuestion = (draft: QuestionDraft, index: number): QuizQuestion => {
  const id = draft.id ?? `q${index + 1}`
  const shared = { id, text: `Вопрос ${index + 1}`, media: null, explanation: null }
  if (!isChoice(draft)) return buildOther(draft, shared)
  const { options, right = [0], ...question } = draft
  return {
    ...shared,
    kind: right.length > 1 ? 'multiple' : 'single',
    ...question,
    options: (options ?? [{}, {}, {}]).map((option, position) => ({
      id: `${id}o${position + 1}`,
      text: `Ответ ${position + 1}`,
      isCorrect: right.includes(position),
      explanation: null,
      ...option,
    })),
  }
}

/** A quiz with the given questions; by default each has three options, the first of them right. */
export const buildQuiz = (
  questions: QuestionDraft[],
  { settings, ...parts }: Partial<Omit<Quiz, 'questions'>> & { settings?: Partial<QuizSettings> } = {},
): Quiz => ({
  questions: questions.map(buildQuestion),
  passingPercentage: 0,
  isShuffled: false,
  ...parts,
  ...(settings === undefined ? {} : { settings }),
})
