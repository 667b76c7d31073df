// In a variable, so that the build does not take the address for one of its own files.
const thisFile = import.meta.url;

/** The folder that the site lies in: the host's root, or any folder of a static host. Built scripts lie one level down. */
export const siteRoot = new URL('../', thisFile);
