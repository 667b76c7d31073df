const email = /[^\s@<>()"]+@[^\s@<>()"]+\.\p{L}{2,}/gu;
const phone = /(?<![\d-])(?:\+46|0046|0)(?:[\s-]?\d){7,11}(?!\d)/g;

/** The text without e-mail addresses and telephone numbers, for who may not know how to reach its writer. */
export const maskContactDetails = (text: string): string => text.replaceAll(email, '[e-postadress]').replaceAll(phone, '[telefonnummer]');
