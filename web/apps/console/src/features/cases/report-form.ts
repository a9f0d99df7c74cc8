import type { Media } from '@chengmai/api'

export interface ReportValues {
  description: string
  point: { lon: number; lat: number } | null
  address: string
  class_code: string
  component_code: string
  name: string
  phone: string
  source: string
  source_key: string
  urgent: boolean
}

export function emptyReport(): ReportValues {
  return { description: '', point: null, address: '', class_code: '', component_code: '', name: '', phone: '', source: 'hotline', source_key: '', urgent: false }
}

/** What a call-taker must still fill in. */
export function missingOf(values: ReportValues): string[] {
  return [values.description.trim() === '' ? 'description' : '', values.point === null ? 'point' : ''].filter(Boolean)
}

/** The body of `POST /cases`; a contact only when something of it is known. */
export function reportBody(values: ReportValues, media: Media[]): Record<string, unknown> {
  const { point, name, phone, ...rest } = values
  const contact = name.trim() || phone.trim() ? { name: name.trim(), phone: phone.trim() } : undefined
  return { ...rest, description: rest.description.trim(), ...point, media_ids: media.map(({ id }) => id), ...(contact ? { contact } : {}) }
}
