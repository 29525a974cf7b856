import { formDialog } from '../formDialog.js'
import { text } from '../strings.js'

/** Where the person pretends to be. `submit` gets {latitude, longitude}; `onClose` runs in any case. */
export function askForLocation(submit, agree, onClose) {
  formDialog({
    title: text('location'),
    fields: [
      { name: 'latitude', label: text('latitude'), required: true, value: '37.5665' },
      { name: 'longitude', label: text('longitude'), required: true, value: '126.9780' },
    ],
    submit: ({ latitude, longitude }) => submit({ latitude: Number(latitude), longitude: Number(longitude) }),
    agree,
    onClose,
  })
}
