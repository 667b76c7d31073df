/** What is read before anybody presses, and what may always have to be said. `{eid}` is what the municipality calls the e-ID. */
export const sv = {
  heading: 'Logga in',
  here: 'Använd {eid} på den här enheten',
  elsewhere: 'Använd {eid} på en annan enhet',
  away: 'Logga in med {eid}',
  get: 'Skaffa {eid}',
  noProviders: 'Det går inte att logga in här just nu.',
  help: 'Hjälp att logga in',
  paper: 'Så gör du utan e-legitimation',
  cancel: 'Avbryt',
  loading: 'Hämtar inloggningen',
  lost: 'Något gick fel',
  lostFix: 'Kontrollera att du har internet och försök igen.',
  tryAgain: 'Försök igen',
  inApp: 'Du har öppnat sidan inne i en annan app. Öppna den i din vanliga webbläsare om det inte går att logga in.',
  stray: 'Gå tillbaka till fliken där du började logga in. Där fortsätter inloggningen av sig själv.',
  starting: 'Startar inloggningen',
  RFA19: 'Har du din e-legitimation på den här datorn eller i en mobil? Välj det som stämmer.',
  RFA20: 'Har du din e-legitimation på den här enheten eller på en annan? Välj det som stämmer.',
  loggedIn: 'Du är inloggad.',
};

export type LoginWords = Readonly<Record<keyof typeof sv, string>>;
