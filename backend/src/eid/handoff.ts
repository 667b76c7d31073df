/** The page to come back to, with the handoff code last in its fragment, which reaches no server and no log. */
export const handedOver = (returnTo: string, code: string | undefined): string =>
  code === undefined ? returnTo : `${returnTo}${returnTo.includes('#') ? '' : '#'}~${code}`;
