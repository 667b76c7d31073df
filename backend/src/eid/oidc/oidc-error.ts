import { AuthorizationResponseError, ClientError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client';
import { EidProviderError } from '../eid-provider.ts';

type Code = EidProviderError['code'];

/** OAuth's own error codes; one that is not here is ours to mend. */
const byError = new Map<string, Code>([
  ['temporarily_unavailable', 'unavailable'],
  ['server_error', 'failed'],
  // The code has been used, or its time was up.
  ['invalid_grant', 'failed'],
]);

/** Whether the person said no, as far as the provider tells. */
export const isRefusal = (error: unknown): boolean => error instanceof AuthorizationResponseError && error.error === 'access_denied';

/** What a call to the provider that did not work means to the order service. The reason is a code and never a text, which may name somebody. */
export function oidcError(cause: unknown): EidProviderError {
  if (cause instanceof EidProviderError) return cause;
  if (cause instanceof AuthorizationResponseError || cause instanceof ResponseBodyError) {
    const silent = cause instanceof ResponseBodyError && cause.status >= 500;
    return new EidProviderError(silent ? 'unavailable' : (byError.get(cause.error) ?? 'rejected'), { cause, reason: word(cause.error) });
  }
  if (cause instanceof WWWAuthenticateChallengeError) return new EidProviderError('rejected', { cause, reason: `refused with ${cause.status}` });
  if (cause instanceof ClientError) return new EidProviderError(isSilence(cause) ? 'unavailable' : 'rejected', { cause, reason: word(cause.code ?? '') });
  // What `fetch` throws when there is no connection.
  return new EidProviderError(cause instanceof TypeError ? 'unavailable' : 'rejected', { cause, reason: cause instanceof TypeError ? 'no connection' : 'an error of another kind' });
}

/** No answer in time, or one that says that the provider is out of order. */
function isSilence({ code, cause }: ClientError): boolean {
  return code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT' || (cause instanceof Response && (cause.status >= 500 || cause.status === 429));
}

const word = (code: string): string => (/^[A-Za-z_]{1,60}$/.test(code) ? code : 'an error without a code');
