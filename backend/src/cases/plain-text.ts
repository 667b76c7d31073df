/** `text` without signs that nobody writes, and that neither PostgreSQL nor XML can hold. */
export const plainText = (text: string): string => text.replaceAll(/[^\P{Cc}\t\n\r]|[\p{Cs}\uFFFE\uFFFF]/gu, '');
