/** Passkeys between the server's JSON and the browser's binary (WebAuthn level 3). */

type Json = Record<string, unknown>
interface Described {
  id: string
  type: 'public-key'
  transports?: AuthenticatorTransport[]
}

export const passkeysWork = (): boolean => typeof PublicKeyCredential === 'function' && window.isSecureContext

/** Let the authenticator make a passkey; the JSON to send back. Throws what the browser throws. */
export async function makePasskey(options: Json): Promise<Json> {
  const user = options.user as { id: string; name: string; displayName: string }
  const made = await navigator.credentials.create({
    publicKey: {
      ...(options as unknown as PublicKeyCredentialCreationOptions),
      challenge: bytes(options.challenge),
      user: { ...user, id: bytes(user.id) },
      excludeCredentials: described(options.excludeCredentials),
    },
  })
  const key = made as PublicKeyCredential
  const answer = key.response as AuthenticatorAttestationResponse
  return {
    ...envelope(key),
    response: { clientDataJSON: text(answer.clientDataJSON), attestationObject: text(answer.attestationObject), transports: answer.getTransports?.() ?? [] },
  }
}

/** Let the authenticator answer a challenge; the JSON to send back. Throws what the browser throws. */
export async function answerWithPasskey(options: Json): Promise<Json> {
  const got = await navigator.credentials.get({
    publicKey: {
      ...(options as unknown as PublicKeyCredentialRequestOptions),
      challenge: bytes(options.challenge),
      allowCredentials: described(options.allowCredentials),
    },
  })
  const key = got as PublicKeyCredential
  const answer = key.response as AuthenticatorAssertionResponse
  return {
    ...envelope(key),
    response: {
      clientDataJSON: text(answer.clientDataJSON),
      authenticatorData: text(answer.authenticatorData),
      signature: text(answer.signature),
      userHandle: answer.userHandle ? text(answer.userHandle) : null,
    },
  }
}

function envelope(key: PublicKeyCredential): Json {
  return { id: key.id, rawId: text(key.rawId), type: key.type, clientExtensionResults: key.getClientExtensionResults() }
}

function described(list: unknown): PublicKeyCredentialDescriptor[] {
  return ((list as Described[] | undefined) ?? []).map((one) => ({ ...one, id: bytes(one.id) }))
}

/** base64url without padding to bytes and back. */
export function bytes(value: unknown): Uint8Array<ArrayBuffer> {
  const plain = atob(String(value).replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0))
}

export function text(buffer: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(buffer))
  return btoa(plain).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}
