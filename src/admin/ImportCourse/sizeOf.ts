/** A number of bytes as people say it. */
export const sizeOf = (bytes: number, locale: string): string => {
  const kilobytes = Math.max(1, Math.ceil(bytes / 1024))
  const [unit, amount] = kilobytes < 1024 ? ['kilobyte', kilobytes] : ['megabyte', kilobytes / 1024]
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(amount)
}
