interface ProblemParts {
  status: number
  code?: string
  title?: string
  detail?: string
  facts?: Record<string, unknown>
  requestId?: string
}

/** The back end said no (RFC 9457), or could not be reached (status 0). */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly facts: Record<string, unknown>
  readonly requestId: string

  constructor({ status, code, title, detail, facts, requestId }: ProblemParts) {
    super(detail ?? title ?? code ?? String(status))
    this.name = 'Problem'
    this.status = status
    this.code = code ?? `http.${status}`
    this.detail = detail ?? title ?? ''
    this.facts = facts ?? {}
    this.requestId = requestId ?? ''
  }

  /** The field of the form that the refusal is about, when it names one. */
  get field(): string | undefined {
    return typeof this.facts.field === 'string' ? this.facts.field : undefined
  }
}

/** Read the refusal out of an answer, whatever its body looks like. */
export async function problemFrom(answer: Response): Promise<Problem> {
  const requestId = answer.headers.get('X-Request-Id') ?? ''
  let body: Record<string, unknown> = {}
  try {
    body = (await answer.json()) as Record<string, unknown>
  } catch {
    return new Problem({ status: answer.status, requestId })
  }
  return new Problem({
    status: answer.status,
    ...(typeof body.code === 'string' ? { code: body.code } : {}),
    ...(typeof body.title === 'string' ? { title: body.title } : {}),
    ...(typeof body.detail === 'string' ? { detail: body.detail } : {}),
    facts: typeof body.facts === 'object' && body.facts !== null ? (body.facts as Record<string, unknown>) : {},
    requestId: typeof body.request_id === 'string' ? body.request_id : requestId,
  })
}
