import type { Locale } from '../../contracts/locale.ts'
import type { MediaFile } from '../../contracts/mediaFile.ts'

/** What a view depends on beside its release and effect. */
export type RenderContext = {
  locale: Locale
  /** `rich`: steps as sendRichMessage. `classic`: for bots to which Telegram refuses that. */
  style: 'rich' | 'classic'
  /** Where a learner can load a file that is too large for Telegram; null when there is no such place. */
  linkOf: (media: MediaFile) => string | null
  /** Whether the person tries the course out. */
  isTest?: boolean
}
