import type { FeatureProviderServer } from '@payloadcms/richtext-lexical'

import type { MessageKey } from '../../../src/i18n/en.ts'
import { label } from '../../../src/i18n/label.ts'

/**
 * A feature of the editor under our names, where Payload's own read badly.
 * @param words by Payload's keys of them; `{{…}}` stays for Payload to fill in
 */
export const relabel = <Unsanitized, Sanitized, Client>(
  provider: FeatureProviderServer<Unsanitized, Sanitized, Client>,
  words: Record<string, MessageKey>,
): FeatureProviderServer<Unsanitized, Sanitized, Client> => {
  const { feature } = provider
  const named = Object.entries(words).map(([name, key]) => [name, label(key)] as const)
  const inLanguage = (language: 'en' | 'ru') =>
    Object.fromEntries(named.map(([name, texts]) => [name, texts[language]]))
  return {
    ...provider,
    feature: async (props) => ({
      ...(typeof feature === 'function' ? await feature(props) : feature),
      i18n: { en: inLanguage('en'), ru: inLanguage('ru') },
    }),
  }
}
