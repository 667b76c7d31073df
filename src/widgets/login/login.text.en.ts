import type { LoginWords } from './login.text.sv.ts';

export const en: LoginWords = {
  heading: 'Log in',
  here: 'Use {eid} on this device',
  elsewhere: 'Use {eid} on another device',
  away: 'Log in with {eid}',
  get: 'Get {eid}',
  noProviders: 'It is not possible to log in here right now.',
  help: 'Help with logging in',
  paper: 'What to do without an e-ID',
  cancel: 'Cancel',
  loading: 'Loading the login',
  lost: 'Something went wrong',
  lostFix: 'Check that you are connected to the internet and try again.',
  tryAgain: 'Try again',
  inApp: 'You have opened this page inside another app. Open it in your usual browser if you cannot log in.',
  stray: 'Go back to the tab where you began to log in. The login continues there by itself.',
  starting: 'Starting the login',
  RFA19: 'Do you have your e-ID on this computer or on a phone? Choose what is right for you.',
  RFA20: 'Do you have your e-ID on this device or on another one? Choose what is right for you.',
  loggedIn: 'You are logged in.',
};
