import { expect, test } from 'vitest';
import { ROOT, Tree, TreeEdit, textBody } from '../tree/index.ts';
import { resolveUser, UnknownUser } from './users.ts';

function rootWith(passwd: string, group: string): Tree {
  const edit = new TreeEdit(Tree.empty(0));
  const meta = { mode: 0o644, uid: 0, gid: 0, mtime: 0 };
  const etc = edit.create(ROOT, 'etc', { kind: 'dir', ...meta, mode: 0o755 });
  edit.create(etc, 'passwd', { kind: 'file', body: textBody(passwd), ...meta });
  edit.create(etc, 'group', { kind: 'file', body: textBody(group), ...meta });
  return edit.tree();
}

const root = rootWith('root:x:0:0:root:/root:/bin/sh\nann:x:7:8::/home/ann:/bin/sh\n', 'root:x:0:\nann:x:8:\nwheel:x:10:ann\n');

test.each([
  ['', 0, 0, [], '/root'],
  ['ann', 7, 8, [10], '/home/ann'],
  ['7', 7, 8, [10], '/home/ann'],
  ['ann:wheel', 7, 10, [], '/home/ann'],
  ['5:6', 5, 6, [], '/'],
  ['1234', 1234, 0, [], '/'],
  [':wheel', 0, 10, [], '/root'],
] as const)('RTM-1 user %s is looked up in the container', (spec, uid, gid, groups, home) => {
  expect(resolveUser(root, spec)).toEqual({ uid, gid, groups, home });
});

test('RTM-1a groups by user and by --group-add stand side by side', () => {
  expect(resolveUser(root, 'ann', ['9', 'wheel', '9']).groups).toEqual([10, 9, 10]);
  expect(() => resolveUser(root, 'ann', ['-1'])).toThrow(new UnknownUser('uids and gids must be in range 0-2147483647'));
});

test.each([
  ['bob', 'unable to find user bob: no matching entries in passwd file'],
  ['ann:staff', 'unable to find group staff: no matching entries in group file'],
  ['4294967296', 'uids and gids must be in range 0-2147483647'],
  ['-1', 'uids and gids must be in range 0-2147483647'],
])('RTM-2 user %s is refused', (spec, message) => {
  expect(() => resolveUser(root, spec)).toThrow(new UnknownUser(message));
});
