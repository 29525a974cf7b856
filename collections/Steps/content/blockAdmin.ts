/** How the editor shows a block: by its own picture, and without a name that only its author would ever see. */
export const blockAdmin = (icon: string) => ({
  // The block's kind stands beside it: those who listen need no second name.
  images: { icon: { url: `/lesson-blocks/${icon}.svg`, alt: '' } },
  disableBlockName: true,
})
