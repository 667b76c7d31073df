import type { Child, ChildList } from '../../contract/child.ts';
import type { Say } from './picker.text.ts';

type Service = ChildList['service'];

/** `Alva Lindgren, född 2015`, with the whole day only where two would else read alike. */
export function childName({ displayName, birthYear, birthDate }: Child, say: Say, language: string): string {
  return say('child', { name: displayName, born: birthDate ? dayOf(birthDate, language) : birthYear });
}

/** `Elmeskolan, årskurs 5`; empty for a child without a school. */
export function schoolName({ school }: Child, say: Say): string {
  if (!school) return '';
  return school.year === undefined ? school.name : say('school', { school: school.name, year: yearName(school.year, say) });
}

/** Why the child cannot be chosen, with the e-service's own limits. */
export function refusalText(notFor: string, { ages, schoolYears }: Service, say: Say): string {
  if (notFor === 'too-young' && ages?.from !== undefined) return say('because.too-young', { age: ages.from });
  if (notFor === 'too-old') return say('because.too-old', { age: ages?.to ?? lastAge });
  return notFor === 'school-year' ? yearsText(schoolYears, say) : say('because.other');
}

/** Nobody older is a child. */
const lastAge = 17;

function yearsText({ from, to }: NonNullable<Service['schoolYears']> = {}, say: Say): string {
  if (from !== undefined && to !== undefined) {
    return say(from === to ? 'because.year' : 'because.years', { from: yearName(from, say), to: yearName(to, say) });
  }
  if (from !== undefined) return say('because.year.from', { from: yearName(from, say) });
  return to === undefined ? say('because.other') : say('because.year.to', { to: yearName(to, say) });
}

/** The nine years of compulsory school come after the preschool class, and those of upper secondary school are counted anew. */
function yearName(year: number, say: Say): string {
  if (year === 0) return say('year.preschool');
  return year > 9 ? say('year.upper', { year: year - 9 }) : say('year', { year });
}

const dayOf = (date: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
