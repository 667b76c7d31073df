/** Swedish for what a list of questions shows at first. */
export const sv = {
  search: 'Sök bland frågorna',
  count: '{count} frågor',
  showAll: 'Visa alla svar',
  hideAll: 'Dölj alla svar',
};
