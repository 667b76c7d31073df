/** What the CMS's editor shows in the place of the widgets. */
export const labelPlaces = async (): Promise<void> => (await import('./anchors/edit-mode.ts')).labelPlaces();

/** The files of the widgets that fewer pages have, apart from the loader, which every page fetches. */
export const files: Readonly<Record<string, () => Promise<Record<string, CustomElementConstructor>>>> = {
  'kommun-eid-test': () => import('./widgets/eid-test/eid-test.element.ts'),
  'kommun-case-inbox': () => import('./widgets/inbox/inbox.element.ts'),
  'kommun-unread-badge': () => import('./widgets/inbox/badge.element.ts'),
  'kommun-guardian-signature': () => import('./widgets/signature/signature.element.ts'),
  'kommun-child-picker': () => import('./widgets/children/picker.element.ts'),
};
