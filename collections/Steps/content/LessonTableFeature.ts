import { EXPERIMENTAL_TableFeature } from '@payloadcms/richtext-lexical'

/** Tables in the person's language, inserted at once: Payload's own speak English, and ask for their size first. */
export const LessonTableFeature = (): ReturnType<typeof EXPERIMENTAL_TableFeature> => {
  const provider = EXPERIMENTAL_TableFeature()
  const { feature } = provider
  return {
    ...provider,
    feature: async (props) => ({
      ...(typeof feature === 'function' ? await feature(props) : feature),
      ClientFeature: '/admin/LessonBlocks/LessonTableClient.tsx#LessonTableClient',
    }),
  }
}
