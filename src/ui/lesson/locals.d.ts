// What the tags inside a lesson's prose may ask for; the page sets it before it renders the prose.
declare namespace App {
  interface Locals {
    lesson: import('../../course/index.ts').Lesson;
    locale: import('../../i18n/index.ts').Locale;
    /** How many words with a note the lesson had so far. */
    terms?: number;
    /** How many small labs it had so far. */
    labs?: number;
  }
}
