import { join } from 'node:path'
import { projectRoot } from './projectRoot.ts'

/** What the product's processes preload. */
export const quickImports = join(projectRoot, 'src/quickImports.ts')
