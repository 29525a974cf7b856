import { avatar, element } from '../dom.js'

export function contactCard({ first_name, last_name, phone_number, user_id }) {
  const name = [first_name, last_name].filter(Boolean).join(' ')
  return element(
    'div',
    { class: 'card' },
    avatar(name, user_id ?? 0),
    element('span', { class: 'card-text' }, element('strong', {}, name), element('small', {}, phone_number)),
  )
}
