import type { MailParts } from './compose-mail.ts';

// No colour is stated anywhere: the reader's own, light or dark, are always legible together.
const page = 'margin:0;padding:24px 16px;font-family:system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;font-size:17px;line-height:1.55';
const column = 'max-width:34em;margin:0 auto';
const button = 'display:inline-block;padding:12px 20px;border:2px solid;border-radius:6px;font-weight:bold;color:inherit;text-decoration:underline';

/** The mail as a page of its own: text only, so that nothing has to be fetched and nobody learns that it was opened. */
export function htmlOf({ language, sender, subject, paragraphs, link, afterwards }: MailParts): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
</head>
<body style="${page}">
<div lang="${escaped(language)}" style="${column}">
<p style="margin:0;font-weight:bold">${escaped(sender)}</p>
<h1 style="margin:8px 0 20px;font-size:26px;line-height:1.25">${escaped(subject)}</h1>
${textOf(paragraphs)}
${link ? `<p style="margin:24px 0"><a href="${escaped(link.address)}" style="${button}">${escaped(link.action)}</a></p>` : ''}
${textOf(afterwards)}
</div>
</body>
</html>
`;
}

const textOf = (paragraphs: readonly string[]) => paragraphs.map((paragraph) => `<p style="margin:0 0 14px">${escaped(paragraph)}</p>`).join('\n');

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);
