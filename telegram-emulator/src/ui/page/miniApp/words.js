import { language } from '../strings.js'

const WORDS = {
  en: {
    close: 'Close',
    back: 'Back',
    settings: 'Settings',
    loading: 'Opening…',
    leave: 'Close the app? What is not saved may be lost.',
    scan: 'What stands in the QR code?',
    writeAccess: 'Let this bot write to you?',
    allow: 'Allow',
    openLink: 'Open this link?',
    open: 'Open',
    log: 'Events',
    ok: 'OK',
    cancel: 'Cancel',
    download: 'Download this file?',
    failed: 'The app cannot be opened: {reason}',
  },
  ru: {
    close: 'Закрыть',
    back: 'Назад',
    settings: 'Настройки',
    loading: 'Открывается…',
    leave: 'Закрыть приложение? Несохранённое может пропасть.',
    scan: 'Что записано в QR-коде?',
    writeAccess: 'Разрешить боту писать вам?',
    allow: 'Разрешить',
    openLink: 'Открыть ссылку?',
    open: 'Открыть',
    log: 'События',
    ok: 'ОК',
    cancel: 'Отмена',
    download: 'Скачать этот файл?',
    failed: 'Приложение не открывается: {reason}',
  },
}

export const word = (key, values = {}) =>
  WORDS[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')
