/** Whatever else a link may lead to (scripts, files, pages of the admin) is not for learners. Null: no link. */
export const linkTarget = (url: string): string | null => {
  const target = url.trim().toWellFormed()
  return /^(?:https?:\/\/|tg:|mailto:)\S+$/i.test(target) ? target : null
}
