import { openMenu } from './menu.js'
import { chooseLanguage, language, LANGUAGES, text } from './strings.js'
import { chooseTheme, chosenTheme, THEMES } from './theme.js'

/** The theme and the language of the page. */
export function openSettings(point) {
  openMenu(point, [
    ...THEMES.map((theme) => ({
      label: text(`theme_${theme}`),
      isChecked: theme === chosenTheme(),
      onChoose: () => chooseTheme(theme),
    })),
    ...Object.entries(LANGUAGES).map(([code, name], index) => ({
      label: name,
      isChecked: code === language,
      isFirst: index === 0,
      onChoose: () => chooseLanguage(code),
    })),
  ])
}
