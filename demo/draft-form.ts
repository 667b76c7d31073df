import { siteRoot } from './site-root.ts';

/** A form of the municipality's own page. It asks who is logged in only when sent, and never empties itself. */
export function draftForm(): void {
  const form = document.querySelector<HTMLFormElement>('[data-draft]');
  const status = form?.querySelector('[data-draft-status]');
  const button = form?.querySelector<HTMLButtonElement>('[type=submit]');
  if (!form || !status || !button) return;
  button.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void isLoggedIn().then((loggedIn) => (status.textContent = loggedIn ? sent : logInFirst));
  });
}

const sent = 'Du är inloggad, så meddelandet hade skickats. I demonstrationen sparas det inte någonstans.';
const logInFirst = 'Logga in först, här ovanför. Det du har skrivit står kvar.';

async function isLoggedIn(): Promise<boolean> {
  try {
    const answer = await fetch(new URL('api/v1/session', siteRoot));
    const session: unknown = await answer.json();
    return session instanceof Object && 'authenticated' in session && session.authenticated === true;
  } catch {
    return false;
  }
}
