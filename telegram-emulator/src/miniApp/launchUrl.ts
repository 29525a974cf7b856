/** The version of the Mini Apps protocol that the page speaks. */
const PROTOCOL_VERSION = '9.1'

export interface LaunchUrl {
  url: string
  initData: string
  platform: string
  themeParams: Record<string, string>
}

/** The address with which a client opens a Mini App: everything that it is told stands behind the #. */
export function launchUrl({ url, initData, platform, themeParams }: LaunchUrl): string {
  const told = new URLSearchParams({
    tgWebAppData: initData,
    tgWebAppVersion: PROTOCOL_VERSION,
    tgWebAppPlatform: platform,
    tgWebAppThemeParams: JSON.stringify(themeParams),
  })
  // Spaces as %20: not every reader takes a plus for one.
  return `${url}${url.includes('#') ? '&' : '#'}${told.toString().replaceAll('+', '%20')}`
}
