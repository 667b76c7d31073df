/** `0476-550 00` as an address that dials it, from Sweden and from abroad. */
export function telephone(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '').replace(/^0/, '+46')}`;
}
