import type { SentFile } from '../../../contracts/lessonEvent.ts'
import type { AnswerKind } from '../../../contracts/submission.ts'

const byMime = (file: SentFile): AnswerKind[] => {
  const family = (file.mimeType ?? '').split('/')[0]
  if (family === 'image') return ['file', 'photo']
  if (family === 'video') return ['file', 'video']
  return family === 'audio' ? ['file', 'voice'] : ['file']
}

/** As what a file may count: a picture that was sent as a file is a photo too, a photo is no file. */
export const acceptedAs = (file: SentFile): AnswerKind[] => {
  switch (file.kind) {
    case 'photo':
    case 'voice':
    case 'video':
      return [file.kind]
    case 'videoNote':
      return ['videoNote', 'video']
    case 'animation':
      return ['file', 'video']
    case 'audio':
      return ['file', 'voice']
    case 'document':
      return byMime(file)
  }
}
