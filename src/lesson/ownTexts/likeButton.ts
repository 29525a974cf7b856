import type { Locale } from '../../contracts/locale.ts'
import type { OwnButtonKey, OwnTexts } from '../../contracts/ownTexts.ts'
import { buttonLabel } from './buttonLabel.ts'

/** Buttons that stand below one step. "Next" is "Finish" on the last: these two never meet. */
const together: readonly OwnButtonKey[] = ['buttonBack', 'buttonNext', 'buttonFinish', 'buttonContents']
const ways: readonly OwnButtonKey[] = ['buttonNext', 'buttonFinish']

/** The button below the same step that says the same, in the creator's words or in the product's; null: none does. */
export const likeButton = (
  key: OwnButtonKey,
  texts: NonNullable<OwnTexts[Locale]>,
  locale: Locale,
): OwnButtonKey | null => {
  const said = (button: OwnButtonKey) =>
    buttonLabel({ [locale]: texts }, button, locale)
      .trim()
      .normalize('NFKC')
      .toLocaleLowerCase(locale)
  if (!together.includes(key)) return null
  const meets = (other: OwnButtonKey) => other !== key && !(ways.includes(key) && ways.includes(other))
  return together.find((other) => meets(other) && said(other) === said(key)) ?? null
}
