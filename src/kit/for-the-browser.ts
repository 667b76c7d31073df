/** Whether a press on a link means a new tab, a download or the like: that is what links are for. */
export const isForTheBrowser = (event: MouseEvent): boolean => event.defaultPrevented || event.button > 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
