import { AST_NODE_TYPES, ESLintUtils } from '@typescript-eslint/utils';
import type ts from 'typescript';

/**
 * A `Result` that nobody looks at is a failure that nobody hears of, and no tool flags it: an expression statement whose
 * value, awaited or not, is a union with an `{ ok: false }` branch is a finding.
 */
export const noDiscardedResult = ESLintUtils.RuleCreator.withoutDocs({
  meta: {
    type: 'problem',
    docs: { description: 'A Result must be looked at' },
    messages: {
      discarded: 'This call answers a Result. Look at `ok`, return it, or say in code why it does not matter.',
    },
    schema: [],
    defaultOptions: [],
  },
  create(context) {
    const services = ESLintUtils.getParserServices(context);
    const checker = services.program.getTypeChecker();

    const isResult = (type: ts.Type): boolean => {
      const branches = type.isUnion() ? type.types : [type];
      return branches.some((branch) => {
        const flag = branch.getProperty('ok');
        const failure = branch.getProperty('error');
        if (!flag || !failure) return false;
        return checker.typeToString(checker.getTypeOfSymbol(flag)) === 'false';
      });
    };

    return {
      ExpressionStatement(node) {
        const expression =
          node.expression.type === AST_NODE_TYPES.AwaitExpression ? node.expression.argument : node.expression;
        // Kept in a variable, it can still be looked at.
        if (expression.type === AST_NODE_TYPES.AssignmentExpression) return;
        const type = services.getTypeAtLocation(expression);
        const settled = checker.getAwaitedType(type) ?? type;
        if (isResult(settled)) context.report({ node, messageId: 'discarded' });
      },
    };
  },
});
