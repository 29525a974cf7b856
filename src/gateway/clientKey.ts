import ipaddr from 'ipaddr.js'

/** As Node names every IPv4 address; to parse it would cost more than all else that is counted. */
const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/

/**
 * By what somebody's requests are counted together: an IPv4 address, however it is written, or the /64 of an IPv6 one, of
 * which whoever has one address has all. What is none (a proxy's word for an unknown one) stands for itself.
 */
export const clientKey = (address = ''): string => {
  const [, plain] = mapped.exec(address) ?? []
  if (plain !== undefined) return plain
  if (!address.includes(':') || !ipaddr.isValid(address)) return address
  const read = ipaddr.process(address)
  if (!('parts' in read)) return read.toString()
  const prefix = read.parts.slice(0, 4).map((part) => part.toString(16))
  return `${prefix.join(':')}::/64`
}
