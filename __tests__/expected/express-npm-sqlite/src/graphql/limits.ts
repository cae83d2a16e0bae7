import { type ASTNode, type ASTVisitor, parse, type ValidationContext } from 'graphql';
import { createGraphQLError, type Plugin } from 'graphql-yoga';
import { measureDepth } from './depth.ts';

/** What one document may hold; the introspection query of GraphiQL has that many levels. */
const most = { tokens: 1000, aliases: 15, levels: 15 };

/** Refuses documents that are too long, before they are parsed whole, too deep or too aliased. */
export function limitDocuments(): Plugin {
  return {
    onParse({ setParseFn }) {
      setParseFn((source: string, options: object) =>
        parse(source, { ...options, maxTokens: most.tokens }),
      );
    },
    onValidate({ addValidationRule }) {
      addValidationRule(limitAliases);
      addValidationRule(limitDepth);
    },
  };
}

function limitAliases(context: ValidationContext): ASTVisitor {
  let aliases = 0;
  return {
    Field(node) {
      if (node.alias === undefined) return;
      aliases += 1;
      if (aliases === most.aliases + 1) refuse('aliases', node, context);
    },
  };
}

function limitDepth(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      const depth = measureDepth(node.selectionSet, context);
      if (depth > most.levels) refuse('levels', node, context);
    },
  };
}

function refuse(limit: keyof typeof most, nodes: ASTNode, context: ValidationContext): void {
  const message = `A document may have ${most[limit]} ${limit} at most.`;
  context.reportError(createGraphQLError(message, { nodes }));
}
