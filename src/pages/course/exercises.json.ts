// What verifying a certificate needs of every exercise. Fetched only when a certificate is given to the page.
import type { APIRoute } from 'astro';
import { course } from '../../layouts/course.ts';
import { tasksOf } from '../../ui/certificate/tasks-of.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(tasksOf(course())), { headers: { 'content-type': 'application/json' } });
