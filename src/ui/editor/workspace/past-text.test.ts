import { expect, it } from 'vitest';
import { createSession } from '../../session/session.ts';
import { memoryStore } from '../../session/storage.ts';
import { channel, start } from '../../session/testdata/machine.ts';
import { pastText } from './past-text.ts';

it('EDR-96 a file is read as it was at the moment that is looked at', async () => {
  const session = createSession({ id: 'lab', start, store: memoryStore(), connect: () => channel() });
  await session.open();
  await session.run('echo one > /root/f');
  await session.run('echo two > /root/f; echo new > /root/g; mkdir /root/d');
  await session.look(1);
  expect(await pastText(session, '/root/f')).toEqual({ text: 'one\n' });
  expect(await pastText(session, '/root/g')).toEqual({ why: '' });
  await session.look(2);
  expect(await pastText(session, '/root/f')).toEqual({ text: 'two\n' });
  await session.run('printf "a\\000b" > /root/f');
  await session.look(undefined);
  expect(await pastText(session, '/root/f')).toEqual({ size: 3 });
  session.close();
});
