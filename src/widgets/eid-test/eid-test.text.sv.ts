/** What is read before and after a test. `{eid}` is what the municipality calls the e-ID, `{place}` its service centre. */
export const sv = {
  heading: 'Testa din e-legitimation',
  lead: 'Testet visar om din e-legitimation fungerar. Du loggas inte in, och inget om dig sparas.',
  here: 'Testa {eid} på den här enheten',
  elsewhere: 'Testa {eid} på en annan enhet',
  away: 'Testa {eid}',
  get: 'Skaffa {eid}',
  noProviders: 'Det går inte att testa här just nu.',
  help: 'Hjälp att logga in',
  paper: 'Så gör du utan e-legitimation',
  cancel: 'Avbryt',
  loading: 'Hämtar testet',
  lost: 'Något gick fel',
  lostFix: 'Kontrollera att du har internet och försök igen.',
  tryAgain: 'Försök igen',
  inApp: 'Du har öppnat sidan inne i en annan app. Öppna den i din vanliga webbläsare om testet inte går.',
  stray: 'Gå tillbaka till fliken där du började testet. Där fortsätter det av sig själv.',
  starting: 'Startar testet',
  RFA19: 'Har du din e-legitimation på den här datorn eller i en mobil? Välj det som stämmer.',
  RFA20: 'Har du din e-legitimation på den här enheten eller på en annan? Välj det som stämmer.',
  passed: 'Din e-legitimation fungerar',
  'passed.means': 'Du kan använda den för att logga in. Inget är sparat efter testet, och du är inte inloggad.',
  'passed.still': 'Går det ändå inte att logga in i en e-tjänst? Ring {place},',
  another: 'Testa en e-legitimation till',
};

export type EidTestWords = Readonly<Record<keyof typeof sv, string>>;
