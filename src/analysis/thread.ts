import type { Analysis } from '../domain/statements.js';
import { analyze, type AnalysisInput } from './analyze.js';

/** What a worker thread runs. */
export default function analyzeAll(inputs: readonly AnalysisInput[]): Analysis[] {
  return inputs.map(analyze);
}
