import type { ByteString, Run, Step } from '../../../../kernel/index.ts';
import type { Call } from '../../applet.ts';
import { walk } from '../../walk.ts';
import { evaluate } from './action.ts';
import { emptyPlan, type Plan, parseExpression } from './parse.ts';

/** find [-HL] [PATH]… [EXPRESSION]. */
export function* find(a: Call): Run {
  const plan = emptyPlan();
  const words = [...a.args];
  for (;;) {
    const word = words[0];
    if (word === '-L') plan.follow = 'all';
    else if (word === '-H') plan.follow = 'arguments';
    else if (word !== '-P' && word !== '--') break;
    words.shift();
    if (word === '--') break;
  }
  let count = words.findIndex((word) => word.startsWith('-') || word === '!' || word === '(');
  if (count < 0) count = words.length;
  const paths = count === 0 ? ['.'] : words.slice(0, count);
  parseExpression(a, words.slice(count), plan);
  let status = 0;
  for (const path of paths) {
    if (!(yield* findBelow(a, path, plan))) status = 1;
    if (plan.stop) return status;
  }
  for (const batch of plan.batches) {
    yield* batch.run();
    if (batch.failed) status = 1;
  }
  return status;
}

function* findBelow(a: Call, top: ByteString, plan: Plan): Step<boolean> {
  let device: object | undefined;
  return yield* walk(a, top, {
    recurse: true,
    danglingOk: true,
    depthFirst: plan.depthFirst,
    ...(plan.follow === 'never' ? {} : { follow: plan.follow }),
    *visit(path, stat, depth) {
      if (plan.stop) return 'skip';
      if (depth < plan.minDepth) return depth >= plan.maxDepth ? 'skip' : true;
      if (depth > plan.maxDepth) return 'skip';
      if (plan.sameDevice && stat.kind === 'dir') {
        if (depth === 0) device = stat.dev;
        else if (stat.dev !== device) return 'skip';
      }
      const answer = yield* evaluate(plan.expression, { path, stat, depth });
      if (plan.stop) return 'skip';
      if (answer.good && plan.print) yield* a.line(path);
      return answer.prune || depth >= plan.maxDepth ? 'skip' : true;
    },
  });
}
