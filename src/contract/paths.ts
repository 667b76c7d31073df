/** Where each resource lives, relative to the backend's address (`https://host/api/v1`). */
export const paths = {
  config: 'config',
  session: 'session',
  sessionExtension: 'session/extend',
  eidOrders: 'eid/orders',
  /** Where an e-ID's own page sends the citizen's browser, followed by the provider's id; no widget calls it. */
  eidCallback: 'eid/callback',
  eidOrder: (id: string) => `eid/orders/${encodeURIComponent(id)}`,
  faq: 'faq',
  faqFeedback: 'faq/opinions',
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
  children: 'children',
  applications: 'applications',
  caseApplication: (id: string) => `cases/${encodeURIComponent(id)}/application`,
  waitingSignings: 'signing/waiting',
  openInvitation: 'invitations/open',
  signing: (id: string) => `cases/${encodeURIComponent(id)}/signing`,
  signingOrders: (id: string) => `cases/${encodeURIComponent(id)}/signing/orders`,
  signature: (id: string) => `cases/${encodeURIComponent(id)}/signing/signature`,
  decline: (id: string) => `cases/${encodeURIComponent(id)}/signing/decline`,
  withdrawal: (id: string) => `cases/${encodeURIComponent(id)}/signing/withdrawal`,
  partyContact: (id: string, party: string) => `cases/${encodeURIComponent(id)}/signing/parties/${encodeURIComponent(party)}/contact`,
  partyNotices: (id: string, party: string) => `cases/${encodeURIComponent(id)}/signing/parties/${encodeURIComponent(party)}/notices`,
  receipt: (id: string) => `cases/${encodeURIComponent(id)}/signing/receipt`,
} as const;

/** The header that state-changing calls must carry; a form on another site cannot send it. */
export const clientHeader = { name: 'X-Widget-Client', value: '1' } as const;
