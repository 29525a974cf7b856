'use client'

import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { useSyncExternalStore } from 'react'

import { offeredZones } from '../../contracts/timeZones.ts'
import { zoneLabel } from '../../lesson/settings/zoneLabel.ts'
import { useMessages } from '../lib/useMessages.ts'
import './timeZoneField.css'

// The server may know other zones than the browser: the page is made with those that both know.
let known: readonly string[] | undefined
const knownHere = () => (known ??= Intl.supportedValuesOf('timeZone'))
const knownOnServer = () => offeredZones
const neverChanges = () => () => {}

/** A time zone out of a list: well-known cities first, in the reader's language; typing the beginning of a name finds it. */
export const TimeZoneField: TextFieldClientComponent = ({ field, path }) => {
  const { t, locale } = useMessages()
  const { value, setValue, showError } = useField<string | null>({ path })
  const zones = useSyncExternalStore(neverChanges, knownHere, knownOnServer)
  const id = `field-${path}`
  const chosen = value && value !== 'UTC' ? value : ''
  // Older names that the browser does not list stay what they are.
  const isForeign = chosen !== '' && ![...offeredZones, ...zones].includes(chosen)
  const others = (isForeign ? [chosen, ...zones] : zones).filter(
    (zone) => !offeredZones.some((offered) => offered === zone),
  )
  const option = (zone: string, name: string) => (
    <option key={zone} value={zone}>
      {name}
    </option>
  )
  return (
    <div className="field-type text">
      <FieldLabel htmlFor={id} label={field.label} path={path} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <select
          id={id}
          className="gongbu-input gongbu-zone"
          value={chosen}
          onChange={(event) => setValue(event.target.value || null)}
        >
          {option('', t('timeZone.none'))}
          <optgroup label={t('timeZone.cities')}>
            {offeredZones.map((zone) => option(zone, zoneLabel(zone, locale)))}
          </optgroup>
          <optgroup label={t('timeZone.others')}>
            {others.map((zone) => option(zone, zone.replaceAll('_', ' ')))}
          </optgroup>
        </select>
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
