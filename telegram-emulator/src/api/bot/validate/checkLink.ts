import { isIPv6 } from 'node:net'

import { badRequest } from '../botApiError.ts'
import { isPrivateHost } from './isPrivateHost.ts'

type Link = { url: string; problem?: undefined } | { problem: string }

interface WebAddress {
  scheme: 'http' | 'https'
  userinfo: string
  host: string
  /** 0 if the address names none. */
  port: number
  /** Path, query and fragment; at least a slash. */
  path: string
}

/**
 * A link as Telegram writes it, or why it takes it for none. A host without a dot passes if the link has a scheme,
 * so that `http://localhost` works. A Mini App needs https, but for hosts that Telegram could not reach anyway.
 */
export function checkLink(given: string, isMiniApp = false): Link {
  const app = /^(tg|ton|tonsite):(?:\/\/)?/i.exec(given)
  const rest = given.slice(app?.[0].length ?? 0)
  const address = parseAddress(rest)
  if (typeof address === 'string') return { problem: address }
  const isSecure = address.scheme === 'https' && !app
  const isLocal = /^http:/i.test(given) && isPrivateHost(address.host)
  if (isMiniApp && !isSecure && !isLocal) return { problem: 'Only HTTPS links are allowed' }
  if (app) return checkAppLink((app[1] ?? '').toLowerCase(), rest, address)
  const hasScheme = /^https?:\/\//i.test(given)
  if (!address.host.includes('.') && !address.host.startsWith('[') && !hasScheme)
    return { problem: 'Wrong HTTP URL' }
  const userinfo = address.userinfo === '' ? '' : `${address.userinfo}@`
  const port = address.port === 0 ? '' : `:${address.port}`
  return { url: `${address.scheme}://${userinfo}${address.host}${port}${address.path}` }
}

/** The link of a button as Telegram writes it; `what` begins the complaint about another. */
export function buttonLink(what: string, given: string, isMiniApp = false): string {
  const link = checkLink(given, isMiniApp)
  if (link.problem !== undefined) throw badRequest(`${what} URL '${given}' is invalid: ${link.problem}`)
  return link.url
}

function checkAppLink(app: string, rest: string, { scheme, userinfo, host, port, path }: WebAddress): Link {
  const isWeb = /^http:\/\//i.test(rest) || scheme === 'https' || host.startsWith('[')
  if (isWeb || userinfo !== '' || port !== 0)
    return { problem: app === 'tg' ? 'Wrong tg URL' : 'Wrong ton URL' }
  if (!(app === 'tonsite' ? /^[\w.-]+$/ : /^[\w-]+$/).test(host))
    return { problem: 'Unallowed characters in URL host' }
  return { url: `${app}://${host}${path.startsWith('/?') ? path.slice(1) : path}` }
}

/** Gives the complaint if it is no address. */
function parseAddress(url: string): WebAddress | string {
  const given = /^([^:/?#@[\]]*):\/\//.exec(url)
  const scheme = (given?.[1] ?? 'http').toLowerCase()
  if (scheme !== 'http' && scheme !== 'https') return 'Unsupported URL protocol'
  const rest = url.slice(given?.[0].length ?? 0)
  const [authority = ''] = rest.split(/[/?#]/, 1)
  const portGiven = /.:([^:\]@]*)$/s.exec(authority)?.[1]
  const port = portGiven === undefined ? 0 : portNumber(portGiven)
  if (port === undefined) return 'Wrong port number specified in the URL'
  const beforePort =
    portGiven === undefined ? authority : authority.slice(0, authority.length - portGiven.length - 1)
  const at = beforePort.lastIndexOf('@')
  const host = beforePort.slice(at + 1).replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  const userinfo = beforePort.slice(0, Math.max(at, 0))
  if (host === '') return 'URL host is empty'
  if (host === '.') return 'Host is invalid'
  if (host.startsWith('[') && host.endsWith(']')) {
    if (!isIPv6(host.slice(1, -1))) return 'Wrong IPv6 address specified in the URL'
  } else {
    const problem = partProblem(host, 'host', false) ?? partProblem(userinfo, 'userinfo', true)
    if (problem !== undefined) return problem
  }
  return { scheme, userinfo, host, port, path: normalPath(rest.slice(authority.length)) }
}

function portNumber(given: string): number | undefined {
  const port = /^0*(\d{1,5})$/.exec(given)?.[1]
  return port !== undefined && Number(port) > 0 && Number(port) <= 65_535 ? Number(port) : undefined
}

function partProblem(part: string, name: string, mayHaveColon: boolean): string | undefined {
  for (let index = 0; index < part.length; index += 1) {
    const character = part.charAt(index)
    if (/[\w.\-!$,~*'();&+=\u0080-\uffff]/.test(character) || (mayHaveColon && character === ':')) continue
    if (character !== '%') return `Disallowed character in URL ${name}`
    if (!/^[\da-f]{2}/i.test(part.slice(index + 1))) return `Wrong percent-encoded symbol in URL ${name}`
    index += 2
  }
  return undefined
}

function normalPath(given: string): string {
  const path = given.replace(/[ \t\r\n\0\v]+$/, '')
  const encoded = path.replace(
    /[\0- ]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
  return encoded.startsWith('/') ? encoded : `/${encoded}`
}
