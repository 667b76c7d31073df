/** Whether the page is shown within a page of another site, at any remove, which could lay something over what a citizen presses. */
export function isFramed(): boolean {
  try {
    for (let frame: Window = window; frame !== top; frame = frame.parent) {
      if (frame.parent.origin !== origin) return true;
    }
    return false;
  } catch {
    return true;
  }
}
