/** A hint of the e-ID's, in words for the one who plays it. */
export interface Way {
  hint: string;
  words: string;
}

/** What the app can be busy with before its owner approves. */
export const steps: readonly Way[] = [
  { hint: 'started', words: 'Appen har bara öppnats' },
  { hint: 'userSign', words: 'Väntar på säkerhetskoden' },
  { hint: 'userMrtd', words: 'Id-handlingen ska läsas av' },
  { hint: 'userFace', words: 'Ansiktet ska kontrolleras' },
  { hint: 'userStepUp', words: 'Identiteten ska bekräftas på ett sätt till' },
  { hint: 'userCallConfirm', words: 'Frågar om du talar i telefon' },
  { hint: 'processing', words: 'Arbetar med svaret' },
  { hint: 'stepThatNobodyKnows', words: 'Ett steg som ingen känner till' },
];

/** Every way in which an identification can fail, besides the owner's own cancel. */
export const failures: readonly Way[] = [
  { hint: 'certificateErr', words: 'E-legitimationen har gått ut eller är spärrad' },
  { hint: 'expiredTransaction', words: 'Tiden tog slut' },
  { hint: 'alreadyInProgress', words: 'Du har redan en legitimering på gång' },
  { hint: 'cancelled', words: 'Avbröts av en nyare legitimering' },
  { hint: 'startFailed', words: 'Appen kom aldrig igång' },
  { hint: 'mrtdVerificationFailed', words: 'Id-handlingen godkändes inte' },
  { hint: 'facialRecognitionFailed', words: 'Ansiktet kändes inte igen' },
  { hint: 'stepUpFailed', words: 'Bekräftelsen av identiteten misslyckades' },
  { hint: 'nfcNotSupportedByDevice', words: 'Telefonen kan inte läsa id-handlingar' },
  { hint: 'multipleBankIdsOnDevice', words: 'Det finns flera e-legitimationer i telefonen' },
  { hint: 'notSupportedByUserApp', words: 'Appen är för gammal' },
  { hint: 'transactionRiskBlocked', words: 'Stoppades för att risken var hög' },
  { hint: 'userDeclinedCall', words: 'Du sa nej till att du talar i telefon' },
  { hint: 'failureThatNobodyKnows', words: 'Ett fel som ingen känner till' },
];
