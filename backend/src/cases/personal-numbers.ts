const candidate = /(?<!\d)(18|19|20)?(\d\d)(\d\d)(\d\d)([-+ \u2010-\u2015\u2212])?(\d{4}|TF\d\d)(?!\d)/gi;

/**
 * The text with whatever can be a personal or coordination number, or a school's temporary one, taken out. Ten digits
 * without a sign go only when their check digit fits, since most of those are telephone numbers.
 */
export function maskPersonalNumbers(text: string): string {
  return text.replace(candidate, (found: string, century?: string, year = '', month = '', day = '', sign?: string, last = '') => {
    if (Number(month) > 12 || !canBeDay(Number(day))) return found;
    const isPlain = century === undefined && sign === undefined;
    return isPlain && !hasCheckDigit(year + month + day + last) ? found : '[personnummer]';
  });
}

/** Fields that the backend makes up itself: ids and instants. */
const made = /^(id|childId|documentIds|at)$|(At|Until)$/;

/** The answer with `maskPersonalNumbers` done to every text in it, however deep: anything that a system tells may hold what somebody has written. */
export function withoutPersonalNumbers<Answer>(answer: Answer): Answer {
  return masked(answer) as Answer;
}

function masked(value: unknown): unknown {
  if (typeof value === 'string') return maskPersonalNumbers(value);
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, made.test(name) ? part : masked(part)]));
}

/** Coordination numbers have 60 added to the day, and test numbers reach 91. */
const canBeDay = (day: number) => (day >= 1 && day <= 31) || (day >= 60 && day <= 91);

function hasCheckDigit(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return true;
  const sum = Array.from(digits, Number).reduce((total, digit, index) => {
    const weighed = index % 2 === 0 ? digit * 2 : digit;
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}
