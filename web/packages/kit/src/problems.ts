/** What a person is told when the system said no, by the code of the refusal. */
export interface ProblemLike {
  status: number
  code: string
  detail: string
  facts: Record<string, unknown>
  requestId: string
}

export interface Told {
  text: string
  remedy: string
  quote: string
}

type Translate = (key: string, values?: Record<string, unknown>) => string

function looksLikeProblem(value: unknown): value is ProblemLike {
  return typeof value === 'object' && value !== null && 'code' in value && 'status' in value
}

/** The sentence for a refusal: by the mistake it names, by code, else by status; never a stack or a foreign word. */
export function tellProblem(value: unknown, t: Translate, te: (key: string) => boolean): Told {
  if (!looksLikeProblem(value)) return { text: t('problem.unknown'), remedy: t('problem.try_again'), quote: '' }
  const byCode = `problem.code.${value.code}`
  const byStatus = `problem.status.${value.status}`
  const byMistake = `problem.mistake.${String(value.facts.mistake)}`
  const text = te(byMistake) ? t(byMistake, value.facts) : te(byCode) ? t(byCode, value.facts) : te(byStatus) ? t(byStatus) : value.detail || t('problem.unknown')
  const remedyKey = `problem.remedy.${value.code}`
  return {
    text,
    remedy: te(remedyKey) ? t(remedyKey, value.facts) : '',
    quote: value.requestId,
  }
}
