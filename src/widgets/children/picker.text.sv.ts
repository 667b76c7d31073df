/** Swedish for the choice of children. `{…}` are filled in. */
export const sv = {
  'label': 'Vilket barn gäller det?',
  'label.several': 'Vilka barn gäller det?',
  'source': 'Uppgifterna kommer från folkbokföringen.',
  'logIn': 'Logga in för att välja bland de barn som du är vårdnadshavare för.',
  'logIn.kept': 'Du är inte inloggad längre. När du loggar in igen finns ditt val kvar.',
  'loading': 'Hämtar barnen …',
  'slow': 'Det tar längre tid än det brukar. Det du har fyllt i finns kvar.',
  'tryAgain': 'Försök igen',

  'child': '{name}, född {born}',
  'school': '{school}, {year}',
  'year.preschool': 'förskoleklass',
  'year': 'årskurs {year}',
  'year.upper': 'årskurs {year} i gymnasiet',
  'loaded': 'Det finns {count} barn att välja bland.',
  'only': 'Bara ett barn kan väljas här, så vi har valt det.',

  'refused': 'Kan inte väljas här',
  'refused.none': 'Inget av barnen kan väljas i den här e-tjänsten',
  'because.too-young': 'Inte för den här e-tjänsten, eftersom den är för barn som är minst {age} år.',
  'because.too-old': 'Inte för den här e-tjänsten, eftersom den är för barn som är högst {age} år.',
  'because.year': 'Inte för den här e-tjänsten, eftersom den är för {from}.',
  'because.years': 'Inte för den här e-tjänsten, eftersom den är för {from} till {to}.',
  'because.year.from': 'Inte för den här e-tjänsten, eftersom den är för {from} och uppåt.',
  'because.year.to': 'Inte för den här e-tjänsten, eftersom den är för barn till och med {to}.',
  'because.other': 'Inte för den här e-tjänsten, eftersom barnet har en annan ålder eller årskurs.',

  'empty': 'Det finns inget barn att välja här',
  'empty.fix': 'Du kan ändå få hjälp att ansöka. Här nedanför står hur.',

  'missing': 'Saknas ett barn i listan?',
  'missing.why': 'Listan hämtas på samma sätt för alla. Ett barn kan saknas av något av de här skälen, och vi kan inte visa vilket:',
  'missing.custody': 'Du är inte barnets vårdnadshavare enligt folkbokföringen. Det kan dröja innan en ändring syns där.',
  'missing.protected': 'Barnet har skyddad identitet. De personerna visas aldrig här.',
  'missing.school': 'Barnet går inte i en skola som kommunen driver.',
  'missing.call': 'Du kan ansöka ändå. Kontakta oss: {place},',
  'missing.contact': 'Du kan ansöka ändå. Kontakta kommunen.',
  'paper': 'Ansök på blankett',

  'call': 'Det har hänt flera gånger i dag. Ring {place}, så hjälper de dig vidare. Det du har fyllt i finns kvar.',
  'call.number': 'Ring {phone}',
  'call.orTry': 'Du kan också försöka en gång till.',

  'fault': 'Välj ett barn.',
  'fault.several': 'Välj minst ett barn.',
  'fault.loggedOut': 'Logga in och välj barn.',
  'fault.waiting': 'Vänta tills barnen visas och välj sedan.',
  'fault.failed': 'Barnen kunde inte visas, så inget barn är valt.',
  'fault.none': 'Det finns inget barn att välja här.',
};

export type PickerWords = Readonly<Record<keyof typeof sv, string>>;
