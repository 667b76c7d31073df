/** An e-service that both guardians sign, as the municipality's file has it. */
export const schoolBus = {
  id: 'skolskjuts',
  name: { sv: 'Skolskjuts', en: 'School transport' },
  title: 'Ansökan om skolskjuts',
  guardians: 'all',
  questions: [{ id: 'fran', label: 'Från vilket datum?', kind: 'date' }],
  statement: 'Uppgifterna stämmer.',
  afterwards: { sv: 'Skolan svarar inom tre veckor.', en: 'The school answers within three weeks.' },
};
