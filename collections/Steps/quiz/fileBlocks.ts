import { label } from '../../../src/i18n/label.ts'
import { maxAnswerMegabytes } from '../../../src/lesson/engine/quiz/maxAnswerMegabytes.ts'
import { answerFileKinds } from '../../../src/lesson/engine/quiz/quizTypes.ts'
import { questionBlock } from './questionBlock.ts'

/** Answered with a file: whoever sends one that fits has answered rightly. */
export const fileBlock = questionBlock('file', {
  interfaceName: 'FileQuestion',
  fields: [
    {
      name: 'accepts',
      type: 'select',
      hasMany: true,
      label: label('label.accepts'),
      options: answerFileKinds.map((value) => ({ value, label: label(`label.accepts.${value}`) })),
      admin: { description: label('hint.accepts') },
    },
    {
      name: 'maxMegabytes',
      type: 'number',
      label: label('label.maxMegabytes'),
      min: 1,
      max: maxAnswerMegabytes,
      defaultValue: maxAnswerMegabytes,
      admin: { step: 1, width: '50%', description: label('hint.maxMegabytes') },
    },
  ],
})

/** Answered with a voice message. */
export const voiceBlock = questionBlock('voice', {
  interfaceName: 'VoiceQuestion',
  fields: [
    {
      name: 'maxSeconds',
      type: 'number',
      label: label('label.maxSeconds'),
      min: 1,
      max: 3600,
      admin: { step: 5, width: '50%', description: label('hint.maxSeconds') },
    },
  ],
})
