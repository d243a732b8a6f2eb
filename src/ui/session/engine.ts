// The one line where the page meets the engine.
import type { EngineSessionFactory } from './engine-session.ts';

export const engine: EngineSessionFactory | undefined = undefined;
