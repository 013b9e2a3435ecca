import type { QuestionServices } from '../services/questions.ts';
import { registrationPolicy, type Tools } from '../use-cases/tools.ts';

export function bindQuestions(tools: Tools): QuestionServices {
  return { questions: () => registrationPolicy(tools).questions };
}
