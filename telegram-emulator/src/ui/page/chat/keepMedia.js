/** What plays or is uncovered in the old view of a message stays so in its new one. */
export function keepMedia(old, article) {
  const kept = new Map([...old.querySelectorAll('[data-file]')].map((node) => [node.dataset.file, node]))
  for (const node of article.querySelectorAll('[data-file]')) {
    const same = kept.get(node.dataset.file)
    if (same) node.replaceWith(same)
  }
}
