/** A text of the bot (name, description, short_description) in the person's language, or in none. */
export function localized({ texts }, { language_code: code = '' }, field) {
  return texts[code.slice(0, 2)]?.[field] ?? texts['']?.[field]
}
