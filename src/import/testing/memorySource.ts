import { createSourceFile, type Source } from '../source/source.ts'

/** Files that are nowhere but in a test; a number is a file of so many bytes that nobody reads. */
export const memorySource = (files: Record<string, string | number>, name = 'some-lesson'): Source => ({
  name,
  files: new Map(
    Object.entries(files).map(([path, content]) => {
      const data = typeof content === 'string' ? Buffer.from(content) : Buffer.alloc(0)
      const bytes = typeof content === 'string' ? data.length : content
      return [
        path,
        createSourceFile(path, bytes, async function* () {
          yield data
        }),
      ]
    }),
  ),
  close: async () => {},
})
