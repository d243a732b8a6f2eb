// Modules of Python written in Python: those of the standard library that need nothing of their own, and Flask and redis.
// Knows their public behaviour; refuses to know how the interpreter works. All of it is our own.
import { flask, werkzeug } from './flask.ts';
import { httpServer, urllib } from './http.ts';
import { redis } from './redis.ts';
import { small } from './small.ts';

/** Source by module name. */
export const library: Readonly<Record<string, string>> = { ...small, ...httpServer, ...urllib, ...flask, ...werkzeug, ...redis };
