/** An e-service for both guardians, as a municipality writes it. */
export const schoolTransport = {
  id: 'skolskjuts',
  name: { sv: 'Skolskjuts', en: 'School transport' },
  title: 'Ansökan om skolskjuts',
  guardians: 'all',
  schoolYears: { from: 0, to: 9 },
  page: '/e-tjanster/skolskjuts/',
  questions: [
    { id: 'from', label: 'Från och med', kind: 'date' },
    { id: 'reason', label: 'Skäl', kind: 'choice', choices: [{ value: 'distance', label: 'Lång väg till skolan' }] },
    { id: 'other', label: 'Övrigt', kind: 'text', isOptional: true },
  ],
  statement: 'Jag intygar att uppgifterna stämmer.',
  afterwards: { sv: 'Du får beslut under Mina ärenden.', en: 'You get the decision under My cases.' },
};

/** One that whoever applies signs alone. */
export const leave = { ...schoolTransport, id: 'ledighet', name: { sv: 'Ledighet' }, title: 'Ansökan om ledighet', guardians: 'one' };

/** What of the municipality's file has to do with signing. */
export const withServices = { services: [schoolTransport, leave], links: { signing: '/underskrift/', cases: '/mina-sidor/' } };
