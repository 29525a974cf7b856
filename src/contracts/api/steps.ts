import { z } from 'zod'

import { stepDripSchema } from '../../lesson/engine/drip/dripSchema.ts'
import { ruleSchema } from '../../lesson/engine/rules/ruleSchema.ts'
import { learnerStepSchema } from '../learnerRelease.ts'
import { assignmentTaskSchema } from './assignmentTask.ts'
import { changeOf } from './changeOf.ts'
import { learnedStepSchema } from './learning.ts'
import { quizSchema } from './quiz.ts'

const stepTypes = ['text', 'video', 'quiz', 'assignment'] as const
const maxMarkdown = 100_000

/** By their names in the document. */
export const stepComponents = { UnlockRule: ruleSchema, StepDrip: stepDripSchema }

const editorState = z
  .looseObject({ root: z.looseObject({ type: z.literal('root'), children: z.array(z.looseObject({})) }) })
  .meta({ id: 'EditorState', description: 'The editor’s content, as Lexical serialises it' })

/** What the step's own field looks through when it is saved, in the words of its form; the document says its schema. */
const lookedThrough = (component: keyof typeof stepComponents) =>
  z.record(z.string(), z.unknown()).meta({
    override: ({ jsonSchema }) => {
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key as keyof typeof jsonSchema]
      jsonSchema.$ref = `#/components/schemas/${component}`
    },
  })

const writtenShape = {
  title: z.string().trim().min(1).max(200),
  content: z
    .union([z.string().max(maxMarkdown), editorState])
    .nullable()
    .describe('Markdown, in which files are named as `media:<id>`; or the editor’s state'),
  stepType: z.enum(stepTypes),
  description: z.string().max(1000).nullable().describe('For authors; learners do not see it'),
  section: z.string().max(100).nullable(),
  isRequired: z.boolean(),
  estimatedDuration: z.int().min(1).max(10_000).nullable().describe('Minutes'),
  video: z.uuid().nullable().describe('Of a video step: id of a film. Or `videoUrl`'),
  videoUrl: z.string().max(2048).nullable(),
  quiz: quizSchema
    .nullable()
    .describe('Of a quiz step, whole: questions that are left out go. null: it stays as it is'),
  assignment: assignmentTaskSchema.nullable().describe('Of an assignment step. null: it stays as it is'),
  unlockConditions: lookedThrough('UnlockRule')
    .nullable()
    .describe('When it opens; null: in the course’s order'),
  drip: lookedThrough('StepDrip').nullable().describe('A schedule of its own; null: the course’s'),
}

/** Where a step stands among the others: behind that one; null: first. */
const after = z.uuid().nullable().describe('Id of the step that it follows; null: it is the first one')

/** `POST /courses/{id}/steps` */
export const newStepSchema = z
  .strictObject({ ...writtenShape, after })
  .partial()
  .required({ title: true })
  .meta({ id: 'NewStep' })

/** `PUT /courses/{id}/steps/order` */
export const stepOrderSchema = z
  .strictObject({ stepIds: z.array(z.uuid()).min(1).max(2000).describe('All of the course’s steps') })
  .meta({ id: 'StepOrder' })

const outlineShape = {
  id: z.uuid(),
  title: z.string(),
  stepType: z.enum(stepTypes),
  section: z.string().nullable(),
  isRequired: z.boolean(),
  estimatedDuration: z.number().nullable(),
  orderIndex: z.int().positive().describe('Its place in the course, from 1'),
}

export const editorStepSchema = z
  .object({
    ...outlineShape,
    version: z.string().describe('For If-Match'),
    courseId: z.uuid(),
    content: editorState.nullable(),
    description: z.string().nullable(),
    video: z.uuid().nullable(),
    videoUrl: z.string().nullable(),
    quiz: quizSchema.nullable().describe('With what is right'),
    assignment: assignmentTaskSchema.nullable(),
    unlockConditions: lookedThrough('UnlockRule').nullable(),
    drip: lookedThrough('StepDrip').nullable(),
    notes: z.array(z.string()).describe('What of the Markdown could not be kept as it was'),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'CourseStep' })

/** `PUT …/steps/{id}`: what is left out stays as it is. */
export const stepChangeSchema = changeOf({ ...writtenShape, after }, editorStepSchema).meta({
  id: 'StepChange',
})

const learnerView = z
  .object({
    ...outlineShape,
    state: learnedStepSchema.shape.state,
    lock: learnedStepSchema.shape.lock,
    step: learnerStepSchema.nullable().describe('Without what is right; null while it is locked'),
  })
  .meta({ id: 'LearnerStep' })

const fileSchema = z
  .object({
    url: z.url(),
    kind: z.string(),
    mimeType: z.string(),
    filename: z.string(),
    bytes: z.int(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    duration: z.number().nullable(),
    alt: z.string(),
  })
  .meta({ id: 'StepFile' })

const version = z.string().describe('Of their order; for If-Match')

/** `GET /courses/{id}/steps`, by who asks. */
export const stepsSchema = z
  .discriminatedUnion('view', [
    z.object({ view: z.literal('editor'), steps: z.array(editorStepSchema), version }),
    z.object({
      view: z.literal('learner'),
      steps: z.array(learnerView),
      files: z.record(z.string(), fileSchema).describe('That the open steps use, by id'),
      version,
    }),
    z.object({
      view: z.literal('outline'),
      steps: z.array(z.object(outlineShape).meta({ id: 'OutlineStep' })),
      version,
    }),
  ])
  .meta({ id: 'Steps' })

export type NewStep = z.infer<typeof newStepSchema>
export type StepChange = z.infer<typeof stepChangeSchema>
export type EditorStep = z.infer<typeof editorStepSchema>
export type ApiSteps = z.infer<typeof stepsSchema>
