import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const config: NextConfig = {
  // The launcher gives each state of the sources a build folder of its own, so that none overwrites another.
  distDir: process.env.NEXT_DIST_DIR || '.next/default',
  poweredByHeader: false,
  compress: false,
  devIndicators: false,
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'src/app/tsconfig.json' },
}

export default withPayload(config, { devBundleServerPackages: false })
