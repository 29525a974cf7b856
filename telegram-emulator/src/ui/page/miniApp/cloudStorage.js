/* global localStorage */

const MOST_KEYS = 1024
const LONGEST_VALUE = 4096

/** The Mini App's cloud storage, for a bot and a person; kept by this browser. */
export function cloudStorage(bot, person) {
  const place = `emulator.cloud.${bot}.${person}`
  const read = () => JSON.parse(localStorage.getItem(place) ?? '{}')
  const write = (values) => localStorage.setItem(place, JSON.stringify(values))
  const methods = {
    saveStorageValue: ({ key, value }) => {
      if (!/^[\w-]{1,128}$/.test(key)) throw new Error('KEY_INVALID')
      if (typeof value !== 'string' || value.length > LONGEST_VALUE) throw new Error('VALUE_INVALID')
      const values = { ...read(), [key]: value }
      if (Object.keys(values).length > MOST_KEYS) throw new Error('QUOTA_EXCEEDED')
      write(values)
      return true
    },
    getStorageValues: ({ keys }) => {
      const values = read()
      return Object.fromEntries(keys.map((key) => [key, values[key] ?? '']))
    },
    deleteStorageValues: ({ keys }) => {
      write(Object.fromEntries(Object.entries(read()).filter(([key]) => !keys.includes(key))))
      return true
    },
    getStorageKeys: () => Object.keys(read()),
  }
  return (method, parameters) => {
    if (!Object.hasOwn(methods, method)) throw new Error('UNKNOWN_METHOD')
    return methods[method](parameters)
  }
}
