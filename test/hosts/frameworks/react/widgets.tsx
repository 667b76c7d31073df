import { Fragment, useState } from 'react';
import { logo, news, questions, rewritten, withoutNews } from '../content.ts';

export function Widgets() {
  const [list, setList] = useState(questions);
  const [searchable, setSearchable] = useState(false);
  const [level, setLevel] = useState(3);
  const [last, setLast] = useState('');
  const [logins, setLogins] = useState(0);
  return (
    <>
      <button onClick={() => setList([news, ...list])}>Lägg till en fråga</button>
      <button onClick={() => setList(rewritten(list))}>Skriv om en fråga</button>
      <button onClick={() => setList(withoutNews(list))}>Ta bort en fråga</button>
      <button onClick={() => setSearchable(!searchable)}>Byt sökfält</button>
      <button onClick={() => setLevel(level + 1)}>Sänk rubrikerna</button>
      <p>Senast: {last}</p>
      <p>Inloggningar: {logins}</p>
      <kommun-portal api="/api/v1">
        <kommun-faq contact-href={`/kontakt/${level}`} search={searchable} onkommun-faq-toggled={({ question, open }) => setLast(`${question} ${open}`)}>
          {list.map(({ id, title, answer }) => (
            <Fragment key={id}>
              <h3>{title}</h3>
              <p>{answer}</p>
            </Fragment>
          ))}
        </kommun-faq>
        <kommun-eid-login headingLevel={level} onkommun-session-started={() => setLogins(logins + 1)}>
          <img slot="logo-bankid" src={logo} alt="" />
          <p>Ring servicecenter om du inte kan logga in.</p>
          <p slot="logged-in">Välkommen in, rubrikerna har nivå {level}.</p>
        </kommun-eid-login>
      </kommun-portal>
    </>
  );
}
