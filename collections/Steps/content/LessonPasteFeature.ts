import { createServerFeature } from '@payloadcms/richtext-lexical'

/** What is pasted becomes blocks of a lesson. `isFramed`: in a callout or in details, where no frames nest. */
export const LessonPasteFeature = createServerFeature<
  { isFramed: boolean },
  { isFramed: boolean },
  { isFramed: boolean }
>({
  key: 'lessonPaste',
  feature: ({ props }) => ({
    ClientFeature: '/admin/LessonPaste/LessonPasteClient.tsx#LessonPasteClient',
    clientFeatureProps: props,
  }),
})
