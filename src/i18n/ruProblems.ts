import type { enProblems } from './enProblems.ts'

/** Russian: what is wrong with a value in a request. */
export const ruProblems: Record<keyof typeof enProblems, string> = {
  'problem.missing': 'Это обязательное поле.',
  'problem.string': 'Здесь нужен текст.',
  'problem.number': 'Здесь нужно число.',
  'problem.int': 'Здесь нужно целое число.',
  'problem.boolean': 'Здесь нужно true или false.',
  'problem.array': 'Здесь нужен список.',
  'problem.object': 'Здесь нужен объект.',
  'problem.type': 'Значение не того типа.',
  'problem.shortText': '{count, plural, one {Нужен хотя бы # знак.} few {Нужно хотя бы # знака.} other {Нужно хотя бы # знаков.}}',
  'problem.longText': '{count, plural, one {Не больше # знака.} other {Не больше # знаков.}}',
  'problem.fewItems': '{count, plural, one {Нужен хотя бы # элемент.} few {Нужно хотя бы # элемента.} other {Нужно хотя бы # элементов.}}',
  'problem.manyItems': '{count, plural, one {Не больше # элемента.} other {Не больше # элементов.}}',
  'problem.small': 'Нужно {limit} или больше.',
  'problem.tooSmall': 'Нужно больше {limit}.',
  'problem.large': 'Нужно {limit} или меньше.',
  'problem.tooLarge': 'Нужно меньше {limit}.',
  'problem.choice': 'Нужно одно из этих значений: {values}.',
  'problem.unknown': 'Ничего с таким именем нет: {names}.',
  'problem.uuid': 'Это не идентификатор.',
  'problem.email': 'Это не адрес почты.',
  'problem.url': 'Это не адрес страницы.',
  'problem.datetime': 'Нужен момент времени вида 2026-01-31T12:00:00Z.',
  'problem.manyLinks': 'Больше {count} ссылок без пустой строки между ними.',
  'problem.format': 'Значение записано не в той форме.',
} // prettier-ignore
