import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/client/portal-backend.ts';
import type { CaseBackend } from '../../src/client/case-backend.ts';
import type { CaseDoor } from '../../src/widgets/inbox/case-door.controller.ts';
import { SendingFiles } from '../../src/widgets/inbox/reply-files.controller.ts';
import type { FileState } from '../../src/widgets/inbox/reply.machine.ts';

const file = new File(['x'], 'intyg.pdf');

/** A door whose code comes only once `line.up`, and what was done to the files behind it. */
function behind(line: { up: boolean }) {
  const done: string[] = [];
  const sendFile: CaseBackend['sendFile'] = ({ name }) => {
    done.push(`sends ${name}`);
    return { resume: () => done.push('resumes'), cancel: async () => void done.push('cancels') };
  };
  const call = async <T>(ask: (backend: CaseBackend) => Promise<Answer<T>>): Promise<Answer<T>> =>
    line.up ? ask({ sendFile } as CaseBackend) : { ok: false, problem: { code: 'offline' } };
  return { files: new SendingFiles({ call } as CaseDoor), done };
}

const settled = () => new Promise((resolve) => { setImmediate(resolve); });

describe('a file whose code to send it could not be fetched', () => {
  it('is sent when somebody asks to go on', async () => {
    const line = { up: false };
    const { files, done } = behind(line);
    const told: FileState[] = [];
    files.send(1, file, (state) => told.push(state));
    await settled();
    expect(told).toEqual([{ at: 'stopped', problem: { code: 'offline' }, forGood: false }]);
    line.up = true;
    files.resume(1);
    await settled();
    expect(told[1]).toEqual({ at: 'sending', sent: 0 });
    expect(done).toEqual(['sends intyg.pdf']);
    files.resume(1);
    expect(done).toEqual(['sends intyg.pdf', 'resumes']);
  });

  it('tells nothing more once it was taken away', async () => {
    const { files } = behind({ up: false });
    const told: FileState[] = [];
    files.send(1, file, (state) => told.push(state));
    expect(files.remove(1)).toBe(true);
    await settled();
    expect(told).toEqual([]);
  });
});

describe('a file that is taken away', () => {
  it('is cancelled, also in the moment when it begins', async () => {
    const { files, done } = behind({ up: true });
    files.send(1, file, () => {});
    files.removeAll();
    files.send(2, file, () => {});
    await settled();
    expect(files.remove(2)).toBe(true);
    expect(files.remove(2)).toBe(false);
    expect(done).toEqual(['sends intyg.pdf', 'sends intyg.pdf', 'cancels', 'cancels']);
  });
});
