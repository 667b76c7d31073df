const page = (title: string, sv: string, en: string): string => `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${sv}</p>
<p lang="en">${en}</p>
</main>
</body>
</html>
`;

/** What somebody reads whom an e-ID's page sent here without any login of this browser. Nothing of the address is in it. */
export const strayPage = page(
  'Inloggningen hör inte till den här webbläsaren',
  'Du är inte inloggad. Gå tillbaka till sidan där du började, i samma webbläsare, och logga in igen. Fick du en länk av någon annan? Då är det bäst att stänga sidan.',
  'This login does not belong to this browser, and you are not logged in. Go back to the page where you began, in the same browser, and log in again. Did somebody else send you a link? Then it is best to close this page.',
);

/** What they read when we could not look. */
export const brokenPage = page(
  'Något gick fel hos oss',
  'Du är inte inloggad. Gå tillbaka till sidan där du började, och försök igen om en stund.',
  'Something went wrong on our side, and you are not logged in. Go back to the page where you began, and try again in a while.',
);
