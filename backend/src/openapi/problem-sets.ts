/** Problems that a call may end in for what it is, whatever it asks for. */
export const onAnyQuestion = ['maintenance', 'internal-error'] as const;
export const onAnyChange = ['request-not-allowed', ...onAnyQuestion] as const;
export const onAnyBody = ['invalid-request', 'unsupported-media-type', ...onAnyChange] as const;
