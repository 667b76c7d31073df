import type { PickerWords } from './picker.text.sv.ts';

export const en: PickerWords = {
  'label': 'Which child is it about?',
  'label.several': 'Which children is it about?',
  'source': 'The information comes from the population register.',
  'logIn': 'Log in to choose among the children that you have custody of.',
  'logIn.kept': 'You are no longer logged in. When you log in again, your choice is still here.',
  'loading': 'Fetching the children …',
  'slow': 'It takes longer than usual. What you have filled in is still here.',
  'tryAgain': 'Try again',

  'child': '{name}, born {born}',
  'school': '{school}, {year}',
  'year.preschool': 'preschool class',
  'year': 'year {year}',
  'year.upper': 'year {year} of upper secondary school',
  'loaded': 'There are {count} children to choose from.',
  'only': 'Only one child can be chosen here, so we have chosen it.',

  'refused': 'Cannot be chosen here',
  'refused.none': 'None of the children can be chosen in this e-service',
  'because.too-young': 'Not for this e-service, because it is for children who are at least {age} years old.',
  'because.too-old': 'Not for this e-service, because it is for children who are at most {age} years old.',
  'because.year': 'Not for this e-service, because it is for {from}.',
  'because.years': 'Not for this e-service, because it is for {from} to {to}.',
  'because.year.from': 'Not for this e-service, because it is for {from} and above.',
  'because.year.to': 'Not for this e-service, because it is for children up to and including {to}.',
  'because.other': 'Not for this e-service, because the child is of another age or school year.',

  'empty': 'There is no child to choose here',
  'empty.fix': 'You can still get help to apply. How is told below.',

  'missing': 'Is a child missing from the list?',
  'missing.why': 'The list is fetched in the same way for everybody. A child may be missing for one of these reasons, and we cannot show which:',
  'missing.custody': 'You do not have custody of the child according to the population register. A change may take a while to show there.',
  'missing.protected': 'The child has a protected identity. Those persons are never shown here.',
  'missing.school': 'The child does not go to a school that the municipality runs.',
  'missing.call': 'You can still apply. Contact us: {place},',
  'missing.contact': 'You can still apply. Contact the municipality.',
  'paper': 'Apply on a paper form',

  'call': 'This has happened several times today. Call {place} and they will help you. What you have filled in is still here.',
  'call.number': 'Call {phone}',
  'call.orTry': 'You can also try once more.',

  'fault': 'Choose a child.',
  'fault.several': 'Choose at least one child.',
  'fault.loggedOut': 'Log in and choose a child.',
  'fault.waiting': 'Wait until the children are shown and then choose.',
  'fault.failed': 'The children could not be shown, so no child is chosen.',
  'fault.none': 'There is no child to choose here.',
};
