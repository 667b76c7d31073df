/** The telephone of the service centre: what the script says where a widget cannot be shown. */
export const serviceCentrePhone = '0476-550 00';
