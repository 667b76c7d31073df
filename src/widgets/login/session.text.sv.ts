/** Being logged in. `{name}` is the person, `{time}` how long is left, `{number}` a number. */
export const sv = {
  continue: 'Gå vidare',
  left: 'Tid kvar: {time}',
  minutes: '{number} minuter',
  minute: 'ungefär en minut',
  seconds: '{number} sekunder',
  sessionHeading: 'Du är inloggad',
  person: 'Inloggad som {name}',
  sessionLeft: 'Du loggas ut om {time}.',
  sessionAsks: 'Innan dess får du en fråga.',
  logOut: 'Logga ut',
  pressedHeading: 'Du har loggat ut',
  pressedText: 'Stäng också webbläsaren, så att ingen annan kan se vad du har gjort.',
  timeoutHeading: 'Du har loggats ut',
  timeoutText: 'Tiden tog slut. Det du har skrivit på sidan finns kvar. Logga in igen för att fortsätta.',
  elsewhereHeading: 'Du har loggats ut',
  elsewhereText: 'Utloggningen gjordes i en annan flik eller på ett annat ställe. Det du har skrivit på sidan finns kvar.',
  warnHeading: 'Vill du vara kvar?',
  warnText: 'Av säkerhetsskäl loggas du snart ut. Det du har skrivit på sidan finns kvar.',
  warnLast: 'Du har varit inloggad så länge det går i ett sträck och loggas snart ut. Det du har skrivit på sidan finns kvar. Logga in igen efteråt.',
  stay: 'Fortsätt vara inloggad',
  understood: 'Stäng',
  logOutNow: 'Logga ut nu',
  secondsToEnd: 'Du loggas ut om {number} sekunder.',
};

export type SessionWords = Readonly<Record<keyof typeof sv, string>>;
