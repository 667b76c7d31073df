/** Whether the page is shown within a page of another site, which could lay something over what a citizen presses. */
export function isFramed(): boolean {
  try {
    return top!.location.origin !== location.origin;
  } catch {
    return true;
  }
}
