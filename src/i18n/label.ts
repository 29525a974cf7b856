import { translate } from './translate.ts'
import type { MessageKey } from './en.ts'

/** A label of the admin in every language, as Payload takes it. */
export const label = (key: MessageKey) => ({ en: translate('en', key), ru: translate('ru', key) })
