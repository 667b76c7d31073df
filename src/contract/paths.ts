/** Where each resource lives, relative to the backend's address (`https://host/api/v1`). */
export const paths = {
  config: 'config',
  session: 'session',
  sessionExtension: 'session/extend',
  eidOrders: 'eid/orders',
  eidOrder: (id: string) => `eid/orders/${encodeURIComponent(id)}`,
  faq: 'faq',
  faqFeedback: 'faq/feedback',
  cases: 'cases',
  caseCounts: 'cases/counts',
  case: (id: string) => `cases/${encodeURIComponent(id)}`,
  caseRead: (id: string) => `cases/${encodeURIComponent(id)}/read`,
  caseMessages: (id: string) => `cases/${encodeURIComponent(id)}/messages`,
  caseDraft: (id: string) => `cases/${encodeURIComponent(id)}/draft`,
  caseDocument: (id: string, document: string) => `cases/${encodeURIComponent(id)}/documents/${encodeURIComponent(document)}`,
  caseBundle: (id: string) => `cases/${encodeURIComponent(id)}/bundle`,
  uploads: 'uploads',
  upload: (id: string) => `uploads/${encodeURIComponent(id)}`,
} as const;

/** The header that state-changing calls must carry; a form on another site cannot send it. */
export const clientHeader = { name: 'X-Widget-Client', value: '1' } as const;
