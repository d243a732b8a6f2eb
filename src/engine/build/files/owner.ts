import { readGroups, readPasswd } from '../../runtime/index.ts';
import type { Tree } from '../../tree/index.ts';
import type { Owner } from './scratch-tree.ts';

/** `--chown` cannot be understood: its text, without what the builders put in front. */
export class OwnerError extends Error {}

/** `--chown=user[:group]` for the classic builder: a user alone names the group too. Source: moby builder/dockerfile/internals_linux.go. */
export function classicOwner(tree: Tree, chown: string): Owner {
  const parts = chown.split(':');
  if (parts.length > 2) throw new OwnerError(`invalid chown string format: ${chown}`);
  const [user = '', group = user] = parts;
  return { uid: lookUpUser(tree, user), gid: lookUpGroup(tree, group) };
}

const isInteger = (text: string): boolean => /^[+-]?\d+$/.test(text);

function lookUpUser(tree: Tree, name: string): number {
  if (isInteger(name)) return Number(name);
  const entry = readPasswd(tree).find((user) => user.name === name);
  if (entry === undefined) throw new OwnerError(`can't find uid for user ${name}: no such user: ${name}`);
  return entry.uid;
}

function lookUpGroup(tree: Tree, name: string): number {
  if (isInteger(name)) return Number(name);
  const entry = readGroups(tree).find((group) => group.name === name);
  if (entry === undefined) throw new OwnerError(`can't find gid for group ${name}: no such group: ${name}`);
  return entry.gid;
}
