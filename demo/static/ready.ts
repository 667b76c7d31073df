/** The mark and the event by which a page says that the backend in its tab can answer, or never will. */
export const ready = 'demo-ready';
