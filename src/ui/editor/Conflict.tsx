// The file on the machine is no longer what the learner began from: both texts are kept until one is chosen.
import { GitCompareArrows, TriangleAlert } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { nameOf } from './files/paths.ts';
import type { EditorWords } from './words.ts';
import { difference } from './workspace/difference.ts';
import { type Doc, idOf, isUnsaved } from './workspace/doc.ts';
import type { Workspace } from './workspace/workspace.ts';

const signs = { ' ': ' ', '+': '+', '-': '−' } as const;

export function Conflict({ doc, workspace, t }: { readonly doc: Doc; readonly workspace: Workspace; readonly t: EditorWords }) {
  const [shown, show] = useState(false);
  const id = idOf(doc.machine, doc.path);
  const name = nameOf(doc.path);
  if (doc.theirs !== undefined)
    return (
      <div class="ed-conflict" role="alert">
        <p>
          <TriangleAlert aria-hidden="true" />
          {t('conflict.told', { name })}
        </p>
        <div class="row">
          <button type="button" class="btn sm" onClick={() => workspace.keepMine(id)}>
            {t('conflict.mine')}
          </button>
          <button type="button" class="btn sm" onClick={() => workspace.takeTheirs(id)}>
            {t('conflict.theirs')}
          </button>
          <button type="button" class="btn quiet sm" aria-expanded={shown} onClick={() => show(!shown)}>
            <GitCompareArrows aria-hidden="true" />
            {t(shown ? 'conflict.hide' : 'conflict.show')}
          </button>
        </div>
        {shown && (
          <>
            <p class="label">{t('conflict.diff')}</p>
            <pre class="ed-diff">
              {difference(doc.theirs, doc.text).map((line, i) =>
                line === 'gap' ? (
                  <div key={i} class="gap">
                    …
                  </div>
                ) : (
                  <div key={i} class={line.sign === '+' ? 'plus' : line.sign === '-' ? 'minus' : ''}>
                    {signs[line.sign]} {line.text}
                  </div>
                ),
              )}
            </pre>
          </>
        )}
      </div>
    );
  if (doc.kind === 'gone')
    return (
      <div class="ed-conflict" role="alert">
        <p>
          <TriangleAlert aria-hidden="true" />
          {t('gone.told', { name })}
        </p>
        <div class="row">
          <button type="button" class="btn sm" onClick={() => void workspace.save(id)}>
            {t('gone.keep')}
          </button>
          <button type="button" class="btn sm" onClick={() => workspace.close(id)}>
            {t('gone.drop')}
          </button>
        </div>
      </div>
    );
  if (doc.trouble !== undefined && isUnsaved(doc))
    return (
      <div class="ed-conflict" role="alert">
        <p>
          <TriangleAlert aria-hidden="true" />
          {t('trouble.save', { why: doc.trouble })}
        </p>
      </div>
    );
  return null;
}
