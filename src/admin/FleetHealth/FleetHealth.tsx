'use client'

import { Link } from '@payloadcms/ui'
import type { ReactNode } from 'react'

import { slugs } from '../../contracts/slugs.ts'
import type { FleetState } from '../../operations/fleet/describeFleet.ts'
import { useMessages } from '../lib/useMessages.ts'
import { Panel } from '../Panel/Panel.tsx'
import { useFleet } from './useFleet.ts'
import './fleetHealth.css'

/** The list below, of these bots alone. */
const listOf = (field: string, value: string) =>
  `/admin/collections/${slugs.bots}?where[or][0][and][0][${field}][equals]=${encodeURIComponent(value)}`

const troubleOf = ({ states, errors, overdue }: FleetState): number => {
  const refused = states.find(({ state }) => state === 'needsRelink')?.count ?? 0
  const failing = errors.reduce((sum, { count }) => sum + count, 0)
  return Math.max(refused, failing, overdue)
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <h3 className="gongbu-fleet__title">{title}</h3>
    {children}
  </div>
)

/** Above the list of bots: how the fleet is, with ways to those that need somebody. */
export const FleetHealth = () => {
  const { t, locale } = useMessages()
  const { fleet, isStale } = useFleet(locale)
  if (fleet === undefined)
    return isStale ? <p role="alert">{t('fleet.unreachable')}</p> : <div aria-busy="true" />

  const { states, errors, waiting, oldestCheckAt, overdue, platform } = fleet
  const trouble = troubleOf(fleet)
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <Panel
      title={t('fleet.title')}
      badge={
        trouble === 0
          ? { text: t('fleet.badge.good'), tone: 'good' }
          : { text: t('fleet.badge.bad', { count: trouble }), tone: 'bad' }
      }
    >
      {isStale && <p className="gongbu-panel__hint">{t('fleet.unreachable')}</p>}
      <div className="gongbu-fleet">
        <Part title={t('fleet.states')}>
          {states.length === 0 && <p>{t('fleet.none')}</p>}
          <ul>
            {states.map(({ state, count }) => (
              <li key={state} data-fleet-state={state}>
                <Link href={listOf('state', state)}>{t(`label.botState.${state}`)}</Link> {count}
              </li>
            ))}
          </ul>
        </Part>
        <Part title={t('fleet.errors')}>
          {errors.length === 0 && <p>{t('fleet.noErrors')}</p>}
          <ul>
            {errors.map(({ code, count }) => (
              <li key={code}>
                <Link href={listOf('errorCode', code)}>{code}</Link> {count}
              </li>
            ))}
          </ul>
        </Part>
        <Part title={t('fleet.checks')}>
          <p>
            {oldestCheckAt === null
              ? t('fleet.neverChecked')
              : t('fleet.checkedSince', { time: format.format(new Date(oldestCheckAt)) })}
          </p>
          {overdue > 0 && <p>{t('fleet.overdue', { count: overdue })}</p>}
        </Part>
        <Part title={t('fleet.waiting')}>
          {waiting.length === 0 && <p>{t('fleet.nothingWaits')}</p>}
          <ul>
            {waiting.map(({ topic, count }) => (
              <li key={topic}>
                {t(`fleet.topic.${topic}`)}: {count}
              </li>
            ))}
          </ul>
        </Part>
        <Part title={t('fleet.platform')}>
          <p>
            {platform.username === null
              ? t('fleet.noPlatform')
              : platform.problem === null
                ? `@${platform.username}`
                : t('fleet.platformProblem', { username: platform.username, problem: platform.problem })}
          </p>
        </Part>
      </div>
    </Panel>
  )
}
