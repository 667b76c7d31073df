/** Where that lies which any widget may ask for, relative to the backend's address (`https://host/api/v1`). */
export const portalPaths = {
  config: 'config',
  session: 'session',
  sessionExtension: 'session/extend',
  eidOrders: 'eid/orders',
  eidOrder: (id: string) => `eid/orders/${encodeURIComponent(id)}`,
  faq: 'faq',
  faqFeedback: 'faq/opinions',
} as const;

/** The header that state-changing calls must carry; a form on another site cannot send it. */
export const clientHeader = { name: 'X-Widget-Client', value: '1' } as const;
