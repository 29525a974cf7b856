/* global navigator */
import { api } from './api.js'
import { formDialog } from './formDialog.js'
import { confirmDialog, toast } from './overlays.js'
import { language, text } from './strings.js'

const LANGUAGES = [...new Set([language, 'en', 'ru', 'de', 'es', 'fr', 'uk', 'ko'])]

const personFields = ({ first_name, username, language_code } = {}) => [
  { name: 'first_name', label: text('firstName'), required: true, value: first_name, maxLength: 64 },
  { name: 'username', label: text('optional', { field: text('username') }), value: username },
  {
    name: 'language_code',
    label: text('language'),
    value: language_code ?? language,
    options: [...new Set([language_code ?? language, ...LANGUAGES])].map((code) => [code, nameOf(code)]),
  },
]

/** The language in itself: русский, English. */
function nameOf(code) {
  try {
    return `${new Intl.DisplayNames(code, { type: 'language' }).of(code)} (${code})`
  } catch {
    return code
  }
}

export const newPersonForm = (onMade) =>
  formDialog({
    title: text('newPerson'),
    fields: personFields(),
    submit: async (fields) => onMade(await api.createPerson(fields)),
  })

export const editPersonForm = (person, onSaved) =>
  formDialog({
    title: text('editPerson'),
    fields: personFields(person),
    submit: async (fields) => onSaved(await api.updatePerson(person.id, fields)),
    agree: text('save'),
  })

export const newBotForm = (onMade) =>
  formDialog({
    title: text('newBot'),
    fields: [
      { name: 'name', label: text('name'), required: true, maxLength: 64 },
      { name: 'username', label: text('username'), required: true, hint: text('botUsernameHint') },
    ],
    submit: async (fields) => {
      const { token } = await api.createBot(fields)
      await onMade()
      void offerToken(token)
    },
  })

async function offerToken(token) {
  if (!(await confirmDialog(text('tokenTitle'), token, text('copy'), text('tokenText')))) return
  await navigator.clipboard.writeText(token)
  toast(text('copied'))
}
