import { useState } from 'react';
import { Widgets } from './widgets.tsx';

export function App() {
  const [shown, setShown] = useState(true);
  return (
    <>
      <h1>Sidan är byggd med React 19</h1>
      <button onClick={() => setShown(!shown)}>{shown ? 'Ta bort' : 'Visa igen'}</button>
      {shown && <Widgets />}
    </>
  );
}
